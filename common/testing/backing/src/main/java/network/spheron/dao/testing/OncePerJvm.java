package network.spheron.dao.testing;

import java.util.function.Supplier;

/**
 * Starts something once per JVM. What identifies it is kept in a system property, because Quarkus loads the classes of a
 * test several times and each copy has its own static fields.
 */
public final class OncePerJvm {
    private OncePerJvm() {}

    /** What an earlier call of this JVM answered for the property, or else what {@code start} answers now. */
    public static String started(String property, Supplier<String> start) {
        synchronized (Runtime.getRuntime()) {
            String known = System.getProperty(property);
            if (known != null) {
                return known;
            }
            String started = start.get();
            System.setProperty(property, started);
            return started;
        }
    }
}
