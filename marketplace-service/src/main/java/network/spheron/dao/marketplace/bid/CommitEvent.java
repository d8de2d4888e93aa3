package network.spheron.dao.marketplace.bid;

/**
 * When and by which transaction a commitment went on chain.
 *
 * @param at seconds since the epoch
 * @param bondHeld whether the contract took a bond with it
 */
record CommitEvent(long at, String transactionHash, boolean bondHeld) {}
