/** Tests of governance against a real database, broker and chain. */
@NullMarked
package network.spheron.dao.governance;

import org.jspecify.annotations.NullMarked;
