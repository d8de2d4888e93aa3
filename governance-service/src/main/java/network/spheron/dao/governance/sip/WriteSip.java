package network.spheron.dao.governance.sip;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;

/** An author drafts a SIP and revises it; every revision is kept. */
@ApplicationScoped
public class WriteSip {
    private final Sips sips;
    private final SipRevisions revisions;
    private final TermsCheck terms;
    private final Authors authors;
    private final Clock clock;

    WriteSip(Sips sips, SipRevisions revisions, TermsCheck terms, Authors authors, Clock clock) {
        this.sips = sips;
        this.revisions = revisions;
        this.terms = terms;
        this.authors = authors;
        this.clock = clock;
    }

    /**
     * Stores a new draft.
     *
     * @return its id
     */
    @Transactional
    public long draft(SipRequest request) {
        Author author = authors.author(request.wallet());
        SipContent content = request.toContent();
        terms.check(content.mandate());
        Sip sip = new Sip(author, content, clock.instant());
        sips.persist(sip);
        revisions.persist(sip.currentRevision());
        return sip.id();
    }

    /** Stores a further revision; the proposing wallet stays as it was. */
    @Transactional
    public void revise(long id, SipRequest request) {
        Sip sip = sips.sip(id);
        authors.requireAuthor(sip);
        SipContent content = request.toContent();
        terms.check(content.mandate());
        revisions.persist(sip.revise(content, clock.instant()));
    }
}
