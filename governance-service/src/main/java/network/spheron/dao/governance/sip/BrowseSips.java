package network.spheron.dao.governance.sip;

import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reading SIPs; open to everybody. */
@ApplicationScoped
public class BrowseSips {
    private static final int LARGEST_PAGE = 100;

    private final Sips sips;
    private final SipRevisions revisions;
    private final SipActions actions;
    private final MandateWords words;
    private final RuleWords rules;

    BrowseSips(Sips sips, SipRevisions revisions, SipActions actions, MandateWords words, RuleWords rules) {
        this.sips = sips;
        this.revisions = revisions;
        this.actions = actions;
        this.words = words;
        this.rules = rules;
    }

    /** The newest SIPs, of one status or of all. */
    @Transactional
    public SipPage page(@Nullable SipStatus status, int page, int size) {
        Page asked = Page.of(Math.max(0, page), Math.min(Math.max(1, size), LARGEST_PAGE));
        List<SipSummary> items = sips.newest(status, asked).stream()
                .map(Sip::snapshot)
                .map(SipSummary::of)
                .toList();
        return new SipPage(items, asked.index, asked.size, sips.count(status));
    }

    /** A SIP with its revisions and what the caller may do. */
    @Transactional
    public SipView view(long id) {
        SipSnapshot sip = sips.sip(id).snapshot();
        return new SipView(
                sip.id(),
                sip.content().title(),
                sip.content().text(),
                sip.status(),
                sip.revision(),
                sip.author().name(),
                sip.author().wallet(),
                sip.proposal() != null && sip.proposal().transactions().proposed() != null,
                sip.createdAt(),
                sip.updatedAt(),
                sip.content().mandate(),
                words.sentences(sip.content().mandate()),
                sip.proposal(),
                rules.sentences(sip.proposal()),
                sip.sponsors(),
                sip.hindrance(),
                revisions.of(id).stream().map(SipRevision::view).toList(),
                actions.of(sip));
    }

    /** A SIP's state, for other features. */
    @Transactional
    public SipSnapshot snapshot(long id) {
        return sips.sip(id).snapshot();
    }

    /** The newest SIP whose text has this hash. */
    @Transactional
    public Optional<SipSnapshot> byTextHash(String textHash) {
        return sips.byTextHash(textHash).stream().findFirst().map(Sip::snapshot);
    }

    /** The SIP with this proposal. */
    @Transactional
    public Optional<SipSnapshot> byProposal(BigInteger proposalId) {
        return sips.byProposal(proposalId).map(Sip::snapshot);
    }
}
