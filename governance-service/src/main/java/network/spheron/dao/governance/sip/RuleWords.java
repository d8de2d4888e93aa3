package network.spheron.dao.governance.sip;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import network.spheron.dao.chain.deployment.ProposalClass;
import org.jspecify.annotations.Nullable;

/** How a proposal is decided, as sentences. */
@ApplicationScoped
class RuleWords {
    private final MandateWords words;

    RuleWords(MandateWords words) {
        this.words = words;
    }

    /** One sentence per rule; none before the proposal is on chain. */
    List<String> sentences(@Nullable ProposalView proposal) {
        if (proposal == null || proposal.rules() == null) {
            return List.of();
        }
        ProposalView.Rules rules = proposal.rules();
        List<String> sentences = new ArrayList<>();
        sentences.add("By what it would do, it is decided as a proposal about "
                + subject(ProposalClass.valueOf(rules.proposalClass())) + ".");
        sentences.add("It passes when more than " + MandateWords.percent(rules.approvalBps())
                + " of the votes for and against are for it.");
        sentences.add(quorum(proposal, rules));
        sentences.add(course(proposal, rules));
        if (proposal.gracePeriod() != null) {
            sentences.add("If it is not queued within " + MandateWords.span(proposal.gracePeriod())
                    + " of passing, or not executed within the same time once it can be, it expires.");
        }
        sentences.add(
                rules.vetoable()
                        ? "Once it has passed, the guardian, while there is one, may veto it with a reason."
                        : "The guardian cannot veto it.");
        return sentences;
    }

    private String quorum(ProposalView proposal, ProposalView.Rules rules) {
        String rule = "Votes for and abstaining must reach " + MandateWords.percent(rules.quorumBps())
                + " of the tokens that can vote, and " + words.votes(rules.quorumFloor()) + " at least";
        return proposal.quorum() == null ? rule + "." : rule + ": " + words.votes(proposal.quorum()) + ".";
    }

    private static String course(ProposalView proposal, ProposalView.Rules rules) {
        String course = "Voting begins " + MandateWords.span(rules.votingDelay()) + " after the proposal and lasts "
                + MandateWords.span(rules.votingPeriod());
        if (proposal.voteStart() != null
                && proposal.voteEnd() != null
                && proposal.voteEnd() > proposal.voteStart() + rules.votingPeriod()) {
            course += "; its outcome turned late, so that it was prolonged by "
                    + MandateWords.span(proposal.voteEnd() - proposal.voteStart() - rules.votingPeriod());
        }
        return rules.timelockDelay() == 0
                ? course + "."
                : course + ". Its execution waits " + MandateWords.span(rules.timelockDelay())
                        + " longer than the timelock's own delay.";
    }

    private static String subject(ProposalClass proposalClass) {
        return switch (proposalClass) {
            case TEXT -> "a text";
            case MANDATE -> "a mandate";
            case TREASURY -> "the treasury";
            case PARAMETERS -> "parameters";
            case STEWARDS -> "stewards, guardian and service entity";
            case AUTHORITY -> "who decides";
        };
    }
}
