package network.spheron.dao.governance.sip;

import java.util.List;
import network.spheron.dao.web.Action;
import org.jspecify.annotations.Nullable;

/**
 * A SIP as its API shows it.
 *
 * @param signed whether the author's wallet signed the text; until it is proposed on chain, nothing proves who wrote it
 * @param createdAt server time in seconds since the epoch; so is {@code updatedAt}
 * @param mandateWords the mandate's terms as sentences
 * @param hindrance why the next step on chain is refused at the moment
 */
public record SipView(
        long id,
        String title,
        String text,
        SipStatus status,
        int revision,
        String author,
        String authorWallet,
        boolean signed,
        long createdAt,
        long updatedAt,
        RequestedMandate mandate,
        List<String> mandateWords,
        @Nullable ProposalView proposal,
        @Nullable String hindrance,
        List<RevisionView> revisions,
        List<Action> actions) {}
