package network.spheron.dao.governance.sip;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** One state of a SIP's content; kept for ever. */
@Entity
@Table(name = "sip_revision")
class SipRevision {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(name = "sip_id")
    private long sipId;

    private int number;

    @Column(name = "author_name")
    private String authorName;

    private Instant at;

    @Embedded
    private SipContent content;

    @SuppressWarnings("NullAway.Init")
    protected SipRevision() {}

    @SuppressWarnings("NullAway.Init")
    SipRevision(long sipId, int number, String authorName, Instant at, SipContent content) {
        this.sipId = sipId;
        this.number = number;
        this.authorName = authorName;
        this.at = at;
        this.content = content;
    }

    RevisionView view() {
        return new RevisionView(number, authorName, at.getEpochSecond(), content.title(), content.text());
    }
}
