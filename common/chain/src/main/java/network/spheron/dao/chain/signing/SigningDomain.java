package network.spheron.dao.chain.signing;

/**
 * The EIP-712 domain of a contract: a signature made under it is good for no other contract, version or chain.
 *
 * @param verifyingContract 0x-prefixed hex
 */
public record SigningDomain(String name, String version, long chainId, String verifyingContract) {}
