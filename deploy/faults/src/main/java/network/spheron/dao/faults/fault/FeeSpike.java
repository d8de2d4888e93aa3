package network.spheron.dao.faults.fault;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import network.spheron.dao.faults.Fault;
import network.spheron.dao.faults.Scene;
import network.spheron.dao.faults.site.Chain;
import network.spheron.dao.faults.site.PendingRelease;
import network.spheron.dao.faults.site.Step;

/**
 * The base fee rises above what a release that is on its way offers, and stays there. Expected: the release is signed again with
 * the same nonce and a higher fee below the cap, and is mined.
 */
final class FeeSpike implements Fault {
    private static final BigInteger SPIKE = BigInteger.valueOf(40_000_000_000L);
    private static final BigInteger USUAL = BigInteger.valueOf(1_000_000_000L);

    @Override
    public int number() {
        return 27;
    }

    @Override
    public String title() {
        return "fee spike and stuck transaction";
    }

    @Override
    public List<Step> steps() {
        return List.of(Step.PAY);
    }

    @Override
    public void strike(Scene scene) {
        // Sooner than in production, so that nobody has to wait a minute.
        scene.site().platform().restart("treasury", Map.of("SPHERON_CHAIN_BUMP_AFTER", "5s"));
        Chain chain = scene.site().chain();
        PendingRelease release = PendingRelease.after(scene.site(), scene::begin);
        BigInteger spike = release.maxFee(chain).multiply(BigInteger.TEN).max(SPIKE);
        scene.expectSoon("the release is signed again with a higher fee", Times.MOMENT, () -> {
            chain.setNextBaseFee(spike);
            chain.mine();
            return release.attempts(scene.site()) > 1;
        });
        scene.expectSoon("it is mined while fees are high", Times.MOMENT, () -> {
            chain.setNextBaseFee(spike);
            chain.mine();
            return chain.transactions(release.sender(), "latest") > release.nonce();
        });
    }

    @Override
    public void heal(Scene scene) {
        Chain chain = scene.site().chain();
        chain.setNextBaseFee(USUAL);
        chain.startTheClock();
    }
}
