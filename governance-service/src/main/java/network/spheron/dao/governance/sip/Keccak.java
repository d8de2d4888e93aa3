package network.spheron.dao.governance.sip;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.web3j.crypto.Hash;

/** The hash by which contracts know a text. */
final class Keccak {
    private Keccak() {}

    /** Keccak256 of the text's UTF-8 bytes, 0x-prefixed hex. */
    static String hash(String text) {
        return "0x" + HexFormat.of().formatHex(Hash.sha3(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Keccak256 of bytes given as hex without prefix, 0x-prefixed hex. */
    static String hashHex(String hex) {
        return "0x" + HexFormat.of().formatHex(Hash.sha3(HexFormat.of().parseHex(hex)));
    }
}
