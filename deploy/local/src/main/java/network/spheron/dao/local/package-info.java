/** One-command local stack: what runs, in which order, and what it offers once it is up. */
@NullMarked
package network.spheron.dao.local;

import org.jspecify.annotations.NullMarked;
