package network.spheron.dao.governance;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import network.spheron.dao.testing.TestTokens;

/**
 * What bad requests are aimed at.
 *
 * @param draft a SIP that was just drafted
 * @param voting one that is voted on; {@link #voter} has voted
 * @param ended one whose vote has ended
 */
record BadInputWorld(Member author, Member voter, Member other, SipStory draft, SipStory voting, SipStory ended) {
    static BadInputWorld prepare() {
        Member author = Members.holders().get(8).linksWallet();
        Member voter = Members.holders().get(1);
        SipStory ended =
                SipStory.drafted(author, Terms.sip("Ended")).finalized().proposed();
        ended.inVoting().afterVoting().awaits("DEFEATED");
        SipStory draft = SipStory.drafted(author, Terms.sip("A draft"));
        SipStory voting =
                SipStory.drafted(author, Terms.sip("In voting")).finalized().proposed();
        voting.inVoting();
        voting.votes(List.of(voting.signedVote(voter, 1)));
        voting.counted(1);
        return new BadInputWorld(author, voter, Members.holders().get(9).linksWallet(), draft, voting, ended);
    }

    /** A request without login. */
    RequestSpecification visitor() {
        return given().accept(ContentType.JSON).contentType(ContentType.JSON);
    }

    /** A request of somebody with another role than holder. */
    RequestSpecification contractor() {
        return visitor().auth().oauth2(TestTokens.shared().token("somebody", "contractor"));
    }
}
