package network.spheron.dao.local.process;

import picocli.CommandLine.IExitCodeGenerator;

/** The stack does not come up; the message says why in words for the person at the terminal. */
public class CannotStart extends RuntimeException implements IExitCodeGenerator {
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

    @Override
    public int getExitCode() {
        return exitCode;
    }
}
