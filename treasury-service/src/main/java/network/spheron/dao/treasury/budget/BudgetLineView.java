package network.spheron.dao.treasury.budget;

import java.math.BigInteger;
import network.spheron.dao.web.BudgetBar;

/**
 * A budget line; amounts in the token's smallest unit, with allocated = reserved + spent + free.
 *
 * @param token address of the token
 */
public record BudgetLineView(
        String lineId,
        String name,
        String token,
        BigInteger allocated,
        BigInteger reserved,
        BigInteger spent,
        BigInteger free) {
    /** The line as a picture. */
    public BudgetBar bar(int decimals, String symbol) {
        return new BudgetBar(allocated, reserved, spent, decimals, symbol);
    }

    static BudgetLineView of(BudgetLine line) {
        return new BudgetLineView(
                line.lineId, line.name, line.token, line.allocated, line.reserved, line.spent, line.free());
    }
}
