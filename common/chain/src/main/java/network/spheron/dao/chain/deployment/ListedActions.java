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
public final class ListedActions {
    private static final List<Action> ALL = List.of(
            action(ContractName.ROADMAP, Roadmap.Selectors.adopt, ProposalClass.TEXT),
            action(ContractName.ROADMAP, Roadmap.Selectors.setServiceEntity, ProposalClass.STEWARDS),
            action(ContractName.ROADMAP, Roadmap.Selectors.appointGuardian, ProposalClass.STEWARDS),
            action(ContractName.ROADMAP, Roadmap.Selectors.prolongFirstSeats, ProposalClass.STEWARDS),
            action(ContractName.STEWARD_COUNCIL, StewardCouncil.Selectors.change, ProposalClass.STEWARDS),
            action(ContractName.TREASURY, Treasury.Selectors.grantMandate, ProposalClass.MANDATE),
            action(ContractName.BID_BOOK, BidBook.Selectors.disqualify, ProposalClass.MANDATE),
            action(ContractName.BID_BOOK, BidBook.Selectors.readmit, ProposalClass.MANDATE),
            action(ContractName.BID_ELECTION, BidElection.Selectors.objectToAward, ProposalClass.MANDATE),
            action(ContractName.BID_ELECTION, BidElection.Selectors.resolveObjection, ProposalClass.MANDATE),
            action(ContractName.TREASURY, Treasury.Selectors.liftStop, ProposalClass.MANDATE),
            action(ContractName.TREASURY, Treasury.Selectors.openLine, ProposalClass.TREASURY),
            action(ContractName.TREASURY, Treasury.Selectors.allocate, ProposalClass.TREASURY),
            action(ContractName.TREASURY, Treasury.Selectors.setLinePeriod, ProposalClass.TREASURY),
            action(ContractName.TREASURY, Treasury.Selectors.openDistribution, ProposalClass.TREASURY),
            action(ContractName.MILESTONE_ESCROW, MilestoneEscrow.Selectors.rule, ProposalClass.MANDATE),
            action(ContractName.MILESTONE_ESCROW, MilestoneEscrow.Selectors.approve, ProposalClass.MANDATE),
            action(ContractName.MILESTONE_ESCROW, MilestoneEscrow.Selectors.sendBack, ProposalClass.MANDATE),
            action(ContractName.MILESTONE_ESCROW, MilestoneEscrow.Selectors.reject, ProposalClass.MANDATE),
            action(ContractName.MILESTONE_ESCROW, MilestoneEscrow.Selectors.terminate, ProposalClass.MANDATE),
            action(ContractName.MILESTONE_ESCROW, MilestoneEscrow.Selectors.changeOrder, ProposalClass.MANDATE),
            action(ContractName.MILESTONE_ESCROW, MilestoneEscrow.Selectors.cancelPayeeChange, ProposalClass.MANDATE),
            action(ContractName.RECORD_LOG, RecordLog.Selectors.setPublisher, ProposalClass.PARAMETERS));

    private ListedActions() {}

    /**
     * A function that the timelock may call.
     *
     * @param selector of the function, 0x-prefixed hex
     */
    public record Action(ContractName target, String selector, ProposalClass proposalClass) {}

    /** Every listed action. */
    public static List<Action> all() {
        return ALL;
    }

    /** The class of a proposal that calls this function of this contract and nothing else. */
    public static ProposalClass classOf(ContractName target, String selector) {
        return ALL.stream()
                .filter(action -> action.target() == target && action.selector().equals(selector))
                .map(Action::proposalClass)
                .findFirst()
                .orElse(ProposalClass.AUTHORITY);
    }

    /** The same with the contracts' addresses. */
    static List<ProposalPolicy.Listing> at(Map<ContractName, String> addresses) {
        return ALL.stream().map(action -> listing(action, addresses)).toList();
    }

    private static Action action(ContractName target, String selector, ProposalClass proposalClass) {
        return new Action(target, selector, proposalClass);
    }

    private static ProposalPolicy.Listing listing(Action action, Map<ContractName, String> addresses) {
        String address = addresses.get(action.target());
        if (address == null) throw new IllegalStateException(action.target() + " has no address");
        return new ProposalPolicy.Listing(
                address, action.selector(), action.proposalClass().number());
    }
}
