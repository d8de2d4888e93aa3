package network.spheron.dao.local.process;

import java.nio.file.Path;

/** Where child processes leave their traces: process records, logs, the terminal. */
public record Workspace(PidFiles pids, Path logs, Console console) {}
