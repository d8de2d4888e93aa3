package network.spheron.dao.governance.election;

import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import network.spheron.dao.governance.ballot.SignedFields;
import network.spheron.dao.web.InvalidField;
import org.jspecify.annotations.Nullable;

/** A ballot's choices, packed as {@code IBidElection} packs them: two bits per bid, bid 0 in the lowest bits of byte 0. */
final class Choices {
    private static final int BIDS_PER_BYTE = 4;
    private static final int BITS = 2;
    private static final int MASK = 3;

    private final byte[] packed;

    private Choices(byte[] packed) {
        this.packed = packed;
    }

    /** Choices as a ballot carries them, 0x-prefixed hex. */
    static Choices decode(String hex) {
        return new Choices(HexFormat.of().parseHex(hex, 2, hex.length()));
    }

    /** Packs choices by bid index, for a ballot on a mandate with so many bids in all. */
    static Choices pack(Map<Integer, Choice> choices, int bidCount) {
        byte[] packed = new byte[(bidCount + BIDS_PER_BYTE - 1) / BIDS_PER_BYTE];
        choices.forEach((index, choice) -> {
            if (index >= 0 && index < bidCount) {
                packed[index / BIDS_PER_BYTE] |= (byte) (choice.bits() << (index % BIDS_PER_BYTE * BITS));
            }
        });
        return new Choices(packed);
    }

    /**
     * Reads choices from a request.
     *
     * @throws InvalidField when they are not bytes of the right length, or say something about a bid that is not on the
     *     ballot
     */
    static Choices checked(@Nullable String hex, int bidCount, Collection<Integer> onBallot) {
        Choices choices = decode(SignedFields.bytes("choices", hex));
        int length = (bidCount + BIDS_PER_BYTE - 1) / BIDS_PER_BYTE;
        if (choices.packed.length != length) {
            throw new InvalidField("choices", "must have " + length + " bytes for " + bidCount + " bids");
        }
        for (int index = 0; index < length * BIDS_PER_BYTE; index++) {
            if (choices.of(index) != Choice.NONE && !onBallot.contains(index)) {
                throw new InvalidField("choices", "name the bid with index " + index + ", which is not on the ballot");
            }
        }
        return choices;
    }

    Choice of(int bidIndex) {
        int at = bidIndex / BIDS_PER_BYTE;
        int bits = at < packed.length ? (packed[at] >> (bidIndex % BIDS_PER_BYTE * BITS)) & MASK : 0;
        return Choice.of(bits);
    }

    /** How many bids it says something about. */
    long size() {
        long size = 0;
        for (int index = 0; index < packed.length * BIDS_PER_BYTE; index++) {
            size += of(index) == Choice.NONE ? 0 : 1;
        }
        return size;
    }

    String hex() {
        return "0x" + HexFormat.of().formatHex(packed);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Choices choices && Arrays.equals(packed, choices.packed);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(packed);
    }
}
