/** What the stack keeps in its data directory: marker, ports, secrets. */
@NullMarked
package network.spheron.dao.local.data;

import org.jspecify.annotations.NullMarked;
