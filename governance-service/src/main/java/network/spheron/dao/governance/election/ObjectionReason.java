package network.spheron.dao.governance.election;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import network.spheron.dao.web.GivenReason;
import network.spheron.dao.web.PublishedReason;

/** Why somebody objected to an award. */
@Entity
@Table(name = "objection_reason")
class ObjectionReason extends GivenReason {
    protected ObjectionReason() {}

    ObjectionReason(PublishedReason reason, String person, long givenAt) {
        super(reason, person, givenAt);
    }
}
