package network.spheron.dao.governance.election;

/** What a ballot says about one bid; numbered as the two bits in {@code IBidElection}'s choices. */
public enum Choice {
    NONE(0),
    YES(1),
    NO(2),
    ABSTAIN(3);

    private final int bits;

    Choice(int bits) {
        this.bits = bits;
    }

    int bits() {
        return bits;
    }

    /**
     * The choice with this number.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static Choice of(int bits) {
        return switch (bits) {
            case 0 -> NONE;
            case 1 -> YES;
            case 2 -> NO;
            case 3 -> ABSTAIN;
            default -> throw new IllegalArgumentException("no choice " + bits);
        };
    }

    String words() {
        return switch (this) {
            case NONE -> "no vote";
            case YES -> "yes";
            case NO -> "no";
            case ABSTAIN -> "abstain";
        };
    }
}
