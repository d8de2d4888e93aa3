package network.spheron.dao.governance.election;

import java.math.BigInteger;
import network.spheron.dao.contracts.BidElection;

/** A ballot whose signature and eligibility have been checked. */
record CheckedBallot(String voter, BigInteger sequence, Choices choices, String signature) {
    BidElection.SignedBallot call() {
        return new BidElection.SignedBallot(voter, sequence, choices.hex(), signature);
    }
}
