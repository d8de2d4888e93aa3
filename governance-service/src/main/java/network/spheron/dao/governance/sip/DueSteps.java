package network.spheron.dao.governance.sip;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import network.spheron.dao.chain.CallReverted;
import network.spheron.dao.chain.ChainReader;
import network.spheron.dao.chain.SubmissionStatus;
import network.spheron.dao.chain.TransactionRelay;
import network.spheron.dao.contracts.ContractName;
import network.spheron.dao.contracts.DaoGovernor;
import network.spheron.dao.contracts.FunctionCall;
import network.spheron.dao.messaging.Outbox;

/** The step that the chain's clock has made due for a SIP: conclude the vote, queue, execute. */
@ApplicationScoped
class DueSteps {
    private final Sips sips;
    private final TermsCheck terms;
    private final ChainReader chain;
    private final TransactionRelay relay;
    private final Outbox outbox;

    DueSteps(Sips sips, TermsCheck terms, ChainReader chain, TransactionRelay relay, Outbox outbox) {
        this.sips = sips;
        this.terms = terms;
        this.chain = chain;
        this.relay = relay;
        this.outbox = outbox;
    }

    /** Does what is due, if anything. */
    void advance(long id, long now) {
        Sip sip = sips.sip(id);
        switch (sip.status()) {
            case VOTING -> {
                noteQuorum(sip, now);
                if (sip.proposal().isDecidable(now)) {
                    conclude(sip);
                }
            }
            case PASSED -> {
                if (!hasExpired(sip, now)) {
                    queue(sip);
                }
            }
            case QUEUED, EXECUTION_FAILED -> {
                if (!hasExpired(sip, now) && sip.proposal().isExecutable(now)) {
                    execute(sip);
                }
            }
            default -> {}
        }
    }

    private void noteQuorum(Sip sip, long now) {
        if (sip.proposal().lacksQuorum(now)) {
            sip.proposal()
                    .quorumIs(
                            chain.callAtFinal(ContractName.DAO_GOVERNOR, DaoGovernor.proposalQuorum(proposalId(sip))));
        }
    }

    private void conclude(Sip sip) {
        GovernorState state = GovernorState.of(chain.callAtFinal(ContractName.DAO_GOVERNOR, stateOf(sip)));
        switch (state) {
            case DEFEATED -> outbox.publish(sip.defeated());
            case SUCCEEDED, QUEUED, EXECUTED, EXPIRED -> sip.pass();
            default -> {}
        }
    }

    private boolean hasExpired(Sip sip, long now) {
        if (!sip.proposal().isOverdue(now)) {
            return false;
        }
        GovernorState state = GovernorState.of(chain.callAtFinal(ContractName.DAO_GOVERNOR, stateOf(sip)));
        if (state == GovernorState.EXPIRED) {
            outbox.publish(sip.expired());
        }
        return true;
    }

    private void queue(Sip sip) {
        String key = "sip:" + sip.id() + ":queue";
        if (!isOpen(key, sip, GovernorState.SUCCEEDED)) {
            return;
        }
        try {
            send(key, terms.proposal(sip.content(), sip.author()).queue());
        } catch (CallReverted e) {
            sip.hinderedBy("queueing is refused: " + e.getMessage());
        }
    }

    private void execute(Sip sip) {
        String key = "sip:" + sip.id() + ":execute";
        if (!isOpen(key, sip, GovernorState.QUEUED)) {
            return;
        }
        try {
            send(key, terms.proposal(sip.content(), sip.author()).execute());
        } catch (CallReverted e) {
            if (sip.status() == SipStatus.QUEUED) {
                outbox.publish(sip.executionFailed("execution is refused: " + e.getMessage()));
            }
        }
    }

    /** Whether nobody, this service included, has made the step or is making it. */
    private boolean isOpen(String key, Sip sip, GovernorState before) {
        boolean underWay = relay.findByKey(key)
                .filter(submission -> submission.status() != SubmissionStatus.REFUSED)
                .isPresent();
        return !underWay && GovernorState.of(chain.call(ContractName.DAO_GOVERNOR, stateOf(sip))) == before;
    }

    private void send(String key, FunctionCall<?> call) {
        chain.simulate(ContractName.DAO_GOVERNOR, call);
        relay.submit(key, ContractName.DAO_GOVERNOR, call);
    }

    private static FunctionCall<Integer> stateOf(Sip sip) {
        return DaoGovernor.state(proposalId(sip));
    }

    private static BigInteger proposalId(Sip sip) {
        BigInteger proposal = sip.proposal().view().id();
        if (proposal == null) {
            throw new IllegalStateException("SIP " + sip.id() + " has no proposal id");
        }
        return proposal;
    }
}
