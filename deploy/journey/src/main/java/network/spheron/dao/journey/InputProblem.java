package network.spheron.dao.journey;

import java.nio.file.Path;
import network.spheron.dao.local.Commands;
import picocli.CommandLine.IExitCodeGenerator;

/** Something in the caller's input is wrong; nothing was started. */
final class InputProblem extends RuntimeException implements IExitCodeGenerator {
    InputProblem(String message) {
        super(message);
    }

    @Override
    public int getExitCode() {
        return Commands.BAD_INPUT;
    }

    /** A problem in a line of a CSV file; the header is line 1. */
    static InputProblem at(Path file, long line, String what) {
        return new InputProblem(file + ", line " + line + ": " + what);
    }
}
