package network.spheron.dao.events;

/** A SIP is on chain. {@code textHash} is keccak256 of {@code text} and equals the purpose hash of the mandate that it asks for. */
public record SipProposed(
        String sipId,
        String title,
        String text,
        String textHash,
        String proposalId,
        String proposer,
        long voteStart,
        long voteEnd)
        implements DomainEvent {
    @Override
    public String aggregateId() {
        return sipId;
    }
}
