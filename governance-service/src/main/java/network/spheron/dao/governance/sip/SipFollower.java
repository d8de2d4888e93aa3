package network.spheron.dao.governance.sip;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.util.Optional;
import java.util.Set;
import network.spheron.dao.chain.ChainListener;
import network.spheron.dao.chain.ChainLog;
import network.spheron.dao.chain.ChainReader;
import network.spheron.dao.contracts.ContractName;
import network.spheron.dao.contracts.DaoGovernor;
import network.spheron.dao.contracts.DaoTimelock;
import network.spheron.dao.messaging.Outbox;

/** Moves SIPs on as the Governor says. Proposals that no SIP here asked for are not this service's concern. */
@ApplicationScoped
class SipFollower implements ChainListener {
    private final Sips sips;
    private final ChainReader chain;
    private final Outbox outbox;

    SipFollower(Sips sips, ChainReader chain, Outbox outbox) {
        this.sips = sips;
        this.chain = chain;
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
        } else if (log.is(DaoGovernor.ProposalSponsored.TOPIC)) {
            DaoGovernor.ProposalSponsored sponsored = DaoGovernor.ProposalSponsored.decode(log.topics(), log.data());
            sip(sponsored.proposalId())
                    .ifPresent(sip -> sip.sponsored(new Sponsor(sponsored.sponsor(), sponsored.votes())));
        } else if (log.is(DaoGovernor.ProposalClassified.TOPIC)) {
            classified(DaoGovernor.ProposalClassified.decode(log.topics(), log.data()));
        } else if (log.is(DaoGovernor.ProposalExtended.TOPIC)) {
            DaoGovernor.ProposalExtended extended = DaoGovernor.ProposalExtended.decode(log.topics(), log.data());
            sip(extended.proposalId()).ifPresent(sip -> sip.proposal().extended(extended.extendedDeadline()));
        } else if (log.is(DaoGovernor.ProposalQueued.TOPIC)) {
            DaoGovernor.ProposalQueued queued = DaoGovernor.ProposalQueued.decode(log.topics(), log.data());
            sip(queued.proposalId())
                    .ifPresent(sip -> sip.queued(queued.etaSeconds().longValueExact(), log.transactionHash()));
        } else if (log.is(DaoGovernor.ProposalCanceled.TOPIC)) {
            DaoGovernor.ProposalCanceled canceled = DaoGovernor.ProposalCanceled.decode(log.topics(), log.data());
            sip(canceled.proposalId())
                    // Once voting has begun, only a veto cancels, and the event that says so follows.
                    .filter(sip -> !sip.proposal().hasBegun(log.block().timestamp()))
                    .ifPresent(sip -> outbox.publish(sip.cancelled(log.transactionHash())));
        } else if (log.is(DaoGovernor.ProposalVetoed.TOPIC)) {
            DaoGovernor.ProposalVetoed vetoed = DaoGovernor.ProposalVetoed.decode(log.topics(), log.data());
            Veto veto = Veto.of(vetoed.guardian(), vetoed.reason());
            sip(vetoed.proposalId()).ifPresent(sip -> outbox.publish(sip.vetoed(veto, log.transactionHash())));
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

    private void classified(DaoGovernor.ProposalClassified classified) {
        sip(classified.proposalId()).ifPresent(sip -> {
            long grace = chain.callAtFinal(ContractName.DAO_TIMELOCK, DaoTimelock.gracePeriod())
                    .longValueExact();
            sip.proposal().classified(ProposalRules.of(classified), grace);
        });
    }

    private Optional<Sip> sip(BigInteger proposalId) {
        return sips.byProposal(proposalId);
    }
}
