package network.spheron.dao.rebuild;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import network.spheron.dao.chain.BlockRef;
import network.spheron.dao.chain.follow.ChainReplay;
import network.spheron.dao.messaging.EventReplay;
import org.jboss.logging.Logger;

/**
 * Makes the read models again as far as the live ones had come at one moment: the same blocks, and the same events. All
 * blocks come first. What a fact does must not depend on whether chain or topic told of it first, and if it does, the
 * comparison shows it.
 */
@ApplicationScoped
class Rebuild {
    private static final Logger LOG = Logger.getLogger(Rebuild.class);

    private final DataSource rebuilt;
    private final ChainReplay chain;
    private final EventReplay events;

    Rebuild(DataSource rebuilt, ChainReplay chain, EventReplay events) {
        this.rebuilt = rebuilt;
        this.chain = chain;
        this.events = events;
    }

    /**
     * Rebuilds into this service's own database, which has to be empty, and compares.
     *
     * @throws IllegalStateException when a table is not declared, or a block or event cannot be applied again
     */
    List<Finding> run(Declaration declaration, Snapshot live) throws SQLException {
        BlockRef followed = live.followed();
        try (Connection connection = rebuilt.getConnection()) {
            require(declaration.problems(live.connection()));
            require(declaration.problems(connection));
        }
        LOG.infof("Following the chain up to block %d", followed.number());
        chain.upTo(followed);
        LOG.info("Handling the events that were handled");
        events.replay(live::hasHandled);
        LOG.info("Comparing");
        return compare(declaration, live);
    }

    private List<Finding> compare(Declaration declaration, Snapshot live) throws SQLException {
        List<Finding> findings = new ArrayList<>();
        try (Connection connection = rebuilt.getConnection()) {
            // Without a transaction the driver would hold a whole table in memory.
            connection.setAutoCommit(false);
            for (Table table : declaration.tables()) {
                if (table.isCompared()) {
                    findings.add(Comparison.of(table, live.connection(), connection));
                }
            }
            connection.rollback();
        }
        return findings;
    }

    private static void require(List<String> problems) {
        if (!problems.isEmpty()) {
            throw new IllegalStateException(String.join("; ", problems));
        }
    }
}
