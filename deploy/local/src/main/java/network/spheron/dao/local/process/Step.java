package network.spheron.dao.local.process;

import java.util.Optional;

/** A part that is done once and leaves nothing running, such as creating topics. */
public final class Step implements Component {
    private final String name;
    private final Runnable work;

    public Step(String name, Runnable work) {
        this.name = name;
        this.work = work;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void start() {
        work.run();
    }

    @Override
    public void await() {
        // Nothing to wait for: the work is done when start returns.
    }

    @Override
    public void stop() {
        // Nothing is left running.
    }

    @Override
    public Optional<ProcessHandle> process() {
        return Optional.empty();
    }
}
