package network.spheron.dao.contracts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The compiled contracts. */
public final class Artifacts {
    private Artifacts() {}

    /** Creation code without constructor arguments, 0x-prefixed hex. */
    public static String bytecode(ContractName contract) {
        try (InputStream file = Artifacts.class.getResourceAsStream("bytecode/" + contract.key() + ".hex")) {
            if (file == null) throw new IllegalStateException("No creation code for " + contract.key());
            return new String(file.readAllBytes(), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
