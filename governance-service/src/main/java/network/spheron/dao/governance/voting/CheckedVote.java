package network.spheron.dao.governance.voting;

import network.spheron.dao.contracts.DaoGovernor;

/** A vote whose signature and eligibility have been checked. */
record CheckedVote(String voter, Support support, String signature) {
    DaoGovernor.SignedVote call() {
        return new DaoGovernor.SignedVote(voter, support.number(), signature);
    }
}
