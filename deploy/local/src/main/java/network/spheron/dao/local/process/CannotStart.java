package network.spheron.dao.local.process;

/** The stack does not come up; the message says why in words for the person at the terminal. */
public class CannotStart extends RuntimeException {
    /** Exit code when a part failed while it was starting. */
    public static final int FAILED = 1;
    /** Exit code when a precondition does not hold and nothing was started. */
    public static final int REFUSED = 2;

    private final int exitCode;

    public CannotStart(int exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    public CannotStart(String message, Throwable cause) {
        super(message, cause);
        this.exitCode = FAILED;
    }

    /** What the launcher exits with. */
    public int exitCode() {
        return exitCode;
    }
}
