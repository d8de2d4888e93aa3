package network.spheron.dao.governance.sip;

import jakarta.enterprise.context.ApplicationScoped;
import network.spheron.dao.chain.ChainClock;
import network.spheron.dao.chain.ChainReader;
import network.spheron.dao.contracts.ContractName;
import network.spheron.dao.contracts.Treasury;

/** Holds content against the treasury's rules of this moment, and turns it into a proposal. */
@ApplicationScoped
class TermsCheck {
    private final TreasuryRules treasury;
    private final MandateCourse course;
    private final MandateWords words;
    private final ChainClock clock;
    private final ChainReader chain;

    TermsCheck(TreasuryRules treasury, MandateCourse course, MandateWords words, ChainClock clock, ChainReader chain) {
        this.treasury = treasury;
        this.course = course;
        this.words = words;
        this.clock = clock;
        this.chain = chain;
    }

    /**
     * Checks the terms.
     *
     * @throws BadTerms for the first rule that they break
     */
    void check(RequestedMandate mandate) {
        BudgetLine line = new TermsPolicy(treasury.floors(), treasury.lines(), words, clock.now()).check(mandate);
        long earliest = clock.now() + course.longest(mandate, line);
        if (mandate.expiry() < earliest) {
            throw BadTerms.expiresTooEarly(MandateWords.day(mandate.expiry()), MandateWords.day(earliest));
        }
    }

    /**
     * Checks that no mandate has been granted for this purpose, which the treasury does once only.
     *
     * @throws PurposeAlreadyGranted otherwise
     */
    void requireNewPurpose(String textHash) {
        if (chain.call(ContractName.TREASURY, Treasury.granted(textHash))) {
            throw new PurposeAlreadyGranted();
        }
    }

    /** The proposal that follows from the content, whether its terms would pass today or not. */
    OnChainProposal proposal(SipContent content, Author author) {
        BudgetLine line = treasury.lines().stream()
                .filter(candidate -> candidate.name().equals(content.mandate().lineName()))
                .findFirst()
                .orElseThrow(() -> BadTerms.unknownLine(content.mandate().lineName()));
        return OnChainProposal.of(content, author.wallet(), line, chain.address(ContractName.TREASURY));
    }
}
