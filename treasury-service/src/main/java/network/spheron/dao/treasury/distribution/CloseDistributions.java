package network.spheron.dao.treasury.distribution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.math.BigInteger;
import network.spheron.dao.chain.BlockRef;
import network.spheron.dao.chain.ChainAdvanced;
import network.spheron.dao.chain.ChainReader;
import network.spheron.dao.chain.DueWork;
import network.spheron.dao.chain.TransactionRelay;
import network.spheron.dao.contracts.ContractName;
import network.spheron.dao.contracts.Treasury;

/** Closes distributions that nothing can be claimed of any more, so that what is left goes back to their lines. */
@ApplicationScoped
class CloseDistributions {
    /** While its closing is not seen on chain, it is asked for again after this many seconds of the chain's time. */
    private static final long RETRY_SECONDS = 60;

    private final Distributions distributions;
    private final ChainReader chain;
    private final TransactionRelay relay;
    private final DueWork dueWork;

    CloseDistributions(Distributions distributions, ChainReader chain, TransactionRelay relay, DueWork dueWork) {
        this.distributions = distributions;
        this.chain = chain;
        this.relay = relay;
        this.dueWork = dueWork;
    }

    void onBlock(@Observes ChainAdvanced advanced) {
        BlockRef block = advanced.block();
        dueWork.each(
                "closing of distributions",
                () -> distributions.closable(block.timestamp()),
                distribution -> close(distribution, block));
    }

    /** By the contract's word: every stop of payments since it was opened has put its end off. */
    private void close(BigInteger distributionId, BlockRef block) {
        Distribution distribution = distributions.distribution(distributionId);
        long claimsEnd = chain.callAt(block, ContractName.TREASURY, Treasury.distribution(distributionId))
                .deadline();
        if (block.timestamp() > claimsEnd) {
            relay.submit(distribution.closingKey(), ContractName.TREASURY, Treasury.closeDistribution(distributionId));
            distribution.closeAfter(block.timestamp() + RETRY_SECONDS);
        } else {
            distribution.closeAfter(claimsEnd);
        }
    }
}
