package network.spheron.dao.governance.sip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.math.BigInteger;
import java.util.List;
import network.spheron.dao.web.WebConfig;
import org.junit.jupiter.api.Test;

/** What is wrong with terms is said in the units of the form that they are entered in. */
class TermsPolicyTest {
    private static final long NOW = 1_000;
    private static final long DAY = 24 * 3_600;
    private static final BigInteger CAP = units(90, 6);
    private static final BigInteger QUORUM = units(100, 18);

    private final TermsPolicy policy = new TermsPolicy(
            new Floors(500, QUORUM, DAY, DAY, DAY, DAY, DAY, DAY, DAY, 2_000, 9_000),
            List.of(line("Funds", true), line("Coins", false)),
            new MandateWords(new SmallRyeConfigBuilder()
                    .withMapping(WebConfig.class)
                    .build()
                    .getConfigMapping(WebConfig.class)),
            NOW);

    @Test
    void termsWithinTheRulesPass() {
        assertThat(policy.check(mandate("Funds", CAP, 500, QUORUM, DAY, 2_000)).name())
                .isEqualTo("Funds");
    }

    @Test
    void lineOfAnotherTokenIsRefused() {
        refused(mandate("Coins", CAP, 500, QUORUM, DAY, 0), "the budget line Coins is not in sUSD");
    }

    @Test
    void amountsAreSaidInWholeTokens() {
        refused(
                mandate("Funds", CAP.add(BigInteger.ONE), 500, QUORUM, DAY, 0),
                "is 90.000001 sUSD, and no mandate may go above 90 sUSD");
        refused(
                mandate("Funds", units(101, 6), 500, QUORUM, DAY, 0),
                "the cap is 101 sUSD, and the line has 100 sUSD left");
        refused(mandate("Funds", CAP, 500, units(99, 18), DAY, 0), "is 99 SPN, and no mandate may go below 100 SPN");
    }

    @Test
    void partsAreSaidInPercentAndPeriodsInTheirUnits() {
        refused(mandate("Funds", CAP, 499, QUORUM, DAY, 0), "is 4.99 %, and no mandate may go below 5 %");
        refused(mandate("Funds", CAP, 500, QUORUM, DAY, 2_001), "is 20.01 %, and no mandate may go above 20 %");
        refused(mandate("Funds", CAP, 500, QUORUM, DAY - 3_600, 0), "is 23 hours, and no mandate may go below 1 day");
    }

    private void refused(RequestedMandate mandate, String detail) {
        assertThatThrownBy(() -> policy.check(mandate))
                .isInstanceOfSatisfying(
                        BadTerms.class, refusal -> assertThat(refusal.detail()).startsWith(detail));
    }

    private static BudgetLine line(String name, boolean inPaymentToken) {
        BigInteger hundred = units(100, 6);
        return new BudgetLine("0x01", name, "0x70", inPaymentToken, hundred, hundred, hundred);
    }

    private static BigInteger units(long whole, int decimals) {
        return BigInteger.valueOf(whole).multiply(BigInteger.TEN.pow(decimals));
    }

    private static RequestedMandate mandate(
            String line, BigInteger cap, int marginBps, BigInteger quorum, long biddingPeriod, int toleranceBps) {
        return new RequestedMandate(
                line,
                cap,
                NOW + 1,
                AwardRule.FILL_BUDGET,
                marginBps,
                quorum,
                BigInteger.ZERO,
                1,
                1,
                biddingPeriod,
                DAY,
                DAY,
                DAY,
                DAY,
                DAY,
                DAY,
                toleranceBps,
                false);
    }
}
