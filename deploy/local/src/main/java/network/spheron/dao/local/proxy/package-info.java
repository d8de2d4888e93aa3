/** The one origin in front of the services, and the endpoints that only the local stack has. */
@NullMarked
package network.spheron.dao.local.proxy;

import org.jspecify.annotations.NullMarked;
