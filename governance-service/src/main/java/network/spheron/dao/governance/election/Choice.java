package network.spheron.dao.governance.election;

/** What a ballot says about one bid; in the order of the two bits in {@code IBidElection}'s choices. */
public enum Choice {
    NONE,
    YES,
    NO,
    ABSTAIN;

    String words() {
        return switch (this) {
            case NONE -> "no vote";
            case YES -> "yes";
            case NO -> "no";
            case ABSTAIN -> "abstain";
        };
    }
}
