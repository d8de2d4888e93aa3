package network.spheron.dao.marketplace.milestone;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import network.spheron.dao.chain.ChainClock;
import network.spheron.dao.chain.ChainReader;
import network.spheron.dao.contracts.ContractName;
import network.spheron.dao.contracts.MilestoneEscrow;
import network.spheron.dao.contracts.Treasury;
import org.jspecify.annotations.Nullable;

/**
 * Agreements as the MilestoneEscrow contract has them at the block followed last. Its deadlines move while payments are
 * stopped and, in order, with the milestones before: no event says so.
 */
@ApplicationScoped
class Escrow {
    private static final int PENDING = 0;
    private static final int SUBMITTED = 1;
    private static final int CHALLENGED = 3;
    private static final Set<Integer> UNDECIDED = Set.of(PENDING, SUBMITTED, CHALLENGED);

    private final ChainReader chain;
    private final ChainClock clock;
    private final AtomicReference<@Nullable Known> known = new AtomicReference<>();
    private final Map<BigInteger, Boolean> inOrder = new ConcurrentHashMap<>();

    Escrow(ChainReader chain, ChainClock clock) {
        this.chain = chain;
        this.clock = clock;
    }

    /** Milestones as read at a followed block: a page asks for the same ones several times. */
    private record Known(long block, Map<MilestoneId, MilestoneEscrow.MilestoneResult> milestones) {}

    /** A milestone; times are the chain's, in seconds since the epoch, 0 where they do not apply now. */
    MilestoneEscrow.MilestoneResult milestone(MilestoneId id) {
        return known().milestones().computeIfAbsent(id, this::read);
    }

    private Known known() {
        long block = clock.followed().number();
        Known last = known.get();
        if (last != null && last.block() == block) {
            return last;
        }
        Known next = new Known(block, new ConcurrentHashMap<>());
        known.set(next);
        return next;
    }

    private MilestoneEscrow.MilestoneResult read(MilestoneId id) {
        return chain.callAt(
                clock.followed(),
                ContractName.MILESTONE_ESCROW,
                MilestoneEscrow.milestone(id.agreementId(), BigInteger.valueOf(id.position())));
    }

    /** Whether it may be submitted as far as the milestone before is concerned: in order, that is approved first, or over. */
    boolean isInTurn(MilestoneId id) {
        return id.position() == 0
                || !isInOrder(id.agreementId())
                || !UNDECIDED.contains(milestone(new MilestoneId(id.agreementId(), id.position() - 1))
                        .status());
    }

    // A mandate's terms never change.
    private boolean isInOrder(BigInteger agreementId) {
        return inOrder.computeIfAbsent(agreementId, id -> {
            BigInteger mandateId = chain.call(ContractName.MILESTONE_ESCROW, MilestoneEscrow.agreement(id))
                    .mandateId();
            return chain.call(ContractName.TREASURY, Treasury.mandateTerms(mandateId))
                    .inOrder();
        });
    }
}
