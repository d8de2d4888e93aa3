package network.spheron.dao.local;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.IExitCodeGenerator;

/** Runs the commands of {@code deploy/}: a problem is told in one line, with the exit code that it stands for. */
public final class Commands {
    /** Exit code when an option or a file that the caller gave is wrong; nothing was started. */
    public static final int BAD_INPUT = CommandLine.ExitCode.USAGE;

    private static final int FAILED = CommandLine.ExitCode.SOFTWARE;

    private Commands() {}

    /** Runs the command; answers with its exit code. */
    public static int run(Callable<Integer> command, String... arguments) {
        return line(command).execute(arguments);
    }

    /** The command with the same answers to problems. */
    public static CommandLine line(Callable<Integer> command) {
        return answering(new CommandLine(command));
    }

    /** The same answers for a command line that somebody else has put together. */
    public static CommandLine answering(CommandLine line) {
        return line.setExecutionExceptionHandler(Commands::tell).setParameterExceptionHandler((problem, given) -> {
            problem.getCommandLine()
                    .getErr()
                    .println(problem.getMessage() + "; see "
                            + problem.getCommandLine().getCommandSpec().qualifiedName() + " --help");
            return BAD_INPUT;
        });
    }

    private static int tell(Exception problem, CommandLine command, CommandLine.ParseResult parsed) {
        command.getErr().println(problem.getMessage() == null ? problem.toString() : problem.getMessage());
        return problem instanceof IExitCodeGenerator known ? known.getExitCode() : FAILED;
    }
}
