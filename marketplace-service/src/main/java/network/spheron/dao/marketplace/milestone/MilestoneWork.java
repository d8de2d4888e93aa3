package network.spheron.dao.marketplace.milestone;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * What a milestone asks for.
 *
 * @param title what is to be done; null where only its hash is known
 * @param amount in the smallest unit of the agreement's token
 */
public record MilestoneWork(@Nullable String title, String descriptionHash, BigInteger amount) {}
