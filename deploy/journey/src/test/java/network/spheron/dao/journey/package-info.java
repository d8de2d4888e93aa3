@NullMarked
package network.spheron.dao.journey;

import org.jspecify.annotations.NullMarked;
