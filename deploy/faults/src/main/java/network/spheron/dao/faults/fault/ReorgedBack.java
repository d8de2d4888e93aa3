package network.spheron.dao.faults.fault;

import java.util.List;
import network.spheron.dao.faults.Fault;
import network.spheron.dao.faults.Scene;
import network.spheron.dao.faults.site.Chain;
import network.spheron.dao.faults.site.PendingRelease;
import network.spheron.dao.faults.site.Step;

/**
 * The block of a release is replaced by another that has the release again. Expected: nothing is sent twice, and the payout is
 * booked from the block that stays.
 */
final class ReorgedBack implements Fault {
    @Override
    public int number() {
        return 23;
    }

    @Override
    public String title() {
        return "reorg after payout, transaction back";
    }

    @Override
    public List<Step> steps() {
        return List.of(Step.PAY);
    }

    @Override
    public void strike(Scene scene) {
        Chain chain = scene.site().chain();
        PendingRelease release = PendingRelease.after(scene.site(), scene::begin);
        chain.mine();
        scene.expectSoon("treasury sees its release mined", Times.MOMENT, () -> release.isKnownAsMined(scene.site()));
        chain.reorganise(1, List.of(List.of(release.bytes(), 0)));
    }

    @Override
    public void heal(Scene scene) {
        scene.site().chain().startTheClock();
    }
}
