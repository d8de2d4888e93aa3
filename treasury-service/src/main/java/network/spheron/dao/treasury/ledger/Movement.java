package network.spheron.dao.treasury.ledger;

import java.math.BigInteger;
import network.spheron.dao.chain.ChainLog;

/**
 * One fact of the chain before it is entered: an amount moves from one account to another.
 *
 * @param amount above zero, in the token's smallest unit
 */
record Movement(ChainLog log, String description, BigInteger amount, String token, Account from, Account to) {}
