package network.spheron.dao.chain.relay;

import jakarta.inject.Singleton;
import java.util.Optional;
import network.spheron.dao.chain.node.Fees;

/** Signs what takes the place of a transaction that was not mined in time: the same with higher fees, or nothing. */
@Singleton
class Replacing {
    private final Signing signing;
    private final NoOps noOps;
    private final Patience patience;
    private final RelayCounts counts;

    Replacing(Signing signing, NoOps noOps, Patience patience, RelayCounts counts) {
        this.signing = signing;
        this.noOps = noOps;
        this.patience = patience;
        this.counts = counts;
    }

    Optional<Attempt> replacement(UnderWay stuck) {
        if (stuck.newest().isNoOp()) return noOps.inPlaceOf(stuck);
        Fees now = signing.feesNow();
        if (patience.hasEnded(stuck, now)) return noOps.inPlaceOf(stuck);
        Optional<Attempt> raised = signing.raise(stuck, now);
        raised.ifPresent(attempt -> counts.raised(attempt.sender()));
        return raised;
    }
}
