package network.spheron.dao.governance.election;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import network.spheron.dao.web.PublishedReason;

/** Objections to awards as people see them, with the reasons that were given here. */
@ApplicationScoped
class Objections implements PanacheRepositoryBase<ObjectionReason, String> {
    /** The objection to an election's award at the chain's time, if there was one. */
    Optional<ObjectionView> to(Election election, long now) {
        return election.objection()
                .map(found -> new ObjectionView(
                        slug(found, now),
                        words(found, now),
                        found.objector(),
                        found.reasonHash(),
                        findByIdOptional(found.reasonHash())
                                .map(ObjectionReason::reason)
                                .orElse(null),
                        found.transactionHash(),
                        found.ends()));
    }

    /** Keeps the words, which are shown once their hash is on chain. */
    void keep(PublishedReason reason, String person, long now) {
        if (findByIdOptional(reason.hash()).isEmpty()) {
            persist(new ObjectionReason(reason, person, now));
        }
    }

    private static boolean lapsed(Election.Objection objection, long now) {
        return objection.status() == ObjectionStatus.LIVE && now >= objection.ends();
    }

    private static String slug(Election.Objection objection, long now) {
        return lapsed(objection, now) ? "LAPSED" : objection.status().name();
    }

    private static String words(Election.Objection objection, long now) {
        return switch (objection.status()) {
            case LIVE ->
                lapsed(objection, now)
                        ? "It has lapsed: no vote upheld it in time."
                        : "No agreement is made until it lapses, or a vote dismisses it; a vote that upholds it annuls"
                                + " the award.";
            case DISMISSED -> "A vote has dismissed it.";
            case UPHELD -> "A vote has upheld it: nobody wins.";
        };
    }
}
