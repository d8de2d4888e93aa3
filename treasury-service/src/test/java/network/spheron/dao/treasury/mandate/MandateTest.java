package network.spheron.dao.treasury.mandate;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import network.spheron.dao.events.MandateTerms;
import org.junit.jupiter.api.Test;

class MandateTest {
    private static final long EXPIRY = 1_000;

    private final Mandate mandate = new Mandate(BigInteger.ONE, terms(), 0, "0xaa");

    @Test
    void isToBeClosedAfterItsExpiry() {
        assertThat(mandate.closeDueAt).isEqualTo(EXPIRY + 1);
    }

    @Test
    void newsOfAnElectionBringsItsClosingForward() {
        mandate.closeFrom(500);

        assertThat(mandate.closeDueAt).isEqualTo(500);
    }

    @Test
    void falseNewsCannotPutOffItsClosingBeyondItsExpiry() {
        mandate.closeFrom(1L << 40);

        assertThat(mandate.closeDueAt).isEqualTo(EXPIRY + 1);
    }

    @Test
    void whatCouldNotBeClosedIsTriedAgainAfterItsExpiryToo() {
        mandate.tryAgainFrom(EXPIRY + 60);

        assertThat(mandate.closeDueAt).isEqualTo(EXPIRY + 60);
    }

    private static MandateTerms terms() {
        BigInteger ten = BigInteger.TEN;
        return new MandateTerms(
                "0x01",
                "0x02",
                "0x70",
                ten,
                EXPIRY,
                "COMPETITION",
                "FILL_BUDGET",
                500,
                ten,
                ten,
                1,
                1,
                1,
                1,
                1,
                1,
                1,
                1,
                1,
                1,
                false);
    }
}
