/** Tests of {@code workstream}. */
@NullMarked
package network.spheron.dao.marketplace.workstream;

import org.jspecify.annotations.NullMarked;
