package network.spheron.dao.marketplace.evaluation;

import java.util.List;

/** A feature that has something for stewards to sign. */
public interface QueueSource {
    /** What waits for stewards now, with what the caller may do about it. */
    List<QueueItem> waiting();
}
