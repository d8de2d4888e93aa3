/** The facts that services tell each other over Kafka: records only, described by golden JSON samples and AsyncAPI. */
@NullMarked
package network.spheron.dao.events;

import org.jspecify.annotations.NullMarked;
