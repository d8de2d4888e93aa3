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
import network.spheron.dao.treasury.reconciliation.Reconciliations;

/**
 * The checks before a payout, in the order in which they are made. They compare what this service is about to do with the
 * chain's own record, never with an event.
 */
@ApplicationScoped
class PayoutChecks {
    private static final int APPROVED = 2;

    private final ChainReader chain;
    private final Reconciliations reconciliations;
    private final List<PayoutCheck> checks;

    PayoutChecks(ChainReader chain, Reconciliations reconciliations) {
        this.chain = chain;
        this.reconciliations = reconciliations;
        this.checks = List.of(
                new Check("code-hash", this::codeHash),
                new Check("agreement", this::agreement),
                new Check("milestone", this::milestone),
                new Check("reconciliation", this::reconciliation),
                new Check("simulation", this::simulation));
    }

    /** The first check that refuses, with its words. */
    Optional<Refusal> refusal(Payout payout, BlockRef block) {
        for (PayoutCheck check : checks) {
            Optional<String> difference = check.difference(payout, block);
            if (difference.isPresent()) {
                return Optional.of(new Refusal(check.name(), difference.get()));
            }
        }
        return Optional.empty();
    }

    record Refusal(String check, String detail) {}

    private record Check(String name, Difference rule) implements PayoutCheck {
        @Override
        public Optional<String> difference(Payout payout, BlockRef block) {
            return rule.of(payout, block);
        }
    }

    @FunctionalInterface
    private interface Difference {
        Optional<String> of(Payout payout, BlockRef block);
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
        return differs("amount", onChain.amount(), payout.amount)
                .or(() -> differs("status", onChain.status(), APPROVED))
                .or(() -> block.timestamp() < onChain.challengeEnds()
                        ? Optional.of("the challenge window is open until " + onChain.challengeEnds())
                        : Optional.empty());
    }

    private Optional<String> reconciliation(Payout payout, BlockRef block) {
        return reconciliations.isClean() ? Optional.empty() : Optional.of("the ledger differs from the chain");
    }

    private Optional<String> simulation(Payout payout, BlockRef block) {
        try {
            chain.simulate(
                    ContractName.MILESTONE_ESCROW,
                    MilestoneEscrow.release(payout.key.agreementId(), BigInteger.valueOf(payout.key.milestone())));
            return Optional.empty();
        } catch (CallReverted reverted) {
            return Optional.of(String.valueOf(reverted.getMessage()));
        }
    }

    private static Optional<String> differs(String what, Object onChain, Object here) {
        return onChain.equals(here)
                ? Optional.empty()
                : Optional.of(what + " is " + onChain + " on chain, but " + here + " here");
    }
}
