/** Tests of the life of SIPs. */
@NullMarked
package network.spheron.dao.governance.sip;

import org.jspecify.annotations.NullMarked;
