package network.spheron.dao.governance.discussion;

import network.spheron.dao.web.InvalidField;
import org.jspecify.annotations.Nullable;

/** A comment as somebody writes it; Markdown, up to 5,000 characters. */
public record CommentRequest(@Nullable String text) {
    private static final int LONGEST = 5_000;

    String checkedText() {
        if (text == null || text.isBlank()) {
            throw new InvalidField("text", "is required");
        }
        if (text.length() > LONGEST) {
            throw new InvalidField("text", "must not be longer than " + LONGEST + " characters");
        }
        return text.strip();
    }
}
