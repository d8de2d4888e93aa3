package network.spheron.dao.marketplace.agreement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigInteger;
import java.util.List;
import network.spheron.dao.chain.ChainReader;
import network.spheron.dao.contracts.ContractName;
import network.spheron.dao.contracts.MilestoneEscrow;
import network.spheron.dao.identity.Caller;
import network.spheron.dao.web.Action;
import network.spheron.dao.web.NotFound;
import network.spheron.dao.web.OwnTransaction;
import org.jspecify.annotations.Nullable;

/** Lets payee and contractor stop a change of the payee, which only their own transaction can do, or a vote. */
@ApplicationScoped
class CancelPayeeChange {
    private final Agreements agreements;
    private final ChainReader chain;
    private final Caller caller;

    CancelPayeeChange(Agreements agreements, ChainReader chain, Caller caller) {
        this.agreements = agreements;
        this.chain = chain;
        this.caller = caller;
    }

    @Transactional
    OwnTransaction transaction(BigInteger agreementId) {
        Agreement agreement = agreements.require(agreementId);
        PayeeChange change = agreement
                .payeeChange()
                .orElseThrow(() -> new NotFound("change of the payee of agreement " + agreementId));
        return OwnTransaction.call(
                chain.address(ContractName.MILESTONE_ESCROW),
                MilestoneEscrow.cancelPayeeChange(agreementId).data(),
                chain.chainId(),
                List.of(
                        "Cancels the change of the payee of agreement " + agreementId + " to " + change.payee() + ".",
                        "The MilestoneEscrow contract takes it from the payee, " + agreement.payee()
                                + ", and the contractor, " + agreement.contractor() + "."));
    }

    /** From when the change takes effect, as the contract has it now; stops of payments move it. */
    long effectiveFrom(BigInteger agreementId) {
        return chain.call(ContractName.MILESTONE_ESCROW, MilestoneEscrow.changesTo(agreementId))
                .effectiveFrom();
    }

    /** What the caller may do about it. */
    Action action(Agreement agreement) {
        return Action.unless("cancel", against(agreement));
    }

    private @Nullable String against(Agreement agreement) {
        if (!caller.isSignedIn()) {
            return "Sign in as the payee or the contractor to cancel it.";
        }
        return caller.wallets().contains(agreement.payee()) || caller.wallets().contains(agreement.contractor())
                ? null
                : "Only the payee and the contractor can cancel it, or a vote.";
    }
}
