package network.spheron.dao.governance.sip;

/** OpenZeppelin's {@code IGovernor.ProposalState}. */
enum GovernorState {
    PENDING,
    ACTIVE,
    CANCELED,
    DEFEATED,
    SUCCEEDED,
    QUEUED,
    EXPIRED,
    EXECUTED;

    static GovernorState of(int number) {
        return switch (number) {
            case 0 -> PENDING;
            case 1 -> ACTIVE;
            case 2 -> CANCELED;
            case 3 -> DEFEATED;
            case 4 -> SUCCEEDED;
            case 5 -> QUEUED;
            case 6 -> EXPIRED;
            case 7 -> EXECUTED;
            default -> throw new IllegalArgumentException("no state " + number);
        };
    }
}
