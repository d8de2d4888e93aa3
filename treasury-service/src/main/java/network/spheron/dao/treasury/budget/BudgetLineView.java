package network.spheron.dao.treasury.budget;

import java.math.BigInteger;
import network.spheron.dao.web.BudgetBar;

/**
 * A budget line; amounts in the token's smallest unit, with allocated = reserved + spent + free.
 *
 * @param token address of the token
 * @param periodCap most that votes may promise in one period
 * @param periodEnds when the present period ends, in seconds since the epoch
 * @param unpromised what votes may still promise until then
 */
public record BudgetLineView(
        String lineId,
        String name,
        String token,
        BigInteger allocated,
        BigInteger reserved,
        BigInteger spent,
        BigInteger free,
        BigInteger periodCap,
        long periodEnds,
        BigInteger unpromised) {
    /** The line as a picture. */
    public BudgetBar bar(int decimals, String symbol) {
        return new BudgetBar(allocated, reserved, spent, decimals, symbol);
    }

    static BudgetLineView of(BudgetLine line, long now) {
        return new BudgetLineView(
                line.lineId,
                line.name,
                line.token,
                line.allocated,
                line.reserved,
                line.spent,
                line.free(),
                line.periodCap,
                line.periodEnds(now),
                line.unpromised(now));
    }
}
