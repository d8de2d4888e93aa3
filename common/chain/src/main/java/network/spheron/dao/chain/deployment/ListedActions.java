package network.spheron.dao.chain.deployment;

import java.util.List;
import java.util.Map;
import network.spheron.dao.contracts.BidBook;
import network.spheron.dao.contracts.BidElection;
import network.spheron.dao.contracts.ContractName;
import network.spheron.dao.contracts.MilestoneEscrow;
import network.spheron.dao.contracts.ProposalPolicy;
import network.spheron.dao.contracts.RecordLog;
import network.spheron.dao.contracts.Roadmap;
import network.spheron.dao.contracts.StewardCouncil;
import network.spheron.dao.contracts.Treasury;

/** What the timelock may do to the contracts, by proposal class. Everything that is not here is a matter of authority. */
final class ListedActions {
    private final Map<ContractName, String> addresses;

    ListedActions(Map<ContractName, String> addresses) {
        this.addresses = addresses;
    }

    List<ProposalPolicy.Listing> all() {
        return List.of(
                listing(ContractName.ROADMAP, Roadmap.Selectors.adopt, ProposalClass.TEXT),
                listing(ContractName.ROADMAP, Roadmap.Selectors.setServiceEntity, ProposalClass.STEWARDS),
                listing(ContractName.ROADMAP, Roadmap.Selectors.appointGuardian, ProposalClass.STEWARDS),
                listing(ContractName.ROADMAP, Roadmap.Selectors.prolongFirstSeats, ProposalClass.STEWARDS),
                listing(ContractName.STEWARD_COUNCIL, StewardCouncil.Selectors.change, ProposalClass.STEWARDS),
                listing(ContractName.TREASURY, Treasury.Selectors.grantMandate, ProposalClass.MANDATE),
                listing(ContractName.BID_BOOK, BidBook.Selectors.disqualify, ProposalClass.MANDATE),
                listing(ContractName.BID_BOOK, BidBook.Selectors.readmit, ProposalClass.MANDATE),
                listing(ContractName.BID_ELECTION, BidElection.Selectors.objectToAward, ProposalClass.MANDATE),
                listing(ContractName.BID_ELECTION, BidElection.Selectors.resolveObjection, ProposalClass.MANDATE),
                listing(ContractName.TREASURY, Treasury.Selectors.liftStop, ProposalClass.MANDATE),
                listing(ContractName.TREASURY, Treasury.Selectors.openLine, ProposalClass.TREASURY),
                listing(ContractName.TREASURY, Treasury.Selectors.allocate, ProposalClass.TREASURY),
                listing(ContractName.TREASURY, Treasury.Selectors.setLinePeriod, ProposalClass.TREASURY),
                listing(ContractName.TREASURY, Treasury.Selectors.openDistribution, ProposalClass.TREASURY),
                listing(ContractName.MILESTONE_ESCROW, MilestoneEscrow.Selectors.rule, ProposalClass.MANDATE),
                listing(ContractName.MILESTONE_ESCROW, MilestoneEscrow.Selectors.approve, ProposalClass.MANDATE),
                listing(ContractName.MILESTONE_ESCROW, MilestoneEscrow.Selectors.sendBack, ProposalClass.MANDATE),
                listing(ContractName.MILESTONE_ESCROW, MilestoneEscrow.Selectors.reject, ProposalClass.MANDATE),
                listing(ContractName.MILESTONE_ESCROW, MilestoneEscrow.Selectors.terminate, ProposalClass.MANDATE),
                listing(ContractName.MILESTONE_ESCROW, MilestoneEscrow.Selectors.changeOrder, ProposalClass.MANDATE),
                listing(
                        ContractName.MILESTONE_ESCROW,
                        MilestoneEscrow.Selectors.cancelPayeeChange,
                        ProposalClass.MANDATE),
                listing(ContractName.RECORD_LOG, RecordLog.Selectors.setPublisher, ProposalClass.PARAMETERS));
    }

    private ProposalPolicy.Listing listing(ContractName target, String selector, ProposalClass proposalClass) {
        String address = addresses.get(target);
        if (address == null) throw new IllegalStateException(target + " has no address");
        return new ProposalPolicy.Listing(address, selector, proposalClass.number());
    }
}
