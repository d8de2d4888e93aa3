/** Figures of what the services run on, each measured against a peer that does the same work in the same run. */
@NullMarked
package network.spheron.dao.figures;

import org.jspecify.annotations.NullMarked;
