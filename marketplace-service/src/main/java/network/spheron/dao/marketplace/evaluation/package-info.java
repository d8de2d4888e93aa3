/** The stewards' review: what waits for a signature, and taking a bid off the ballot. */
@NullMarked
package network.spheron.dao.marketplace.evaluation;

import org.jspecify.annotations.NullMarked;
