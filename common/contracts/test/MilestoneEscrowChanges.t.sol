// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {MilestoneEscrow} from "../src/MilestoneEscrow.sol";
import {IBidBook} from "../src/interfaces/IBidBook.sol";
import {IMilestoneEscrow} from "../src/interfaces/IMilestoneEscrow.sol";
import {IStewardCouncil} from "../src/interfaces/IStewardCouncil.sol";
import {ITreasury} from "../src/interfaces/ITreasury.sol";
import {Market} from "./support/Market.sol";
import {PlainToken} from "./support/Tokens.sol";

/// @dev What may become of an agreement after it was made: challenges, votes, other milestones, another payee. The
/// agreements are the service entity's, with milestones of 10,000 due after 10 days and of 30,000 due after 20.
contract MilestoneEscrowChangesTest is Market {
    uint256 private constant PRICE = 40_000 * USD;
    bytes32 private constant PICKY_LINE = keccak256("Picky");
    uint256 private constant FIRST_AMOUNT = 10_000 * USD;
    address private constant OTHER_PAYEE = address(0x0FA7EE);
    uint256 private constant PAYEE_KEY = 0xFA7EE;
    bytes private constant NONE = "";

    PlainToken private picky;

    function budgetLines() internal view override returns (ITreasury.LineConfig[] memory lines) {
        lines = new ITreasury.LineConfig[](2);
        lines[0] = lineOf("Ecosystem Funds", address(usd), LINE_AMOUNT);
        lines[1] = lineOf("Picky", address(picky), LINE_AMOUNT);
    }

    function setUp() public override {
        picky = new PlainToken(address(this), LINE_AMOUNT);
        super.setUp();
        picky.transfer(address(treasury), LINE_AMOUNT);
        vm.warp(block.timestamp + 1);
    }

    // Challenges

    function test_noRuleOfChallengesIsNothing() public {
        refusesRules(IMilestoneEscrow.ChallengeRules(0, 1, 1), "threshold");
        refusesRules(IMilestoneEscrow.ChallengeRules(1, 0, 1), "bond");
        refusesRules(IMilestoneEscrow.ChallengeRules(1, 1, 0), "rulingPeriod");
    }

    function test_anyoneChallengesWithABondAndHasItBackWhenAVoteUpholdsIt() public {
        uint256 agreementId = approvedWork();
        challengeWithBond(agreementId);
        vm.assertEq(gov.balanceOf(address(escrow)), CHALLENGE_BOND);
        vm.prank(timelock);
        escrow.rule(agreementId, 0, 1, false, REASON);
        assertStatus(agreementId, 0, IMilestoneEscrow.MilestoneStatus.REJECTED);
        vm.assertEq(gov.balanceOf(bidder(1)), 100 * GOV);
        vm.assertEq(gov.balanceOf(address(escrow)), 0);
    }

    function test_theBondOfAChallengeThatAVoteDismissesIsTheTreasurys() public {
        uint256 agreementId = approvedWork();
        challengeWithBond(agreementId);
        vm.prank(timelock);
        escrow.rule(agreementId, 0, 1, true, REASON);
        vm.assertEq(gov.balanceOf(address(treasury)), CHALLENGE_BOND);
        escrow.release(agreementId, 0);
    }

    function test_aChallengeThatNoVoteDecidesLapses() public {
        uint256 agreementId = approvedWork();
        challengeWithBond(agreementId);
        uint64 ends = uint64(block.timestamp + RULING_PERIOD);
        vm.warp(ends - 1);
        vm.expectRevert(abi.encodeWithSelector(IMilestoneEscrow.NotLapsed.selector, ends));
        escrow.lapseChallenge(agreementId, 0);
        vm.warp(ends);
        vm.expectEmit(address(escrow));
        emit IMilestoneEscrow.ChallengeResolved(agreementId, 0, 1, false);
        escrow.lapseChallenge(agreementId, 0);
        vm.assertEq(gov.balanceOf(address(treasury)), CHALLENGE_BOND);
        vm.expectRevert(abi.encodeWithSelector(IMilestoneEscrow.ChallengeWindowEnded.selector, ends));
        vm.prank(holder(0));
        escrow.challenge(agreementId, 0, REASON);
        escrow.release(agreementId, 0);
    }

    /// @dev Or else a contractor would challenge its own approval, to be paid sooner.
    function test_aChallengeNeverShortensTheWindow() public {
        ITreasury.MandateTerms memory terms = direct();
        terms.challengePeriod = uint32(2 * RULING_PERIOD);
        terms.expiry = uint64(block.timestamp + 365 days);
        uint256 agreementId = made(terms);
        submit(agreementId, 0, 1);
        approve(agreementId, 0, 1);
        uint64 ends = uint64(block.timestamp + 2 * RULING_PERIOD);
        challengeWithBond(agreementId);
        vm.warp(ends - 1);
        vm.expectRevert(abi.encodeWithSelector(IMilestoneEscrow.NotLapsed.selector, ends));
        escrow.lapseChallenge(agreementId, 0);
        vm.warp(ends);
        escrow.lapseChallenge(agreementId, 0);
        escrow.release(agreementId, 0);
    }

    function test_whatIsNotChallengedDoesNotLapse() public {
        uint256 agreementId = approvedWork();
        vm.expectRevert(wrongStatus(IMilestoneEscrow.MilestoneStatus.APPROVED));
        escrow.lapseChallenge(agreementId, 0);
    }

    function test_aRejectionIsChallengedBeforeItsAmountGoesBack() public {
        uint256 agreementId = rejectedWork();
        uint64 ends = uint64(block.timestamp + 1 days);
        vm.warp(ends - 1);
        vm.expectRevert(abi.encodeWithSelector(IMilestoneEscrow.NotRefundable.selector, agreementId, 0));
        escrow.refund(agreementId, 0);
        challengeWithBond(agreementId);
        vm.warp(ends + 20 days);
        vm.expectRevert(abi.encodeWithSelector(IMilestoneEscrow.NotRefundable.selector, agreementId, 0));
        escrow.refund(agreementId, 0);
        vm.expectEmit(address(escrow));
        emit IMilestoneEscrow.ChallengeResolved(agreementId, 0, 1, true);
        vm.prank(timelock);
        escrow.rule(agreementId, 0, 1, true, REASON);
        vm.assertEq(gov.balanceOf(bidder(1)), 100 * GOV);
        escrow.release(agreementId, 0);
        vm.assertEq(usd.balanceOf(payee0()), FIRST_AMOUNT);
    }

    function test_aVoteConfirmsAChallengedRejection() public {
        uint256 agreementId = rejectedWork();
        challengeWithBond(agreementId);
        vm.expectEmit(address(escrow));
        emit IMilestoneEscrow.ChallengeResolved(agreementId, 0, 1, false);
        vm.prank(timelock);
        escrow.rule(agreementId, 0, 1, false, REASON);
        vm.assertEq(gov.balanceOf(address(treasury)), CHALLENGE_BOND);
        escrow.refund(agreementId, 0);
    }

    function test_aChallengeOfARejectionLapsesToo() public {
        uint256 agreementId = rejectedWork();
        challengeWithBond(agreementId);
        (,,,,,, uint64 challengeEnds) = escrow.milestone(agreementId, 0);
        vm.assertEq(challengeEnds, block.timestamp + RULING_PERIOD);
        vm.warp(challengeEnds);
        vm.expectEmit(address(escrow));
        emit IMilestoneEscrow.ChallengeResolved(agreementId, 0, 1, false);
        escrow.lapseChallenge(agreementId, 0);
        vm.assertEq(gov.balanceOf(address(treasury)), CHALLENGE_BOND);
        escrow.refund(agreementId, 0);
        assertAgreementInBalance(agreementId);
    }

    // Votes

    function test_aVoteApprovesWhatStewardsRejected() public {
        uint256 agreementId = rejectedWork();
        vm.expectEmit(address(escrow));
        emit IMilestoneEscrow.MilestoneApproved(agreementId, 0, 1, uint64(block.timestamp));
        vm.prank(timelock);
        escrow.rule(agreementId, 0, 1, true, REASON);
        escrow.release(agreementId, 0);
        vm.assertEq(usd.balanceOf(payee0()), FIRST_AMOUNT);
    }

    function test_aVoteRejectsWhatStewardsApproved() public {
        uint256 agreementId = approvedWork();
        vm.expectEmit(address(escrow));
        emit IMilestoneEscrow.MilestoneRejected(agreementId, 0, 1, REASON, uint64(block.timestamp));
        vm.prank(timelock);
        escrow.rule(agreementId, 0, 1, false, REASON);
        escrow.refund(agreementId, 0);
        assertAgreementInBalance(agreementId);
    }

    function test_aVoteDecidesWithoutTheStewards() public {
        uint256 agreementId = submittedWork();
        vm.prank(timelock);
        escrow.sendBack(agreementId, 0, 1, REASON, none());
        submit(agreementId, 0, 2);
        vm.prank(timelock);
        escrow.reject(agreementId, 0, 2, REASON, none());
        assertStatus(agreementId, 0, IMilestoneEscrow.MilestoneStatus.REJECTED);
        submit(agreementId, 1, 1);
        vm.prank(timelock);
        escrow.approve(agreementId, 1, 1, none());
        assertStatus(agreementId, 1, IMilestoneEscrow.MilestoneStatus.APPROVED);
    }

    /// @dev Or else a vote that was ready before the work would pay for it at once.
    function test_aVoteOnWhatIsOnlySubmittedCanBeChallenged() public {
        uint256 agreementId = submittedWork();
        vm.prank(timelock);
        escrow.rule(agreementId, 0, 1, true, 0);
        uint64 ends = uint64(block.timestamp + 1 days);
        vm.expectRevert(abi.encodeWithSelector(IMilestoneEscrow.NotReleasable.selector, ends));
        escrow.release(agreementId, 0);
        challengeWithBond(agreementId);
        vm.prank(timelock);
        escrow.rule(agreementId, 0, 1, false, REASON);
        escrow.refund(agreementId, 0);

        submit(agreementId, 1, 1);
        vm.prank(timelock);
        escrow.rule(agreementId, 1, 1, false, REASON);
        vm.expectRevert(abi.encodeWithSelector(IMilestoneEscrow.NotRefundable.selector, agreementId, 1));
        escrow.refund(agreementId, 1);
        vm.warp(ends);
        escrow.refund(agreementId, 1);
    }

    function test_aVoteHasNoSayOnWhatIsNotSubmittedPaidOrRefunded() public {
        uint256 agreementId = approvedWork();
        vm.startPrank(timelock);
        vm.expectRevert(wrongStatus(IMilestoneEscrow.MilestoneStatus.PENDING));
        escrow.rule(agreementId, 1, 1, true, REASON);
        vm.warp(block.timestamp + 1 days);
        escrow.release(agreementId, 0);
        vm.expectRevert(wrongStatus(IMilestoneEscrow.MilestoneStatus.PAID));
        escrow.rule(agreementId, 0, 1, false, REASON);
        vm.warp(block.timestamp + 20 days);
        escrow.refund(agreementId, 1);
        vm.expectRevert(wrongStatus(IMilestoneEscrow.MilestoneStatus.REFUNDED));
        escrow.rule(agreementId, 1, 1, true, REASON);
    }

    function test_aVoteOnOneRoundDoesNotDecideTheNextNorWithoutAReasonAgainstAny() public {
        uint256 agreementId = submittedWork();
        vm.startPrank(timelock);
        vm.expectRevert(IMilestoneEscrow.ReasonMissing.selector);
        escrow.rule(agreementId, 0, 1, false, 0);
        escrow.sendBack(agreementId, 0, 1, REASON, none());
        vm.stopPrank();
        submit(agreementId, 0, 2);
        vm.expectRevert(abi.encodeWithSelector(IMilestoneEscrow.WrongRound.selector, 1, 2));
        vm.prank(timelock);
        escrow.rule(agreementId, 0, 1, true, REASON);
    }

    function test_aTerminatedAgreementPaysWhatWasSubmittedAndReturnsTheRest() public {
        uint256 agreementId = submittedWork();
        vm.prank(timelock);
        vm.expectRevert(IMilestoneEscrow.ReasonMissing.selector);
        escrow.terminate(agreementId, 0);
        vm.expectRevert(abi.encodeWithSelector(IMilestoneEscrow.NotRefundable.selector, agreementId, 1));
        escrow.refund(agreementId, 1);
        vm.expectEmit(address(escrow));
        emit IMilestoneEscrow.AgreementTerminated(agreementId, REASON);
        vm.prank(timelock);
        escrow.terminate(agreementId, REASON);

        vm.expectRevert(abi.encodeWithSelector(IMilestoneEscrow.AgreementIsTerminated.selector, agreementId));
        submit(agreementId, 1, 1);
        escrow.refund(agreementId, 1);
        vm.expectRevert(abi.encodeWithSelector(IMilestoneEscrow.NotRefundable.selector, agreementId, 0));
        escrow.refund(agreementId, 0);
        approve(agreementId, 0, 1);
        vm.warp(block.timestamp + 1 days);
        escrow.release(agreementId, 0);
        vm.assertEq(usd.balanceOf(payee0()), FIRST_AMOUNT);
        assertAgreementInBalance(agreementId);
        assertLineInBalance();
        vm.expectRevert(abi.encodeWithSelector(IMilestoneEscrow.AgreementIsTerminated.selector, agreementId));
        vm.prank(timelock);
        escrow.terminate(agreementId, REASON);
    }

    function test_onlyAVoteTerminates() public {
        uint256 agreementId = approvedWork();
        vm.expectRevert(abi.encodeWithSelector(IMilestoneEscrow.OnlyTimelock.selector, anyone));
        vm.prank(anyone);
        escrow.terminate(agreementId, REASON);
    }

    // Milestones in order

    function test_inOrderAMilestoneWaitsForTheOneBefore() public {
        uint256 agreementId = agreementInOrder();
        bytes memory refusal = abi.encodeWithSelector(IMilestoneEscrow.EarlierMilestoneOpen.selector, 0);
        vm.expectRevert(refusal);
        submit(agreementId, 1, 1);
        submit(agreementId, 0, 1);
        vm.expectRevert(refusal);
        submit(agreementId, 1, 1);
        approve(agreementId, 0, 1);
        vm.prank(holder(0));
        escrow.challenge(agreementId, 0, REASON);
        vm.expectRevert(refusal);
        submit(agreementId, 1, 1);
        vm.prank(timelock);
        escrow.rule(agreementId, 0, 1, true, REASON);
        submit(agreementId, 1, 1);
    }

    function test_inOrderSilenceOfTheStewardsOpensTheNextMilestone() public {
        uint256 agreementId = agreementInOrder();
        submit(agreementId, 0, 1);
        vm.warp(block.timestamp + 2 days - 1);
        vm.expectRevert(abi.encodeWithSelector(IMilestoneEscrow.EarlierMilestoneOpen.selector, 0));
        submit(agreementId, 1, 1);
        vm.warp(block.timestamp + 1);
        submit(agreementId, 1, 1);
    }

    function test_inOrderNobodyIsLateWhoHadToWait() public {
        uint256 agreementId = agreementInOrder();
        vm.warp(block.timestamp + 10 days);
        submit(agreementId, 0, 1);
        (,,,,, uint64 reviewEnds,) = escrow.milestone(agreementId, 0);
        vm.warp(reviewEnds - 1);
        escrow.sendBack(agreementId, 0, 1, REASON, approvalsOf("send back milestone", agreementId, 0, 1));
        (,, uint64 firstDue,,,,) = escrow.milestone(agreementId, 0);
        vm.warp(firstDue);
        submit(agreementId, 0, 2);
        vm.warp(block.timestamp + 8 days);
        // The second was due after 20 days: but the first was under review until then, and approved by silence.
        (,, uint64 dueAt,,,,) = escrow.milestone(agreementId, 1);
        vm.assertEq(dueAt, 1_767_225_600 + 366 days + 1 + 20 days);
        escrow.closeReview(agreementId, 0);
        vm.prank(timelock);
        escrow.rule(agreementId, 0, 2, true, REASON);
        (,, dueAt,,,,) = escrow.milestone(agreementId, 1);
        vm.assertEq(dueAt, block.timestamp + 2 days);
        vm.warp(dueAt);
        vm.expectRevert(abi.encodeWithSelector(IMilestoneEscrow.NotRefundable.selector, agreementId, 1));
        escrow.refund(agreementId, 1);
        submit(agreementId, 1, 1);
    }

    function test_inOrderADroppedMilestoneLetsNobodyPassTheOneBeforeIt() public {
        ITreasury.MandateTerms memory terms = direct();
        (terms.inOrder, terms.toleranceBps) = (true, 2_000);
        uint256 agreementId = made(terms);
        IMilestoneEscrow.Change[] memory changes = new IMilestoneEscrow.Change[](2);
        changes[0] = IMilestoneEscrow.Change(1, IBidBook.Milestone(0, 0, 0));
        changes[1] = IMilestoneEscrow.Change(2, IBidBook.Milestone(10_000 * USD, 1 days, 0));
        changeBoth(agreementId, 1, changes);
        (,, uint64 firstDue,,,,) = escrow.milestone(agreementId, 0);
        (,, uint64 dueAt,,,,) = escrow.milestone(agreementId, 2);
        vm.assertEq(dueAt, firstDue);
        vm.expectRevert(abi.encodeWithSelector(IMilestoneEscrow.EarlierMilestoneOpen.selector, 0));
        submit(agreementId, 2, 1);
        submit(agreementId, 0, 1);
        vm.expectRevert(abi.encodeWithSelector(IMilestoneEscrow.EarlierMilestoneOpen.selector, 0));
        submit(agreementId, 2, 1);
        approve(agreementId, 0, 1);
        submit(agreementId, 2, 1);
    }

    function test_independentMilestonesDoNotWait() public {
        submit(agreement(0), 1, 1);
    }

    // Change orders

    function test_aChangeOrderWithinTheToleranceIsSignedByBothSides() public {
        uint256 agreementId = agreement(1_000);
        IMilestoneEscrow.Change[] memory changes = new IMilestoneEscrow.Change[](2);
        changes[0] = IMilestoneEscrow.Change(1, IBidBook.Milestone(32_000 * USD, 40 days, keccak256("second")));
        changes[1] = IMilestoneEscrow.Change(2, IBidBook.Milestone(2_000 * USD, 50 days, keccak256("third")));
        bytes memory signed = changeSignature(ENTITY_KEY, agreementId, 1, changes);
        IStewardCouncil.Approval[] memory approved = changeApprovals(agreementId, 1, changes);
        vm.expectEmit(address(escrow));
        emit IMilestoneEscrow.AgreementChanged(agreementId, 1, changes, 4_000 * USD, 0);
        vm.prank(anyone);
        escrow.changeOrder(agreementId, 1, changes, signed, approved);

        (,,,,, uint256 funded,,, uint256 count) = escrow.agreement(agreementId);
        vm.assertEq(funded, 44_000 * USD);
        vm.assertEq(count, 3);
        (, uint256 amount, uint64 dueAt,,,,) = escrow.milestone(agreementId, 1);
        vm.assertEq(amount, 32_000 * USD);
        vm.assertEq(dueAt, block.timestamp + 40 days);
        assertAgreementInBalance(agreementId);
        assertLineInBalance();
        vm.expectRevert(abi.encodeWithSelector(IMilestoneEscrow.WrongChangeNumber.selector, 1, 2));
        escrow.changeOrder(agreementId, 1, changes, signed, approved);
    }

    function test_aboveTheToleranceOnlyAVoteChanges() public {
        uint256 agreementId = agreement(1_000);
        IMilestoneEscrow.Change[] memory changes = change(1, 34_000 * USD + 1);
        bytes memory signed = changeSignature(ENTITY_KEY, agreementId, 1, changes);
        IStewardCouncil.Approval[] memory approved = changeApprovals(agreementId, 1, changes);
        vm.expectRevert(
            abi.encodeWithSelector(IMilestoneEscrow.AboveTolerance.selector, 44_000 * USD + 1, 44_000 * USD)
        );
        escrow.changeOrder(agreementId, 1, changes, signed, approved);
        vm.prank(timelock);
        escrow.changeOrder(agreementId, 1, changes, signed, none());
        assertAgreementInBalance(agreementId);
        assertLineInBalance();
    }

    /// @dev Or else the first winner to have an agreement would take the money of the others, with the stewards' help.
    function test_nothingIsAddedBeforeEveryWinnerHasAnAgreement() public {
        ITreasury.MandateTerms memory terms = competition();
        terms.toleranceBps = 2_000;
        uint256 mandateId = grant(terms);
        bidBook.open(mandateId);
        bidsUpToReviewEnd(mandateId, list(60_000 * USD, 30_000 * USD));
        election.open(mandateId);
        vote(mandateId, 5, 1, "yy");
        closeVoting(mandateId);
        election.decide(mandateId, order(1, 0));
        passStandstill(mandateId);
        uint256 agreementId = escrow.create(mandateId, 0, milestones(60_000 * USD));
        IMilestoneEscrow.Change[] memory changes = change(2, 10_000 * USD);
        bytes memory signed = changeSignature(FIRST_BIDDER_KEY, agreementId, 1, changes);
        IStewardCouncil.Approval[] memory approved = changeApprovals(agreementId, 1, changes);
        vm.expectRevert(abi.encodeWithSelector(IMilestoneEscrow.AwardsOutstanding.selector, mandateId));
        escrow.changeOrder(agreementId, 1, changes, signed, approved);
        vm.expectRevert(abi.encodeWithSelector(IMilestoneEscrow.AwardsOutstanding.selector, mandateId));
        vm.prank(timelock);
        escrow.changeOrder(agreementId, 1, changes, signed, none());

        escrow.create(mandateId, 1, milestones(30_000 * USD));
        escrow.changeOrder(agreementId, 1, changes, signed, approved);
        assertAgreementInBalance(agreementId);
        assertLineInBalance();
    }

    function test_theToleranceIsForAllChangeOrdersTogether() public {
        uint256 agreementId = agreement(1_000);
        changeBoth(agreementId, 1, change(1, 34_000 * USD));
        IMilestoneEscrow.Change[] memory changes = change(0, FIRST_AMOUNT + 1);
        bytes memory signed = changeSignature(ENTITY_KEY, agreementId, 2, changes);
        IStewardCouncil.Approval[] memory approved = changeApprovals(agreementId, 2, changes);
        vm.expectRevert(
            abi.encodeWithSelector(IMilestoneEscrow.AboveTolerance.selector, 44_000 * USD + 1, 44_000 * USD)
        );
        escrow.changeOrder(agreementId, 2, changes, signed, approved);
    }

    function test_whatAChangeTakesAwayGoesBackToTheMandate() public {
        uint256 agreementId = agreement(0);
        IMilestoneEscrow.Change[] memory changes = new IMilestoneEscrow.Change[](2);
        changes[0] = IMilestoneEscrow.Change(0, IBidBook.Milestone(0, 0, 0));
        changes[1] = IMilestoneEscrow.Change(1, IBidBook.Milestone(25_000 * USD, 20 days, keccak256("less")));
        changeBoth(agreementId, 1, changes);
        (,,,,, uint256 funded, uint256 paid, uint256 refunded,) = escrow.agreement(agreementId);
        vm.assertEq(funded, PRICE);
        vm.assertEq(paid, 0);
        vm.assertEq(refunded, 15_000 * USD);
        assertStatus(agreementId, 0, IMilestoneEscrow.MilestoneStatus.REFUNDED);
        assertLineInBalance();
    }

    function test_whatIsTakenAwayComesBackAlsoOnceTheMandateHasExpired() public {
        uint256 agreementId = agreement(0);
        (uint256 mandateId,,,,,,,,) = escrow.agreement(agreementId);
        vm.warp(uint256(treasury.mandateExpiry(mandateId)) + 1);
        changeBoth(agreementId, 1, change(1, 25_000 * USD));
        (,,,,,,, uint256 refunded,) = escrow.agreement(agreementId);
        vm.assertEq(refunded, 5_000 * USD);
    }

    function test_aChangeNeedsBothSides() public {
        uint256 agreementId = agreement(1_000);
        IMilestoneEscrow.Change[] memory changes = change(1, 31_000 * USD);
        address entity = vm.addr(ENTITY_KEY);
        bytes memory others = changeSignature(FIRST_BIDDER_KEY, agreementId, 1, changes);
        bytes memory signed = changeSignature(ENTITY_KEY, agreementId, 1, changes);
        IStewardCouncil.Approval[] memory approved = changeApprovals(agreementId, 1, changes);
        bytes memory refusal = abi.encodeWithSelector(IMilestoneEscrow.BadChangeSignature.selector, entity);
        vm.expectRevert(refusal);
        escrow.changeOrder(agreementId, 1, changes, others, approved);
        vm.expectRevert(refusal);
        vm.prank(timelock);
        escrow.changeOrder(agreementId, 1, changes, others, none());
        vm.expectRevert(abi.encodeWithSelector(IStewardCouncil.TooFewApprovals.selector, 0, 2));
        escrow.changeOrder(agreementId, 1, changes, signed, none());
        changes[0].to.amount += 1;
        signed = changeSignature(ENTITY_KEY, agreementId, 1, changes);
        vm.expectPartialRevert(IStewardCouncil.BadApprovalSignature.selector);
        escrow.changeOrder(agreementId, 1, changes, signed, approved);
    }

    function test_onlyMilestonesThatWaitAreChanged() public {
        uint256 agreementId = submittedWork();
        expectRefusedChange(agreementId, change(0, 1), wrongStatus(IMilestoneEscrow.MilestoneStatus.SUBMITTED));
        expectRefusedChange(agreementId, change(3, 1), abi.encodeWithSelector(IMilestoneEscrow.BadChange.selector, 3));
        expectRefusedChange(agreementId, change(2, 0), abi.encodeWithSelector(IMilestoneEscrow.BadChange.selector, 2));
        IMilestoneEscrow.Change[] memory timeless = change(1, 1);
        timeless[0].to.duration = 0;
        expectRefusedChange(agreementId, timeless, abi.encodeWithSelector(IBidBook.BadMilestones.selector, "duration"));
        vm.prank(timelock);
        escrow.terminate(agreementId, REASON);
        expectRefusedChange(
            agreementId,
            change(1, 1),
            abi.encodeWithSelector(IMilestoneEscrow.AgreementIsTerminated.selector, agreementId)
        );
    }

    function test_aChangeOrderNamesEachMilestoneOnceInOrder() public {
        uint256 agreementId = submittedWork();
        IMilestoneEscrow.Change[] memory changes = new IMilestoneEscrow.Change[](2);
        changes[0] = IMilestoneEscrow.Change(2, IBidBook.Milestone(1, 1 days, 0));
        changes[1] = IMilestoneEscrow.Change(2, IBidBook.Milestone(0, 1 days, 0));
        expectRefusedChange(agreementId, changes, abi.encodeWithSelector(IMilestoneEscrow.BadChange.selector, 2));
        changes[1].index = 1;
        expectRefusedChange(agreementId, changes, abi.encodeWithSelector(IMilestoneEscrow.BadChange.selector, 1));
    }

    function test_thereAreTwentyMilestonesAtMost() public {
        uint256 agreementId = agreement(2_000);
        IMilestoneEscrow.Change[] memory changes = new IMilestoneEscrow.Change[](18);
        for (uint256 i = 0; i < 18; ++i) {
            changes[i] = IMilestoneEscrow.Change(2 + i, IBidBook.Milestone(1, 1 days, 0));
        }
        changeBoth(agreementId, 1, changes);
        IMilestoneEscrow.Change[] memory another = change(20, 1);
        bytes memory signed = changeSignature(ENTITY_KEY, agreementId, 2, another);
        vm.expectRevert(abi.encodeWithSelector(IMilestoneEscrow.BadChange.selector, 20));
        vm.prank(timelock);
        escrow.changeOrder(agreementId, 2, another, signed, none());
    }

    function test_aMandateWithAToleranceStaysOpenForChangeOrders() public {
        uint256 agreementId = agreement(1_000);
        (uint256 mandateId,,,,,,,,) = escrow.agreement(agreementId);
        vm.expectRevert(abi.encodeWithSelector(ITreasury.MandateNotClosable.selector, mandateId));
        treasury.closeMandate(mandateId);
        submit(agreementId, 0, 1);
        approve(agreementId, 0, 1);
        vm.warp(block.timestamp + 1 days);
        escrow.release(agreementId, 0);
        vm.assertFalse(escrow.isSettled(mandateId));
        vm.warp(block.timestamp + 20 days);
        escrow.refund(agreementId, 1);
        vm.assertTrue(escrow.isSettled(mandateId));
        treasury.closeMandate(mandateId);
    }

    // The payee

    function test_thePayeeNamesAnotherOneWhoIsPaidAfterADelay() public {
        uint256 agreementId = approvedWork();
        uint64 from = uint64(block.timestamp + 1 days);
        requestPayee(agreementId, 1, OTHER_PAYEE);
        assertNextPayee(agreementId, OTHER_PAYEE, from);
        vm.expectRevert(abi.encodeWithSelector(IMilestoneEscrow.PayeeChangeTooEarly.selector, from));
        escrow.completePayeeChange(agreementId);
        vm.warp(from);
        vm.expectEmit(address(escrow));
        emit IMilestoneEscrow.PayeeChanged(agreementId, payee0(), OTHER_PAYEE);
        escrow.completePayeeChange(agreementId);
        assertNextPayee(agreementId, address(0), 0);
        escrow.release(agreementId, 0);
        vm.assertEq(usd.balanceOf(OTHER_PAYEE), FIRST_AMOUNT);
        vm.expectRevert(abi.encodeWithSelector(IMilestoneEscrow.NoPayeeChange.selector, agreementId));
        escrow.completePayeeChange(agreementId);
    }

    function test_aPayeeThatCouldConfuseTheBooksIsRefused() public {
        uint256 agreementId = approvedWork();
        address[4] memory bad = [address(0), address(escrow), address(treasury), address(usd)];
        for (uint256 i = 0; i < bad.length; ++i) {
            bytes memory refusal = abi.encodeWithSelector(IMilestoneEscrow.BadPayee.selector, bad[i]);
            vm.expectRevert(refusal);
            escrow.changePayee(agreementId, 1, bad[i], NONE);
            uint256 mandateId = grant(direct());
            bytes32 digest =
                escrow.directAgreementDigest(mandateId, bad[i], PRICE, keccak256(abi.encode(milestones(PRICE))));
            bytes memory signed = signature(ENTITY_KEY, digest);
            vm.expectRevert(refusal);
            escrow.createDirect(mandateId, bad[i], milestones(PRICE), signed);
        }
    }

    function test_onlyThePayeeNamesAnotherOneOncePerSignature() public {
        uint256 agreementId = approvedWork();
        bytes memory contractors = payeeSignature(ENTITY_KEY, agreementId, 1, OTHER_PAYEE);
        vm.expectRevert(abi.encodeWithSelector(IMilestoneEscrow.BadPayeeSignature.selector, payee0()));
        escrow.changePayee(agreementId, 1, OTHER_PAYEE, contractors);
        requestPayee(agreementId, 1, OTHER_PAYEE);
        bytes memory again = payeeSignature(PAYEE_KEY, agreementId, 1, OTHER_PAYEE);
        vm.expectRevert(abi.encodeWithSelector(IMilestoneEscrow.WrongChangeNumber.selector, 1, 2));
        escrow.changePayee(agreementId, 1, OTHER_PAYEE, again);
    }

    function test_aPayeeDoesNotNameAStewardWhoMayNotKnow() public {
        uint256 agreementId = submittedWork();
        bytes memory signed = payeeSignature(PAYEE_KEY, agreementId, 1, steward(1));
        vm.expectRevert(abi.encodeWithSelector(IMilestoneEscrow.BadPayee.selector, steward(1)));
        escrow.changePayee(agreementId, 1, steward(1), signed);
        seat(vm.addr(ENTITY_KEY), true);
        requestPayee(agreementId, 1, vm.addr(ENTITY_KEY));
    }

    function test_aStewardWhoIsToBePaidDoesNotApprove() public {
        uint256 agreementId = submittedWork();
        seat(steward(1), false);
        requestPayee(agreementId, 1, steward(1));
        seat(steward(1), true);
        IStewardCouncil.Approval[] memory signed = approvalsOf("approve milestone", agreementId, 0, 1);
        vm.expectRevert(abi.encodeWithSelector(IMilestoneEscrow.StewardHasInterest.selector, steward(1)));
        escrow.approve(agreementId, 0, 1, signed);
    }

    function test_payeeContractorOrAVoteCancelTheRequest() public {
        uint256 agreementId = approvedWork();
        address[3] memory parties = [payee0(), vm.addr(ENTITY_KEY), timelock];
        for (uint256 i = 0; i < parties.length; ++i) {
            requestPayee(agreementId, i + 1, OTHER_PAYEE);
            vm.expectRevert(abi.encodeWithSelector(IMilestoneEscrow.NotAPartyTo.selector, agreementId, OTHER_PAYEE));
            vm.prank(OTHER_PAYEE);
            escrow.cancelPayeeChange(agreementId);
            vm.prank(parties[i]);
            escrow.cancelPayeeChange(agreementId);
            vm.expectRevert(abi.encodeWithSelector(IMilestoneEscrow.NoPayeeChange.selector, agreementId));
            vm.prank(parties[i]);
            escrow.cancelPayeeChange(agreementId);
            vm.warp(block.timestamp + 1 days);
            vm.expectRevert(abi.encodeWithSelector(IMilestoneEscrow.NoPayeeChange.selector, agreementId));
            escrow.completePayeeChange(agreementId);
        }
    }

    function test_aPayeeThatCannotReceiveFetchesItsMoney() public {
        uint256 agreementId = approvedPickyWork();
        picky.blockAccount(payee0());
        vm.warp(block.timestamp + 1 days);
        vm.expectEmit(address(escrow));
        emit IMilestoneEscrow.PaymentOwed(agreementId, 0, payee0(), address(picky), FIRST_AMOUNT);
        escrow.release(agreementId, 0);
        assertStatus(agreementId, 0, IMilestoneEscrow.MilestoneStatus.PAID);
        vm.assertEq(escrow.owed(address(picky), payee0()), FIRST_AMOUNT);
        submit(agreementId, 1, 1);
        approve(agreementId, 1, 1);
        vm.warp(block.timestamp + 1 days);
        escrow.release(agreementId, 1);
        vm.assertEq(escrow.owed(address(picky), payee0()), PRICE);
        vm.assertEq(picky.balanceOf(address(escrow)), PRICE);

        vm.prank(payee0());
        escrow.withdraw(address(picky), OTHER_PAYEE);
        vm.assertEq(picky.balanceOf(OTHER_PAYEE), PRICE);
        vm.expectRevert(abi.encodeWithSelector(IMilestoneEscrow.NothingOwed.selector, payee0(), address(picky)));
        vm.prank(payee0());
        escrow.withdraw(address(picky), OTHER_PAYEE);
    }

    function test_aTokenThatDeliversLessIsRefused() public {
        picky.setFee(1);
        uint256 mandateId = grant(pickyTerms());
        bytes memory signed = directSignature(mandateId);
        vm.expectRevert(
            abi.encodeWithSelector(IMilestoneEscrow.WrongAmountReceived.selector, PRICE - PRICE / 10_000, PRICE)
        );
        escrow.createDirect(mandateId, payee0(), milestones(PRICE), signed);
    }

    // The emergency stop

    function test_nothingIsPaidWhileTheTreasuryIsStopped() public {
        uint256 agreementId = approvedPickyWork();
        uint256 other = approvedWork();
        picky.blockAccount(payee0());
        vm.warp(block.timestamp + 1 days);
        escrow.release(agreementId, 0);
        stop(2 days);
        bytes memory refusal = abi.encodeWithSelector(ITreasury.PaymentsAreStopped.selector, treasury.stoppedUntil());
        vm.expectRevert(refusal);
        escrow.release(other, 0);
        vm.expectRevert(refusal);
        escrow.releaseBatch(new IMilestoneEscrow.Due[](0));
        vm.expectRevert(refusal);
        vm.prank(payee0());
        escrow.withdraw(address(picky), OTHER_PAYEE);
        vm.warp(treasury.stoppedUntil());
        escrow.release(other, 0);
        vm.prank(payee0());
        escrow.withdraw(address(picky), OTHER_PAYEE);
    }

    function test_deadlinesStandStillWhileTheTreasuryIsStopped() public {
        uint256 agreementId = submittedWork();
        (,,,,, uint64 reviewEnds,) = escrow.milestone(agreementId, 0);
        (,, uint64 dueAt,,,,) = escrow.milestone(agreementId, 1);
        stop(2 days);
        vm.warp(treasury.stoppedUntil());
        (,, uint64 dueNow,,,,) = escrow.milestone(agreementId, 1);
        (,,,,, uint64 endsNow,) = escrow.milestone(agreementId, 0);
        vm.assertEq(dueNow, dueAt + 2 days);
        vm.assertEq(endsNow, reviewEnds + 2 days);
        vm.warp(reviewEnds + 2 days - 1);
        vm.expectRevert(abi.encodeWithSelector(IMilestoneEscrow.ReviewStillOpen.selector, reviewEnds + 2 days));
        escrow.closeReview(agreementId, 0);
        approve(agreementId, 0, 1);
        vm.warp(dueAt + 2 days);
        vm.expectRevert(abi.encodeWithSelector(IMilestoneEscrow.NotRefundable.selector, agreementId, 1));
        escrow.refund(agreementId, 1);
        submit(agreementId, 1, 1);
    }

    // Batches

    function test_aBatchRecordsWhatSilenceApprovedBeforeItPays() public {
        uint256 agreementId = submittedWork();
        vm.warp(block.timestamp + 3 days);
        IMilestoneEscrow.Due[] memory due = new IMilestoneEscrow.Due[](1);
        due[0] = IMilestoneEscrow.Due(agreementId, 0);
        vm.expectEmit(address(escrow));
        emit IMilestoneEscrow.MilestoneApproved(agreementId, 0, 1, uint64(block.timestamp));
        escrow.releaseBatch(due);
    }

    function test_aBatchBooksAllMilestonesOfAMandate() public {
        uint256 agreementId = approvedWork();
        submit(agreementId, 1, 1);
        approve(agreementId, 1, 1);
        vm.warp(block.timestamp + 1 days);
        IMilestoneEscrow.Due[] memory due = new IMilestoneEscrow.Due[](2);
        due[0] = IMilestoneEscrow.Due(agreementId, 0);
        due[1] = IMilestoneEscrow.Due(agreementId, 1);
        escrow.releaseBatch(due);
        assertSpent(LINE, PRICE);
    }

    function test_aBatchPaysWhatCanBePaidAndReportsTheRest() public {
        uint256 first = approvedWork();
        uint256 second = approvedPickyWork();
        uint256 undecided = submittedWork();
        picky.blockAccount(payee0());
        vm.warp(block.timestamp + 1 days);
        IMilestoneEscrow.Due[] memory due = new IMilestoneEscrow.Due[](7);
        due[0] = IMilestoneEscrow.Due(first, 0);
        due[1] = IMilestoneEscrow.Due(first, 0);
        due[2] = IMilestoneEscrow.Due(first, 1);
        due[3] = IMilestoneEscrow.Due(second, 0);
        due[4] = IMilestoneEscrow.Due(99, 0);
        due[5] = IMilestoneEscrow.Due(undecided, 0);
        due[6] = IMilestoneEscrow.Due(undecided, 5);
        bytes4 wrong = IMilestoneEscrow.WrongMilestoneStatus.selector;
        bytes4 unknown = IMilestoneEscrow.UnknownMilestone.selector;
        expectRefusal(first, 0, wrong);
        expectRefusal(first, 1, wrong);
        expectRefusal(99, 0, unknown);
        expectRefusal(undecided, 0, wrong);
        expectRefusal(undecided, 5, unknown);
        escrow.releaseBatch(due);
        vm.assertEq(usd.balanceOf(payee0()), FIRST_AMOUNT);
        vm.assertEq(escrow.owed(address(picky), payee0()), FIRST_AMOUNT);
        assertSpent(LINE, FIRST_AMOUNT);
        assertSpent(PICKY_LINE, FIRST_AMOUNT);
        assertAgreementInBalance(first);
        assertAgreementInBalance(second);

        vm.warp(block.timestamp + 1 days);
        due = new IMilestoneEscrow.Due[](1);
        due[0] = IMilestoneEscrow.Due(undecided, 0);
        expectRefusal(undecided, 0, IMilestoneEscrow.NotReleasable.selector);
        escrow.releaseBatch(due);
        vm.warp(block.timestamp + 1 days);
        escrow.releaseBatch(due);
        assertStatus(undecided, 0, IMilestoneEscrow.MilestoneStatus.PAID);
    }

    function stop(uint64 duration) private {
        IStewardCouncil.Decision memory what =
            decision("stop payments", address(treasury), duration, 0, treasury.stopCount() + 1);
        what.contentHash = 0;
        treasury.stop(duration, REASON, approvals(what));
    }

    function expectRefusal(uint256 agreementId, uint256 index, bytes4 reason) private {
        vm.expectEmit(address(escrow));
        emit IMilestoneEscrow.ReleaseRefused(agreementId, index, reason);
    }

    function assertSpent(bytes32 lineId, uint256 amount) private view {
        (,,,, uint256 spent) = treasury.line(lineId);
        vm.assertEq(spent, amount);
    }

    function assertNextPayee(uint256 agreementId, address next, uint64 from) private view {
        (,,,, address nextPayee, uint64 effectiveFrom) = escrow.changesTo(agreementId);
        vm.assertEq(nextPayee, next);
        vm.assertEq(effectiveFrom, from);
    }

    function payee0() private pure returns (address) {
        return vm.addr(PAYEE_KEY);
    }

    function agreement(uint16 toleranceBps) private returns (uint256) {
        ITreasury.MandateTerms memory terms = direct();
        terms.toleranceBps = toleranceBps;
        return made(terms);
    }

    function agreementInOrder() private returns (uint256) {
        ITreasury.MandateTerms memory terms = direct();
        terms.inOrder = true;
        return made(terms);
    }

    function pickyTerms() private returns (ITreasury.MandateTerms memory terms) {
        terms = direct();
        (terms.lineId, terms.token) = (PICKY_LINE, address(picky));
    }

    function made(ITreasury.MandateTerms memory terms) private returns (uint256) {
        uint256 mandateId = grant(terms);
        return escrow.createDirect(mandateId, payee0(), milestones(PRICE), directSignature(mandateId));
    }

    function directSignature(uint256 mandateId) private view returns (bytes memory) {
        bytes32 hash = keccak256(abi.encode(milestones(PRICE)));
        return signature(ENTITY_KEY, escrow.directAgreementDigest(mandateId, payee0(), PRICE, hash));
    }

    function submittedWork() private returns (uint256 agreementId) {
        agreementId = agreement(0);
        submit(agreementId, 0, 1);
    }

    function approvedWork() private returns (uint256 agreementId) {
        agreementId = submittedWork();
        approve(agreementId, 0, 1);
    }

    function rejectedWork() private returns (uint256 agreementId) {
        agreementId = submittedWork();
        escrow.reject(agreementId, 0, 1, REASON, approvalsOf("reject milestone", agreementId, 0, 1));
    }

    function approvedPickyWork() private returns (uint256 agreementId) {
        agreementId = made(pickyTerms());
        submit(agreementId, 0, 1);
        approve(agreementId, 0, 1);
    }

    function submit(uint256 agreementId, uint256 index, uint256 round) private {
        vm.prank(vm.addr(ENTITY_KEY));
        escrow.submit(agreementId, index, round, EVIDENCE);
    }

    function approve(uint256 agreementId, uint256 index, uint256 round) private {
        escrow.approve(agreementId, index, round, approvalsOf("approve milestone", agreementId, index, round));
    }

    function challengeWithBond(uint256 agreementId) private {
        vm.prank(bidder(1));
        gov.approve(address(escrow), CHALLENGE_BOND);
        vm.prank(bidder(1));
        escrow.challenge(agreementId, 0, REASON);
    }

    function change(uint256 index, uint256 amount) private pure returns (IMilestoneEscrow.Change[] memory one) {
        one = new IMilestoneEscrow.Change[](1);
        one[0] = IMilestoneEscrow.Change(index, IBidBook.Milestone(amount, 20 days, keccak256("changed")));
    }

    function changeBoth(uint256 agreementId, uint256 number, IMilestoneEscrow.Change[] memory changes) private {
        escrow.changeOrder(
            agreementId,
            number,
            changes,
            changeSignature(ENTITY_KEY, agreementId, number, changes),
            changeApprovals(agreementId, number, changes)
        );
    }

    function expectRefusedChange(uint256 agreementId, IMilestoneEscrow.Change[] memory changes, bytes memory refusal)
        private
    {
        bytes memory signed = changeSignature(ENTITY_KEY, agreementId, 1, changes);
        vm.expectRevert(refusal);
        vm.prank(timelock);
        escrow.changeOrder(agreementId, 1, changes, signed, none());
    }

    function changeSignature(uint256 key, uint256 agreementId, uint256 number, IMilestoneEscrow.Change[] memory changes)
        private
        view
        returns (bytes memory)
    {
        return signature(key, escrow.changeOrderDigest(agreementId, number, keccak256(abi.encode(changes))));
    }

    function changeApprovals(uint256 agreementId, uint256 number, IMilestoneEscrow.Change[] memory changes)
        private
        view
        returns (IStewardCouncil.Approval[] memory)
    {
        IStewardCouncil.Decision memory decided = decision("change agreement", address(escrow), agreementId, number, 0);
        decided.contentHash = keccak256(abi.encode(changes));
        return approvals(decided);
    }

    function requestPayee(uint256 agreementId, uint256 number, address to) private {
        escrow.changePayee(agreementId, number, to, payeeSignature(PAYEE_KEY, agreementId, number, to));
    }

    function payeeSignature(uint256 key, uint256 agreementId, uint256 number, address to)
        private
        view
        returns (bytes memory)
    {
        return signature(key, escrow.payeeChangeDigest(agreementId, number, to));
    }

    function refusesRules(IMilestoneEscrow.ChallengeRules memory rules, string memory named) private {
        vm.expectRevert(abi.encodeWithSelector(IMilestoneEscrow.BadChallengeRule.selector, named));
        new MilestoneEscrow(treasury, bidBook, election, council, roadmap, gov, timelock, rules);
    }

    function none() private pure returns (IStewardCouncil.Approval[] memory) {
        return new IStewardCouncil.Approval[](0);
    }

    function wrongStatus(IMilestoneEscrow.MilestoneStatus status) private pure returns (bytes memory) {
        return abi.encodeWithSelector(IMilestoneEscrow.WrongMilestoneStatus.selector, status);
    }

    function assertStatus(uint256 agreementId, uint256 index, IMilestoneEscrow.MilestoneStatus expected) private view {
        (IMilestoneEscrow.MilestoneStatus status,,,,,,) = escrow.milestone(agreementId, index);
        vm.assertEq(uint256(status), uint256(expected));
    }
}
