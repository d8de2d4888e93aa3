package network.spheron.dao.marketplace;

import io.restassured.RestAssured;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import network.spheron.dao.chain.ChainReader;
import network.spheron.dao.chain.signing.Keccak;
import network.spheron.dao.contracts.BidBook;
import network.spheron.dao.contracts.ContractName;
import network.spheron.dao.contracts.FunctionCall;
import network.spheron.dao.contracts.MilestoneEscrow;
import network.spheron.dao.contracts.StewardCouncil;
import network.spheron.dao.contracts.Treasury;
import network.spheron.dao.testing.TestKeys.TestKey;
import network.spheron.dao.testing.platform.TestDao;

/** Agreements of the service entity, which need no election, and what votes and parties do to them on chain. */
@ApplicationScoped
class DirectWork {
    static final String REASON = Keccak.hash("Because.");
    static final String EVIDENCE = Keccak.hash("Evidence");

    private static final int DIRECT = 0;
    private static final long DUE_AFTER = 200L * Market.Periods.DAY;

    private final Market market;
    private final Surroundings around;
    private final ChainReader chain;

    DirectWork(Market market, Surroundings around, ChainReader chain) {
        this.market = market;
        this.around = around;
        this.chain = chain;
    }

    /** The service entity with its wallet: contractor and first payee of every agreement here. */
    Person entity() {
        Person entity = new Person("entity", "contractor", TestDao.serviceEntity());
        around.link(entity.name(), entity.address(), true);
        return entity;
    }

    /** An agreement with these amounts, each due in 200 days; returns its id once the service has it. */
    BigInteger agreement(boolean inOrder, long... amounts) {
        BigInteger mandateId = mandate(inOrder);
        List<BidBook.Milestone> milestones =
                Arrays.stream(amounts).mapToObj(DirectWork::milestone).toList();
        BigInteger price = BigInteger.valueOf(Arrays.stream(amounts).sum());
        String digest = chain.call(
                ContractName.MILESTONE_ESCROW,
                MilestoneEscrow.directAgreementDigest(mandateId, entity().address(), price, hash(milestones)));
        send(
                anyone(),
                MilestoneEscrow.createDirect(
                        mandateId,
                        entity().address(),
                        milestones,
                        entity().wallet().sign(digest)));
        BigInteger agreementId = chain.call(ContractName.MILESTONE_ESCROW, MilestoneEscrow.agreementCount());
        around.eventually(
                () -> RestAssured.get("/api/agreements/" + agreementId).statusCode() == 200);
        return agreementId;
    }

    private BigInteger mandate(boolean inOrder) {
        Treasury.MandateTerms like = market.terms(
                Keccak.hash("Asked for at " + System.nanoTime()), Market.Periods.SHORT, 1, BigInteger.ZERO);
        return market.grant(new Treasury.MandateTerms(
                like.purposeHash(),
                like.lineId(),
                like.token(),
                like.cap(),
                like.expiry(),
                DIRECT,
                like.awardRule(),
                like.marginBps(),
                like.quorum(),
                like.bond(),
                like.bidsPerBidder(),
                like.maxBids(),
                like.biddingPeriod(),
                like.revealPeriod(),
                like.reviewPeriod(),
                like.electionPeriod(),
                like.standstillPeriod(),
                like.milestoneReviewPeriod(),
                like.challengePeriod(),
                like.toleranceBps(),
                inOrder));
    }

    static BidBook.Milestone milestone(long amount) {
        return new BidBook.Milestone(BigInteger.valueOf(amount), DUE_AFTER, Keccak.hash("Work for " + amount));
    }

    // keccak256(abi.encode(Milestone[])): the list as it stands in a call before an empty signature.
    private static String hash(List<BidBook.Milestone> milestones) {
        String call = MilestoneEscrow.createDirect(BigInteger.ONE, "0x" + "0".repeat(40), milestones, "0x")
                .data();
        return Keccak.hashHex("0x" + String.format("%064x", 32) + call.substring(10 + 4 * 64, call.length() - 64));
    }

    /** Submits a milestone's first round past the portal. */
    void submitted(BigInteger agreementId, int milestone) {
        send(entity().address(), MilestoneEscrow.submit(agreementId, index(milestone), BigInteger.ONE, EVIDENCE));
        awaitStatus(agreementId, milestone, "submitted");
    }

    /** Submits a milestone's first round, which a vote approves. */
    void approved(BigInteger agreementId, int milestone) {
        submitted(agreementId, milestone);
        vote(MilestoneEscrow.approve(agreementId, index(milestone), BigInteger.ONE, List.of()));
        awaitStatus(agreementId, milestone, "approved");
    }

    /** Submits a milestone's first round, which is approved and then challenged by a holder of many votes. */
    void challenged(BigInteger agreementId, int milestone) {
        approved(agreementId, milestone);
        challenge(agreementId, milestone);
    }

    /** A holder of many votes challenges what was decided about a milestone. */
    void challenge(BigInteger agreementId, int milestone) {
        send(anyone(), MilestoneEscrow.challenge(agreementId, index(milestone), REASON));
        awaitStatus(agreementId, milestone, "challenged");
    }

    void awaitStatus(BigInteger agreementId, int milestone, String status) {
        around.eventually(() -> market.milestone(agreementId, milestone).equals(status));
    }

    /** Enough stewards stop payments for this many seconds. */
    void stopPayments(long seconds) {
        StewardCouncil.Decision decision = new StewardCouncil.Decision(
                "stop payments",
                chain.address(ContractName.TREASURY),
                BigInteger.valueOf(seconds),
                BigInteger.ZERO,
                chain.call(ContractName.TREASURY, Treasury.stopCount()).add(BigInteger.ONE),
                Market.NO_HASH,
                REASON);
        long expiry = around.now() + Market.Periods.DAY;
        List<StewardCouncil.Approval> approvals = TestDao.stewards().stream()
                .sorted(Comparator.comparing(TestKey::address))
                .limit(TestDao.THRESHOLD)
                .map(steward -> new StewardCouncil.Approval(
                        steward.address(),
                        expiry,
                        steward.sign(chain.call(
                                ContractName.STEWARD_COUNCIL,
                                StewardCouncil.digest(decision, steward.address(), expiry)))))
                .toList();
        around.send(anyone(), ContractName.TREASURY, Treasury.stop(seconds, REASON, approvals));
    }

    void vote(FunctionCall<?> call) {
        around.decree(ContractName.MILESTONE_ESCROW, call);
    }

    void send(String from, FunctionCall<?> call) {
        around.send(from, ContractName.MILESTONE_ESCROW, call);
    }

    static String anyone() {
        return TestDao.holders().get(9).address();
    }

    static BigInteger index(int milestone) {
        return BigInteger.valueOf(milestone);
    }
}
