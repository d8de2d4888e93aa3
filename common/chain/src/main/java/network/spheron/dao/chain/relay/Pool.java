package network.spheron.dao.chain.relay;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import network.spheron.dao.chain.node.ChainConfig;
import network.spheron.dao.chain.node.RelayAccounts;
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

    /** The accounts, lower-case hex. */
    List<String> addresses() {
        return accounts.addresses();
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
    void works(String account) {
        if (failures.remove(account) != null) LOG.infof("%s sends again", account);
    }

    /** It could not; told once as long as the reason stays the same. */
    void fails(String account, RuntimeException failure) {
        if (failure instanceof AccountUnusable unusable && unusable.isPassing()) return;
        String why = String.valueOf(failure.getMessage());
        if (!why.equals(failures.put(account, why))) LOG.warnf("Nothing is sent from %s: %s", account, why);
    }
}
