package network.spheron.dao.treasury.reconciliation;

import java.math.BigInteger;

/**
 * A figure in which ledger and chain differ, in the token's smallest unit.
 *
 * @param what the account
 * @param token address of the token
 */
public record Difference(String what, String token, BigInteger ledger, BigInteger chain) {}
