package network.spheron.dao.events;

import java.util.List;
import java.util.Map;

/** The Kafka topics, one per aggregate, and which events each carries. Every topic has one writing service. */
public final class Topics {
    /** Written by governance; key: wallet address. */
    public static final String WALLET = "governance.wallet";
    /** Written by governance; key: SIP id. */
    public static final String SIP = "governance.sip";
    /** Written by governance; key: mandate id. */
    public static final String ELECTION = "governance.election";
    /** Written by treasury; key: mandate id. */
    public static final String MANDATE = "treasury.mandate";
    /** Written by treasury; key: mandate id. */
    public static final String AGREEMENT = "treasury.agreement";
    /** Written by marketplace; key: mandate id. */
    public static final String WORKSTREAM = "marketplace.workstream";
    /** Written by marketplace; key: agreement id. */
    public static final String MILESTONE = "marketplace.milestone";

    private static final Map<Class<? extends DomainEvent>, String> BY_TYPE = Map.ofEntries(
            Map.entry(WalletLinked.class, WALLET),
            Map.entry(SipProposed.class, SIP),
            Map.entry(SipConcluded.class, SIP),
            Map.entry(MandateGranted.class, MANDATE),
            Map.entry(WorkstreamOpened.class, WORKSTREAM),
            Map.entry(BidRevealed.class, WORKSTREAM),
            Map.entry(BidDisqualified.class, WORKSTREAM),
            Map.entry(ElectionOpened.class, ELECTION),
            Map.entry(VotingExtended.class, ELECTION),
            Map.entry(ElectionDecided.class, ELECTION),
            Map.entry(AwardContested.class, ELECTION),
            Map.entry(AgreementFunded.class, AGREEMENT),
            Map.entry(FundingRefused.class, AGREEMENT),
            Map.entry(MilestoneApproved.class, MILESTONE),
            Map.entry(MilestonePaid.class, AGREEMENT),
            Map.entry(MilestoneRefunded.class, AGREEMENT),
            Map.entry(PayoutRefused.class, AGREEMENT));

    private Topics() {}

    /** Every topic, for creating them explicitly before the services start. */
    public static List<String> all() {
        return BY_TYPE.values().stream().distinct().sorted().toList();
    }

    /**
     * The topic that carries events of this type.
     *
     * @throws IllegalArgumentException when the type is not an event of this platform
     */
    public static String of(Class<? extends DomainEvent> type) {
        String topic = BY_TYPE.get(type);
        if (topic == null) {
            throw new IllegalArgumentException(type.getName() + " has no topic");
        }
        return topic;
    }
}
