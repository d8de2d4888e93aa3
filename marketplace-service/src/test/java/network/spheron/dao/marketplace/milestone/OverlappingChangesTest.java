package network.spheron.dao.marketplace.milestone;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigInteger;
import java.util.UUID;
import network.spheron.dao.marketplace.BadInputScene;
import network.spheron.dao.marketplace.bid.Bids;
import network.spheron.dao.marketplace.workstream.Workstreams;
import network.spheron.dao.testing.platform.PlatformResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The follower, the keepers and the inbox write the same rows: none of them undoes what another has just written. */
@QuarkusTest
@QuarkusTestResource(value = PlatformResource.class, initArgs = @ResourceArg(name = "service", value = "marketplace"))
class OverlappingChangesTest {
    @Inject
    BadInputScene scene;

    @Inject
    Workstreams workstreams;

    @Inject
    Bids bids;

    @Inject
    Milestones milestones;

    @BeforeEach
    void setTheScene() {
        scene.set();
    }

    @Test
    void laterOfTwoChangesToAWorkstreamIsRefused() {
        BigInteger mandateId = QuarkusTransaction.requiringNew()
                .call(() -> bids.findById(bidId()).mandateId());

        assertLaterIsRefused(
                () -> workstreams.require(mandateId).electionOpened(3, 4),
                () -> workstreams.require(mandateId).electionOpened(5, 6));
    }

    @Test
    void laterOfTwoChangesToABidIsRefused() {
        assertLaterIsRefused(
                () -> bids.findById(bidId()).fundingRefused("later"),
                () -> bids.findById(bidId()).fundingRefused("earlier"));
    }

    @Test
    void laterOfTwoChangesToAMilestoneIsRefused() {
        MilestoneId id = new MilestoneId(scene.agreementId(), 1);

        assertLaterIsRefused(
                () -> milestones.require(id).payoutRefused("later"),
                () -> milestones.require(id).payoutRefused("earlier"));
    }

    private UUID bidId() {
        return UUID.fromString(scene.committedBid());
    }

    /** The later one begins first, and is written last. */
    private static void assertLaterIsRefused(Runnable later, Runnable earlier) {
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    later.run();
                    QuarkusTransaction.requiringNew().run(earlier);
                }))
                .hasStackTraceContaining("OptimisticLockException");
    }
}
