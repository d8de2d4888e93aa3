package network.spheron.dao.faults.infrastructure;

import java.time.Duration;
import java.util.List;
import network.spheron.dao.faults.Fault;
import network.spheron.dao.faults.Scene;
import network.spheron.dao.faults.site.Step;
import network.spheron.dao.local.wrongclock.WrongClock;

/**
 * Treasury's clock is three days ahead or behind, and is put right after the step. Expected: deadlines follow the chain's clock, so that the step
 * is neither early nor late; what treasury has stored with a wrong time keeps nothing from going on afterwards.
 */
final class ClockOff implements Fault {
    private static final String TREASURY = "treasury";
    private static final Duration OFF = Duration.ofDays(3);

    @Override
    public int number() {
        return 31;
    }

    @Override
    public String title() {
        return "clock three days off in one service";
    }

    @Override
    public List<Step> steps() {
        return List.of(Step.FUND, Step.PAY);
    }

    @Override
    public void strike(Scene scene) {
        Duration offset = scene.random().nextBoolean() ? OFF : OFF.negated();
        scene.site()
                .platform()
                .restart(TREASURY, WrongClock.by(offset, scene.site().platform().data()));
        scene.begin();
        scene.expectSoon("treasury's time is wrong by " + offset, Times.MOMENT, () -> wrongBy(scene, offset));
        scene.expectSoon("the step reaches its end", Times.MOMENT, scene.undertaking()::goOn);
    }

    @Override
    public void heal(Scene scene) {
        scene.site().platform().restart(TREASURY);
    }

    /** Treasury writes its own time when it accepts a transaction for sending; the database has the true one. */
    private static boolean wrongBy(Scene scene, Duration offset) {
        long seconds = scene.site()
                .database(TREASURY)
                .number("select extract(epoch from accepted_at - clock_timestamp())::bigint from chain_submission"
                        + " order by position desc limit 1");
        return Math.abs(seconds - offset.toSeconds()) < Times.MOMENT.toSeconds() * 2;
    }
}
