package network.spheron.dao.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownTest {
    @Test
    void markdownBecomesHtml() {
        assertThat(Markdown.toHtml("A **bold** [link](https://example.org)"))
                .isEqualTo("<p>A <strong>bold</strong> <a href=\"https://example.org\""
                        + " rel=\"nofollow ugc noopener\">link</a></p>\n");
    }

    @Test
    void aMembersFirstHeadingIsNotThePages() {
        assertThat(Markdown.toHtml("# Why")).isEqualTo("<h2>Why</h2>\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "[x](javascript:alert(1))",
                "[x](data:text/html;base64,PHNjcmlwdD4=)",
                "![x](https://example.org/track.png)",
                "<a href=\"https://example.org\" onclick=\"alert(1)\">x</a>",
                "<style>*{display:none}</style>"
            })
    void nothingHarmfulGetsThrough(String text) {
        assertThat(Markdown.toHtml(text))
                .doesNotContain(
                        "<script",
                        "<img",
                        "<style",
                        "href=\"javascript",
                        "href=\"data",
                        "<a href=\"https://example.org\" onclick");
    }
}
