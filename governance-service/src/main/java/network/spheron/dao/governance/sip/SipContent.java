package network.spheron.dao.governance.sip;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;

/** What an author writes: a title, a text in Markdown, and the mandate asked for. */
@Embeddable
public record SipContent(
        String title,
        @Column(columnDefinition = "text") String text,
        @Embedded RequestedMandate mandate) {}
