package network.spheron.dao.marketplace.evaluation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.transaction.Transactional;
import java.util.Comparator;
import java.util.List;

/** Everything that waits for stewards, the most urgent first. */
@ApplicationScoped
class StewardQueue {
    private final Instance<QueueSource> sources;

    StewardQueue(Instance<QueueSource> sources) {
        this.sources = sources;
    }

    @Transactional
    List<QueueItem> waiting() {
        return sources.stream()
                .flatMap(source -> source.waiting().stream())
                .sorted(Comparator.comparingLong(QueueItem::deadline))
                .toList();
    }
}
