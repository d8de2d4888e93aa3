package network.spheron.dao.governance.discussion;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What somebody said about a SIP. */
@Entity
@Table(name = "comment")
class Comment {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(name = "sip_id")
    private long sipId;

    @Column(name = "author_person")
    private String authorPerson;

    @Column(name = "author_name")
    private String authorName;

    @Column(columnDefinition = "text")
    private String text;

    private Instant at;

    @SuppressWarnings("NullAway.Init")
    protected Comment() {}

    Comment(long sipId, String authorPerson, String authorName, String text, Instant at) {
        this.sipId = sipId;
        this.authorPerson = authorPerson;
        this.authorName = authorName;
        this.text = text;
        this.at = at;
    }

    CommentView view() {
        if (id == null) {
            throw new IllegalStateException("the comment has not been stored yet");
        }
        return new CommentView(id, authorName, at.getEpochSecond(), text, false);
    }
}
