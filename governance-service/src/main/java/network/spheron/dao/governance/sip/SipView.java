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
 * @param ruleWords what decides the vote, as sentences; empty before it is on chain
 * @param sponsors whose votes brought it to the vote, when it was not the author's own
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
        List<String> ruleWords,
        List<Sponsor> sponsors,
        @Nullable String hindrance,
        List<RevisionView> revisions,
        List<Action> actions) {}
