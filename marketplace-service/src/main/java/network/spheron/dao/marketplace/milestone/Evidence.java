package network.spheron.dao.marketplace.milestone;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import network.spheron.dao.chain.signing.Keccak;

/** What a contractor shows for a milestone, signed: where it lies, the hash of what lies there, and a note. */
@Entity
@Table(name = "evidence")
class Evidence {
    @Id
    private UUID id;

    @Embedded
    private MilestoneId milestone;

    private int round;
    private String url;
    private String fileHash;
    private String note;
    private String evidenceHash;
    private String signature;

    @SuppressWarnings("NullAway.Init")
    protected Evidence() {}

    Evidence(MilestoneId milestone, int round, Shown shown, String signature) {
        this.id = UUID.randomUUID();
        this.milestone = milestone;
        this.round = round;
        this.url = shown.url();
        this.fileHash = shown.fileHash();
        this.note = shown.note();
        this.evidenceHash = shown.evidenceHash();
        this.signature = signature;
    }

    /**
     * The evidence as it is written.
     *
     * @param fileHash hash of what lies at the address, 32 bytes in 0x-prefixed hex
     */
    record Shown(String url, String fileHash, String note) {
        /** The hash that is signed and goes on chain: keccak256 of address, file hash and note, one a line. */
        String evidenceHash() {
            return Keccak.hash(url + "\n" + fileHash + "\n" + note);
        }
    }

    MilestoneId milestone() {
        return milestone;
    }

    /** The round it was signed for. */
    int round() {
        return round;
    }

    String url() {
        return url;
    }

    String fileHash() {
        return fileHash;
    }

    String note() {
        return note;
    }

    String evidenceHash() {
        return evidenceHash;
    }

    String signature() {
        return signature;
    }
}
