package network.spheron.dao.marketplace.evaluation;

import network.spheron.dao.contracts.ContractName;

/** What stewards decide, as the contracts and wallets name it ({@code IStewardCouncil.Decision}). */
public enum DecisionAction {
    APPROVE_MILESTONE("approve milestone", ContractName.MILESTONE_ESCROW, false),
    SEND_BACK_MILESTONE("send back milestone", ContractName.MILESTONE_ESCROW, true),
    REJECT_MILESTONE("reject milestone", ContractName.MILESTONE_ESCROW, true),
    DISQUALIFY_BID("disqualify bid", ContractName.BID_BOOK, true);

    private final String text;
    private final ContractName target;
    private final boolean needsReason;

    DecisionAction(String text, ContractName target, boolean needsReason) {
        this.text = text;
        this.target = target;
        this.needsReason = needsReason;
    }

    /** The action in the words that are signed. */
    public String text() {
        return text;
    }

    /** The contract that acts on it. */
    public ContractName target() {
        return target;
    }

    /** Whether it counts only with a published reason. */
    public boolean needsReason() {
        return needsReason;
    }
}
