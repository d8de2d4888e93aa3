package network.spheron.dao.journey;

import java.math.BigInteger;

/**
 * By which rule the vote on the bids decides.
 *
 * @param quorum least yes + no, in whole governance tokens
 * @param marginBps approval margin in basis points: yes * 10000 >= no * (10000 + marginBps)
 */
record Rule(BigInteger quorum, int marginBps) {}
