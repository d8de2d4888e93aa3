package network.spheron.dao.faults.fault;

import java.util.List;
import java.util.Map;
import network.spheron.dao.faults.Fault;
import network.spheron.dao.faults.Scene;
import network.spheron.dao.faults.site.Chain;
import network.spheron.dao.faults.site.Outsider;
import network.spheron.dao.faults.site.PendingRelease;
import network.spheron.dao.faults.site.Step;

/**
 * A transaction that the platform knows nothing of takes the nonce of a release that is on its way. Expected: once that is final
 * the release is signed anew with the next nonce, and takes effect once.
 */
final class NonceUsedOutside implements Fault {
    @Override
    public int number() {
        return 28;
    }

    @Override
    public String title() {
        return "nonce used outside";
    }

    @Override
    public List<Step> steps() {
        return List.of(Step.PAY);
    }

    @Override
    public void strike(Scene scene) {
        scene.site().platform().restart("treasury", Map.of("SPHERON_CHAIN_BUMP_AFTER", "5s"));
        Chain chain = scene.site().chain();
        PendingRelease release = PendingRelease.after(scene.site(), scene::begin);
        chain.drop(release.hash());
        scene.site().usedByUs(release.sender(), release.nonce());
        chain.node().call("eth_sendRawTransaction", Outsider.nothing("treasury", release.nonce()));
        chain.mine();
        scene.expect("the nonce is used", chain.transactions(release.sender(), "latest") > release.nonce());
    }

    @Override
    public void heal(Scene scene) {
        scene.site().chain().startTheClock();
    }
}
