/** Events between services over Kafka: an outbox for writers, an inbox for readers, CloudEvents in between. */
@NullMarked
package network.spheron.dao.messaging;

import org.jspecify.annotations.NullMarked;
