package network.spheron.dao.treasury.escrow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.List;
import network.spheron.dao.events.FundingRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AwardTest {
    private final Award award = new Award(new BidKey(BigInteger.valueOf(7), 3), 500);

    @Test
    void isFundedOnce() {
        assertThat(award.fundingKey()).isEqualTo("mandate:7:bid:3:fund");

        award.requested();
        award.funded();

        assertThatThrownBy(award::requested).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void refusalIsToldOnceAndTriedAgainLater() {
        award.requested();
        assertThat(award.refused("NotAwarded", "NotAwarded(7, 3)", 600))
                .contains(new FundingRefused(BigInteger.valueOf(7), 3, "NotAwarded", "NotAwarded(7, 3)"));
        assertThat(award.dueAt).isEqualTo(660);

        award.requested();
        assertThat(award.refused("NotAwarded", "NotAwarded(7, 3)", 700)).isEmpty();
    }

    @Test
    void betterNewsOfTheStandstillIsTaken() {
        award.standstillUntil(400);
        assertThat(award.dueAt).isEqualTo(400);

        award.requested();
        award.standstillUntil(900);
        assertThat(award.dueAt).isEqualTo(400);
    }

    @Test
    void lapsesWithItsMandateUnlessItIsFunded() {
        award.lapsed();
        assertThat(award.status).isEqualTo(AwardStatus.LAPSED);

        Award funded = new Award(new BidKey(BigInteger.valueOf(7), 4), 500);
        funded.funded();
        funded.lapsed();
        assertThat(funded.status).isEqualTo(AwardStatus.FUNDED);
    }

    @Test
    void lapsesOnce() {
        award.lapsed();
        award.lapsed();
        assertThat(award.status).isEqualTo(AwardStatus.LAPSED);
    }

    @ParameterizedTest
    @CsvSource({
        "STANDSTILL, REQUESTED;FUNDED;LAPSED",
        "REQUESTED,  FUNDED;REFUSED;LAPSED",
        "REFUSED,    REQUESTED;FUNDED;LAPSED",
        "FUNDED,     ''",
        "LAPSED,     ''"
    })
    void statusMovesOnlyAsTheTableSays(AwardStatus status, String successors) {
        for (AwardStatus next : AwardStatus.values()) {
            if (List.of(successors.split(";", -1)).contains(next.name())) {
                assertThat(status.moveTo(next)).isEqualTo(next);
            } else {
                assertThatThrownBy(() -> status.moveTo(next))
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessage("an award that is " + status + " cannot become " + next);
            }
        }
    }
}
