package network.spheron.dao.local;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.web3j.crypto.Bip32ECKeyPair;
import org.web3j.crypto.Credentials;
import org.web3j.crypto.ECKeyPair;
import org.web3j.crypto.MnemonicUtils;
import org.web3j.utils.Numeric;

/** Who holds which key of the well-known test mnemonic. These keys are public: they are worth nothing on any other chain. */
public final class DemoKeys {
    public static final String MNEMONIC = "test test test test test test test test test test test junk";
    /** The password of every demo login. */
    public static final String PASSWORD = "spheron";

    public static final int DEPLOYER = 0;
    public static final int GOVERNANCE_RELAY = 1;
    public static final int MARKETPLACE_RELAY = 2;
    public static final int TREASURY_RELAY = 3;
    public static final int SERVICE_ENTITY = 18;
    public static final int GUARDIAN = 19;
    /** Accounts from index 0 on that have coins to pay gas. */
    public static final int FUNDED_ACCOUNTS = 20;
    /** Holders per set of the roster; the k-th of a set holds 2^k whole tokens, so that any sum can be reached. */
    public static final int ROSTER_SET_SIZE = 36;

    private static final Map<String, Integer> INDEX_BY_LOGIN = indexByLogin();
    private static final Bip32ECKeyPair PARENT = parent();

    /** The three sets of the roster, by what they vote in a replayed election. */
    public enum RosterSet {
        YES(100),
        NO(136),
        ABSTAIN(172);

        private final int firstIndex;

        RosterSet(int firstIndex) {
            this.firstIndex = firstIndex;
        }
    }

    private DemoKeys() {}

    /** The logins that have a wallet, in the order of their keys. */
    public static List<String> logins() {
        return List.copyOf(INDEX_BY_LOGIN.keySet());
    }

    /** The key index of a login. */
    public static Optional<Integer> indexOf(String login) {
        return Optional.ofNullable(INDEX_BY_LOGIN.get(login));
    }

    /** The index of the key that pays the gas of a service's transactions. */
    public static int relayOf(String service) {
        return switch (service) {
            case "governance" -> GOVERNANCE_RELAY;
            case "marketplace" -> MARKETPLACE_RELAY;
            case "treasury" -> TREASURY_RELAY;
            default -> throw new IllegalArgumentException(service + " has no relay key");
        };
    }

    /** The key index of the roster holder with 2^power whole tokens in this set. */
    public static int rosterIndex(RosterSet set, int power) {
        if (power < 0 || power >= ROSTER_SET_SIZE) {
            throw new IllegalArgumentException("the roster has no holder of 2^" + power + " tokens");
        }
        return set.firstIndex + power;
    }

    /** The key pair at this index. */
    public static ECKeyPair keyPair(int index) {
        return Bip32ECKeyPair.deriveKeyPair(PARENT, new int[] {index});
    }

    /** The private key at this index, 32 bytes as hex with prefix. */
    public static String privateKey(int index) {
        return Numeric.toHexStringWithPrefixZeroPadded(keyPair(index).getPrivateKey(), 64);
    }

    /** The address at this index, lower-case hex with prefix. */
    public static String address(int index) {
        return Credentials.create(keyPair(index)).getAddress();
    }

    /** The address of a login. */
    public static String address(String login) {
        return address(indexOf(login).orElseThrow(() -> new IllegalArgumentException(login + " has no demo key")));
    }

    /** Whole governance tokens by key index: the roster, and what the demo logins hold. */
    public static Map<Integer, BigInteger> tokenHolders() {
        Map<Integer, BigInteger> holders = new LinkedHashMap<>();
        INDEX_BY_LOGIN.forEach((login, index) -> holders.put(index, tokensOf(login)));
        for (RosterSet set : RosterSet.values()) {
            for (int power = 0; power < ROSTER_SET_SIZE; power++) {
                holders.put(rosterIndex(set, power), BigInteger.ONE.shiftLeft(power));
            }
        }
        return holders;
    }

    /** Alice alone meets the quorum of 4 %; contractors and stewards hold enough for many bonds. */
    private static BigInteger tokensOf(String login) {
        return switch (login) {
            case "alice" -> BigInteger.valueOf(40_000_000_000L);
            case "bob" -> BigInteger.valueOf(8_000_000_000L);
            case "carol" -> BigInteger.valueOf(4_000_000_000L);
            default -> BigInteger.valueOf(1_000_000L);
        };
    }

    private static Map<String, Integer> indexByLogin() {
        Map<String, Integer> indices = new LinkedHashMap<>();
        List.of("alice", "bob", "carol", "steward1", "steward2", "steward3")
                .forEach(login -> indices.put(login, 4 + indices.size()));
        IntStream.rangeClosed(1, 8).forEach(number -> indices.put("contractor" + number, 9 + number));
        return indices;
    }

    private static Bip32ECKeyPair parent() {
        Bip32ECKeyPair master = Bip32ECKeyPair.generateKeyPair(MnemonicUtils.generateSeed(MNEMONIC, ""));
        int hardened = Bip32ECKeyPair.HARDENED_BIT;
        return Bip32ECKeyPair.deriveKeyPair(master, new int[] {44 | hardened, 60 | hardened, hardened, 0});
    }
}
