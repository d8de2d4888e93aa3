/** The test DAO is deployed, and the common modules keep the rules. */
@NullMarked
package network.spheron.dao.testing.platform;

import org.jspecify.annotations.NullMarked;
