package network.spheron.dao.events;

/** A SIP reached an end: {@code outcome} is EXECUTED, DEFEATED, CANCELED, VETOED, EXPIRED or EXECUTION_FAILED. */
public record SipConcluded(String sipId, String proposalId, String textHash, String outcome, String transactionHash)
        implements DomainEvent {
    @Override
    public String aggregateId() {
        return sipId;
    }
}
