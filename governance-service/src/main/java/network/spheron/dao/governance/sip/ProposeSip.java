package network.spheron.dao.governance.sip;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigInteger;
import java.util.List;
import network.spheron.dao.chain.ChainReader;
import network.spheron.dao.contracts.ContractName;
import network.spheron.dao.contracts.DaoGovernor;
import network.spheron.dao.web.OwnTransaction;

/** What the author's own wallet sends to put a SIP to the vote. */
@ApplicationScoped
public class ProposeSip {
    private final Sips sips;
    private final TermsCheck terms;
    private final Authors authors;
    private final MandateWords words;
    private final ChainReader chain;

    ProposeSip(Sips sips, TermsCheck terms, Authors authors, MandateWords words, ChainReader chain) {
        this.sips = sips;
        this.terms = terms;
        this.authors = authors;
        this.words = words;
        this.chain = chain;
    }

    /**
     * The transaction that proposes the SIP.
     *
     * @throws IllegalSipTransition unless the SIP is final
     * @throws BadTerms when time or other votes have made its terms ones that the treasury would refuse
     * @throws BelowProposalThreshold when the Governor would refuse the wallet
     */
    @Transactional
    public OwnTransaction request(long id) {
        Sip sip = sips.sip(id);
        authors.requireAuthor(sip);
        if (sip.status() != SipStatus.FINAL) {
            throw new IllegalSipTransition(sip.status(), "cannot be proposed");
        }
        requireThreshold(sip.author().wallet());
        terms.check(sip.content().mandate());
        OnChainProposal proposal = terms.proposal(sip.content(), sip.author());
        return OwnTransaction.call(
                chain.address(ContractName.DAO_GOVERNOR),
                proposal.propose().data(),
                chain.chainId(),
                List.of(
                        "Put SIP " + id + ", “" + sip.content().title() + "”, to the vote of the token holders.",
                        "If it passes: " + words.inOneSentence(sip.content().mandate())));
    }

    private void requireThreshold(String wallet) {
        BigInteger threshold = chain.call(ContractName.DAO_GOVERNOR, DaoGovernor.proposalThreshold());
        BigInteger before = BigInteger.valueOf(chain.latest().timestamp() - 1);
        BigInteger power = chain.call(ContractName.DAO_GOVERNOR, DaoGovernor.getVotes(wallet, before));
        if (power.compareTo(threshold) < 0) {
            throw new BelowProposalThreshold(wallet, power, threshold);
        }
    }
}
