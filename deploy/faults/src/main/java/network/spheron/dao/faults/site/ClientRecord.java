package network.spheron.dao.faults.site;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import network.spheron.dao.journey.Portal;

/** What the people of the job were promised: every change that the platform answered with 2xx. */
public final class ClientRecord {
    private final List<Portal.Promise> promises = new CopyOnWriteArrayList<>();

    void add(Portal.Promise promise) {
        promises.add(promise);
    }

    /** In the order in which the answers came. */
    public List<Portal.Promise> promises() {
        return List.copyOf(promises);
    }
}
