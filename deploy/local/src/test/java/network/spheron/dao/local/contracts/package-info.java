/** Deployment and report against a chain of their own. */
@NullMarked
package network.spheron.dao.local.contracts;

import org.jspecify.annotations.NullMarked;
