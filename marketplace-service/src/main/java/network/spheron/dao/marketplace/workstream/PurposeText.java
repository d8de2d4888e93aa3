package network.spheron.dao.marketplace.workstream;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The text of a SIP on chain, by its hash, which is the purpose hash of the mandate that the SIP asks for. */
@Entity
@Table(name = "purpose_text")
class PurposeText {
    @Id
    private String textHash;

    private String sipId;
    private String title;
    private String text;

    @SuppressWarnings("NullAway.Init")
    protected PurposeText() {}

    PurposeText(String textHash, String sipId, String title, String text) {
        this.textHash = textHash;
        this.sipId = sipId;
        this.title = title;
        this.text = text;
    }

    String textHash() {
        return textHash;
    }

    String sipId() {
        return sipId;
    }

    String title() {
        return title;
    }

    String text() {
        return text;
    }
}
