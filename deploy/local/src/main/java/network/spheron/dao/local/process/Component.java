package network.spheron.dao.local.process;

import java.util.Optional;

/** One part of the stack. {@code start}, {@code await} and {@code stop} are called in this order, again after a {@code stop} to restart. */
public interface Component {
    /** The name in logs, reports and file names. */
    String name();

    /** Begins; does not wait until the part answers. */
    void start();

    /**
     * Returns once the part really answers.
     *
     * @throws CannotStart when it ended or stayed silent for too long
     */
    void await();

    /** Ends what {@code start} began and returns when it is gone. */
    void stop();

    /** The process behind this part, if it has one of its own and that runs. */
    Optional<ProcessHandle> process();
}
