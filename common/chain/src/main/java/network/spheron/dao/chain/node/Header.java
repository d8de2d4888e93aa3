package network.spheron.dao.chain.node;

import java.math.BigInteger;
import network.spheron.dao.chain.BlockRef;

/**
 * A block's header.
 *
 * @param baseFee in wei
 */
public record Header(BlockRef block, String parentHash, BigInteger baseFee) {}
