package network.spheron.dao.governance.sip;

import java.math.BigInteger;
import java.util.List;
import network.spheron.dao.chain.signing.Keccak;
import network.spheron.dao.contracts.DaoGovernor;
import network.spheron.dao.contracts.FunctionCall;
import network.spheron.dao.contracts.Treasury;

/**
 * A SIP as the Governor sees it: one action, which grants the mandate, and a description that binds the text and names
 * the only wallet that may propose it.
 */
final class OnChainProposal {
    private static final List<BigInteger> NO_VALUE = List.of(BigInteger.ZERO);
    /** Number of {@code COMPETITION} in {@code ITreasury.MandateKind}. */
    private static final int COMPETITION = 1;

    private static final int SELECTOR_END = 10;

    private final String treasury;
    private final String calldata;
    private final String description;
    private final String textHash;

    private OnChainProposal(String treasury, String calldata, String description, String textHash) {
        this.treasury = treasury;
        this.calldata = calldata;
        this.description = description;
        this.textHash = textHash;
    }

    /** The proposal that follows from the content. */
    static OnChainProposal of(SipContent content, String proposer, BudgetLine line, String treasury) {
        String textHash = Keccak.hash(content.text());
        return new OnChainProposal(
                treasury,
                grant(content.mandate(), textHash, line),
                content.text() + "\n\n#proposer=" + proposer,
                textHash);
    }

    /** The calldata that grants a mandate for this purpose. */
    static String grant(RequestedMandate mandate, String textHash, BudgetLine line) {
        return Treasury.grantMandate(terms(mandate, textHash, line)).data();
    }

    String textHash() {
        return textHash;
    }

    /** The Governor's id: keccak256 of the very arguments that {@code hashProposal} is called with. */
    BigInteger id() {
        String arguments = DaoGovernor.hashProposal(targets(), NO_VALUE, calldatas(), descriptionHash())
                .data()
                .substring(SELECTOR_END);
        return new BigInteger(Keccak.hashHex("0x" + arguments).substring(2), 16);
    }

    FunctionCall<?> propose() {
        return DaoGovernor.propose(targets(), NO_VALUE, calldatas(), description);
    }

    FunctionCall<?> queue() {
        return DaoGovernor.queue(targets(), NO_VALUE, calldatas(), descriptionHash());
    }

    FunctionCall<?> execute() {
        return DaoGovernor.execute(targets(), NO_VALUE, calldatas(), descriptionHash());
    }

    private List<String> targets() {
        return List.of(treasury);
    }

    private List<String> calldatas() {
        return List.of(calldata);
    }

    private String descriptionHash() {
        return Keccak.hash(description);
    }

    private static Treasury.MandateTerms terms(RequestedMandate mandate, String textHash, BudgetLine line) {
        return new Treasury.MandateTerms(
                textHash,
                line.id(),
                line.token(),
                mandate.cap(),
                mandate.expiry(),
                COMPETITION,
                mandate.awardRule().number(),
                mandate.marginBps(),
                mandate.quorum(),
                mandate.bond(),
                mandate.bidsPerBidder(),
                mandate.maxBids(),
                mandate.biddingPeriod(),
                mandate.revealPeriod(),
                mandate.reviewPeriod(),
                mandate.electionPeriod(),
                mandate.standstillPeriod(),
                mandate.milestoneReviewPeriod(),
                mandate.challengePeriod(),
                mandate.toleranceBps(),
                mandate.inOrder());
    }
}
