package network.spheron.dao.treasury.payout;

import java.math.BigInteger;
import java.util.Locale;
import network.spheron.dao.contracts.FunctionCall;
import network.spheron.dao.contracts.MilestoneEscrow;

/** The two calls by which a milestone's amount leaves the escrow. */
enum EscrowCall {
    /** Pays the payee for work that was approved. */
    RELEASE,
    /** Gives the amount back to the treasury: the work was rejected, or not submitted in time. */
    REFUND;

    /** The domain fact that the call brings about. */
    String key(PayoutKey payout) {
        return "agreement:%s:milestone:%d:%s".formatted(payout.agreementId(), payout.milestone(), slug());
    }

    FunctionCall<?> of(PayoutKey payout) {
        BigInteger milestone = BigInteger.valueOf(payout.milestone());
        return switch (this) {
            case RELEASE -> MilestoneEscrow.release(payout.agreementId(), milestone);
            case REFUND -> MilestoneEscrow.refund(payout.agreementId(), milestone);
        };
    }

    /** The call's name; also that of the check which the escrow itself makes when the call reaches it. */
    String slug() {
        return name().toLowerCase(Locale.ROOT);
    }
}
