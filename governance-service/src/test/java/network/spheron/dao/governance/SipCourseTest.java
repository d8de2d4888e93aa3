package network.spheron.dao.governance;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import network.spheron.dao.chain.ChainReader;
import network.spheron.dao.chain.signing.Keccak;
import network.spheron.dao.contracts.ContractName;
import network.spheron.dao.contracts.DaoGovernor;
import network.spheron.dao.contracts.DaoTimelock;
import network.spheron.dao.events.SipConcluded;
import network.spheron.dao.testing.TestChain;
import network.spheron.dao.testing.platform.PlatformResource;
import network.spheron.dao.testing.platform.TestDao;
import org.junit.jupiter.api.Test;

/** What can happen to a SIP on chain beside being passed and executed. */
@QuarkusTest
@QuarkusTestResource(value = PlatformResource.class, initArgs = @ResourceArg(name = "service", value = "governance"))
class SipCourseTest {
    private static final String REASON = "The terms were copied from another SIP.";

    @Inject
    ChainReader chain;

    private final List<Member> holders = Members.holders();

    @Test
    void rulesAreThoseOfTheChainAndSaidInWords() {
        SipStory sip = proposed("Rules of its own").inVoting();

        JsonPath shown = sip.shown();
        DaoGovernor.ProposalRulesResult onChain =
                chain.call(ContractName.DAO_GOVERNOR, DaoGovernor.proposalRules(sip.proposalId()));
        assertThat(onChain.class_()).isEqualTo(4);
        assertThat(shown.getString("proposal.rules.proposalClass")).isEqualTo("MANDATE");
        assertThat(shown.getBoolean("proposal.rules.vetoable")).isEqualTo(onChain.vetoable());
        assertThat(shown.getInt("proposal.rules.approvalBps")).isEqualTo(onChain.approvalBps());
        assertThat(shown.getLong("proposal.rules.timelockDelay")).isEqualTo(onChain.timelockDelay());
        assertThat(shown.getString("proposal.quorum"))
                .isEqualTo(chain.call(ContractName.DAO_GOVERNOR, DaoGovernor.proposalQuorum(sip.proposalId()))
                        .toString());
        page(sip)
                .body(containsString("decided as a proposal about a mandate"))
                .body(containsString("more than 50 % of the votes"))
                .body(containsString("must reach 4 % of the tokens that can vote"))
                .body(containsString("Voting begins 1 minute after the proposal and lasts 10 minutes."))
                .body(containsString("within 60 days of passing"));
    }

    @Test
    void vetoEndsAQueuedSipAndShowsItsReason() {
        Guardian guardian = Guardian.appointed();
        SipStory sip = passed("Vetoed in the timelock").awaits("QUEUED");

        String transaction = guardian.vetoes(sip, REASON);

        isVetoed(sip, transaction);
        page(sip)
                .body(containsString(REASON))
                .body(containsString(Keccak.hash(REASON)))
                .body(containsString(guardian.address()));
    }

    @Test
    void vetoIsNoCancellationEvenBeforeTheVoteIsSeenToHavePassed() {
        Guardian guardian = Guardian.appointed();
        SipStory sip = proposed("Vetoed at once").inVoting();
        sip.votes(List.of(sip.signedVote(holders.get(0), 1)));
        sip.counted(1);
        TestChain.shared().rpc("evm_increaseTime", TestDao.VOTING_PERIOD + 1);
        TestChain.shared().mine(1);

        isVetoed(sip, guardian.vetoes(sip, REASON));
    }

    @Test
    void proposerCancelsBeforeVotingBegins() {
        SipStory sip = SipStory.drafted(author(), Terms.sip("Regretted")).finalized();
        ProposalCall call = ProposalCall.of(sip);
        sip.proposed();

        sip.author.sends(ContractName.DAO_GOVERNOR, call.cancel());

        sip.awaits("CANCELLED");
    }

    @Test
    void whatIsNotExecutedWithinTheGracePeriodExpires() {
        SipStory sip = passed("Forgotten").awaits("QUEUED");

        TestChain.shared().advance(gracePeriod().plusSeconds(TestDao.DELAY + 1));

        sip.awaits("EXPIRED");
        assertThat(conclusion(sip).outcome()).isEqualTo("EXPIRED");
    }

    @Test
    void whatIsNotQueuedWithinTheGracePeriodExpires() {
        SipStory sip = proposed("Passed and left").inVoting();
        sip.votes(List.of(sip.signedVote(holders.get(0), 1)));
        sip.counted(1);

        TestChain.shared().advance(gracePeriod().plusSeconds(TestDao.VOTING_PERIOD + 1));

        sip.awaits("EXPIRED");
    }

    @Test
    void lateTurnMovesTheEndOfTheVote() {
        SipStory sip = proposed("Turned late").inVoting();
        long planned = sip.shown().getLong("proposal.voteEnd");
        TestChain.shared()
                .advance(Duration.ofSeconds(planned - TestChain.shared().now() - 20));

        sip.votes(List.of(sip.signedVote(holders.get(0), 1)));
        sip.counted(1);

        long onChain = chain.call(ContractName.DAO_GOVERNOR, DaoGovernor.proposalDeadline(sip.proposalId()))
                .longValueExact();
        assertThat(onChain).isGreaterThan(planned);
        assertThat(sip.shown().getLong("proposal.voteEnd")).isEqualTo(onChain);
        page(sip).body(containsString("its outcome turned late, so that it was prolonged by"));
    }

    @Test
    void sponsorsAreShownWithTheirVotes() {
        SipStory sip = SipStory.drafted(author(), Terms.sip("Sponsored")).finalized();
        List<Member> sponsors = List.of(holders.get(7), holders.get(8));

        sip.author.sends(ContractName.DAO_GOVERNOR, ProposalCall.of(sip).proposeBySig(sip.proposalId(), sponsors));

        sip.awaits("VOTING");
        assertThat(sip.shown().getList("sponsors.wallet", String.class))
                .containsExactlyInAnyOrderElementsOf(
                        sponsors.stream().map(Member::address).toList());
        assertThat(sip.shown().getList("sponsors.votes", String.class)).containsOnly(TestDao.HOLDING.toString());
        page(sip).body(containsString(holders.get(7).address()));
    }

    private void isVetoed(SipStory sip, String transaction) {
        sip.awaits("VETOED");
        JsonPath shown = sip.shown();
        assertThat(shown.getString("proposal.veto.reason")).isEqualTo(REASON);
        assertThat(shown.getString("proposal.veto.reasonHash")).isEqualTo(Keccak.hash(REASON));
        assertThat(shown.getString("proposal.transactions.ended")).isEqualTo(transaction);
        assertThat(conclusion(sip).outcome()).isEqualTo("VETOED");
    }

    private Member author() {
        return holders.get(5).linksWallet();
    }

    private SipStory proposed(String title) {
        return SipStory.drafted(author(), Terms.sip(title)).finalized().proposed();
    }

    private SipStory passed(String title) {
        SipStory sip = proposed(title).inVoting();
        sip.votes(List.of(sip.signedVote(holders.get(0), 1)));
        sip.counted(1);
        return sip.afterVoting();
    }

    private Duration gracePeriod() {
        return Duration.ofSeconds(
                chain.call(ContractName.DAO_TIMELOCK, DaoTimelock.gracePeriod()).longValueExact());
    }

    private static SipConcluded conclusion(SipStory sip) {
        return PublishedEvents.of(SipConcluded.class, Long.toString(sip.id));
    }

    private static ValidatableResponse page(SipStory sip) {
        return given().accept("text/html").get("/sips/" + sip.id).then().statusCode(200);
    }
}
