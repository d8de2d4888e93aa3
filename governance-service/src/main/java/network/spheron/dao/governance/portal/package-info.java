/** The pages of this service, composed from its features. */
@NullMarked
package network.spheron.dao.governance.portal;

import org.jspecify.annotations.NullMarked;
