package network.spheron.dao.contracts;

/**
 * Why a contract refused a call.
 *
 * @param name the error's name in Solidity, such as {@code BiddingClosed}
 * @param text name and values in words, such as {@code bidding closed (bidding ends 1767225600)}
 */
public record Described(String name, String text) {}
