package network.spheron.dao.faults.infrastructure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import network.spheron.dao.faults.Fault;
import network.spheron.dao.faults.Scene;
import network.spheron.dao.faults.site.Patience;
import network.spheron.dao.faults.site.Site;
import network.spheron.dao.faults.site.Step;
import network.spheron.dao.local.Platform;

/**
 * The chain's node is killed and comes back as another chain with the same id: its state is gone. Expected: the services notice that its first
 * block or the contracts' code differ, halt, say that they are not ready and send nothing; when the true chain is back and somebody has restarted
 * them, they go on.
 */
final class ChainStartedAnew implements Fault {
    private static final String CHAIN = "chain";
    private static final String STATE = "state.json";
    private static final String KEPT = "state.kept.json";

    @Override
    public int number() {
        return 14;
    }

    @Override
    public String title() {
        return "chain back without its state";
    }

    @Override
    public List<Step> steps() {
        return List.of(Step.FUND, Step.APPROVE, Step.PAY);
    }

    @Override
    public void strike(Scene scene) {
        Platform platform = scene.site().platform();
        scene.begin();
        scene.site().chain().kill();
        move(platform, STATE, KEPT);
        platform.start(CHAIN);
        Health health = new Health(platform);
        for (String service : Site.SERVICES) {
            scene.expectSoon(service + " says that it is not ready", Times.MOMENT, () -> health.saysNotReady(service));
        }
        Patience.pass(Times.OUTAGE);
        for (String service : Site.SERVICES) {
            scene.expect(
                    service + " sends nothing",
                    scene.site().chain().transactions(Site.relayOf(service), "pending") == 0);
        }
    }

    @Override
    public void heal(Scene scene) {
        Platform platform = scene.site().platform();
        platform.kill(CHAIN);
        move(platform, KEPT, STATE);
        platform.start(CHAIN);
        Site.SERVICES.forEach(platform::restart);
    }

    private static void move(Platform platform, String from, String to) {
        Path directory = platform.data().resolve(CHAIN);
        try {
            // Nothing was kept by a strike that failed before it came to that.
            if (Files.exists(directory.resolve(from)))
                Files.move(directory.resolve(from), directory.resolve(to), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
