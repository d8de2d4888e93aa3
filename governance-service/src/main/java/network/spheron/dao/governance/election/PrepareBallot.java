package network.spheron.dao.governance.election;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import network.spheron.dao.chain.ChainReader;
import network.spheron.dao.contracts.BidElection;
import network.spheron.dao.contracts.ContractName;
import network.spheron.dao.governance.ballot.SignedFields;
import network.spheron.dao.web.OwnTransaction;
import network.spheron.dao.web.SignRequest;
import org.jspecify.annotations.Nullable;

/** What a voter signs, or sends from the own wallet, to vote on bids. */
@ApplicationScoped
public class PrepareBallot {
    private final OpenElection openElection;
    private final BallotCheck check;
    private final BidBallot typed;
    private final ContendingBids bids;
    private final ChainReader chain;

    PrepareBallot(
            OpenElection openElection, BallotCheck check, BidBallot typed, ContendingBids bids, ChainReader chain) {
        this.openElection = openElection;
        this.check = check;
        this.typed = typed;
        this.bids = bids;
        this.chain = chain;
    }

    /** A ballot as asked for, checked. */
    private record Prepared(OpenElection.Window election, String voter, BigInteger sequence, Choices choices) {}

    /**
     * The ballot to sign; refused where the signed ballot would be.
     *
     * @param sequence null for the one that replaces the voter's last ballot
     */
    @Transactional
    public SignRequest request(
            BigInteger mandateId, @Nullable String voter, @Nullable String sequence, @Nullable String choices) {
        Prepared ballot = prepare(mandateId, voter, sequence, choices);
        List<String> words = words(ballot);
        words.add("Your signature is sent to the election contract by the portal, which pays the gas.");
        return SignRequest.typedData(
                        typed.typedData(mandateId, ballot.voter(), ballot.sequence(), ballot.choices()), words)
                .returning(Map.of(
                        "sequence",
                        ballot.sequence().toString(),
                        "choices",
                        ballot.choices().hex()));
    }

    /** The same ballot as a transaction of the voter's own wallet. */
    @Transactional
    public OwnTransaction transaction(
            BigInteger mandateId, @Nullable String voter, @Nullable String sequence, @Nullable String choices) {
        Prepared ballot = prepare(mandateId, voter, sequence, choices);
        List<String> words = words(ballot);
        words.add("Your own wallet sends it to the election contract and pays the gas.");
        return OwnTransaction.call(
                chain.address(ContractName.BID_ELECTION),
                BidElection.cast(mandateId, ballot.sequence(), ballot.choices().hex())
                        .data(),
                chain.chainId(),
                words);
    }

    /** Packs choices by bid index as a ballot of this election carries them, 0x-prefixed hex. */
    @Transactional
    public String pack(BigInteger mandateId, Map<Integer, Choice> choices) {
        return Choices.pack(choices, openElection.on(mandateId).bidCount()).hex();
    }

    private Prepared prepare(
            BigInteger mandateId, @Nullable String voter, @Nullable String sequence, @Nullable String choices) {
        OpenElection.Window election = openElection.on(mandateId);
        String address = SignedFields.address("voter", voter);
        Choices checked = Choices.checked(choices, election.bidCount(), election.onBallot());
        BigInteger number = sequence == null || sequence.isBlank()
                ? check.nextSequence(mandateId, address)
                : BallotCheck.sequence(sequence);
        check.requireNewer(mandateId, address, number);
        check.requirePower(election.snapshot(), address);
        return new Prepared(election, address, number, checked);
    }

    private List<String> words(Prepared ballot) {
        List<String> words = new ArrayList<>();
        words.add("Vote on the bids under mandate " + ballot.election().mandateId()
                + " with all of this wallet's voting power.");
        Map<Integer, ContendingBid> known = bids.of(ballot.election().mandateId());
        ballot.election().onBallot().stream().sorted().forEach(index -> {
            String name = ContendingBid.nameOf(index, known.get(index));
            words.add("“" + name + "”: " + ballot.choices().of(index).words());
        });
        words.add("It replaces every earlier ballot of this wallet in this election.");
        return words;
    }
}
