/** Tests of the whole platform, run by its users' means: the public API, a browser, and the chain. */
@NullMarked
package network.spheron.dao.browser;

import org.jspecify.annotations.NullMarked;
