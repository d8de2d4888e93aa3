/** Distributions: lists of shares that a vote decided, and what has been claimed of them. */
@NullMarked
package network.spheron.dao.treasury.distribution;

import org.jspecify.annotations.NullMarked;
