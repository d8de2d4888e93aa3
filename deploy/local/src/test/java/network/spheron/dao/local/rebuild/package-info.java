/** Tests of {@code deploy/rebuild}; with a whole platform it is tested in {@code deploy/browser}. */
@NullMarked
package network.spheron.dao.local.rebuild;

import org.jspecify.annotations.NullMarked;
