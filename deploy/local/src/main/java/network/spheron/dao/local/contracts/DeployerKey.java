package network.spheron.dao.local.contracts;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import network.spheron.dao.chain.node.AccountKey;
import network.spheron.dao.chain.node.PublishedAccounts;
import org.jspecify.annotations.Nullable;
import org.web3j.crypto.Credentials;
import org.web3j.crypto.WalletUtils;
import org.web3j.crypto.exception.CipherException;
import org.web3j.utils.Numeric;

/** The key of the account that deploys: from an encrypted file or the environment, never from configuration. */
final class DeployerKey {
    static final String KEY_VARIABLE = "SPHERON_DEPLOYER_KEY";
    static final String PASSWORD_VARIABLE = "SPHERON_KEYSTORE_PASSWORD";

    private final String privateKey;
    private final String address;

    private DeployerKey(String privateKey) {
        this.privateKey = privateKey;
        this.address = AccountKey.of(privateKey).address();
    }

    /**
     * Takes the file, if there is one, else the environment.
     *
     * @throws Refused without the key, in words that do not repeat it
     */
    static DeployerKey find(@Nullable Path keystore, Map<String, String> environment) {
        if (keystore != null) return decrypted(keystore, password(keystore, environment));
        String given = environment.get(KEY_VARIABLE);
        if (given == null) throw refused("the deployer's key is missing: give --keystore or set " + KEY_VARIABLE);
        try {
            return new DeployerKey(given.strip());
        } catch (IllegalArgumentException e) {
            throw refused(KEY_VARIABLE + ": " + e.getMessage());
        }
    }

    /** Lower-case hex. */
    String address() {
        return address;
    }

    /** 32 bytes, hex; to be handed on to what signs, and to nothing else. */
    String privateKey() {
        return privateKey;
    }

    /** Whether everybody has it. */
    boolean isPublished() {
        return PublishedAccounts.include(address);
    }

    private static DeployerKey decrypted(Path keystore, String password) {
        try {
            Credentials credentials = WalletUtils.loadCredentials(password, keystore.toFile());
            return new DeployerKey(Numeric.toHexStringWithPrefixZeroPadded(
                    credentials.getEcKeyPair().getPrivateKey(), 64));
        } catch (IOException e) {
            throw refused(keystore + " is not a keystore file");
        } catch (CipherException e) {
            throw refused(keystore + " cannot be opened: " + e.getMessage());
        }
    }

    private static String password(Path keystore, Map<String, String> environment) {
        String given = environment.get(PASSWORD_VARIABLE);
        if (given != null) return given;
        throw refused("the password of " + keystore + " is missing: set " + PASSWORD_VARIABLE);
    }

    private static Refused refused(String why) {
        return new Refused(List.of(why));
    }

    @Override
    public String toString() {
        return "DeployerKey[" + address + "]";
    }
}
