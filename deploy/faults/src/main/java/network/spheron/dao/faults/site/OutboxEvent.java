package network.spheron.dao.faults.site;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An event that waits in an outbox. */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
public record OutboxEvent(
        String topic, String aggregateId, long version, String id, String type, String time, byte[] payload) {
    /** Everything in a service's outbox. */
    public static List<OutboxEvent> all(Database database) {
        return database.rows(
                row -> new OutboxEvent(
                        row.getString(1),
                        row.getString(2),
                        row.getLong(3),
                        row.getString(4),
                        row.getString(5),
                        row.getTimestamp(6).toInstant().toString(),
                        row.getBytes(7)),
                """
                select topic, aggregate_id, version, event_id, type, recorded_at, payload
                from outbox order by topic, aggregate_id, version""");
    }

    /** Sends it as the service's relay would. */
    public void send(Broker broker, String service) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", id);
        headers.put("ce_type", type);
        headers.put("ce_source", "/" + service);
        headers.put("ce_time", time);
        headers.put("ce_subject", aggregateId);
        headers.put("ce_sequence", Long.toString(version));
        headers.put("content-type", "application/json");
        broker.send(topic, aggregateId, headers, payload);
    }
}
