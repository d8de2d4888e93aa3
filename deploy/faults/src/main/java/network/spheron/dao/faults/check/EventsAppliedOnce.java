package network.spheron.dao.faults.check;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import network.spheron.dao.faults.site.Broker;
import network.spheron.dao.faults.site.Database;
import network.spheron.dao.faults.site.Site;

/**
 * Rule 5: every event that a service has numbered is in its topic, every event in a topic is in the inbox of each service that
 * wants it, and no fact was told twice under different ids.
 */
final class EventsAppliedOnce implements Rule {
    /** What each service's handlers want. */
    private static final Map<String, Set<String>> WANTED = Map.of(
            "governance", Set.of("MandateGranted", "BidRevealed", "WorkstreamOpened"),
            "marketplace",
                    Set.of(
                            "PayoutRefused",
                            "SipProposed",
                            "MandateGranted",
                            "AwardContested",
                            "FundingRefused",
                            "VotingExtended",
                            "ElectionDecided",
                            "ElectionOpened"),
            "treasury", Set.of("ElectionDecided", "AwardContested", "MilestoneApproved"));

    /** Facts of which there is one per subject, whatever happens. */
    private static final Set<String> ONCE =
            Set.of("MilestonePaid", "AgreementFunded", "MandateGranted", "ElectionDecided", "WorkstreamOpened");

    private final Site site;

    EventsAppliedOnce(Site site) {
        this.site = site;
    }

    private record Aggregate(String topic, String id) {}

    @Override
    public String name() {
        return "events applied once";
    }

    @Override
    public List<Finding> findings() {
        // The databases first: what they have numbered by now must be in the topics, read later.
        Map<Aggregate, Long> numbered = numbered();
        Map<String, Broker.Message> events = new LinkedHashMap<>();
        site.broker().everything().stream()
                .filter(message -> !site.isOurs(message.id()))
                .forEach(message -> events.putIfAbsent(message.id(), message));
        List<Finding> findings = new ArrayList<>();
        complete(numbered, events, findings);
        told(events, findings);
        for (String service : Site.SERVICES) {
            applied(service, events, findings);
        }
        return findings;
    }

    /** The last number of each aggregate that is not in the outbox any more. */
    private Map<Aggregate, Long> numbered() {
        Map<Aggregate, Long> numbered = new HashMap<>();
        for (String service : Site.SERVICES) {
            site.database(service)
                    .rows(row -> Map.entry(new Aggregate(row.getString(1), row.getString(2)), row.getLong(3)), """
                            select v.topic, v.aggregate_id, coalesce(min(o.version) - 1, v.last_version)
                            from outbox_version v left join outbox o
                                on o.topic = v.topic and o.aggregate_id = v.aggregate_id
                            group by v.topic, v.aggregate_id, v.last_version""")
                    .forEach(entry -> numbered.put(entry.getKey(), entry.getValue()));
        }
        return numbered;
    }

    private void complete(Map<Aggregate, Long> numbered, Map<String, Broker.Message> events, List<Finding> findings) {
        Map<Aggregate, Set<Long>> sent = new HashMap<>();
        for (Broker.Message event : events.values()) {
            Set<Long> numbers = sent.computeIfAbsent(
                    new Aggregate(event.topic(), String.valueOf(event.key())), each -> new TreeSet<>());
            long number = Long.parseLong(event.headers().getOrDefault("ce_sequence", "0"));
            if (!numbers.add(number)) {
                findings.add(doubled("two events of " + event.topic() + " " + event.key() + " have number " + number));
            }
        }
        numbered.forEach((aggregate, last) -> {
            Set<Long> numbers = sent.getOrDefault(aggregate, Set.of());
            for (long number = 1; number <= last; number++) {
                if (!numbers.contains(number)) {
                    findings.add(lost("event " + number + " of " + aggregate.topic() + " " + aggregate.id()
                            + " left the outbox and never reached the broker"));
                }
            }
        });
    }

    private void told(Map<String, Broker.Message> events, List<Finding> findings) {
        Map<String, String> ids = new HashMap<>();
        events.values().stream().filter(event -> ONCE.contains(event.type())).forEach(event -> {
            String fact = event.type() + " " + new String(event.value(), UTF_8);
            String earlier = ids.putIfAbsent(fact, event.id());
            if (earlier != null) {
                findings.add(doubled(
                        event.type() + " of " + event.key() + " was told as " + earlier + " and as " + event.id()));
            }
        });
    }

    private void applied(String service, Map<String, Broker.Message> events, List<Finding> findings) {
        Database database = site.database(service);
        Set<String> inbox = new HashSet<>(database.rows(row -> row.getString(1), "select event_id from inbox"));
        events.values().stream()
                .filter(event ->
                        WANTED.getOrDefault(service, Set.of()).contains(event.type()) && !inbox.contains(event.id()))
                .forEach(event -> findings.add(lost(service + " never applied " + event.type() + " " + event.id()
                        + " of " + event.topic() + " " + event.key())));
    }
}
