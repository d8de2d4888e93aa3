/** Tests of the whole service on real contracts, database and broker. */
@NullMarked
package network.spheron.dao.treasury;

import org.jspecify.annotations.NullMarked;
