package network.spheron.dao.chain;

/**
 * CDI event, fired after the transaction that followed a page of blocks has committed (even one without logs). Keepers
 * observe it ({@code @ObservesAsync} is not needed; they run outside any transaction) and send what has become due.
 */
public record ChainAdvanced(BlockRef block) {}
