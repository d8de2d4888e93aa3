package network.spheron.dao.faults.site;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import network.spheron.dao.journey.Delivery;
import network.spheron.dao.journey.Workstreams;

/** Keeps work ready for faults: workstreams with their bids in, decided ones, and submitted milestones. */
public final class Yard {
    private static final int BIDDERS = 4;
    private static final int MILESTONES = 6;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Site site;
    private final Workstreams workstreams;
    private final Deque<Workstreams.Open> open = new ArrayDeque<>();
    private final Deque<Workstreams.Open> decided = new ArrayDeque<>();
    private final List<Delivery.Work> submitted = new ArrayList<>();

    public Yard(Site site) {
        this.site = site;
        this.workstreams = new Workstreams(site.platform(), site.stage(), BIDDERS, MILESTONES);
    }

    /** Has this many workstreams granted at once, with all their bids. */
    public void prepare(int count) {
        open.addAll(workstreams.open(count));
    }

    /** Something that is about to go through this step. */
    public Undertaking next(Step step, Random random) {
        if (step != Step.FUND) {
            // Its standstill would end unnoticed when the clock is moved for something else.
            while (!decided.isEmpty()) {
                finish(funding());
            }
        }
        return switch (step) {
            case AWARD -> awarding();
            case FUND -> funding();
            case APPROVE -> new Approval(site, milestone(random));
            case PAY -> approved(milestone(random));
        };
    }

    /** Another submitted milestone of the same agreement, to be approved. */
    public Undertaking sibling(Delivery.Work work) {
        Delivery.Work other = submitted.stream()
                .filter(each -> each.agreementId().equals(work.agreementId()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("agreement " + work.agreementId() + " has no other"));
        submitted.remove(other);
        return new Approval(site, other);
    }

    private Undertaking awarding() {
        if (open.isEmpty()) {
            prepare(1);
        }
        Workstreams.Open workstream = open.remove();
        workstreams.vote(workstream);
        return new Awarding(site, workstreams, workstream, decided::add);
    }

    private Undertaking funding() {
        if (decided.isEmpty()) {
            finish(awarding());
        }
        return new Funding(site, workstreams, decided.remove(), this::submit);
    }

    private Delivery.Work milestone(Random random) {
        if (submitted.isEmpty()) {
            finish(funding());
        }
        return submitted.remove(random.nextInt(submitted.size()));
    }

    private Undertaking approved(Delivery.Work work) {
        new Approval(site, work).begin();
        Patience.until(
                "treasury to know that " + work.name() + " is approved",
                PATIENCE,
                () -> site.stage()
                                .visitor()
                                .get("/api/payouts/" + work.agreementId() + "/" + work.index())
                                .get("status")
                                .asText()
                                .equals("APPROVED")
                        && site.delivery().challengeEnds(work) > 0);
        return new Payment(site, work);
    }

    private void submit(Workstreams.Open workstream) {
        List<Delivery.Work> works = new ArrayList<>();
        workstreams
                .agreements(workstream, site.delivery())
                .forEach(agreement -> works.addAll(site.delivery().works(agreement)));
        site.delivery().submitAll(works);
        submitted.addAll(works);
    }

    private static void finish(Undertaking undertaking) {
        undertaking.begin();
        Patience.until(undertaking.name() + " to reach its end", PATIENCE, undertaking::goOn);
    }
}
