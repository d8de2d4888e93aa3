/** The whole of what a service needs around it in tests, with the DAO's contracts deployed, and the architecture's rules. */
@NullMarked
package network.spheron.dao.testing.platform;

import org.jspecify.annotations.NullMarked;
