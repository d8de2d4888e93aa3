/** The portal in a real browser: driving it, and a tour of its pages that takes pictures and checks them. */
@NullMarked
package network.spheron.dao.browser;

import org.jspecify.annotations.NullMarked;
