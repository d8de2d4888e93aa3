package network.spheron.dao.faults.fault;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import network.spheron.dao.events.Topics;
import network.spheron.dao.faults.Fault;
import network.spheron.dao.faults.Scene;
import network.spheron.dao.faults.site.Broker;
import network.spheron.dao.faults.site.Database;
import network.spheron.dao.faults.site.OfMilestone;
import network.spheron.dao.faults.site.Site;
import network.spheron.dao.faults.site.Step;
import network.spheron.dao.messaging.ParkedAggregates;

/**
 * Records that cannot be understood come over the topics: not JSON, of an unknown type, of another version, too large, under the
 * wrong key, under none. One is ahead of the step's own event. Expected: what has a key is parked with a reason and raises an
 * alarm, everything else goes on; when an operator has dropped the poison, the step goes on too.
 */
final class PoisonedTopics implements Fault {
    private static final int TOO_LARGE = 600 * 1024;

    @Override
    public int number() {
        return 21;
    }

    @Override
    public String title() {
        return "poison";
    }

    @Override
    public List<Step> steps() {
        return List.of(Step.APPROVE);
    }

    @Override
    public void strike(Scene scene) {
        Broker broker = scene.site().broker();
        String agreement = ((OfMilestone) scene.undertaking()).work().agreementId();
        byte[] text = "not JSON".getBytes(StandardCharsets.UTF_8);
        byte[] json = "{}".getBytes(StandardCharsets.UTF_8);
        for (String topic : List.of(Topics.MILESTONE, Topics.ELECTION, Topics.MANDATE)) {
            broker.send(topic, "poison-text", headers(scene, "MilestoneApproved", "1.0"), text);
            broker.send(topic, "poison-type", headers(scene, "NeverHeardOf", "1.0"), json);
            broker.send(topic, "poison-version", headers(scene, "MilestoneApproved", "9.9"), json);
            broker.send(topic, "poison-size", headers(scene, "MilestoneApproved", "1.0"), new byte[TOO_LARGE]);
            broker.send(topic, null, headers(scene, "MilestoneApproved", "1.0"), json);
        }
        Broker.Message elsewhere = broker.everything().stream()
                .filter(message -> message.topic().equals(Topics.MILESTONE)
                        && !scene.site().isOurs(message.id()))
                .findFirst()
                .orElse(null);
        if (elsewhere != null) {
            Map<String, String> headers = headers(scene, elsewhere.type(), "1.0");
            broker.send(Topics.MILESTONE, "poison-key", headers, elsewhere.value());
        }
        broker.send(Topics.MILESTONE, agreement, headers(scene, "MilestoneApproved", "1.0"), text);
        scene.begin();
        Database treasury = scene.site().database("treasury");
        scene.expectSoon(
                "the agreement's events are parked, the first as dead",
                Times.MOMENT,
                () -> treasury.number("select count(*) from parked_event where aggregate_id = ?", agreement) >= 2
                        && treasury.number("""
                                select count(*) from parked_aggregate where aggregate_id = ? and state = 'DEAD'
                                """, agreement) == 1);
    }

    @Override
    public void heal(Scene scene) {
        for (String service : Site.SERVICES) {
            ParkedAggregates parked =
                    new ParkedAggregates(scene.site().database(service).source());
            for (ParkedAggregates.Parked aggregate : parked.all()) {
                dropPoison(scene, parked, aggregate);
            }
        }
    }

    private static void dropPoison(Scene scene, ParkedAggregates parked, ParkedAggregates.Parked aggregate) {
        List<ParkedAggregates.Event> events = parked.events(aggregate.topic(), aggregate.aggregateId());
        events.stream()
                .filter(event -> scene.site().isOurs(event.id()))
                .forEach(event -> parked.drop(
                        aggregate.topic(), aggregate.aggregateId(), event.offset(), "poison of the fault suite"));
    }

    private static Map<String, String> headers(Scene scene, String type, String version) {
        String id = new UUID(scene.random().nextLong(), scene.random().nextLong()).toString();
        scene.site().sentByUs(id);
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("ce_specversion", version);
        headers.put("ce_id", id);
        headers.put("ce_type", type);
        headers.put("ce_source", "/marketplace");
        headers.put("ce_time", "2026-01-01T00:00:00Z");
        headers.put("ce_sequence", "1000000");
        headers.put("content-type", "application/json");
        return headers;
    }
}
