package network.spheron.dao.faults.site;

import java.util.function.Consumer;
import network.spheron.dao.journey.Workstreams;

/** A workstream whose ballots are in; its step is the decision of the election, its end that treasury knows the winners. */
final class Awarding implements Undertaking {
    private final Site site;
    private final Workstreams workstreams;
    private final Workstreams.Open workstream;
    private final Consumer<Workstreams.Open> whenDone;
    private final long due;

    Awarding(Site site, Workstreams workstreams, Workstreams.Open workstream, Consumer<Workstreams.Open> whenDone) {
        this.site = site;
        this.workstreams = workstreams;
        this.workstream = workstream;
        this.whenDone = whenDone;
        this.due = workstreams.votingEnds(workstream) + 1;
    }

    @Override
    public Step step() {
        return Step.AWARD;
    }

    @Override
    public String name() {
        return "Election " + workstream.mandate();
    }

    @Override
    public String writer() {
        return "governance";
    }

    @Override
    public String reader() {
        return "treasury";
    }

    @Override
    public void begin() {
        site.stage().passTo(due);
    }

    @Override
    public boolean goOn() {
        begin();
        int winners = workstreams.winners(workstream).size();
        boolean done = winners > 0
                && site.stage()
                                .visitor()
                                .get("/api/mandates/" + workstream.mandate() + "/awards")
                                .size()
                        == winners;
        if (done) {
            whenDone.accept(workstream);
        }
        return done;
    }
}
