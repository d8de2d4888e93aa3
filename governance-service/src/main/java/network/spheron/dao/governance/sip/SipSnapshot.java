package network.spheron.dao.governance.sip;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A SIP's whole state, for other features and for views.
 *
 * @param createdAt server time in seconds since the epoch; so is {@code updatedAt}
 * @param proposal null before the SIP is finalized
 * @param sponsors whose votes brought it to the vote, when it was not the author's own
 * @param hindrance why the next step on chain is refused at the moment
 */
public record SipSnapshot(
        long id,
        SipStatus status,
        Author author,
        int revision,
        long createdAt,
        long updatedAt,
        SipContent content,
        @Nullable ProposalView proposal,
        List<Sponsor> sponsors,
        @Nullable String hindrance) {}
