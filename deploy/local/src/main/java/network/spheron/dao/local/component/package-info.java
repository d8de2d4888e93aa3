/** The parts of the stack, one class each: what is started and how it shows that it answers. */
@NullMarked
package network.spheron.dao.local.component;

import org.jspecify.annotations.NullMarked;
