/** Budget lines: what each may spend, holds back and has spent, as the Treasury contract says. */
@NullMarked
package network.spheron.dao.treasury.budget;

import org.jspecify.annotations.NullMarked;
