package network.spheron.dao.governance.sip;

import java.math.BigInteger;
import java.util.List;
import java.util.function.Function;

/** The rules that the treasury will hold a mandate against, so that a vote is not spent on terms it must refuse. */
final class TermsPolicy {
    private record PeriodFloor(String term, Function<RequestedMandate, Long> period, Function<Floors, Long> floor) {}

    private static final List<PeriodFloor> PERIODS = List.of(
            new PeriodFloor("biddingPeriod", RequestedMandate::biddingPeriod, Floors::biddingPeriod),
            new PeriodFloor("revealPeriod", RequestedMandate::revealPeriod, Floors::revealPeriod),
            new PeriodFloor("reviewPeriod", RequestedMandate::reviewPeriod, Floors::reviewPeriod),
            new PeriodFloor("electionPeriod", RequestedMandate::electionPeriod, Floors::electionPeriod),
            new PeriodFloor("standstillPeriod", RequestedMandate::standstillPeriod, Floors::standstillPeriod),
            new PeriodFloor(
                    "milestoneReviewPeriod", RequestedMandate::milestoneReviewPeriod, Floors::milestoneReviewPeriod),
            new PeriodFloor("challengePeriod", RequestedMandate::challengePeriod, Floors::challengePeriod));

    private static final BigInteger BPS = BigInteger.valueOf(10_000);

    private final Floors floors;
    private final List<BudgetLine> lines;
    private final MandateWords words;
    private final long now;

    /**
     * @param words in which units it says what is wrong
     * @param now the chain's time
     */
    TermsPolicy(Floors floors, List<BudgetLine> lines, MandateWords words, long now) {
        this.floors = floors;
        this.lines = lines;
        this.words = words;
        this.now = now;
    }

    /**
     * Checks the terms.
     *
     * @return the line that the mandate draws on
     * @throws BadTerms for the first rule that they break
     */
    BudgetLine check(RequestedMandate mandate) {
        BudgetLine line = lines.stream()
                .filter(candidate -> candidate.name().equals(mandate.lineName()))
                .findFirst()
                .orElseThrow(() -> BadTerms.unknownLine(mandate.lineName()));
        if (!line.inPaymentToken()) {
            throw BadTerms.otherToken(line.name(), words.paymentSymbol());
        }
        if (mandate.cap().compareTo(line.free()) > 0) {
            throw BadTerms.exceedsLine(words.payment(mandate.cap()), words.payment(line.free()));
        }
        BigInteger most = line.allocated()
                .multiply(BigInteger.valueOf(floors.mostLineShareBps()))
                .divide(BPS)
                .min(line.periodCap());
        if (mandate.cap().compareTo(most) > 0) {
            throw BadTerms.aboveLimit("cap", words.payment(mandate.cap()), words.payment(most));
        }
        if (mandate.expiry() <= now) {
            throw BadTerms.expired(MandateWords.day(mandate.expiry()));
        }
        if (mandate.bidsPerBidder() > mandate.maxBids()) {
            throw BadTerms.bidsPerBidder(mandate.bidsPerBidder(), mandate.maxBids());
        }
        if (mandate.toleranceBps() > floors.mostToleranceBps()) {
            throw BadTerms.aboveLimit(
                    "toleranceBps",
                    MandateWords.percent(mandate.toleranceBps()),
                    MandateWords.percent(floors.mostToleranceBps()));
        }
        checkFloors(mandate);
        return line;
    }

    private void checkFloors(RequestedMandate mandate) {
        notBelow("marginBps", mandate.marginBps(), floors.marginBps(), MandateWords::percent);
        notBelow("quorum", mandate.quorum(), floors.quorum(), words::votes);
        for (PeriodFloor rule : PERIODS) {
            notBelow(rule.term(), rule.period().apply(mandate), rule.floor().apply(floors), MandateWords::span);
        }
    }

    private static <T extends Comparable<T>> void notBelow(String term, T value, T floor, Function<T, String> inWords) {
        if (value.compareTo(floor) < 0) {
            throw BadTerms.belowFloor(term, inWords.apply(value), inWords.apply(floor));
        }
    }
}
