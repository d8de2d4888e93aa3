package network.spheron.dao.local.process;

import java.io.PrintStream;
import java.util.List;
import java.util.Set;

/** What the person at the terminal sees: progress lines, and log lines with the name of their component in front. */
public final class Console {
    private static final List<String> COLOURS = List.of("36", "35", "33", "34", "32", "96", "95", "93", "94");
    private static final int NAME_WIDTH = 12;

    private final PrintStream out;
    private final boolean coloured;
    private final Set<String> shown;

    private Console(PrintStream out, boolean coloured, Set<String> shown) {
        this.out = out;
        this.coloured = coloured;
        this.shown = shown;
    }

    /**
     * A console that shows progress, and the logs of these components.
     *
     * @param coloured whether the terminal understands colours
     */
    public static Console of(PrintStream out, boolean coloured, Set<String> shown) {
        return new Console(out, coloured, shown);
    }

    /** A line of the launcher itself. */
    public void say(String line) {
        out.println(line);
    }

    /** A line of the launcher about a component. */
    void progress(String component, String line) {
        out.println(prefix(component) + line);
    }

    /** A log line of a component; shown only if this console shows that component. */
    void log(String component, String line) {
        if (shows(component)) {
            out.println(prefix(component) + line);
        }
    }

    boolean shows(String component) {
        return shown.contains(component);
    }

    private String prefix(String component) {
        String name = String.format("%-" + NAME_WIDTH + "s", component);
        String colour = COLOURS.get(Math.floorMod(component.hashCode(), COLOURS.size()));
        return coloured ? "\u001b[" + colour + "m" + name + "\u001b[0m│ " : name + "│ ";
    }
}
