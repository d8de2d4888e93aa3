package network.spheron.dao.treasury.mandate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.math.BigInteger;
import network.spheron.dao.chain.BlockRef;
import network.spheron.dao.chain.ChainAdvanced;
import network.spheron.dao.chain.ChainReader;
import network.spheron.dao.chain.DueWork;
import network.spheron.dao.chain.TransactionRelay;
import network.spheron.dao.contracts.ContractName;
import network.spheron.dao.contracts.MilestoneEscrow;
import network.spheron.dao.contracts.Treasury;

/**
 * Closes mandates under which nothing can be funded any more, so that what is left goes back to their lines: those whose
 * awards all have their agreements, and those that have expired.
 */
@ApplicationScoped
class CloseMandates {
    /** While its closing is not seen on chain, it is asked for again after this many seconds of the chain's time. */
    private static final long RETRY_SECONDS = 60;

    private final Mandates mandates;
    private final ChainReader chain;
    private final TransactionRelay relay;
    private final DueWork dueWork;

    CloseMandates(Mandates mandates, ChainReader chain, TransactionRelay relay, DueWork dueWork) {
        this.mandates = mandates;
        this.chain = chain;
        this.relay = relay;
        this.dueWork = dueWork;
    }

    void onBlock(@Observes ChainAdvanced advanced) {
        BlockRef block = advanced.block();
        dueWork.each("closing", () -> mandates.closable(block.timestamp()), mandate -> close(mandate, block));
    }

    private void close(BigInteger mandateId, BlockRef block) {
        Mandate mandate = mandates.mandate(mandateId);
        if (isExpired(mandateId, block) || isSettled(mandateId, block)) {
            relay.submit(mandate.closingKey(), ContractName.TREASURY, Treasury.closeMandate(mandateId));
            mandate.tryAgainFrom(block.timestamp() + RETRY_SECONDS);
        } else if (block.timestamp() > mandate.terms.expiry()) {
            // A stop of payments has put its expiry off.
            mandate.tryAgainFrom(block.timestamp() + RETRY_SECONDS);
        }
    }

    /** By the contract's word: every stop of payments since the grant has put it off. */
    private boolean isExpired(BigInteger mandateId, BlockRef block) {
        return block.timestamp() > chain.callAt(block, ContractName.TREASURY, Treasury.mandateExpiry(mandateId));
    }

    private boolean isSettled(BigInteger mandateId, BlockRef block) {
        return chain.callAt(block, ContractName.MILESTONE_ESCROW, MilestoneEscrow.isSettled(mandateId));
    }
}
