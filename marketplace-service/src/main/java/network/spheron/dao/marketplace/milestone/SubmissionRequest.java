package network.spheron.dao.marketplace.milestone;

import java.util.Locale;
import java.util.regex.Pattern;
import network.spheron.dao.web.InvalidField;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A milestone's evidence; {@code signature} only where it is submitted. */
record SubmissionRequest(
        @Schema(description = "where the evidence lies: https, http or ipfs") @Nullable
        String evidenceUrl,

        @Schema(description = "hash of what lies there, 32 bytes in 0x-prefixed hex") @Nullable
        String evidenceHash,

        @Nullable String note,
        @Nullable String signature) {
    private static final int MOST_URL = 2_000;
    private static final int MOST_NOTE = 5_000;
    private static final Pattern URL = Pattern.compile("(https?|ipfs)://[^\\s<>\"]+");
    private static final Pattern HASH = Pattern.compile("0x[0-9a-fA-F]{64}");

    /** The evidence as it is signed. */
    Evidence.Shown shown() {
        String url = evidenceUrl == null ? "" : evidenceUrl.strip();
        if (!URL.matcher(url).matches() || url.length() > MOST_URL) {
            throw new InvalidField("evidenceUrl", "must be an https, http or ipfs address");
        }
        String hash = evidenceHash == null ? "" : evidenceHash.strip();
        if (!HASH.matcher(hash).matches()) {
            throw new InvalidField("evidenceHash", "must be 32 bytes: 0x and 64 hex digits");
        }
        String words = note == null ? "" : note.strip();
        if (words.length() > MOST_NOTE) {
            throw new InvalidField("note", "can have " + MOST_NOTE + " characters at most");
        }
        return new Evidence.Shown(url, hash.toLowerCase(Locale.ROOT), words);
    }
}
