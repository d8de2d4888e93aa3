package network.spheron.dao.treasury.payout;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import network.spheron.dao.chain.BlockRef;
import network.spheron.dao.chain.ChainReader;
import network.spheron.dao.contracts.ContractName;
import network.spheron.dao.contracts.MilestoneEscrow;
import network.spheron.dao.treasury.reconciliation.Reconciliations;

/**
 * The checks before a milestone's amount is released or refunded, in the order in which they are made. They compare what
 * this service is about to do with the chain's own record, never with an event.
 */
@ApplicationScoped
class PayoutChecks {
    /** {@code IMilestoneEscrow.MilestoneStatus}, by number. */
    private static final List<String> STATUSES =
            List.of("PENDING", "SUBMITTED", "APPROVED", "CHALLENGED", "REJECTED", "PAID", "REFUNDED");

    private static final String MILESTONE = "milestone";

    private final ChainReader chain;
    private final Reconciliations reconciliations;
    private final List<PayoutCheck> checks;

    PayoutChecks(ChainReader chain, Reconciliations reconciliations) {
        this.chain = chain;
        this.reconciliations = reconciliations;
        this.checks = List.of(
                refusing("code-hash", this::codeHash),
                refusing("agreement", this::agreement),
                refusing(MILESTONE, this::milestone),
                new PayoutCheck(MILESTONE, this::time),
                refusing("reconciliation", this::reconciliation),
                refusing("simulation", this::simulation));
    }

    /** Whether everything that the checks need is there; until then payouts wait, and are not refused. */
    boolean arePossible() {
        return reconciliations.isCurrent();
    }

    /**
     * The first objection to the call that is due for a payout.
     *
     * @throws network.spheron.dao.chain.ChainUnavailable when the node does not answer, which says nothing of the payout
     */
    Optional<Objection> objection(Payout payout, BlockRef block) {
        return checks.stream()
                .flatMap(check -> check.objection(payout, block).stream())
                .findFirst();
    }

    /** What does not hold, in words. */
    @FunctionalInterface
    private interface Difference {
        Optional<String> of(Payout payout, BlockRef block);
    }

    private static PayoutCheck refusing(String name, Difference difference) {
        return new PayoutCheck(
                name,
                (payout, block) -> difference.of(payout, block).map(detail -> new Objection.Refusal(name, detail)));
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
        MilestoneEscrow.MilestoneResult onChain = onChain(payout, block);
        String status = STATUSES.get(onChain.status());
        return differs("amount", onChain.amount(), payout.amount).or(() -> switch (payout.callAt(block.timestamp())) {
            case RELEASE -> differs("status", status, "APPROVED");
            case REFUND -> status.equals("REJECTED") ? Optional.empty() : differs("status", status, "PENDING");
        });
    }

    /** A milestone's times are the chain's: what is known of them here may have moved since. */
    private Optional<Objection> time(Payout payout, BlockRef block) {
        MilestoneEscrow.MilestoneResult onChain = onChain(payout, block);
        long from = switch (payout.callAt(block.timestamp())) {
            case RELEASE -> onChain.challengeEnds();
            case REFUND -> refundableFrom(payout, onChain, block);
        };
        return block.timestamp() < from ? Optional.of(new Objection.NotYet(from)) : Optional.empty();
    }

    private long refundableFrom(Payout payout, MilestoneEscrow.MilestoneResult onChain, BlockRef block) {
        if (STATUSES.get(onChain.status()).equals("REJECTED")) {
            return onChain.challengeEnds();
        }
        return isTerminated(payout, block) ? 0 : Payout.overdueFrom(onChain.dueAt());
    }

    private MilestoneEscrow.MilestoneResult onChain(Payout payout, BlockRef block) {
        return chain.callAt(
                block,
                ContractName.MILESTONE_ESCROW,
                MilestoneEscrow.milestone(payout.key.agreementId(), BigInteger.valueOf(payout.key.milestone())));
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
