package network.spheron.dao.faults.fault;

import java.util.List;
import network.spheron.dao.faults.Fault;
import network.spheron.dao.faults.Scene;
import network.spheron.dao.faults.site.Chain;
import network.spheron.dao.faults.site.OfMilestone;
import network.spheron.dao.faults.site.Outsider;
import network.spheron.dao.faults.site.PendingRelease;
import network.spheron.dao.faults.site.Step;

/**
 * The block of a release is replaced by another in which somebody else released the milestone. Expected: it is paid once, and
 * the platform takes the other release for its own.
 */
final class ReorgedReplaced implements Fault {
    @Override
    public int number() {
        return 25;
    }

    @Override
    public String title() {
        return "reorg after payout, transaction replaced";
    }

    @Override
    public List<Step> steps() {
        return List.of(Step.PAY);
    }

    @Override
    public void strike(Scene scene) {
        OfMilestone milestone = (OfMilestone) scene.undertaking();
        Chain chain = scene.site().chain();
        PendingRelease release = PendingRelease.after(scene.site(), scene::begin);
        chain.mine();
        scene.expectSoon("treasury sees its release mined", Times.MOMENT, () -> release.isKnownAsMined(scene.site()));
        chain.reorganise(1, List.of(List.of(Outsider.release(scene.site().chain(), milestone.work()), 0)));
        chain.drop(release.hash());
    }

    @Override
    public void heal(Scene scene) {
        scene.site().chain().startTheClock();
    }
}
