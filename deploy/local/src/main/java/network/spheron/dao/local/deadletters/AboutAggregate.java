package network.spheron.dao.local.deadletters;

import java.util.Map;
import network.spheron.dao.local.deadletters.Databases.Place;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Which parked aggregate a command is about. */
final class AboutAggregate {
    @Parameters(index = "0", paramLabel = "TOPIC", description = "as the list shows it")
    private String topic = "";

    @Parameters(index = "1", paramLabel = "AGGREGATE", description = "as the list shows it")
    private String aggregateId = "";

    @Mixin
    private final Databases databases;

    AboutAggregate(Map<String, String> environment) {
        this.databases = new Databases(environment);
    }

    String topic() {
        return topic;
    }

    String aggregateId() {
        return aggregateId;
    }

    Place place() {
        return databases.holding(topic, aggregateId);
    }

    @Override
    public String toString() {
        return Text.line(topic + " " + aggregateId);
    }
}
