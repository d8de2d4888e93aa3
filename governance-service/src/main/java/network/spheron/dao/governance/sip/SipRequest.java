package network.spheron.dao.governance.sip;

import java.nio.charset.StandardCharsets;
import network.spheron.dao.web.InvalidField;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A SIP as its author writes it.
 *
 * @param text Markdown, up to 20,000 bytes, because the whole text goes on chain
 * @param wallet the linked wallet that will propose it; the author's first one when there is none
 */
public record SipRequest(
        @Schema(examples = "Developer tooling for the second half of the year") @Nullable
        String title,

        @Nullable String text,
        @Nullable String wallet,
        @Nullable MandateRequest mandate) {
    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_TEXT_BYTES = 20_000;

    /**
     * The content that this request states.
     *
     * @throws InvalidField naming the first field that has no usable value
     */
    SipContent toContent() {
        if (title == null || title.isBlank()) {
            throw new InvalidField("title", "is required");
        }
        if (title.strip().length() > LONGEST_TITLE) {
            throw new InvalidField("title", "must not be longer than " + LONGEST_TITLE + " characters");
        }
        if (text == null || text.isBlank()) {
            throw new InvalidField("text", "is required");
        }
        if (text.getBytes(StandardCharsets.UTF_8).length > LONGEST_TEXT_BYTES) {
            throw new InvalidField("text", "must not be longer than " + LONGEST_TEXT_BYTES + " bytes");
        }
        if (mandate == null) {
            throw new InvalidField("mandate", "is required");
        }
        return new SipContent(title.strip(), text, mandate.toMandate());
    }
}
