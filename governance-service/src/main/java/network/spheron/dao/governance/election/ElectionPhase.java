package network.spheron.dao.governance.election;

/** Where an election stands at the chain's time, as people see it. */
public enum ElectionPhase {
    /** The bids are still being sent, revealed or reviewed. */
    BEFORE,
    VOTING,
    /** Voting has ended; the count is not verified on chain yet. */
    COUNTING,
    STANDSTILL,
    /** An objection suspends the award until it lapses or a vote ends it. */
    OBJECTED,
    AWARDED,
    /** No bid was approved, none fitted the cap, or a vote annulled the award. */
    FAILED;

    static ElectionPhase of(Election election, long now) {
        if (election.status() == ElectionStatus.VOTING) {
            return election.isOpenAt(now) ? VOTING : COUNTING;
        }
        if (election.awarded().signum() == 0) {
            return FAILED;
        }
        if (election.isContestedAt(now)) {
            return OBJECTED;
        }
        Long standstillEnds = election.standstillEnds();
        return standstillEnds != null && now < standstillEnds ? STANDSTILL : AWARDED;
    }
}
