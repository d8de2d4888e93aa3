package network.spheron.dao.treasury.payout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.math.BigInteger;
import java.util.Optional;
import network.spheron.dao.chain.BlockRef;
import network.spheron.dao.chain.ChainAdvanced;
import network.spheron.dao.chain.ChainClock;
import network.spheron.dao.chain.SubmissionSettled;
import network.spheron.dao.chain.SubmissionStatus;
import network.spheron.dao.chain.TransactionRelay;
import network.spheron.dao.contracts.ContractName;
import network.spheron.dao.contracts.MilestoneEscrow;
import network.spheron.dao.messaging.Outbox;

/** Releases what is due, if every check holds. */
@ApplicationScoped
class ReleasePayouts {
    /** A refused payout is checked again after this many seconds of the chain's time. */
    private static final long RETRY_SECONDS = 60;

    private final Payouts payouts;
    private final PayoutChecks checks;
    private final TransactionRelay relay;
    private final ChainClock clock;
    private final Outbox outbox;

    ReleasePayouts(Payouts payouts, PayoutChecks checks, TransactionRelay relay, ChainClock clock, Outbox outbox) {
        this.payouts = payouts;
        this.checks = checks;
        this.relay = relay;
        this.clock = clock;
        this.outbox = outbox;
    }

    @Transactional
    void onBlock(@Observes ChainAdvanced advanced) {
        BlockRef block = advanced.block();
        payouts.due(block.timestamp()).forEach(payout -> release(payout, block));
    }

    private void release(Payout payout, BlockRef block) {
        Optional<PayoutChecks.Refusal> refusal = checks.refusal(payout, block);
        if (refusal.isPresent()) {
            refuse(payout, refusal.get().check(), refusal.get().detail(), block.timestamp());
            return;
        }
        relay.submit(
                payout.releaseKey(),
                ContractName.MILESTONE_ESCROW,
                MilestoneEscrow.release(payout.key.agreementId(), BigInteger.valueOf(payout.key.milestone())));
        payout.requested();
    }

    void onSettled(@Observes SubmissionSettled settled) {
        if (settled.submission().status() == SubmissionStatus.REFUSED) {
            payouts.withReleaseKey(settled.submission().key())
                    .ifPresent(payout -> refuse(
                            payout,
                            "release",
                            Optional.ofNullable(settled.submission().reason()).orElse("reverted"),
                            clock.now()));
        }
    }

    private void refuse(Payout payout, String check, String detail, long now) {
        payout.refused(check, detail, now + RETRY_SECONDS).ifPresent(outbox::publish);
    }
}
