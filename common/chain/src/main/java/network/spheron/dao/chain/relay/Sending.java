package network.spheron.dao.chain.relay;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import network.spheron.dao.chain.node.Fees;
import network.spheron.dao.chain.node.NodeRefused;
import network.spheron.dao.chain.node.Signer;
import network.spheron.dao.chain.node.SignerUnavailable;
import org.jboss.logging.Logger;

/** Sends what was accepted, each from the account with the fewest transactions under way. */
@Singleton
class Sending {
    private static final Logger LOG = Logger.getLogger(Sending.class);

    private final Submissions submissions;
    private final Pool pool;
    private final Signing signing;
    private final Broadcasting broadcasting;
    private volatile boolean tooDear;

    Sending(Submissions submissions, Pool pool, Signing signing, Broadcasting broadcasting) {
        this.submissions = submissions;
        this.pool = pool;
        this.signing = signing;
        this.broadcasting = broadcasting;
    }

    void sendAccepted() {
        Room room = pool.room();
        if (room.isFull()) return;
        List<String> accepted =
                QuarkusTransaction.requiringNew().call(() -> submissions.awaitingSignature(room.transactions()));
        if (accepted.isEmpty() || isTooDear()) return;
        Fees fees = signing.feesNow();
        for (String id : accepted) {
            try {
                send(id, room, fees);
            } catch (NodeRefused e) {
                // The node has something against this one; those behind it are not to wait for it.
                LOG.warnf("Submission %s is tried again: %s", id, e.getMessage());
            }
        }
    }

    // What is signed now would only block its account.
    private boolean isTooDear() {
        boolean is = signing.isTooDear();
        if (is && !tooDear)
            LOG.warn("Nothing new is sent: a unit of gas costs more than spheron.chain.max-fee-per-gas");
        tooDear = is;
        return is;
    }

    private void send(String id, Room room, Fees fees) {
        for (Optional<Signer> account = room.emptiest(); account.isPresent(); account = room.emptiest()) {
            Signer sender = account.get();
            try {
                Optional<Attempt> signed = signing.sign(id, sender, fees);
                pool.works(sender.address());
                if (signed.isPresent()) {
                    room.take(sender);
                    broadcasting.broadcast(signed.get());
                }
                return;
            } catch (AccountUnusable | SignerUnavailable e) {
                pool.fails(sender.address(), e);
                room.leaveOut(sender);
            }
        }
    }
}
