package network.spheron.dao.chain.follow;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.inject.Singleton;
import network.spheron.dao.chain.BlockRef;

/** How far the chain is and how far it was followed. */
@Singleton
class ChainMeters implements MeterBinder {
    private final FollowerState state;
    private final Cursor cursor;

    ChainMeters(FollowerState state, Cursor cursor) {
        this.state = state;
        this.cursor = cursor;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder(
                        "chain.final.block",
                        () -> number(state.finalHead().map(BlockRef::number).orElse(-1L)))
                .description("Number of the last final block")
                .register(registry);
        Gauge.builder(
                        "chain.followed.block",
                        () -> number(cursor.read().map(BlockRef::number).orElse(-1L)))
                .description("Number of the last block in the read models")
                .register(registry);
        Gauge.builder("chain.halted", () -> state.halted().isPresent() ? 1 : 0)
                .description("1 when following has halted")
                .register(registry);
    }

    private static Number number(long value) {
        return value;
    }
}
