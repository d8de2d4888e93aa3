package network.spheron.dao.marketplace.milestone;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import network.spheron.dao.web.GivenReason;
import network.spheron.dao.web.PublishedReason;

/** Why somebody challenged a decision about a milestone. */
@Entity
@Table(name = "challenge_reason")
class ChallengeReason extends GivenReason {
    protected ChallengeReason() {}

    ChallengeReason(PublishedReason reason, String person, long givenAt) {
        super(reason, person, givenAt);
    }
}
