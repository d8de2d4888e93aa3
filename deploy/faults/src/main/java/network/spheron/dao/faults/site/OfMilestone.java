package network.spheron.dao.faults.site;

import network.spheron.dao.journey.Delivery;

/** Something that is about one milestone. */
public interface OfMilestone {
    Delivery.Work work();
}
