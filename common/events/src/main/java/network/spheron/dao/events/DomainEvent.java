package network.spheron.dao.events;

import java.util.Map;

/**
 * A fact that crosses services. Every event carries the whole state that its readers need. Amounts are integers in the
 * token's smallest unit, written as decimal strings; addresses and hashes are lower-case 0x-prefixed hex; times are the
 * chain's, in seconds since the epoch.
 *
 * <p>In Kafka an event is a CloudEvent (binary mode) on the topic of its aggregate, keyed by the aggregate's id.
 */
public interface DomainEvent {
    /** The id of the aggregate that this is a fact about; the Kafka key. */
    String aggregateId();

    /** Every event type by its wire name (the record's simple name), in one place. */
    Map<String, Class<? extends DomainEvent>> TYPES = Map.ofEntries(
            entry(WalletLinked.class),
            entry(SipProposed.class),
            entry(SipConcluded.class),
            entry(MandateGranted.class),
            entry(WorkstreamOpened.class),
            entry(BidRevealed.class),
            entry(BidDisqualified.class),
            entry(ElectionOpened.class),
            entry(VotingExtended.class),
            entry(ElectionDecided.class),
            entry(AwardContested.class),
            entry(AgreementFunded.class),
            entry(FundingRefused.class),
            entry(MilestoneApproved.class),
            entry(MilestonePaid.class),
            entry(MilestoneRefunded.class),
            entry(PayoutRefused.class));

    private static Map.Entry<String, Class<? extends DomainEvent>> entry(Class<? extends DomainEvent> type) {
        return Map.entry(type.getSimpleName(), type);
    }
}
