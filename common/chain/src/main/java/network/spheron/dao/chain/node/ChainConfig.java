package network.spheron.dao.chain.node;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.math.BigInteger;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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

    /** How long the node, or an external signer, may take to answer. */
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
    Optional<String> relayKey();

    /** More such keys; every account has a sequence of its own, and what is to be sent is spread over them. */
    Optional<List<String>> relayKeys();

    /** Encrypted key files of further accounts. */
    List<Keystore> relayKeystores();

    /** A signer in another process that holds the keys of further accounts. */
    Optional<ExternalSigner> relaySigner();

    /** Most transactions of one account on their way at the same time. */
    @WithDefault("64")
    int maxInFlight();

    /** Most calls that are sent together in one transaction, where a contract can take several. */
    @WithDefault("100")
    int batchSize();

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

    /** Time after which a transaction is given up whose fee cannot be raised any more, as others wait for it. */
    @WithDefault("30m")
    Duration cancelAfter();

    /** How often a call is made again that reverted when it was mined, if it would succeed now. */
    @WithDefault("3")
    int repeats();

    /** A key file in the format Web3 Secret Storage, version 3. */
    interface Keystore {
        Path file();

        String password();

        /** The account that the key must be of. */
        Optional<String> address();
    }

    /** A signer that is asked over JSON-RPC, such as Web3Signer. */
    interface ExternalSigner {
        URI url();

        /** The accounts that send with its signatures. */
        List<String> accounts();
    }
}
