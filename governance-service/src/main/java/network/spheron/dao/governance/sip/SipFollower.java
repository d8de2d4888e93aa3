package network.spheron.dao.governance.sip;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.util.Optional;
import java.util.Set;
import network.spheron.dao.chain.ChainListener;
import network.spheron.dao.chain.ChainLog;
import network.spheron.dao.contracts.ContractName;
import network.spheron.dao.contracts.DaoGovernor;
import network.spheron.dao.messaging.Outbox;

/** Moves SIPs on as the Governor says. Proposals that no SIP here asked for are not this service's concern. */
@ApplicationScoped
class SipFollower implements ChainListener {
    private final Sips sips;
    private final Outbox outbox;

    SipFollower(Sips sips, Outbox outbox) {
        this.sips = sips;
        this.outbox = outbox;
    }

    @Override
    public Set<ContractName> contracts() {
        return Set.of(ContractName.DAO_GOVERNOR);
    }

    @Override
    public void on(ChainLog log) {
        if (log.is(DaoGovernor.ProposalCreated.TOPIC)) {
            proposed(log);
        } else if (log.is(DaoGovernor.ProposalExtended.TOPIC)) {
            DaoGovernor.ProposalExtended extended = DaoGovernor.ProposalExtended.decode(log.topics(), log.data());
            sip(extended.proposalId()).ifPresent(sip -> sip.proposal().extended(extended.extendedDeadline()));
        } else if (log.is(DaoGovernor.ProposalQueued.TOPIC)) {
            DaoGovernor.ProposalQueued queued = DaoGovernor.ProposalQueued.decode(log.topics(), log.data());
            sip(queued.proposalId())
                    .ifPresent(sip -> sip.queued(queued.etaSeconds().longValueExact(), log.transactionHash()));
        } else if (log.is(DaoGovernor.ProposalCanceled.TOPIC)) {
            DaoGovernor.ProposalCanceled canceled = DaoGovernor.ProposalCanceled.decode(log.topics(), log.data());
            sip(canceled.proposalId()).ifPresent(sip -> outbox.publish(sip.cancelled(log.transactionHash())));
        } else if (log.is(DaoGovernor.ProposalExecuted.TOPIC)) {
            DaoGovernor.ProposalExecuted executed = DaoGovernor.ProposalExecuted.decode(log.topics(), log.data());
            sip(executed.proposalId()).ifPresent(sip -> outbox.publish(sip.executed(log.transactionHash())));
        }
    }

    private void proposed(ChainLog log) {
        DaoGovernor.ProposalCreated created = DaoGovernor.ProposalCreated.decode(log.topics(), log.data());
        sip(created.proposalId())
                .ifPresent(sip -> outbox.publish(sip.proposed(
                        created.voteStart().longValueExact(),
                        created.voteEnd().longValueExact(),
                        log.transactionHash())));
    }

    private Optional<Sip> sip(BigInteger proposalId) {
        return sips.byProposal(proposalId);
    }
}
