package network.spheron.dao.governance.discussion;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import network.spheron.dao.governance.sip.BrowseSips;
import network.spheron.dao.governance.sip.IllegalSipTransition;
import network.spheron.dao.governance.sip.SipSnapshot;
import network.spheron.dao.identity.Caller;

/** The comments on SIPs. */
@ApplicationScoped
public class Discussion {
    private final Comments comments;
    private final BrowseSips sips;
    private final Caller caller;
    private final Clock clock;

    Discussion(Comments comments, BrowseSips sips, Caller caller, Clock clock) {
        this.comments = comments;
        this.sips = sips;
        this.caller = caller;
        this.clock = clock;
    }

    /** Every comment on the SIP, oldest first. */
    @Transactional
    public List<CommentView> comments(long sipId) {
        sips.snapshot(sipId);
        return comments.on(sipId).stream().map(Comment::view).toList();
    }

    /**
     * Adds the caller's comment.
     *
     * @throws IllegalSipTransition while the SIP is a draft, and once it has ended
     */
    @Transactional
    public CommentView say(long sipId, CommentRequest request) {
        SipSnapshot sip = sips.snapshot(sipId);
        if (!sip.status().takesComments()) {
            throw new IllegalSipTransition(sip.status(), "takes no comments");
        }
        Comment comment = new Comment(sipId, caller.personId(), caller.name(), request.checkedText(), clock.instant());
        comments.persist(comment);
        return comment.view();
    }
}
