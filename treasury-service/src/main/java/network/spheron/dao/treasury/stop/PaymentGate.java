package network.spheron.dao.treasury.stop;

import jakarta.enterprise.context.ApplicationScoped;
import network.spheron.dao.chain.BlockRef;
import network.spheron.dao.chain.ChainReader;
import network.spheron.dao.contracts.ContractName;
import network.spheron.dao.contracts.Treasury;
import org.jspecify.annotations.Nullable;

/** Whether payments are stopped, by the Treasury contract's own word at the block that was just followed. */
@ApplicationScoped
public class PaymentGate {
    /** {@code ITreasury.PaymentsAreStopped}. */
    private static final String PAYMENTS_ARE_STOPPED = "PaymentsAreStopped";

    private final ChainReader chain;

    PaymentGate(ChainReader chain) {
        this.chain = chain;
    }

    /** Whether a contract refused a call because of a stop, which may be newer than the block that was just followed. */
    public static boolean hasRefused(@Nullable String error) {
        return PAYMENTS_ARE_STOPPED.equals(error);
    }

    /** What is to be paid while it is closed waits for the end of the stop, and is not refused. */
    public boolean isClosed(BlockRef block) {
        return block.timestamp() < chain.callAt(block, ContractName.TREASURY, Treasury.stoppedUntil());
    }
}
