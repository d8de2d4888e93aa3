package network.spheron.dao.faults;

import java.util.List;
import java.util.Optional;
import network.spheron.dao.faults.site.Step;

/**
 * One thing that goes wrong. A run is: {@link #strike}, which begins the scene's step at its own moment; {@link #heal}; then the
 * step has 60 seconds to reach its end and every rule to hold.
 */
public interface Fault {
    /** Its number in docs/faults.md. */
    int number();

    /** A few words, such as "killed before commit". */
    String title();

    /** The steps that it can strike; a run takes one of them. */
    List<Step> steps();

    /** Brings it about. Has {@link Scene#begin} called once; what it expects meanwhile it tells the scene. */
    void strike(Scene scene);

    /** Takes away what it has left behind, and starts again what it has ended. Called even when {@link #strike} failed. */
    default void heal(Scene scene) {}

    /** What this computer lacks for it; it is skipped then, with this as the reason. */
    default Optional<String> lacks() {
        return Optional.empty();
    }
}
