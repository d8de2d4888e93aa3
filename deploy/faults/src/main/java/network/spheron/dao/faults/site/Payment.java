package network.spheron.dao.faults.site;

import network.spheron.dao.journey.Delivery;

/** A milestone whose approval treasury knows; its step is the release, its end the payment. */
public final class Payment implements Undertaking, OfMilestone {
    private final Site site;
    private final Delivery.Work work;
    private final long due;

    Payment(Site site, Delivery.Work work) {
        this.site = site;
        this.work = work;
        this.due = site.delivery().challengeEnds(work) + 1;
    }

    @Override
    public Step step() {
        return Step.PAY;
    }

    @Override
    public String name() {
        return work.name();
    }

    @Override
    public Delivery.Work work() {
        return work;
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
        site.stage().passTo(due);
    }

    @Override
    public boolean goOn() {
        begin();
        return site.delivery().view(work).get("status").asText().equalsIgnoreCase("PAID");
    }
}
