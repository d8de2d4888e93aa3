package network.spheron.dao.chain.node;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Which chain a service works with, and how. Keys without a default must be set. */
@ConfigMapping(prefix = "spheron.chain")
public interface ChainConfig {
    /**
     * Addresses of JSON-RPC over HTTP, separated by commas, the preferred one first. The next one is asked when one is
     * unreachable, too slow or at its limits; what they hold to be final is compared.
     */
    @WithName("rpc-url")
    List<URI> rpcUrls();

    /** The chain's id (EIP-155). The service stops when the node is on another chain. */
    long chainId();

    /** The block in which the first of the contracts was deployed; following starts here. */
    long startBlock();

    /** Address of each contract by its name, such as {@code bid-book}. */
    Map<String, String> contracts();

    /**
     * Keccak256 of each contract's deployed code by the contract's name. The service does not start against other code;
     * in production it does not start without the hash of every contract either.
     */
    Map<String, String> codeHashes();

    /** How long to wait before asking the node for new blocks again. */
    @WithDefault("2s")
    Duration pollInterval();

    /** How long the node may take to answer. */
    @WithDefault("10s")
    Duration requestTimeout();

    /** Most blocks followed in one database transaction. */
    @WithDefault("1000")
    int pageSize();

    /** For how many blocks behind the last followed one hashes are kept. */
    @WithDefault("256")
    long hashDepth();

    /** Final blocks that were not followed yet, from which on the service counts as not ready. */
    @WithDefault("100")
    long maxLag();

    /** Private key, hex, that pays the gas of relayed transactions. It has no other power. */
    String relayKey();

    /** Most transactions on their way at the same time. */
    @WithDefault("64")
    int maxInFlight();

    /** Most gas of one transaction; the chain's own cap (EIP-7825) unless it is stricter. */
    @WithDefault("16777216")
    BigInteger gasLimit();

    /** Most wei that may be paid per unit of gas. */
    @WithDefault("500000000000")
    BigInteger maxFeePerGas();

    /** Time after which a transaction that was not mined is handed to the node again. */
    @WithDefault("10s")
    Duration rebroadcastAfter();

    /** Time after which a transaction that was not mined is signed again with a higher fee. */
    @WithDefault("45s")
    Duration bumpAfter();
}
