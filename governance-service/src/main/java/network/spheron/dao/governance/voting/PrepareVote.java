package network.spheron.dao.governance.voting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import network.spheron.dao.chain.ChainReader;
import network.spheron.dao.contracts.ContractName;
import network.spheron.dao.contracts.DaoGovernor;
import network.spheron.dao.governance.ballot.SignedFields;
import network.spheron.dao.web.OwnTransaction;
import network.spheron.dao.web.SignRequest;
import org.jspecify.annotations.Nullable;

/** What a voter signs, or sends from the own wallet. */
@ApplicationScoped
public class PrepareVote {
    private final OpenVote openVote;
    private final VoteCheck check;
    private final VoteBallot ballots;
    private final ChainReader chain;

    PrepareVote(OpenVote openVote, VoteCheck check, VoteBallot ballots, ChainReader chain) {
        this.openVote = openVote;
        this.check = check;
        this.ballots = ballots;
        this.chain = chain;
    }

    /** The ballot to sign; refused where the signed vote would be. */
    @Transactional
    public SignRequest request(long sipId, @Nullable String voter, @Nullable Integer support) {
        OpenVote.Window vote = openVote.on(sipId);
        String address = SignedFields.address("voter", voter);
        Support direction = Support.of(support);
        check.requireEligible(vote, address);
        return SignRequest.typedData(
                ballots.typedData(vote.proposalId(), address, direction),
                List.of(
                        words(vote, direction),
                        "Your signature is sent to the Governor contract by the portal, which pays the gas.",
                        "A vote cannot be changed once it is counted."));
    }

    /** The same vote as a transaction of the voter's own wallet. */
    @Transactional
    public OwnTransaction transaction(long sipId, @Nullable String voter, @Nullable Integer support) {
        OpenVote.Window vote = openVote.on(sipId);
        Support direction = Support.of(support);
        check.requireEligible(vote, SignedFields.address("voter", voter));
        return OwnTransaction.call(
                chain.address(ContractName.DAO_GOVERNOR),
                DaoGovernor.castVote(vote.proposalId(), direction.number()).data(),
                chain.chainId(),
                List.of(words(vote, direction), "Your own wallet sends it to the Governor contract and pays the gas."));
    }

    private static String words(OpenVote.Window vote, Support direction) {
        return "Vote " + direction.words() + " SIP " + vote.sipId() + ", “" + vote.title()
                + "”, with all of this wallet's voting power.";
    }
}
