package network.spheron.dao.local;

import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import network.spheron.dao.local.data.DataDirectory;
import network.spheron.dao.local.process.CannotStart;
import network.spheron.dao.local.process.PidFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code deploy/reset}: stops the stack of a data directory, if it runs, and deletes the directory. */
@Command(
        name = "deploy/reset",
        mixinStandardHelpOptions = true,
        description = "Stops the platform, if it runs, and deletes its data.")
final class Reset implements Callable<Integer> {
    @Option(names = "--data", paramLabel = "DIR", description = "the platform's data (default: deploy/.data)")
    Path data = Installation.current().defaultData();

    public static void main(String[] arguments) {
        System.exit(Commands.run(new Reset(), arguments));
    }

    @Override
    public Integer call() {
        System.out.println(reset(data) ? "Deleted " + data : "There is nothing at " + data);
        return 0;
    }

    /**
     * Stops and deletes.
     *
     * @return whether there was anything
     * @throws CannotStart when the directory is not the launcher's
     */
    static boolean reset(Path data) {
        Optional<DataDirectory> found = DataDirectory.existing(data);
        found.ifPresent(directory -> {
            PidFiles pids = new PidFiles(directory.directory("run"));
            pids.stop(Stack.LAUNCHER);
            pids.stopOrphans();
            FileChannel lock = directory.lock().orElseThrow(() -> Stack.alreadyRunning(directory, pids));
            directory.delete();
            Stack.close(lock);
        });
        return found.isPresent();
    }
}
