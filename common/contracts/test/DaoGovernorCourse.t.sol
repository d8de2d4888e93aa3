// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IGovernor} from "@openzeppelin/contracts/governance/IGovernor.sol";
import {TimelockController} from "@openzeppelin/contracts/governance/TimelockController.sol";
import {ProposalPolicy} from "../src/ProposalPolicy.sol";
import {Roadmap} from "../src/Roadmap.sol";
import {IDaoGovernor} from "../src/interfaces/IDaoGovernor.sol";
import {IProposalPolicy} from "../src/interfaces/IProposalPolicy.sol";
import {DaoTest} from "./support/DaoTest.sol";

/// @dev The course of a proposal: the rules it is made under, late turns, veto, changed code, expiry.
contract DaoGovernorCourseTest is DaoTest {
    /// @dev Any code will do: only its hash is looked at before execution.
    bytes private constant SOME_CODE = hex"00";
    bytes private constant OTHER_CODE = hex"6000";

    function setUp() public {
        deployDao();
        vm.etch(TREASURY, SOME_CODE);
    }

    // Rules

    function test_aProposalIsMadeUnderTheRulesOfItsClass() public {
        Action memory action = largeMandate();
        uint256 proposalId = idOf(action);
        vm.expectEmit(address(governor));
        emit IDaoGovernor.ProposalClassified(
            proposalId,
            IProposalPolicy.ProposalClass.TREASURY,
            true,
            IProposalPolicy.Rules(QUORUM_FLOOR, 3_000, 6_000, 2 hours, 2 days, 18 hours)
        );
        uint256 proposedAt = block.timestamp;
        assertEq(propose(action), proposalId, "id");
        assertEq(governor.proposalSnapshot(proposalId), proposedAt + 2 hours, "snapshot");
        assertEq(governor.proposalDeadline(proposalId), proposedAt + 2 hours + 2 days, "deadline");
        (IProposalPolicy.ProposalClass class, bool vetoable, uint16 approvalBps, uint32 timelockDelay) =
            governor.proposalRules(proposalId);
        assertTrue(class == IProposalPolicy.ProposalClass.TREASURY, "class");
        assertTrue(vetoable, "vetoable");
        assertEq(approvalBps, 6_000, "approval");
        assertEq(timelockDelay, 18 hours, "timelock");
        vm.warp(proposedAt + 2 hours + 1);
        assertEq(governor.proposalQuorum(proposalId), 300 ether, "quorum");
    }

    /// @dev ProposalCreated must tell the same times as the proposal's own rules.
    function test_openZeppelinsEventTellsTheProposalsOwnPeriods() public {
        Action memory action = largeMandate();
        (address[] memory targets, uint256[] memory values, bytes[] memory data) = lists(action);
        vm.expectEmit(address(governor));
        emit IGovernor.ProposalCreated(
            idOf(action),
            holders[0].addr,
            targets,
            values,
            new string[](1),
            data,
            block.timestamp + 2 hours,
            block.timestamp + 2 hours + 2 days,
            action.description
        );
        propose(action);
    }

    /// @dev In the same transaction, in which the proposal's own periods were set aside for OpenZeppelin.
    function test_afterAProposalThePeriodsAreThoseOfTheStrictestClassAgain() public {
        propose(adoption("a text"));
        assertEq(governor.votingDelay(), policy.strictest().votingDelay, "delay");
        assertEq(governor.votingPeriod(), policy.strictest().votingPeriod, "period");
    }

    function test_rulesOfAnUnknownProposalAreRefused() public {
        vm.expectRevert(abi.encodeWithSelector(IGovernor.GovernorNonexistentProposal.selector, 1));
        governor.proposalRules(1);
    }

    function test_aProposalWithoutCallsIsRefused() public {
        vm.expectRevert(abi.encodeWithSelector(IGovernor.GovernorInvalidProposalLength.selector, 0, 0, 0));
        vm.prank(holders[0].addr);
        governor.propose(new address[](0), new uint256[](0), new bytes[](0), "nothing");
        vm.expectRevert(abi.encodeWithSelector(IGovernor.GovernorInvalidProposalLength.selector, 1, 1, 0));
        vm.prank(holders[0].addr);
        governor.propose(new address[](1), new uint256[](0), new bytes[](1), "lists that differ");
    }

    function test_theApprovalOfItsClassDecides() public {
        uint256 proposalId = openVote(largeMandate());
        votes(proposalId, 3, 2);
        closeVote(proposalId);
        assertState(proposalId, IGovernor.ProposalState.Defeated);
        uint256 other = openVote(Action(TREASURY, mandate(PAYMENT_TOKEN, MANDATE_LIMIT + 2), "a larger mandate"));
        votes(other, 5, 3);
        closeVote(other);
        assertState(other, IGovernor.ProposalState.Succeeded);
    }

    function test_theTimelockWaitsForTheDelayOfItsClass() public {
        Action memory action = largeMandate();
        uint256 proposalId = pastVote(action, 6, 0);
        uint256 queuedAt = block.timestamp;
        queue(action);
        assertEq(governor.proposalEta(proposalId), queuedAt + MIN_DELAY + 18 hours, "eta");
        vm.warp(queuedAt + MIN_DELAY + 18 hours - 1);
        vm.expectPartialRevert(TimelockController.TimelockUnexpectedOperationState.selector);
        execute(action);
        vm.warp(queuedAt + MIN_DELAY + 18 hours);
        execute(action);
        assertState(proposalId, IGovernor.ProposalState.Executed);
    }

    /// @dev What was proposed under a table is decided under it, whatever the table says later.
    function test_anotherTableChangesNothingOfAProposalThatExists() public {
        uint256 proposalId = openVote(adoption("a text"));
        IProposalPolicy.Rules memory hard = IProposalPolicy.Rules(QUORUM_FLOOR, 10_000, 9_999, 9 days, 9 days, 9 days);
        vm.prank(address(timelock));
        policy.setRules(IProposalPolicy.ProposalClass.TEXT, hard);
        assertEq(governor.proposalQuorum(proposalId), 200 ether, "quorum");
        votes(proposalId, 2, 1);
        closeVote(proposalId);
        assertState(proposalId, IGovernor.ProposalState.Succeeded);
    }

    function test_aVoteReplacesThePolicy() public {
        ProposalPolicy another = anotherPolicy();
        vm.expectRevert(abi.encodeWithSelector(IGovernor.GovernorOnlyExecutor.selector, address(this)));
        governor.setPolicy(another);
        Action memory action =
            Action(address(governor), abi.encodeCall(governor.setPolicy, (another)), "another policy");
        pass(action);
        assertEq(address(governor.policy()), address(another), "policy");
        assertEq(governor.proposalThreshold(), 77 ether, "its threshold");
    }

    /// @dev With a policy that cannot judge proposals, there would be none to replace it.
    function test_aPolicyThatIsNoneIsRefused() public {
        IProposalPolicy careless = IProposalPolicy(address(new CarelessPolicy()));
        assertPolicyRefused(careless, abi.encodeWithSelector(IDaoGovernor.UnfitPolicy.selector, careless));
        assertPolicyRefused(IProposalPolicy(address(0xDEAD)), "");
    }

    // Late turns

    function test_aLateQuorumProlongsTheVote() public {
        uint256 proposalId = openVote(adoption("a text"));
        vote(proposalId, 1, FOR);
        uint256 deadline = governor.proposalDeadline(proposalId);
        vm.warp(deadline - 1);
        vm.expectEmit(address(governor));
        emit IDaoGovernor.ProposalExtended(proposalId, uint64(deadline - 1 + LATE_FLIP_EXTENSION));
        IDaoGovernor.SignedVote[] memory batch = new IDaoGovernor.SignedVote[](1);
        batch[0] = signedVote(proposalId, 2, FOR);
        governor.castVotesBySig(proposalId, batch);
        assertEq(governor.proposalDeadline(proposalId), deadline - 1 + LATE_FLIP_EXTENSION, "prolonged");
    }

    function test_aLateTurnAgainstProlongsTheVoteToo() public {
        uint256 proposalId = openVote(adoption("a text"));
        votes(proposalId, 3, 2);
        uint256 deadline = governor.proposalDeadline(proposalId);
        vm.warp(deadline);
        vote(proposalId, 5, AGAINST);
        assertEq(governor.proposalDeadline(proposalId), deadline + LATE_FLIP_EXTENSION, "time to answer");
        vm.warp(deadline + 1);
        assertState(proposalId, IGovernor.ProposalState.Active);
        vote(proposalId, 6, FOR);
        assertEq(governor.proposalDeadline(proposalId), deadline + 1 + LATE_FLIP_EXTENSION, "and to answer that");
    }

    function test_earlyTurnsAndLateVotesThatTurnNothingDoNotProlong() public {
        uint256 proposalId = openVote(adoption("a text"));
        uint256 deadline = governor.proposalDeadline(proposalId);
        vm.warp(deadline - LATE_FLIP_EXTENSION);
        vm.recordLogs();
        votes(proposalId, 3, 0);
        assertEq(vm.getRecordedLogs().length, 3, "the votes, and nothing else");
        assertEq(governor.proposalDeadline(proposalId), deadline, "just early enough");
        vm.warp(deadline);
        vote(proposalId, 5, FOR);
        vote(proposalId, 6, AGAINST);
        assertEq(governor.proposalDeadline(proposalId), deadline, "nothing turned");
    }

    function test_turnsOfTheSameSecondProlongOnce() public {
        uint256 proposalId = openVote(adoption("a text"));
        votes(proposalId, 3, 2);
        vm.warp(governor.proposalDeadline(proposalId));
        vote(proposalId, 5, AGAINST);
        vm.recordLogs();
        vote(proposalId, 6, FOR);
        assertEq(vm.getRecordedLogs().length, 1, "the vote, and nothing else");
    }

    /// @dev Holders who turn the outcome back and forth cannot keep the vote open for ever.
    function test_prolongingIsBounded() public {
        uint256 proposalId = openVote(adoption("a text"));
        votes(proposalId, 2, 0);
        uint256 deadline = governor.proposalDeadline(proposalId);
        uint256 last = deadline + 4 * LATE_FLIP_EXTENSION;
        for (uint256 i = 2; i < 10; ++i) {
            vm.warp(governor.proposalDeadline(proposalId));
            // Two against make a tie, which is a defeat; one for turns it again.
            vote(proposalId, i, i == 2 || i % 2 == 1 ? AGAINST : FOR);
            assertTrue(governor.proposalDeadline(proposalId) <= last, "bound");
        }
        assertEq(governor.proposalDeadline(proposalId), last, "reached");
        vm.warp(last + 1);
        assertTrue(governor.state(proposalId) != IGovernor.ProposalState.Active, "closed");
    }

    // Changed code

    function test_aTargetWhoseCodeChangedIsNotQueued() public {
        Action memory action = largeMandate();
        uint256 proposalId = pastVote(action, 6, 0);
        vm.etch(TREASURY, OTHER_CODE);
        vm.expectRevert(changed(proposalId, SOME_CODE, OTHER_CODE));
        queue(action);
        vm.etch(TREASURY, SOME_CODE);
        queue(action);
        assertState(proposalId, IGovernor.ProposalState.Queued);
    }

    function test_aTargetWhoseCodeChangedIsNotExecuted() public {
        Action memory action = largeMandate();
        uint256 proposalId = pastVote(action, 6, 0);
        queue(action);
        vm.warp(governor.proposalEta(proposalId));
        vm.etch(TREASURY, OTHER_CODE);
        vm.expectRevert(changed(proposalId, SOME_CODE, OTHER_CODE));
        execute(action);
        vm.etch(TREASURY, "");
        vm.expectRevert(changed(proposalId, SOME_CODE, ""));
        execute(action);
    }

    /// @dev An account becomes existent by receiving a coin, and its code hash changes; it still has no code.
    function test_aCoinSentToATargetWithoutCodeHindersNothing() public {
        Action memory action = Action(address(0xFEED), "", "a call to an account");
        uint256 proposalId = pastVote(action, 8, 0);
        vm.deal(address(0xFEED), 1);
        queue(action);
        vm.warp(governor.proposalEta(proposalId));
        execute(action);
        assertState(proposalId, IGovernor.ProposalState.Executed);
    }

    // Expiry

    function test_whatIsNotQueuedInTimeExpires() public {
        Action memory action = adoption("a text");
        uint256 proposalId = pastVote(action, 3, 0);
        uint256 deadline = governor.proposalDeadline(proposalId);
        vm.warp(deadline + GRACE_PERIOD);
        assertState(proposalId, IGovernor.ProposalState.Succeeded);
        vm.warp(deadline + GRACE_PERIOD + 1);
        assertState(proposalId, IGovernor.ProposalState.Expired);
        vm.expectPartialRevert(IGovernor.GovernorUnexpectedProposalState.selector);
        queue(action);
    }

    function test_whatIsNotExecutedInTimeExpires() public {
        Action memory action = adoption("a text");
        uint256 proposalId = pastVote(action, 3, 0);
        queue(action);
        uint256 eta = governor.proposalEta(proposalId);
        vm.warp(eta + GRACE_PERIOD);
        assertState(proposalId, IGovernor.ProposalState.Queued);
        vm.warp(eta + GRACE_PERIOD + 1);
        assertState(proposalId, IGovernor.ProposalState.Expired);
        vm.expectPartialRevert(IGovernor.GovernorUnexpectedProposalState.selector);
        execute(action);
    }

    /// @dev Only the Governor has the roles for it, until a vote says otherwise.
    function test_whatHappensAtTheTimelockItselfIsSeen() public {
        Action memory action = adoption("a text");
        uint256 proposalId = pastVote(action, 3, 0);
        queue(action);
        (address[] memory targets, uint256[] memory values, bytes[] memory data) = lists(action);
        bytes32 salt = bytes20(address(governor)) ^ keccak256(bytes(action.description));
        bytes32 operation = timelock.hashOperationBatch(targets, values, data, 0, salt);
        uint256 before = vm.snapshotState();
        vm.prank(address(governor));
        timelock.cancel(operation);
        assertState(proposalId, IGovernor.ProposalState.Canceled);
        vm.revertToState(before);
        vm.warp(governor.proposalEta(proposalId));
        vm.prank(address(governor));
        timelock.executeBatch(targets, values, data, 0, salt);
        assertState(proposalId, IGovernor.ProposalState.Executed);
    }

    // Cancelling and veto

    function test_theProposerCancelsUntilVotingBegins() public {
        Action memory action = adoption("a text");
        uint256 proposalId = propose(action);
        assertNotCancelled(action, guardian.addr);
        assertNotCancelled(action, holders[1].addr);
        uint256 before = vm.snapshotState();
        vm.warp(governor.proposalSnapshot(proposalId));
        cancel(action, holders[0].addr);
        assertState(proposalId, IGovernor.ProposalState.Canceled);
        vm.revertToState(before);
        vm.warp(governor.proposalSnapshot(proposalId) + 1);
        assertNotCancelled(action, holders[0].addr);
    }

    function test_theGuardianStopsWhatHasPassed() public {
        Action memory action = largeMandate();
        uint256 proposalId = pastVote(action, 6, 0);
        vm.expectEmit(address(governor));
        emit IGovernor.ProposalCanceled(proposalId);
        vm.expectEmit(address(governor));
        emit IDaoGovernor.ProposalVetoed(proposalId, guardian.addr, "bought votes");
        veto(proposalId, "bought votes");
        assertState(proposalId, IGovernor.ProposalState.Canceled);
        vm.expectPartialRevert(IGovernor.GovernorUnexpectedProposalState.selector);
        queue(action);
    }

    /// @dev Also at the timelock: no other executor may find it there later.
    function test_theGuardianStopsWhatIsQueued() public {
        Action memory action = largeMandate();
        uint256 proposalId = pastVote(action, 6, 0);
        queue(action);
        vm.warp(governor.proposalEta(proposalId));
        veto(proposalId, "bought votes");
        assertState(proposalId, IGovernor.ProposalState.Canceled);
        (address[] memory targets, uint256[] memory values, bytes[] memory data) = lists(action);
        bytes32 salt = bytes20(address(governor)) ^ keccak256(bytes(action.description));
        assertFalse(
            timelock.isOperation(timelock.hashOperationBatch(targets, values, data, 0, salt)), "at the timelock"
        );
        vm.expectPartialRevert(IGovernor.GovernorUnexpectedProposalState.selector);
        execute(action);
    }

    function test_onlyTheGuardianInOfficeVetoesAndGivesAReason() public {
        uint256 proposalId = pastVote(largeMandate(), 6, 0);
        vm.expectRevert(abi.encodeWithSelector(IDaoGovernor.NotTheGuardian.selector, holders[0].addr));
        vm.prank(holders[0].addr);
        governor.veto(proposalId, "bought votes");
        vm.expectRevert(IDaoGovernor.ReasonMissing.selector);
        veto(proposalId, "");
    }

    function test_afterItsSunsetTheGuardianStopsNothing() public {
        vm.warp(roadmap.guardianUntil() - 3 days);
        uint256 proposalId = pastVote(largeMandate(), 6, 0);
        vm.warp(roadmap.guardianUntil());
        assertState(proposalId, IGovernor.ProposalState.Succeeded);
        vm.expectRevert(abi.encodeWithSelector(IDaoGovernor.NotTheGuardian.selector, guardian.addr));
        veto(proposalId, "bought votes");
    }

    function test_onlyWhatHasPassedIsVetoed() public {
        uint256 proposalId = propose(largeMandate());
        vm.expectPartialRevert(IGovernor.GovernorUnexpectedProposalState.selector);
        veto(proposalId, "too early");
        vm.warp(governor.proposalSnapshot(proposalId) + 1);
        vm.expectPartialRevert(IGovernor.GovernorUnexpectedProposalState.selector);
        veto(proposalId, "while the vote is on");
        closeVote(proposalId);
        vm.expectPartialRevert(IGovernor.GovernorUnexpectedProposalState.selector);
        veto(proposalId, "what failed");
    }

    function test_theGuardianCannotKeepItsOffice() public {
        Action memory action =
            Action(address(roadmap), abi.encodeCall(Roadmap.appointGuardian, (address(0), 0)), "no guardian");
        uint256 proposalId = pastVote(action, 7, 0);
        vm.expectRevert(abi.encodeWithSelector(IDaoGovernor.NotVetoable.selector, proposalId));
        veto(proposalId, "I am needed");
    }

    /// @dev Beyond 80 %: halfway from the 60 % of its class to unanimity.
    function test_whatPassesAgainWithMoreApprovalStands() public {
        Action memory action = largeMandate();
        veto(pastVote(action, 10, 0), "even with all the votes, the first time");
        action.description = "the same again";
        uint256 second = pastVote(action, 8, 2);
        veto(second, "80 % are not more than 80 %");
        assertState(second, IGovernor.ProposalState.Canceled);
        action.description = "and again";
        uint256 third = pastVote(action, 9, 1);
        vm.expectRevert(abi.encodeWithSelector(IDaoGovernor.NotVetoable.selector, third));
        veto(third, "once more");
        queue(action);
    }

    /// @dev Less than halfway is enough, if it is more than the first time.
    function test_whatPassesAgainWithMoreThanBeforeStands() public {
        Action memory action = largeMandate();
        veto(pastVote(action, 7, 3), "70 %");
        action.description = "the same again";
        veto(pastVote(action, 7, 3), "which is not more");
        action.description = "and again";
        uint256 third = pastVote(action, 8, 2);
        vm.expectRevert(abi.encodeWithSelector(IDaoGovernor.NotVetoable.selector, third));
        veto(third, "80 %");
    }

    function test_aHairMoreIsMore() public {
        Action memory action = largeMandate();
        veto(pastVote(action, 7, 3), "70 %");
        vm.prank(holders[9].addr);
        token.transfer(holders[0].addr, 0.001 ether);
        action.description = "the same again";
        uint256 second = pastVote(action, 7, 3);
        vm.expectRevert(abi.encodeWithSelector(IDaoGovernor.NotVetoable.selector, second));
        veto(second, "70.0001 %");
    }

    function test_anotherProposalIsNotTheSameAgain() public {
        veto(pastVote(largeMandate(), 10, 0), "the first");
        Action memory other = Action(TREASURY, mandate(PAYMENT_TOKEN, MANDATE_LIMIT + 2), "a larger mandate");
        uint256 proposalId = pastVote(other, 10, 0);
        veto(proposalId, "which was not vetoed before");
        assertState(proposalId, IGovernor.ProposalState.Canceled);
    }

    function largeMandate() private view returns (Action memory) {
        return Action(TREASURY, mandate(PAYMENT_TOKEN, MANDATE_LIMIT + 1), "a large mandate");
    }

    function anotherPolicy() private returns (ProposalPolicy) {
        ProposalPolicy.Contracts memory contracts = ProposalPolicy.Contracts(
            address(governor), address(timelock), TREASURY, address(roadmap), address(council)
        );
        return new ProposalPolicy(contracts, 77 ether, rules(), listings(), limits());
    }

    function assertPolicyRefused(IProposalPolicy unfit, bytes memory refusal) private {
        Action memory action = Action(
            address(governor), abi.encodeCall(governor.setPolicy, (unfit)), vm.toString(uint160(address(unfit)))
        );
        uint256 proposalId = pastVote(action, 8, 0);
        queue(action);
        vm.warp(governor.proposalEta(proposalId));
        if (refusal.length == 0) vm.expectRevert();
        else vm.expectRevert(refusal);
        execute(action);
        assertEq(address(governor.policy()), address(policy), "as before");
    }

    function changed(uint256 proposalId, bytes memory from, bytes memory to) private pure returns (bytes memory) {
        return abi.encodeWithSelector(IDaoGovernor.TargetsChanged.selector, proposalId, pin(from), pin(to));
    }

    function pin(bytes memory code) private pure returns (bytes32) {
        return keccak256(abi.encode(code.length == 0 ? bytes32(0) : keccak256(code)));
    }

    function veto(uint256 proposalId, string memory reason) private {
        vm.prank(guardian.addr);
        governor.veto(proposalId, reason);
    }

    function cancel(Action memory action, address caller) private {
        (address[] memory targets, uint256[] memory values, bytes[] memory data) = lists(action);
        vm.prank(caller);
        governor.cancel(targets, values, data, keccak256(bytes(action.description)));
    }

    function assertNotCancelled(Action memory action, address caller) private {
        vm.expectRevert(abi.encodeWithSelector(IGovernor.GovernorUnableToCancel.selector, idOf(action), caller));
        cancel(action, caller);
    }
}

/// @notice Sees a text in everything.
contract CarelessPolicy {
    function classify(address[] calldata, uint256[] calldata, bytes[] calldata)
        external
        pure
        returns (IProposalPolicy.ProposalClass class, bool vetoable, IProposalPolicy.Rules memory rules)
    {
        class = IProposalPolicy.ProposalClass.TEXT;
        (vetoable, rules.votingDelay, rules.votingPeriod) = (true, 1, 1);
    }
}

/// @dev Without an extension no turn is late.
contract DaoGovernorWithoutExtensionTest is DaoTest {
    function setUp() public {
        deployDao();
    }

    function lateFlipExtension() internal pure override returns (uint32) {
        return 0;
    }

    function test_noTurnProlongsTheVote() public {
        uint256 proposalId = openVote(adoption("a text"));
        uint256 deadline = governor.proposalDeadline(proposalId);
        vm.warp(deadline);
        votes(proposalId, 3, 0);
        assertEq(governor.proposalDeadline(proposalId), deadline, "as planned");
        vm.warp(deadline + 1);
        assertState(proposalId, IGovernor.ProposalState.Succeeded);
    }
}

/// @dev With an extension longer than the vote itself every turn is late, the first one too.
contract DaoGovernorAlwaysLateTest is DaoTest {
    function setUp() public {
        deployDao();
    }

    function lateFlipExtension() internal pure override returns (uint32) {
        return 2 * VOTING_PERIOD;
    }

    function test_theFirstTurnProlongsTheVoteAndAllOfThemByFourExtensions() public {
        uint256 proposalId = openVote(adoption("a text"));
        uint256 planned = governor.proposalDeadline(proposalId);
        votes(proposalId, 2, 0);
        uint256 turned = block.timestamp;
        assertEq(governor.proposalDeadline(proposalId), turned + 2 * VOTING_PERIOD, "from the first turn on");
        uint256 last = planned + 4 * 2 * VOTING_PERIOD;
        for (uint256 i = 2; i < 10; ++i) {
            vm.warp(governor.proposalDeadline(proposalId));
            vote(proposalId, i, i == 2 || i % 2 == 1 ? AGAINST : FOR);
        }
        assertEq(governor.proposalDeadline(proposalId), last, "and no longer");
    }
}
