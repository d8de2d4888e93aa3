package network.spheron.dao.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BooleanSupplier;
import network.spheron.dao.faults.check.Finding;
import network.spheron.dao.faults.site.OfMilestone;
import network.spheron.dao.faults.site.Patience;
import network.spheron.dao.faults.site.Site;
import network.spheron.dao.faults.site.Step;
import network.spheron.dao.faults.site.Undertaking;
import network.spheron.dao.faults.site.Yard;

/** One run of one fault: where it happens, in which step, and what chance decides. */
public final class Scene {
    private final Site site;
    private final Yard yard;
    private final List<Undertaking> siblings = new ArrayList<>();
    private final Undertaking undertaking;
    private final Random random;
    private final List<Finding> surprises = new ArrayList<>();

    Scene(Site site, Yard yard, Undertaking undertaking, Random random) {
        this.site = site;
        this.yard = yard;
        this.undertaking = undertaking;
        this.random = random;
    }

    /** The running platform and everything around it. */
    public Site site() {
        return site;
    }

    /** The only source of chance: the same seed decides the same. */
    public Random random() {
        return random;
    }

    /** The work that is under way. */
    public Undertaking undertaking() {
        return undertaking;
    }

    public Step step() {
        return undertaking.step();
    }

    /** Lets the step happen: people and the chain's clock do their part, and the services are on their own. */
    public void begin() {
        undertaking.begin();
    }

    /** Another milestone of the same agreement that is to be approved, and has to reach its end as well. */
    public Undertaking sibling() {
        Undertaking sibling = yard.sibling(((OfMilestone) undertaking).work());
        siblings.add(sibling);
        return sibling;
    }

    /** Does what is left for people to do, and answers whether everything has reached its end. */
    boolean goOn() {
        boolean done = undertaking.goOn();
        for (Undertaking sibling : siblings) {
            done &= sibling.goOn();
        }
        return done;
    }

    /** Waits for what must come about because of the fault; if it does not, that is a finding. */
    public void expectSoon(String fact, Duration patience, BooleanSupplier holds) {
        expect(fact, Patience.isSoon(patience, holds));
    }

    /** What the fault's table says must hold while it lasts. */
    public void expect(String fact, boolean holds) {
        if (!holds) {
            surprises.add(new Finding("expected result", Finding.Kind.OTHER, "not so: " + fact));
        }
    }

    List<Finding> surprises() {
        return List.copyOf(surprises);
    }
}
