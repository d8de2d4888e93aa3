/** The figures compare like with like, and report in the shape that readers expect. */
@NullMarked
package network.spheron.dao.figures;

import org.jspecify.annotations.NullMarked;
