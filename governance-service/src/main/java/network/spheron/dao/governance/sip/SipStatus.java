package network.spheron.dao.governance.sip;

import java.util.Set;

/** Life cycle of a SIP; the only place that says which status may follow which. */
public enum SipStatus {
    DRAFT,
    DISCUSSION,
    FINAL,
    VOTING,
    PASSED,
    DEFEATED,
    CANCELLED,
    /** The guardian has stopped it after it had passed. */
    VETOED,
    QUEUED,
    EXECUTED,
    /** The timelock's delay has passed, but the contracts refuse the action; it may still be executed later. */
    EXECUTION_FAILED,
    /** It passed, but was not queued or not executed within the grace period. */
    EXPIRED;

    /** Where the chain's clock makes the next step due. */
    static final Set<SipStatus> UNDER_WAY = Set.of(VOTING, PASSED, QUEUED, EXECUTION_FAILED);

    private Set<SipStatus> successors() {
        return switch (this) {
            case DRAFT -> Set.of(DISCUSSION);
            case DISCUSSION -> Set.of(FINAL);
            case FINAL -> Set.of(VOTING);
            case VOTING -> Set.of(PASSED, DEFEATED, CANCELLED);
            case PASSED -> Set.of(QUEUED, VETOED, EXPIRED);
            case QUEUED -> Set.of(EXECUTED, EXECUTION_FAILED, VETOED, EXPIRED);
            case EXECUTION_FAILED -> Set.of(EXECUTED, VETOED, EXPIRED);
            case DEFEATED, CANCELLED, VETOED, EXECUTED, EXPIRED -> Set.of();
        };
    }

    SipStatus moveTo(SipStatus next) {
        if (!successors().contains(next)) {
            throw new IllegalSipTransition(this, "cannot take this step");
        }
        return next;
    }

    /** The status in words that read on from "the SIP", such as "is in discussion". */
    String words() {
        return switch (this) {
            case DRAFT -> "is a draft";
            case DISCUSSION -> "is in discussion";
            case FINAL -> "is final";
            case VOTING -> "is being voted on";
            case PASSED -> "has passed";
            case DEFEATED -> "was defeated";
            case CANCELLED -> "was cancelled";
            case VETOED -> "was vetoed by the guardian";
            case QUEUED -> "waits in the timelock";
            case EXECUTED -> "has been executed";
            case EXECUTION_FAILED -> "could not be executed yet";
            case EXPIRED -> "was not executed in time";
        };
    }

    /** Whether nothing can follow any more. */
    boolean isEnd() {
        return successors().isEmpty();
    }

    /** Whether the author may still change the content. */
    public boolean isRevisable() {
        return this == DRAFT || this == DISCUSSION;
    }

    /** Whether people may comment: from the opening of the discussion until an end is reached. */
    public boolean takesComments() {
        return this != DRAFT && !isEnd();
    }
}
