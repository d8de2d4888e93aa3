package network.spheron.dao.chain.follow;

import jakarta.inject.Singleton;
import network.spheron.dao.chain.BlockRef;
import network.spheron.dao.chain.node.ChainConfig;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Ready while the node answers, following has not halted, and the read models are not far behind the chain. */
@Readiness
@Singleton
class ChainReadiness implements HealthCheck {
    private final FollowerState state;
    private final Cursor cursor;
    private final ChainConfig config;

    ChainReadiness(FollowerState state, Cursor cursor, ChainConfig config) {
        this.state = state;
        this.cursor = cursor;
        this.config = config;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder response = HealthCheckResponse.named("chain");
        state.halted().ifPresent(why -> response.withData("halted", why));
        state.failure().ifPresent(why -> response.withData("failure", why));
        long last = state.finalHead().map(BlockRef::number).orElse(-1L);
        long followed = cursor.read().map(BlockRef::number).orElse(config.startBlock() - 1);
        boolean ready = state.halted().isEmpty()
                && state.failure().isEmpty()
                && last >= 0
                && last - followed <= config.maxLag();
        return response.withData("finalBlock", last)
                .withData("followedBlock", followed)
                .status(ready)
                .build();
    }
}
