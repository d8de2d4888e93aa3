package network.spheron.dao.marketplace.keeper;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import network.spheron.dao.chain.CallReverted;
import network.spheron.dao.chain.ChainReader;
import network.spheron.dao.chain.SubmissionStatus;
import network.spheron.dao.chain.SubmissionView;
import network.spheron.dao.chain.TransactionRelay;
import network.spheron.dao.contracts.ContractName;
import network.spheron.dao.contracts.FunctionCall;
import org.jboss.logging.Logger;

/** Sends what the chain's clock has made due: once, and only where the contract would accept it now. */
@ApplicationScoped
public class DueCalls {
    private static final Logger LOG = Logger.getLogger(DueCalls.class);

    private final ChainReader chain;
    private final TransactionRelay relay;

    DueCalls(ChainReader chain, TransactionRelay relay) {
        this.chain = chain;
        this.relay = relay;
    }

    /**
     * Relays the call unless it is under way or done, or the contract would refuse it now. Must run inside a transaction.
     *
     * @param key the domain fact that the call brings about
     */
    public void send(String key, ContractName to, FunctionCall<?> call) {
        Optional<SubmissionView> earlier = relay.findByKey(key);
        if (earlier.isPresent() && earlier.get().status() != SubmissionStatus.REFUSED) {
            return;
        }
        try {
            chain.simulate(to, call);
        } catch (CallReverted refused) {
            LOG.debugf("%s is not possible now: %s", key, refused.getMessage());
            return;
        }
        relay.submit(key, to, call);
    }
}
