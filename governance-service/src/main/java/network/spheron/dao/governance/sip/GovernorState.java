package network.spheron.dao.governance.sip;

/** OpenZeppelin's {@code IGovernor.ProposalState}, in its order. */
enum GovernorState {
    PENDING,
    ACTIVE,
    CANCELED,
    DEFEATED,
    SUCCEEDED,
    QUEUED,
    EXPIRED,
    EXECUTED;

    static GovernorState of(int position) {
        return values()[position];
    }
}
