/** The portal's frame tested in a small application of its own. */
@NullMarked
package network.spheron.dao.web;

import org.jspecify.annotations.NullMarked;
