package network.spheron.dao.governance.portal;

import java.util.List;
import network.spheron.dao.governance.sip.SipStatus;
import network.spheron.dao.web.Stage;

/** The way of a SIP as its page draws it. */
final class SipPath {
    private static final List<String> LABELS =
            List.of("Draft", "Discussion", "Final", "Voting", "Timelock", "Executed");
    private static final int VOTING = 3;
    private static final int TIMELOCK = 4;
    private static final int EXECUTED = 5;

    private SipPath() {}

    static List<Stage> of(SipStatus status) {
        return switch (status) {
            case DRAFT -> Stage.path(0, LABELS);
            case DISCUSSION -> Stage.path(1, LABELS);
            case FINAL -> Stage.path(2, LABELS);
            case VOTING -> Stage.path(VOTING, LABELS);
            case PASSED, QUEUED -> Stage.path(TIMELOCK, LABELS);
            case EXECUTED -> Stage.path(EXECUTED + 1, LABELS);
            case DEFEATED, CANCELLED -> Stage.failedAt(VOTING, LABELS);
            case VETOED -> Stage.failedAt(TIMELOCK, LABELS);
            case EXECUTION_FAILED, EXPIRED -> Stage.failedAt(EXECUTED, LABELS);
        };
    }
}
