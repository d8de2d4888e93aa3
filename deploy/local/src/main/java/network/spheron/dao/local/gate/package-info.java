/** Gates between the services and what they build on: open until a test or the fault suite does something to them. */
@NullMarked
package network.spheron.dao.local.gate;

import org.jspecify.annotations.NullMarked;
