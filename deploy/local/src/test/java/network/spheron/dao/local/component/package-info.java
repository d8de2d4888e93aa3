/** Tests of what can be done to a running component. */
@NullMarked
package network.spheron.dao.local.component;

import org.jspecify.annotations.NullMarked;
