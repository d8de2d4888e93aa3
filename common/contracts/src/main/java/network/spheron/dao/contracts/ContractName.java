package network.spheron.dao.contracts;

/** The deployed contracts, by the name under which the address book and the configuration know them. */
public enum ContractName {
    GOVERNANCE_TOKEN("governance-token"),
    PAYMENT_TOKEN("payment-token"),
    DAO_GOVERNOR("dao-governor"),
    DAO_TIMELOCK("dao-timelock"),
    PROPOSAL_POLICY("proposal-policy"),
    ROADMAP("roadmap"),
    STEWARD_COUNCIL("steward-council"),
    TREASURY("treasury"),
    BID_BOOK("bid-book"),
    BID_ELECTION("bid-election"),
    MILESTONE_ESCROW("milestone-escrow"),
    RECORD_LOG("record-log");

    private final String key;

    ContractName(String key) {
        this.key = key;
    }

    /** The name in configuration and reports, such as {@code bid-book}. */
    public String key() {
        return key;
    }
}
