package network.spheron.dao.faults.site;

import com.fasterxml.jackson.databind.JsonNode;
import network.spheron.dao.journey.Delivery;

/** A milestone that is submitted; its step is the stewards' approval, its end the payment. */
public final class Approval implements Undertaking, OfMilestone {
    private final Site site;
    private final Delivery.Work work;
    private boolean approved;

    Approval(Site site, Delivery.Work work) {
        this.site = site;
        this.work = work;
    }

    @Override
    public Step step() {
        return Step.APPROVE;
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
        return "marketplace";
    }

    @Override
    public String reader() {
        return "treasury";
    }

    @Override
    public void begin() {
        if (!approved) {
            site.delivery().approve(work);
            approved = true;
        }
    }

    @Override
    public boolean goOn() {
        begin();
        JsonNode milestone = site.delivery().view(work);
        String status = milestone.get("status").asText();
        if (status.equalsIgnoreCase("APPROVED")) {
            site.stage().passTo(site.delivery().challengeEnds(work) + 1);
        }
        return status.equalsIgnoreCase("PAID");
    }
}
