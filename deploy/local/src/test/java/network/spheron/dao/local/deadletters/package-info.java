@NullMarked
package network.spheron.dao.local.deadletters;

import org.jspecify.annotations.NullMarked;
