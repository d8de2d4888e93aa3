package network.spheron.dao.governance.sip;

import network.spheron.dao.web.Refusal;

/** Somebody else wrote this SIP. */
final class NotTheAuthor extends Refusal {
    NotTheAuthor(String author) {
        super(403, "not-the-author", "only the author, " + author + ", can do this");
    }
}
