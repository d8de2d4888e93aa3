package network.spheron.dao.governance.election;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import network.spheron.dao.chain.ChainClock;
import network.spheron.dao.chain.ChainReader;
import network.spheron.dao.contracts.BidElection;
import network.spheron.dao.contracts.ContractName;
import network.spheron.dao.contracts.GovernanceToken;
import network.spheron.dao.governance.ballot.SignedFields;
import network.spheron.dao.identity.Caller;
import network.spheron.dao.web.Action;
import network.spheron.dao.web.NotFound;
import network.spheron.dao.web.OwnTransaction;
import network.spheron.dao.web.PublishedReason;
import network.spheron.dao.web.TokenAmount;
import network.spheron.dao.web.WebConfig;

/** Prepares what a holder's wallet sends to object to an award, and keeps the words of its reason. */
@ApplicationScoped
public class ObjectToAward {
    private final Elections elections;
    private final Objections objections;
    private final ChainReader chain;
    private final ChainClock clock;
    private final Caller caller;
    private final WebConfig web;

    ObjectToAward(
            Elections elections,
            Objections objections,
            ChainReader chain,
            ChainClock clock,
            Caller caller,
            WebConfig web) {
        this.elections = elections;
        this.objections = objections;
        this.chain = chain;
        this.clock = clock;
        this.caller = caller;
        this.web = web;
    }

    /** The transaction by which the wallet objects; no server can send it. */
    @Transactional
    public OwnTransaction transaction(BigInteger mandateId, ObjectionRequest request) {
        Election election = objectable(mandateId);
        PublishedReason reason = PublishedReason.written(request.reason());
        String wallet = SignedFields.address("wallet", request.wallet());
        caller.requireWallet(wallet);
        requireVotes(election, wallet);
        return OwnTransaction.call(
                chain.address(ContractName.BID_ELECTION),
                BidElection.objectToAward(mandateId, reason.hash()).data(),
                chain.chainId(),
                List.of(
                        "Objects to the award under mandate " + mandateId + ".",
                        "No agreement is made until the objection lapses, or a vote dismisses it; a vote that upholds it"
                                + " annuls the award.",
                        "This reason is published: “" + reason.words() + "”"));
    }

    /** Keeps the words, which are shown once their hash is on chain. */
    @Transactional
    public void keepReason(BigInteger mandateId, ObjectionRequest request) {
        objectable(mandateId);
        objections.keep(PublishedReason.written(request.reason()), caller.personId(), clock.now());
    }

    /** Whether the caller may object now, as far as it is known without asking the chain. */
    Action action(Election election) {
        try {
            require(election);
        } catch (NotObjectable closed) {
            return Action.refused("object", closed.detail());
        }
        return caller.isSignedIn()
                ? Action.allowed("object")
                : Action.refused("object", "Sign in and link a wallet to object.");
    }

    /** The objection to the award, if there was one. */
    Optional<ObjectionView> seen(Election election) {
        return objections.to(election, clock.now());
    }

    private void require(Election election) {
        if (election.objection().isPresent()) {
            throw new NotObjectable("There was an objection to this award; there is one at most.");
        }
        if (ElectionPhase.of(election, clock.now()) != ElectionPhase.STANDSTILL) {
            throw new NotObjectable("Only in its standstill can anybody object to an award.");
        }
    }

    private Election objectable(BigInteger mandateId) {
        Election election = elections
                .findByIdOptional(mandateId)
                .orElseThrow(() -> new NotFound("election under mandate " + mandateId));
        require(election);
        return election;
    }

    private void requireVotes(Election election, String wallet) {
        BigInteger votes = chain.call(
                ContractName.GOVERNANCE_TOKEN,
                GovernanceToken.getPastVotes(wallet, BigInteger.valueOf(election.snapshot())));
        BigInteger needed = chain.call(ContractName.BID_ELECTION, BidElection.objectionThreshold());
        if (votes.compareTo(needed) < 0) {
            throw new NotObjectable("An objection takes " + tokens(needed)
                    + " of votes when bidding closed; this wallet" + " had " + tokens(votes) + ".");
        }
    }

    private String tokens(BigInteger amount) {
        return TokenAmount.format(amount, web.votingDecimals()) + " " + web.votingSymbol();
    }
}
