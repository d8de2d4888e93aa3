package network.spheron.dao.marketplace;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigInteger;
import network.spheron.dao.chain.signing.Keccak;
import network.spheron.dao.contracts.Treasury;
import network.spheron.dao.events.MandateTerms;
import network.spheron.dao.testing.platform.PlatformResource;
import org.junit.jupiter.api.Test;

/** What makes a workstream, and what only describes it. */
@QuarkusTest
@QuarkusTestResource(value = PlatformResource.class, initArgs = @ResourceArg(name = "service", value = "marketplace"))
class GrantTest {
    @Inject
    Market market;

    @Inject
    Surroundings around;

    @Test
    void termsAreThoseOfTheChainWhateverTheNewsSays() {
        String text = "Asked for at " + System.nanoTime();
        Treasury.MandateTerms terms = market.terms(Keccak.hash(text), Market.Periods.SHORT, 1, BigInteger.ZERO);

        BigInteger mandateId = market.grant(terms);
        around.eventually(() -> "granted".equals(market.status(mandateId)));

        market.announce(mandateId, "Granted work", text, withTwiceTheCap(Market.event(terms)));
        around.eventually(() -> "open".equals(market.status(mandateId)));
        assertThat(market.workstream(mandateId).getString("title")).isEqualTo("Granted work");
        assertThat(market.workstream(mandateId).getString("lineName")).isEqualTo(Market.LINE);
        assertThat(market.workstream(mandateId).getString("terms.cap")).isEqualTo(Market.CAP.toString());
    }

    private static MandateTerms withTwiceTheCap(MandateTerms terms) {
        return new MandateTerms(
                terms.purposeHash(),
                terms.lineId(),
                terms.token(),
                terms.cap().add(terms.cap()),
                terms.expiry(),
                terms.kind(),
                terms.awardRule(),
                terms.marginBps(),
                terms.quorum(),
                terms.bond(),
                terms.bidsPerBidder(),
                terms.maxBids(),
                terms.biddingPeriod(),
                terms.revealPeriod(),
                terms.reviewPeriod(),
                terms.electionPeriod(),
                terms.standstillPeriod(),
                terms.milestoneReviewPeriod(),
                terms.challengePeriod(),
                terms.toleranceBps(),
                terms.inOrder());
    }
}
