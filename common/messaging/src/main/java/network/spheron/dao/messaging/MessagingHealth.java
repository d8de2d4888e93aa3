package network.spheron.dao.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Ready while events can be sent and received; parked aggregates and a backlog are shown, not judged. */
@Readiness
@ApplicationScoped
class MessagingHealth implements HealthCheck {
    private final MessagingThreads threads;
    private final Backlog backlog;

    @Inject
    MessagingHealth(MessagingThreads threads, Backlog backlog) {
        this.threads = threads;
        this.backlog = backlog;
    }

    @Override
    public HealthCheckResponse call() {
        Optional<String> failure = threads.failure();
        Backlog.Figures figures = backlog.figures();
        HealthCheckResponseBuilder response = HealthCheckResponse.named("messaging")
                .status(failure.isEmpty())
                .withData("outbox", figures.unsent())
                .withData("waiting-aggregates", figures.waiting())
                .withData("dead-aggregates", figures.dead());
        failure.ifPresent(reason -> response.withData("failure", reason));
        return response.build();
    }
}
