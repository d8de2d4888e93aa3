package network.spheron.dao.local;

import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Optional;
import network.spheron.dao.local.data.DataDirectory;
import network.spheron.dao.local.process.CannotStart;
import network.spheron.dao.local.process.PidFiles;

/** {@code deploy/reset}: stops the stack of a data directory, if it runs, and deletes the directory. */
public final class Reset {
    private Reset() {}

    public static void main(String[] arguments) {
        try {
            CommandLine line = CommandLine.parse(arguments);
            Path data = line.data().orElseGet(() -> Installation.current().defaultData());
            System.out.println(reset(data) ? "Deleted " + data : "There is nothing at " + data);
        } catch (CannotStart e) {
            System.err.println(e.getMessage());
            System.exit(e.exitCode());
        }
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
