/** The guarantees of outbox and inbox, with a real PostgreSQL and a real Kafka. */
@NullMarked
package network.spheron.dao.messaging;

import org.jspecify.annotations.NullMarked;
