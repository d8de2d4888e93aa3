package network.spheron.dao.marketplace.bid;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.math.BigInteger;
import network.spheron.dao.chain.signing.Keccak;
import org.jspecify.annotations.Nullable;

/**
 * One milestone of a bid.
 *
 * @param title what is to be done; null where only its hash is known, since the bid was not written here
 * @param amount in the smallest unit of the bid's token
 * @param duration seconds from the agreement's start until it is due
 * @param descriptionHash keccak256 of the title
 */
@Embeddable
public record MilestonePlan(
        @Nullable String title, @Column(precision = 78) BigInteger amount, Long duration, String descriptionHash) {
    static MilestonePlan of(String title, BigInteger amount, long duration) {
        return new MilestonePlan(title, amount, duration, Keccak.hash(title));
    }
}
