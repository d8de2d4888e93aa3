package network.spheron.dao.local.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class StartupTest {
    private final List<String> story = new CopyOnWriteArrayList<>();
    private final Console console =
            Console.of(new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8), false, Set.of());
    private final Startup startup = new Startup(console);

    @Test
    void componentsStartAfterWhatTheyBuildOnAndStopBeforeIt() {
        Component database = new Told("database", false);
        Component service = new Told("service", false);
        startup.add(database);
        startup.add(service, database);

        startup.start();
        startup.stop();

        assertThat(story)
                .containsExactly(
                        "start database",
                        "database answers",
                        "start service",
                        "service answers",
                        "stop service",
                        "stop database");
    }

    @Test
    void afterAFailureWhatWasStartedIsStoppedAgain() {
        Component database = new Told("database", false);
        Component broken = new Told("broken", true);
        Component service = new Told("service", false);
        startup.add(database);
        startup.add(broken, database);
        startup.add(service, broken);

        assertThatThrownBy(startup::start).isInstanceOf(CannotStart.class).hasMessage("broken does not answer");

        assertThat(story)
                .containsExactly("start database", "database answers", "start broken", "stop broken", "stop database");
    }

    @Test
    void nothingIsStoppedTwice() {
        startup.add(new Told("database", false));
        startup.start();

        startup.stop();
        startup.stop();

        assertThat(story).containsOnlyOnce("stop database");
    }

    /** Tells what is done with it. */
    private final class Told implements Component {
        private final String name;
        private final boolean broken;

        Told(String name, boolean broken) {
            this.name = name;
            this.broken = broken;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public void start() {
            story.add("start " + name);
        }

        @Override
        public void await() {
            if (broken) {
                throw new CannotStart(CannotStart.FAILED, name + " does not answer");
            }
            story.add(name + " answers");
        }

        @Override
        public void stop() {
            story.add("stop " + name);
        }

        @Override
        public Optional<ProcessHandle> process() {
            return Optional.empty();
        }
    }
}
