package network.spheron.dao.faults.site;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Consumer;
import network.spheron.dao.journey.Workstreams;

/** A decided workstream; its step is the funding of the winners' agreements, its end that all of them can be worked on. */
final class Funding implements Undertaking {
    private final Site site;
    private final Workstreams workstreams;
    private final Workstreams.Open workstream;
    private final Consumer<Workstreams.Open> whenDone;

    Funding(Site site, Workstreams workstreams, Workstreams.Open workstream, Consumer<Workstreams.Open> whenDone) {
        this.site = site;
        this.workstreams = workstreams;
        this.workstream = workstream;
        this.whenDone = whenDone;
    }

    @Override
    public Step step() {
        return Step.FUND;
    }

    @Override
    public String name() {
        return "Funding under mandate " + workstream.mandate();
    }

    @Override
    public String writer() {
        return "treasury";
    }

    @Override
    public String reader() {
        return "marketplace";
    }

    @Override
    public void begin() {
        site.stage().passTo(workstreams.standstillEnds(workstream) + 1);
    }

    @Override
    public boolean goOn() {
        begin();
        int winners = workstreams.winners(workstream).size();
        int funded = 0;
        for (JsonNode line : site.stage().visitor().get("/api/agreements")) {
            if (line.get("mandateId").asText().equals(workstream.mandate().toString())) {
                funded++;
            }
        }
        boolean done = winners > 0 && funded == winners;
        if (done) {
            whenDone.accept(workstream);
        }
        return done;
    }
}
