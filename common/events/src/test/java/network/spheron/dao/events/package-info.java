/** The events' JSON and its documents agree. */
@NullMarked
package network.spheron.dao.events;

import org.jspecify.annotations.NullMarked;
