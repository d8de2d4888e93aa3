package network.spheron.dao.chain.relay;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import network.spheron.dao.chain.node.ChainConfig;
import network.spheron.dao.chain.node.RelayAccounts;
import network.spheron.dao.chain.node.Signer;
import org.jboss.logging.Logger;

/** The accounts that send, and which of them can. */
@Singleton
class Pool {
    private static final Logger LOG = Logger.getLogger(Pool.class);

    private final Submissions submissions;
    private final RelayAccounts accounts;
    private final ChainConfig config;
    private final Map<String, String> failures = new ConcurrentHashMap<>();

    Pool(Submissions submissions, RelayAccounts accounts, ChainConfig config) {
        this.submissions = submissions;
        this.accounts = accounts;
        this.config = config;
    }

    /** What each account may still send. */
    Room room() {
        Map<String, Long> underWay = QuarkusTransaction.requiringNew().call(submissions::countUnderWay);
        Room room = new Room();
        for (String address : accounts.addresses()) {
            long left = config.maxInFlight() - underWay.getOrDefault(address, 0L);
            accounts.signer(address).ifPresent(signer -> room.add(signer, left));
        }
        return room;
    }

    /** It signed; told only when it had failed before. */
    void works(Signer account) {
        if (failures.remove(account.address()) != null) LOG.infof("%s sends again", account.address());
    }

    /** It could not; told once as long as the reason stays the same. */
    void fails(Signer account, RuntimeException failure) {
        if (failure instanceof AccountUnusable unusable && unusable.isPassing()) return;
        String why = String.valueOf(failure.getMessage());
        if (!why.equals(failures.put(account.address(), why))) LOG.warnf("Nothing is sent from it: %s", why);
    }
}
