/** The fault suite: brings faults about in the middle of the main job and checks what became of it. */
@NullMarked
package network.spheron.dao.faults;

import org.jspecify.annotations.NullMarked;
