package network.spheron.dao.treasury.payout;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import network.spheron.dao.chain.BlockRef;
import network.spheron.dao.chain.CallReverted;
import network.spheron.dao.chain.ChainReader;
import network.spheron.dao.contracts.ContractName;
import network.spheron.dao.contracts.MilestoneEscrow;
import network.spheron.dao.contracts.Treasury;
import network.spheron.dao.treasury.reconciliation.Reconciliations;

/**
 * The checks before a milestone's amount is released or refunded, in the order in which they are made. They compare what
 * this service is about to do with the chain's own record, never with an event.
 */
@ApplicationScoped
class PayoutChecks {
    private static final int PENDING = 0;
    private static final int APPROVED = 2;
    private static final int REJECTED = 4;

    private final ChainReader chain;
    private final Reconciliations reconciliations;
    private final List<PayoutCheck> checks;

    PayoutChecks(ChainReader chain, Reconciliations reconciliations) {
        this.chain = chain;
        this.reconciliations = reconciliations;
        this.checks = List.of(
                new PayoutCheck("code-hash", this::codeHash),
                new PayoutCheck("agreement", this::agreement),
                new PayoutCheck("milestone", this::milestone),
                new PayoutCheck("reconciliation", this::reconciliation),
                new PayoutCheck("simulation", this::simulation));
    }

    /** The check that does not hold, and what it found. */
    record Refusal(String check, String detail) {}

    /** Whether everything that the checks need is there; until then payouts wait, and are not refused. */
    boolean arePossible() {
        return reconciliations.isCurrent();
    }

    /** Whether stewards have stopped payments: what is to be paid waits for the end of it, and is not refused. */
    boolean areStopped(BlockRef block) {
        return block.timestamp() < chain.callAt(block, ContractName.TREASURY, Treasury.stoppedUntil());
    }

    /**
     * The first check that refuses.
     *
     * @throws network.spheron.dao.chain.ChainUnavailable when the node does not answer, which says nothing of the payout
     */
    Optional<Refusal> refusal(Payout payout, BlockRef block) {
        return checks.stream()
                .flatMap(check -> difference(check, payout, block).stream()
                        .map(difference -> new Refusal(check.name(), difference)))
                .findFirst();
    }

    private static Optional<String> difference(PayoutCheck check, Payout payout, BlockRef block) {
        try {
            return check.rule().difference(payout, block);
        } catch (CallReverted reverted) {
            return Optional.of("the contract refuses: " + reverted.getMessage());
        }
    }

    private Optional<String> codeHash(Payout payout, BlockRef block) {
        return chain.foreignCode()
                .map(contract -> "the code at " + chain.address(contract) + " is not the deployed " + contract.key());
    }

    private Optional<String> agreement(Payout payout, BlockRef block) {
        MilestoneEscrow.AgreementResult onChain =
                chain.callAt(block, ContractName.MILESTONE_ESCROW, MilestoneEscrow.agreement(payout.key.agreementId()));
        return differs("mandate", onChain.mandateId(), payout.mandateId)
                .or(() -> differs("payee", onChain.payee(), payout.payee))
                .or(() -> differs("token", onChain.token(), payout.token));
    }

    private Optional<String> milestone(Payout payout, BlockRef block) {
        MilestoneEscrow.MilestoneResult onChain = chain.callAt(
                block,
                ContractName.MILESTONE_ESCROW,
                MilestoneEscrow.milestone(payout.key.agreementId(), BigInteger.valueOf(payout.key.milestone())));
        return differs("amount", onChain.amount(), payout.amount).or(() -> switch (payout.callAt(block.timestamp())) {
            case RELEASE -> againstRelease(onChain, block);
            case REFUND -> againstRefund(payout, onChain, block);
        });
    }

    private static Optional<String> againstRelease(MilestoneEscrow.MilestoneResult onChain, BlockRef block) {
        return differs("status", onChain.status(), APPROVED)
                .or(() -> block.timestamp() < onChain.challengeEnds()
                        ? Optional.of("the challenge window is open until " + onChain.challengeEnds())
                        : Optional.empty());
    }

    private Optional<String> againstRefund(Payout payout, MilestoneEscrow.MilestoneResult onChain, BlockRef block) {
        if (onChain.status() == REJECTED) {
            return Optional.empty();
        }
        return differs("status", onChain.status(), PENDING)
                .or(() -> block.timestamp() <= onChain.dueAt() && !isTerminated(payout, block)
                        ? Optional.of("it may be submitted until " + onChain.dueAt())
                        : Optional.empty());
    }

    private boolean isTerminated(Payout payout, BlockRef block) {
        return chain.callAt(block, ContractName.MILESTONE_ESCROW, MilestoneEscrow.changesTo(payout.key.agreementId()))
                .terminated();
    }

    private Optional<String> reconciliation(Payout payout, BlockRef block) {
        return reconciliations.isClean() ? Optional.empty() : Optional.of("the ledger differs from the chain");
    }

    private Optional<String> simulation(Payout payout, BlockRef block) {
        chain.simulate(
                ContractName.MILESTONE_ESCROW, payout.callAt(block.timestamp()).of(payout.key));
        return Optional.empty();
    }

    private static Optional<String> differs(String what, Object onChain, Object here) {
        return onChain.equals(here)
                ? Optional.empty()
                : Optional.of(what + " is " + onChain + " on chain, but " + here + " here");
    }
}
