package network.spheron.dao.marketplace.workstream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import network.spheron.dao.chain.ChainClock;
import network.spheron.dao.web.InvalidField;
import org.jspecify.annotations.Nullable;

/** Shows workstreams by the chain's clock. */
@ApplicationScoped
class ReadWorkstreams {
    private final Workstreams workstreams;
    private final BidsOfWorkstream bids;
    private final ChainClock clock;

    ReadWorkstreams(Workstreams workstreams, BidsOfWorkstream bids, ChainClock clock) {
        this.workstreams = workstreams;
        this.bids = bids;
        this.clock = clock;
    }

    /** The newest workstreams, all or those of one status. */
    @Transactional
    List<WorkstreamLine> list(@Nullable String status) {
        Optional<WorkstreamStatus> wanted = Optional.ofNullable(status).map(ReadWorkstreams::status);
        long now = clock.now();
        return workstreams.newestFirst().stream()
                .filter(workstream -> wanted.isEmpty() || workstream.statusAt(now) == wanted.get())
                .map(workstream -> WorkstreamLine.of(workstream, now))
                .toList();
    }

    private static WorkstreamStatus status(String slug) {
        return Arrays.stream(WorkstreamStatus.values())
                .filter(status -> status.slug().equals(slug))
                .findFirst()
                .orElseThrow(() -> new InvalidField("status", "is not one of a workstream's statuses"));
    }

    @Transactional
    WorkstreamView one(BigInteger mandateId) {
        Workstream workstream = workstreams.require(mandateId);
        long now = clock.now();
        WorkstreamStatus status = workstream.statusAt(now);
        return new WorkstreamView(
                mandateId.toString(),
                workstream.title(),
                workstream.text(),
                workstream.sipId().orElse(null),
                workstream.lineName().orElse(null),
                status.slug(),
                status.words(),
                workstream.endsAt(now).orElse(null),
                now,
                WorkstreamView.TermsView.of(workstream.terms()),
                workstream.windows().orElse(null),
                workstream.votingStarts().orElse(null),
                workstream.votingEnds().orElse(null),
                workstream.standstillEnds().orElse(null),
                workstream.awarded().map(BigInteger::toString).orElse(null),
                bids.of(workstream),
                List.of(bids.mayBid(workstream)));
    }
}
