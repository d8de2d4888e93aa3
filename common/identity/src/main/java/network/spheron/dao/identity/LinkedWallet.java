package network.spheron.dao.identity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import network.spheron.dao.events.WalletLinked;

/** That a person proved to control a wallet, with the proof; stays when the link has ended. */
@Entity
@Table(name = "linked_wallet")
class LinkedWallet {
    @EmbeddedId
    private Key key;

    private String message;
    private String signature;
    private boolean linked;

    /** Seconds since the epoch of the last change; rises with every change of a wallet, so that old news is seen. */
    @Column(name = "changed_at")
    private long changedAt;

    /** Which wallet and whose. */
    @Embeddable
    record Key(String wallet, String person) implements Serializable {}

    @SuppressWarnings("NullAway.Init")
    protected LinkedWallet() {}

    LinkedWallet(WalletLinked event) {
        this.key = new Key(event.wallet(), event.person());
        this.message = event.message();
        this.signature = event.signature();
        this.linked = event.linked();
        this.changedAt = event.at();
    }

    /** Takes on a newer state. */
    void become(WalletLinked event) {
        message = event.message();
        signature = event.signature();
        linked = event.linked();
        changedAt = event.at();
    }

    void end(long at) {
        linked = false;
        changedAt = at;
    }

    String wallet() {
        return key.wallet();
    }

    String person() {
        return key.person();
    }

    String message() {
        return message;
    }

    String signature() {
        return signature;
    }

    boolean isLinked() {
        return linked;
    }

    long changedAt() {
        return changedAt;
    }
}
