package network.spheron.dao.marketplace.milestone;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigInteger;
import java.util.Locale;
import network.spheron.dao.chain.ChainClock;
import network.spheron.dao.identity.Caller;
import network.spheron.dao.web.InvalidField;
import network.spheron.dao.web.PublishedReason;

/** Prepares what a wallet sends to challenge a decision, and keeps the words of its reason. */
@ApplicationScoped
class ChallengeMilestone {
    private final Milestones milestones;
    private final ChallengeReasons reasons;
    private final ChallengeRules rules;
    private final ChainClock clock;
    private final Caller caller;

    ChallengeMilestone(
            Milestones milestones, ChallengeReasons reasons, ChallengeRules rules, ChainClock clock, Caller caller) {
        this.milestones = milestones;
        this.reasons = reasons;
        this.rules = rules;
        this.clock = clock;
        this.caller = caller;
    }

    @Transactional
    PreparedChallenge prepare(MilestoneId id, ChallengeRequest request) {
        Milestone milestone = challengeable(id);
        String reasonHash = PublishedReason.written(request.reason()).hash();
        String wallet = wallet(request);
        BigInteger bond = rules.bond(wallet);
        return new PreparedChallenge(
                reasonHash,
                bond.toString(),
                bond.signum() == 0 || rules.isAllowed(wallet, bond) ? null : rules.allowBond(bond),
                rules.challenge(milestone, reasonHash, bond));
    }

    /** Keeps the words, which are shown once their hash is on chain. */
    @Transactional
    void keepReason(MilestoneId id, ChallengeRequest request) {
        challengeable(id);
        PublishedReason reason = PublishedReason.written(request.reason());
        if (reasons.behind(reason.hash()).isEmpty()) {
            reasons.persist(new ChallengeReason(reason, caller.personId(), clock.now()));
        }
    }

    private Milestone challengeable(MilestoneId id) {
        Milestone milestone = milestones.require(id);
        rules.require(milestone);
        return milestone;
    }

    private String wallet(ChallengeRequest request) {
        if (request.wallet() == null || request.wallet().isBlank()) {
            throw new InvalidField("wallet", "is missing");
        }
        String wallet = request.wallet().strip().toLowerCase(Locale.ROOT);
        caller.requireWallet(wallet);
        return wallet;
    }
}
