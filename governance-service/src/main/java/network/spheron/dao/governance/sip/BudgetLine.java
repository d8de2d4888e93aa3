package network.spheron.dao.governance.sip;

import java.math.BigInteger;

/**
 * A budget line of the treasury, in the smallest unit of its token.
 *
 * @param id keccak256 of the name
 * @param inPaymentToken whether bids can be paid from it
 * @param free what a new mandate may still reserve
 * @param periodCap most that votes may promise in one period
 */
public record BudgetLine(
        String id,
        String name,
        String token,
        boolean inPaymentToken,
        BigInteger allocated,
        BigInteger free,
        BigInteger periodCap) {}
