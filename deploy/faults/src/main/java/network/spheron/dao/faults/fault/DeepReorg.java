package network.spheron.dao.faults.fault;

import java.util.List;
import network.spheron.dao.faults.Fault;
import network.spheron.dao.faults.Scene;
import network.spheron.dao.faults.site.Chain;
import network.spheron.dao.faults.site.Patience;
import network.spheron.dao.faults.site.SavedChain;
import network.spheron.dao.faults.site.Site;
import network.spheron.dao.faults.site.Step;
import org.jspecify.annotations.Nullable;

/**
 * Blocks that were final are replaced. Expected: following halts in every service, which raises an alarm, and nothing is paid.
 * When the old chain is back and the services were started again, the step goes on.
 */
final class DeepReorg implements Fault {
    private static final int DEPTH = 6;

    private @Nullable SavedChain saved;

    @Override
    public int number() {
        return 26;
    }

    @Override
    public String title() {
        return "reorg deeper than final";
    }

    @Override
    public List<Step> steps() {
        return List.of(Step.PAY);
    }

    @Override
    public void strike(Scene scene) {
        Chain chain = scene.site().chain();
        chain.stopTheClock();
        Patience.until(
                "every service to be at the last final block",
                Times.MOMENT,
                () -> Site.SERVICES.stream()
                        .allMatch(service ->
                                scene.site().database(service).number("select block_number from chain_cursor")
                                        == chain.finalBlock()));
        saved = SavedChain.of(scene.site());
        long nonce = chain.transactions(Site.relayOf("treasury"), "pending");
        chain.reorganise(DEPTH, List.of());
        chain.startTheClock();
        scene.begin();
        for (String service : Site.SERVICES) {
            scene.expectSoon(
                    service + " halts and says so",
                    Times.MOMENT,
                    () -> scene.site().metric(service, "chain_halted") == 1);
        }
        scene.expect(
                "nothing is paid on another chain", chain.transactions(Site.relayOf("treasury"), "pending") <= nonce);
    }

    @Override
    public void heal(Scene scene) {
        SavedChain before = saved;
        if (before != null) {
            before.restore();
        }
        Site.SERVICES.parallelStream()
                .forEach(service -> scene.site().platform().restart(service));
    }
}
