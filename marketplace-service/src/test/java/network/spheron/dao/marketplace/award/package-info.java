/** Tests of {@code award}. */
@NullMarked
package network.spheron.dao.marketplace.award;

import org.jspecify.annotations.NullMarked;
