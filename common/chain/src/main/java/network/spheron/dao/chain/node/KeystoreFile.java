package network.spheron.dao.chain.node;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.web3j.crypto.Credentials;
import org.web3j.crypto.Wallet;
import org.web3j.crypto.WalletFile;
import org.web3j.crypto.exception.CipherException;
import org.web3j.protocol.ObjectMapperFactory;
import org.web3j.utils.Numeric;

/** An encrypted key on disk (Web3 Secret Storage, version 3). */
final class KeystoreFile {
    private final Path file;

    KeystoreFile(Path file) {
        this.file = file;
    }

    /**
     * Decrypts it.
     *
     * @param expected the account that it must be of; the file itself may name one, too
     * @throws IllegalArgumentException in words that repeat neither what is in the file nor the password
     */
    AccountKey open(String password, Optional<String> expected) {
        WalletFile wallet = read();
        AccountKey key;
        try {
            key = AccountKey.of(Credentials.create(Wallet.decrypt(password, wallet)));
        } catch (CipherException | RuntimeException e) {
            // Without the cause: it was made from the password.
            throw new IllegalArgumentException(file + " cannot be opened: " + e.getMessage());
        }
        requireSame(key, expected.orElse(null), "the configuration");
        requireSame(key, wallet.getAddress(), "the file");
        return key;
    }

    private WalletFile read() {
        try {
            return ObjectMapperFactory.getObjectMapper().readValue(file.toFile(), WalletFile.class);
        } catch (IOException e) {
            // Without the cause: a parser quotes what it stumbled over, and someone may have stored a bare key.
            throw new IllegalArgumentException(file + " cannot be read, or is no keystore file");
        }
    }

    private void requireSame(AccountKey key, @Nullable String expected, String who) {
        if (expected == null) return;
        String address = Numeric.prependHexPrefix(expected).toLowerCase(Locale.ROOT);
        if (!key.address().equals(address)) {
            throw new IllegalArgumentException(
                    file + " holds the key of " + key.address() + ", but " + who + " says " + address);
        }
    }
}
