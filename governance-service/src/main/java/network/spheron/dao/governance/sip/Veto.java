package network.spheron.dao.governance.sip;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import network.spheron.dao.chain.signing.Keccak;

/** The guardian's veto and its reason. */
@Embeddable
class Veto {
    private static final int LONGEST_REASON = 2_000;

    @Column(name = "veto_guardian")
    private String guardian;

    @Column(name = "veto_reason")
    private String reason;

    @Column(name = "veto_reason_hash")
    private String reasonHash;

    @SuppressWarnings("NullAway.Init")
    protected Veto() {}

    private Veto(String guardian, String reason, String reasonHash) {
        this.guardian = guardian;
        this.reason = reason;
        this.reasonHash = reasonHash;
    }

    /** Keeps the beginning of a long reason, and the hash of all of it. */
    static Veto of(String guardian, String reason) {
        // The database knows no zero character, which anybody can write on chain.
        String readable = reason.replace('\0', '\uFFFD');
        return new Veto(
                guardian,
                readable.substring(
                        0,
                        readable.offsetByCodePoints(
                                0, Math.min(LONGEST_REASON, readable.codePointCount(0, readable.length())))),
                Keccak.hash(reason));
    }

    ProposalView.Vetoed view() {
        return new ProposalView.Vetoed(guardian, reason, reasonHash);
    }
}
