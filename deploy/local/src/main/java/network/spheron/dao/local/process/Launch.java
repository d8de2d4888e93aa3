package network.spheron.dao.local.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * How a program is started.
 *
 * @param environment what it gets besides the launcher's own environment; the way for secrets, which are never on a
 *     command line
 */
public record Launch(Path directory, List<String> command, Map<String, String> environment) {}
