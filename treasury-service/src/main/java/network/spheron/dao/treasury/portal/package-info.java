/** The treasury's pages: what the DAO has, has promised and has paid, for everyone to read. */
@NullMarked
package network.spheron.dao.treasury.portal;

import org.jspecify.annotations.NullMarked;
