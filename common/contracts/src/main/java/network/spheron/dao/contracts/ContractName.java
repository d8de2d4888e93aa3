package network.spheron.dao.contracts;

import java.util.Arrays;
import java.util.List;

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
    RECORD_LOG("record-log"),
    /** What a governance token without votes by timestamp is wrapped into; it is the governance token then. */
    VOTES_WRAPPER("votes-wrapper");

    private final String key;

    ContractName(String key) {
        this.key = key;
    }

    /** What every deployment has, in the order in which it is created. */
    public static List<ContractName> ofEveryDeployment() {
        return Arrays.stream(values()).filter(name -> name != VOTES_WRAPPER).toList();
    }

    /** The name in configuration and reports, such as {@code bid-book}. */
    public String key() {
        return key;
    }
}
