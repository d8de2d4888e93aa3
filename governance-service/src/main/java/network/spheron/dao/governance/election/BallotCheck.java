package network.spheron.dao.governance.election;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import network.spheron.dao.chain.ChainReader;
import network.spheron.dao.contracts.BidElection;
import network.spheron.dao.contracts.ContractName;
import network.spheron.dao.contracts.GovernanceToken;
import network.spheron.dao.governance.ballot.NoVotingPower;
import network.spheron.dao.governance.ballot.SignedFields;
import network.spheron.dao.web.InvalidField;
import org.jspecify.annotations.Nullable;

/** Checks one signed ballot as the contract will, before the relay pays for it. */
@ApplicationScoped
class BallotCheck {
    private static final BigInteger HIGHEST_SEQUENCE = BigInteger.TWO.pow(64).subtract(BigInteger.ONE);

    private final BidBallot typed;
    private final RelayedBallots relayed;
    private final ChainReader chain;

    BallotCheck(BidBallot typed, RelayedBallots relayed, ChainReader chain) {
        this.typed = typed;
        this.relayed = relayed;
        this.chain = chain;
    }

    /**
     * Checks form, signature and eligibility.
     *
     * @throws network.spheron.dao.web.Refusal for the first thing that is wrong
     */
    CheckedBallot check(OpenElection.Window election, BallotsRequest.SignedBallot signed) {
        String voter = SignedFields.address("voter", signed.voter());
        BigInteger sequence = sequence(signed.sequence());
        Choices choices = Choices.checked(signed.choices(), election.bidCount(), election.onBallot());
        String signature = SignedFields.signature(
                voter, typed.typedData(election.mandateId(), voter, sequence, choices), signed.signature());
        requireNewer(election.mandateId(), voter, sequence);
        requirePower(election.snapshot(), voter);
        return new CheckedBallot(voter, sequence, choices, signature);
    }

    /** The sequence that would replace everything the voter has cast or handed to the relay. */
    BigInteger nextSequence(BigInteger mandateId, String voter) {
        return current(mandateId, voter).add(BigInteger.ONE);
    }

    /**
     * Checks that the ballot would replace the voter's last one.
     *
     * @throws OlderBallot otherwise
     */
    void requireNewer(BigInteger mandateId, String voter, BigInteger sequence) {
        BigInteger current = current(mandateId, voter);
        if (sequence.compareTo(current) <= 0) {
            throw new OlderBallot(voter, sequence, current);
        }
    }

    /**
     * Checks that the wallet may vote.
     *
     * @param snapshot the chain's time at which voting power counts, in seconds since the epoch
     * @throws NoVotingPower otherwise
     */
    void requirePower(long snapshot, String voter) {
        BigInteger power = chain.call(
                ContractName.GOVERNANCE_TOKEN, GovernanceToken.getPastVotes(voter, BigInteger.valueOf(snapshot)));
        if (power.signum() == 0) {
            throw new NoVotingPower(voter, snapshot);
        }
    }

    static BigInteger sequence(@Nullable String text) {
        if (text == null || !text.matches("[0-9]{1,20}")) {
            throw new InvalidField("sequence", "must be a whole number");
        }
        BigInteger sequence = new BigInteger(text);
        if (sequence.signum() == 0 || sequence.compareTo(HIGHEST_SEQUENCE) > 0) {
            throw new InvalidField("sequence", "must be between 1 and 2^64-1");
        }
        return sequence;
    }

    private BigInteger current(BigInteger mandateId, String voter) {
        BigInteger counted = chain.call(ContractName.BID_ELECTION, BidElection.ballotOf(mandateId, voter))
                .sequence();
        return counted.max(relayed.highest(mandateId, voter));
    }
}
