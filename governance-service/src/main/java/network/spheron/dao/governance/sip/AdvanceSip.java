package network.spheron.dao.governance.sip;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import network.spheron.dao.web.InvalidField;
import org.jspecify.annotations.Nullable;

/** The author takes a SIP from its draft to where the chain takes over. */
@ApplicationScoped
public class AdvanceSip {
    private final Sips sips;
    private final TermsCheck terms;
    private final Authors authors;
    private final Clock clock;

    AdvanceSip(Sips sips, TermsCheck terms, Authors authors, Clock clock) {
        this.sips = sips;
        this.terms = terms;
        this.authors = authors;
        this.clock = clock;
    }

    /** Opens the discussion. */
    @Transactional
    public void openDiscussion(long id) {
        own(id).openDiscussion(clock.instant());
    }

    /** Fixes the content; from here on its hash and the Governor's proposal id are known. */
    @Transactional
    public void finalizeContent(long id) {
        Sip sip = own(id);
        terms.check(sip.content().mandate());
        OnChainProposal proposal = terms.proposal(sip.content(), sip.author());
        terms.requireNewPurpose(proposal.textHash());
        sips.byProposal(proposal.id()).filter(other -> other.id() != id).ifPresent(other -> {
            throw new AlreadyFinal(other.id());
        });
        sip.finalizeContent(new Proposal(proposal.id(), proposal.textHash()), clock.instant());
    }

    /** Notes which transaction proposes the SIP; the chain alone says whether it did. */
    @Transactional
    public void hintProposal(long id, @Nullable String transactionHash) {
        if (transactionHash == null || !transactionHash.matches("0x[0-9a-fA-F]{64}")) {
            throw new InvalidField("transactionHash", "must be 32 bytes in 0x-prefixed hex");
        }
        own(id).hintProposal(transactionHash);
    }

    private Sip own(long id) {
        Sip sip = sips.sip(id);
        authors.requireAuthor(sip);
        return sip;
    }
}
