package network.spheron.dao.chain.deployment;

/** What a proposal touches, from the strictest on: {@code IProposalPolicy.ProposalClass}. */
public enum ProposalClass {
    AUTHORITY(0),
    STEWARDS(1),
    PARAMETERS(2),
    TREASURY(3),
    MANDATE(4),
    TEXT(5);

    private final int number;

    ProposalClass(int number) {
        this.number = number;
    }

    /** The class with this number on the chain. */
    public static ProposalClass of(int number) {
        for (ProposalClass proposalClass : values()) {
            if (proposalClass.number == number) return proposalClass;
        }
        throw new IllegalArgumentException("no class " + number);
    }

    /** The number of the class on the chain. */
    public int number() {
        return number;
    }
}
