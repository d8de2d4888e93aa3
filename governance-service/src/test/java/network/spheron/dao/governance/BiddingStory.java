package network.spheron.dao.governance;

import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import network.spheron.dao.chain.ChainReader;
import network.spheron.dao.chain.signing.Keccak;
import network.spheron.dao.contracts.BidBook;
import network.spheron.dao.contracts.ContractName;
import network.spheron.dao.events.BidRevealed;
import network.spheron.dao.events.MandateGranted;
import network.spheron.dao.events.MandateTerms;
import network.spheron.dao.events.MilestoneTerms;
import network.spheron.dao.events.WorkstreamOpened;
import network.spheron.dao.testing.TestChain;
import network.spheron.dao.testing.platform.TestBroker;
import network.spheron.dao.testing.platform.TestDao;

/** Plays the other services' part of a competition: bids on the real contracts, and the news about them. */
final class BiddingStory {
    private static final long PERIOD = TestDao.SHORTEST_PERIOD * 10L;
    private static final String DESCRIPTION = Keccak.hash("All of it");

    private final ChainReader chain;
    private final BigInteger mandateId;

    BiddingStory(ChainReader chain, BigInteger mandateId) {
        this.chain = chain;
        this.mandateId = mandateId;
    }

    BiddingStory granted(String purposeHash) {
        MandateTerms terms = new MandateTerms(
                purposeHash,
                Keccak.hash("Ecosystem Funds"),
                token(),
                Terms.CAP,
                TestChain.shared().now() + 1,
                "COMPETITION",
                "FILL_BUDGET",
                1500,
                Terms.QUORUM,
                BigInteger.ZERO,
                2,
                10,
                PERIOD,
                PERIOD,
                PERIOD,
                PERIOD,
                PERIOD,
                PERIOD,
                PERIOD,
                1_000,
                false);
        TestBroker.tell(new MandateGranted(mandateId, terms, "Ecosystem Funds", 0, "0x"));
        return this;
    }

    BiddingStory opened() {
        Members.contractor(0).sends(ContractName.BID_BOOK, BidBook.open(mandateId));
        BidBook.WindowsResult windows = chain.call(ContractName.BID_BOOK, BidBook.windows(mandateId));
        TestBroker.tell(new WorkstreamOpened(
                mandateId, windows.openedAt(), windows.biddingEnds(), windows.revealEnds(), windows.reviewEnds(), 10));
        return this;
    }

    /** One bid per price, each by another contractor; committed, revealed, and reviewed without objection. */
    BiddingStory bids(long... prices) {
        for (int index = 0; index < prices.length; index++) {
            String commitment = chain.call(ContractName.BID_BOOK, BidBook.commitmentOf(terms(index, prices[index])));
            Members.contractor(index).sends(ContractName.BID_BOOK, BidBook.commit(mandateId, commitment));
        }
        TestChain.shared().advance(Duration.ofSeconds(PERIOD));
        for (int index = 0; index < prices.length; index++) {
            reveal(index, prices[index]);
        }
        TestChain.shared().advance(Duration.ofSeconds(2 * PERIOD));
        return this;
    }

    private void reveal(int index, long price) {
        Member bidder = Members.contractor(index);
        bidder.sends(
                ContractName.BID_BOOK,
                BidBook.reveal(mandateId, BigInteger.valueOf(index), terms(index, price), List.of(milestone(price))));
        TestBroker.tell(new BidRevealed(
                mandateId,
                index,
                bidder.address(),
                bidder.address(),
                token(),
                BigInteger.valueOf(price),
                "Bid number " + index,
                List.of(new MilestoneTerms(BigInteger.valueOf(price), PERIOD, DESCRIPTION))));
    }

    private static BidBook.BidTerms terms(int index, long price) {
        String bidder = Members.contractor(index).address();
        return new BidBook.BidTerms(
                bidder,
                bidder,
                token(),
                BigInteger.valueOf(price),
                milestonesHash(price),
                Keccak.hash("Text " + index),
                Keccak.hash("Salt " + index));
    }

    private static BidBook.Milestone milestone(long price) {
        return new BidBook.Milestone(BigInteger.valueOf(price), PERIOD, DESCRIPTION);
    }

    /** Keccak256 of {@code abi.encode(Milestone[])} with one milestone. */
    private static String milestonesHash(long price) {
        String encoded = word(32) + word(1) + word(price) + word(PERIOD) + DESCRIPTION.substring(2);
        return Keccak.hashHex("0x" + encoded);
    }

    private static String word(long value) {
        return String.format("%064x", value);
    }

    private static String token() {
        return TestDao.addresses().address(ContractName.PAYMENT_TOKEN);
    }
}
