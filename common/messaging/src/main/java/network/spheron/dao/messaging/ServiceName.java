package network.spheron.dao.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import network.spheron.dao.events.Topics;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** This service's name: the first part of the topics that it writes, and its consumer group. */
@ApplicationScoped
class ServiceName {
    private final String name;

    @Inject
    ServiceName(@ConfigProperty(name = "spheron.service.name") String name) {
        Set<String> known = TopicSetup.services();
        if (!known.contains(name)) {
            throw new IllegalStateException("spheron.service.name is " + name + ", not one of " + known);
        }
        this.name = name;
    }

    String value() {
        return name;
    }

    boolean writes(String topic) {
        return topic.startsWith(name + ".");
    }

    List<String> written() {
        return Topics.all().stream().filter(this::writes).toList();
    }
}
