package network.spheron.dao.governance.sip;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import network.spheron.dao.identity.Caller;
import network.spheron.dao.identity.Roles;
import network.spheron.dao.web.Action;
import org.jspecify.annotations.Nullable;

/** What the caller may do with a SIP now, and why not the rest. */
@ApplicationScoped
class SipActions {
    private final Caller caller;
    private final Voting voting;

    SipActions(Caller caller, Voting voting) {
        this.caller = caller;
        this.voting = voting;
    }

    List<Action> of(SipSnapshot sip) {
        return List.of(
                Action.unless("revise", againstAuthor(sip, sip.status().isRevisable(), "its content is fixed")),
                Action.unless("discuss", againstAuthor(sip, sip.status() == SipStatus.DRAFT, "it is not a draft")),
                Action.unless(
                        "finalize",
                        againstAuthor(sip, sip.status() == SipStatus.DISCUSSION, "it is not in discussion")),
                Action.unless("propose", againstAuthor(sip, sip.status() == SipStatus.FINAL, "it is not final")),
                Action.unless("comment", againstComment(sip)),
                Action.unless("vote", voting.against(sip)));
    }

    private @Nullable String againstAuthor(SipSnapshot sip, boolean statusFits, String otherwise) {
        if (!caller.isSignedIn()) {
            return "Sign in first.";
        }
        if (!caller.personId().equals(sip.author().person())) {
            return "Only the author, " + sip.author().name() + ", can do this.";
        }
        if (!caller.hasRole(Roles.HOLDER)) {
            return "Your account does not have the role holder.";
        }
        return statusFits ? null : "The SIP " + sip.status().words() + ": " + otherwise + ".";
    }

    private @Nullable String againstComment(SipSnapshot sip) {
        if (!caller.isSignedIn()) {
            return "Sign in to comment.";
        }
        if (sip.status() == SipStatus.DRAFT) {
            return "The author has not opened the discussion yet.";
        }
        return sip.status().takesComments() ? null : "The SIP has reached its end.";
    }
}
