/** Milestones of an agreement: evidence, decisions by stewards, payment. */
@NullMarked
package network.spheron.dao.marketplace.milestone;

import org.jspecify.annotations.NullMarked;
