package network.spheron.dao.events;

/** A person proved control of a wallet. Readers verify the proof (ERC-4361 message and signature) themselves. {@code linked} is false once the link has ended; past links stay known. */
public record WalletLinked(String wallet, String person, String message, String signature, boolean linked, long at)
        implements DomainEvent {
    @Override
    public String aggregateId() {
        return wallet;
    }
}
