/** Where faults are tried: the running platform, its databases, broker and chain, and work that goes on in it. */
@NullMarked
package network.spheron.dao.faults.site;

import org.jspecify.annotations.NullMarked;
