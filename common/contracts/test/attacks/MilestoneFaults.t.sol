// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {Treasury} from "../../src/Treasury.sol";
import {IBidBook} from "../../src/interfaces/IBidBook.sol";
import {IMilestoneEscrow} from "../../src/interfaces/IMilestoneEscrow.sol";
import {IStewardCouncil} from "../../src/interfaces/IStewardCouncil.sol";
import {ITreasury} from "../../src/interfaces/ITreasury.sol";
import {GovernedMarket} from "../support/GovernedMarket.sol";

/// @title Faults of other milestone escrows, tried on this one.
/// @notice Each test says what went wrong there and what stops it here.
contract MilestoneFaultsTest is GovernedMarket {
    /// @dev From proposal to execution for whatever is no mandate: delay, voting, timelock, extra delay.
    uint256 private constant COURSE_OF_A_VOTE = 1 hours + 1 days + 6 hours + 1 days;

    uint256 private constant PRICE = 40_000 * USD;
    uint256 private constant FIRST_AMOUNT = 10_000 * USD;

    /// @notice Rejecting a milestone only announced it: whoever had an older approval, or waited, was paid all the same.
    /// @dev Rejected is a status of its own, which nothing leads out of but the refund.
    function test_aRejectedMilestoneIsPaid() public {
        uint256 agreementId = fundedAgreement();
        submit(agreementId, 0);
        IStewardCouncil.Approval[] memory earlier = approvalsOf("approve milestone", agreementId, 0, 1);
        escrow.reject(agreementId, 0, 1, REASON, approvalsOf("reject milestone", agreementId, 0, 1));

        bytes memory rejected = wrongStatus(IMilestoneEscrow.MilestoneStatus.REJECTED);
        vm.expectRevert(rejected);
        escrow.approve(agreementId, 0, 1, earlier);
        vm.warp(block.timestamp + 30 days);
        vm.expectRevert(rejected);
        escrow.closeReview(agreementId, 0);
        vm.expectRevert(rejected);
        escrow.release(agreementId, 0);
        vm.expectRevert(rejected);
        vm.prank(bidder(0));
        escrow.submit(agreementId, 0, 2, EVIDENCE);
        escrow.refund(agreementId, 0);
        vm.assertEq(usd.balanceOf(payee(0)), 0, "not paid");
    }

    /// @notice Before each payment the whole price was compared with what was left, so that after the first milestone the
    /// second one reverted for ever.
    /// @dev The whole price moves to the escrow once. A payment looks at its own amount only, whatever has become of the
    /// mandate meanwhile.
    function test_theWholePriceIsComparedWithWhatIsLeft() public {
        ITreasury.MandateTerms memory terms = competition();
        terms.cap = PRICE;
        uint256 mandateId = grant(terms);
        award(mandateId);
        uint256 agreementId = escrow.create(mandateId, 0, milestones(PRICE));
        treasury.closeMandate(mandateId);
        pay(agreementId, 0);
        vm.warp(block.timestamp + 1 days);
        pay(agreementId, 1);
        vm.assertEq(usd.balanceOf(payee(0)), PRICE, "both milestones are paid");
    }

    /// @notice The organizer took the prize pool back between the award and the payment.
    /// @dev What a mandate promises is reserved on its line before the first bid, and then held by the escrow. Not even the
    /// timelock has a function that takes it back before the award can be funded.
    function test_thePoolIsWithdrawnAfterTheAward() public {
        uint256 mandateId = grant(competition());
        award(mandateId);
        ITreasury.MandateTerms memory rival = competition();
        rival.cap = LINE_AMOUNT - CAP + 1;
        vm.startPrank(timelock);
        vm.expectRevert(abi.encodeWithSelector(ITreasury.ExceedsLine.selector, rival.cap, LINE_AMOUNT - CAP));
        treasury.grantMandate(rival);
        vm.expectRevert(abi.encodeWithSelector(ITreasury.MandateNotClosable.selector, mandateId));
        treasury.closeMandate(mandateId);
        vm.stopPrank();

        uint256 agreementId = escrow.create(mandateId, 0, milestones(PRICE));
        vm.warp(treasury.mandateTerms(mandateId).expiry - 50 days);
        pay(agreementId, 0);
        vm.expectRevert(abi.encodeWithSelector(IMilestoneEscrow.NotRefundable.selector, agreementId, 1));
        escrow.refund(agreementId, 1);
        vm.assertEq(usd.balanceOf(address(escrow)), PRICE - FIRST_AMOUNT, "the rest stays with the agreement");
    }

    /// @notice Judges rejected work before it had been handed in, and the contractor could no longer hand it in.
    /// @dev Only what is submitted is decided on, and the stewards sign its round and evidence: a signature given in
    /// advance fits no submission.
    function test_aMilestoneIsRejectedBeforeItsSubmission() public {
        uint256 agreementId = fundedAgreement();
        IStewardCouncil.Decision memory what = decision("reject milestone", address(escrow), agreementId, 0, 0);
        what.contentHash = 0;
        IStewardCouncil.Approval[] memory unseen = approvals(what);
        vm.expectRevert(wrongStatus(IMilestoneEscrow.MilestoneStatus.PENDING));
        escrow.reject(agreementId, 0, 0, REASON, unseen);

        what.round = 1;
        unseen = approvals(what);
        submit(agreementId, 0);
        vm.expectRevert(abi.encodeWithSelector(IStewardCouncil.BadApprovalSignature.selector, steward(0)));
        escrow.reject(agreementId, 0, 1, REASON, unseen);
    }

    /// @notice The same milestone was released twice: the payment was not noted, or noted after it was made.
    /// @dev Paid is a status that nothing leads out of. It pays once alone, once in a batch, and once in a batch that names
    /// it twice.
    function test_theSameMilestoneIsReleasedTwice() public {
        uint256 agreementId = fundedAgreement();
        submit(agreementId, 0);
        escrow.approve(agreementId, 0, 1, approvalsOf("approve milestone", agreementId, 0, 1));
        vm.warp(block.timestamp + 1 days);
        IMilestoneEscrow.Due[] memory twice = new IMilestoneEscrow.Due[](2);
        (twice[0], twice[1]) = (IMilestoneEscrow.Due(agreementId, 0), IMilestoneEscrow.Due(agreementId, 0));
        escrow.releaseBatch(twice);
        vm.assertEq(usd.balanceOf(payee(0)), FIRST_AMOUNT, "paid once");

        bytes memory paid = wrongStatus(IMilestoneEscrow.MilestoneStatus.PAID);
        vm.expectRevert(paid);
        escrow.release(agreementId, 0);
        escrow.releaseBatch(twice);
        IStewardCouncil.Approval[] memory fresh = approvalsOf("approve milestone", agreementId, 0, 1);
        vm.expectRevert(paid);
        escrow.approve(agreementId, 0, 1, fresh);
        vm.prank(timelock);
        vm.expectRevert(paid);
        escrow.rule(agreementId, 0, 1, true, REASON);
        vm.assertEq(usd.balanceOf(payee(0)), FIRST_AMOUNT, "still paid once");
        assertAgreementInBalance(agreementId);
    }

    /// @notice Stewards who had approved a first attempt found their signatures under the second one, which they had not
    /// seen.
    /// @dev They sign round and evidence. Sent back, the same evidence handed in again is another round.
    function test_anApprovalOfRoundOneIsUsedForRoundTwo() public {
        uint256 agreementId = fundedAgreement();
        submit(agreementId, 0);
        IStewardCouncil.Approval[] memory first = approvalsOf("approve milestone", agreementId, 0, 1);
        escrow.sendBack(agreementId, 0, 1, REASON, approvalsOf("send back milestone", agreementId, 0, 1));
        vm.prank(bidder(0));
        escrow.submit(agreementId, 0, 2, EVIDENCE);

        vm.expectRevert(abi.encodeWithSelector(IMilestoneEscrow.WrongRound.selector, 1, 2));
        escrow.approve(agreementId, 0, 1, first);
        vm.expectRevert(abi.encodeWithSelector(IStewardCouncil.BadApprovalSignature.selector, steward(0)));
        escrow.approve(agreementId, 0, 2, first);
    }

    /// @notice The judges never answered, and the contractor was never paid; or, elsewhere, silence paid at once.
    /// @dev Silence approves when the review is over, and from then on holders have the same window as after a decision,
    /// even if nobody notes the end of the review. Who challenges within it can have it voted down, stewards or not.
    function test_theStewardsAreSilent() public {
        uint256 agreementId = fundedAgreement();
        submit(agreementId, 0);
        submit(agreementId, 1);
        uint64 paidFrom = uint64(block.timestamp + 2 days + 1 days);
        vm.warp(paidFrom - 1);
        vm.expectRevert(abi.encodeWithSelector(IMilestoneEscrow.NotReleasable.selector, paidFrom));
        escrow.release(agreementId, 0);
        vm.prank(holder(0));
        escrow.challenge(agreementId, 1, REASON);
        vm.warp(paidFrom);
        escrow.release(agreementId, 0);
        vm.assertEq(usd.balanceOf(payee(0)), FIRST_AMOUNT, "paid without them");

        (address[] memory targets, bytes[] memory calls) = (new address[](1), new bytes[](1));
        (targets[0], calls[0]) =
        (address(escrow), abi.encodeCall(IMilestoneEscrow.rule, (agreementId, 1, 1, false, REASON)));
        passVote(targets, calls);
        escrow.refund(agreementId, 1);
        vm.assertEq(usd.balanceOf(payee(0)), FIRST_AMOUNT, "and not paid without them");
    }

    /// @notice A milestone of nothing was "paid" again and again: its amount being zero was how paid ones were told.
    /// @dev No agreement has such a milestone, signed by the service entity or not; and paid is a status, not an amount.
    function test_aZeroAmountIsReleasedAgainAndAgain() public {
        uint256 mandateId = grant(direct());
        IBidBook.Milestone[] memory planned = milestones(PRICE);
        (planned[0].amount, planned[1].amount) = (0, PRICE);
        bytes32 digest = escrow.directAgreementDigest(mandateId, payee(0), PRICE, keccak256(abi.encode(planned)));
        bytes memory signed = signature(ENTITY_KEY, digest);
        vm.expectRevert(abi.encodeWithSelector(IBidBook.BadMilestones.selector, "amount"));
        escrow.createDirect(mandateId, payee(0), planned, signed);
    }

    /// @notice With a challenge window of zero, payment followed approval in the same transaction, and nobody could object.
    /// With a review of zero, silence approved at once.
    /// @dev No mandate has either, not even in a DAO that was deployed without floors.
    function test_theWindowsOfAMilestoneAreZero() public {
        ITreasury.Floors memory none;
        none.mostLineShareBps = 10_000;
        Treasury lax = new Treasury(timelock, roadmap, council, escrow, gov, none, budgetLines());
        ITreasury.MandateTerms memory terms = direct();
        terms.challengePeriod = 0;
        vm.startPrank(timelock);
        vm.expectRevert(abi.encodeWithSelector(ITreasury.BadTerm.selector, "challengePeriod", 0));
        lax.grantMandate(terms);
        terms.challengePeriod = 1;
        terms.milestoneReviewPeriod = 0;
        vm.expectRevert(abi.encodeWithSelector(ITreasury.BadTerm.selector, "milestoneReviewPeriod", 0));
        lax.grantMandate(terms);
        vm.stopPrank();
    }

    /// @notice Judges and contractor were friends: work that did not exist was approved at once.
    /// @dev Enough stewards can approve anything. They cannot pay it before the challenge window has passed; one holder of
    /// enough votes, or anybody with the bond, freezes it; and one vote rejects the milestone, ends the agreement and
    /// replaces the stewards, in a fraction of the time before the challenge would lapse. If nobody challenges within the
    /// window, the friends are paid.
    function test_stewardsApproveWorkThatDoesNotExist() public {
        uint256 agreementId = fundedAgreement();
        submit(agreementId, 0);
        escrow.approve(agreementId, 0, 1, approvalsOf("approve milestone", agreementId, 0, 1));
        uint64 payable_ = uint64(block.timestamp + 1 days);
        vm.expectRevert(abi.encodeWithSelector(IMilestoneEscrow.NotReleasable.selector, payable_));
        escrow.release(agreementId, 0);
        vm.warp(payable_ - 1);
        vm.prank(holder(0));
        escrow.challenge(agreementId, 0, REASON);
        vm.warp(payable_);
        vm.expectRevert(wrongStatus(IMilestoneEscrow.MilestoneStatus.CHALLENGED));
        escrow.release(agreementId, 0);

        address[] memory targets = new address[](3);
        (targets[0], targets[1], targets[2]) = (address(council), address(escrow), address(escrow));
        bytes[] memory calls = new bytes[](3);
        (address[] memory honest, address[] memory friends) = (new address[](2), new address[](2));
        (honest[0], honest[1]) = (holder(0), holder(1));
        (friends[0], friends[1]) = (steward(0), steward(1));
        calls[0] = abi.encodeCall(IStewardCouncil.change, (honest, friends, STEWARD_THRESHOLD));
        calls[1] = abi.encodeCall(IMilestoneEscrow.rule, (agreementId, 0, 1, false, REASON));
        calls[2] = abi.encodeCall(IMilestoneEscrow.terminate, (agreementId, REASON));
        passVote(targets, calls);

        vm.assertLe(block.timestamp - payable_, COURSE_OF_A_VOTE + 2, "in what time");
        vm.assertLt(COURSE_OF_A_VOTE, RULING_PERIOD / 10, "long before the challenge lapses");
        escrow.refund(agreementId, 0);
        escrow.refund(agreementId, 1);
        vm.assertEq(usd.balanceOf(address(treasury)), LINE_AMOUNT, "all is back in the treasury");
    }

    /// @dev Bid 0 wins with the votes of the largest holder.
    function award(uint256 mandateId) private {
        bidBook.open(mandateId);
        bidsUpToReviewEnd(mandateId, list(PRICE));
        election.open(mandateId);
        vote(mandateId, 5, 1, "y");
        closeVoting(mandateId);
        election.decide(mandateId, order(0));
        passStandstill(mandateId);
    }

    function submit(uint256 agreementId, uint256 index) private {
        vm.prank(bidder(0));
        escrow.submit(agreementId, index, 1, EVIDENCE);
    }

    function pay(uint256 agreementId, uint256 index) private {
        submit(agreementId, index);
        escrow.approve(agreementId, index, 1, approvalsOf("approve milestone", agreementId, index, 1));
        vm.warp(block.timestamp + 1 days);
        escrow.release(agreementId, index);
    }

    function wrongStatus(IMilestoneEscrow.MilestoneStatus status) private pure returns (bytes memory) {
        return abi.encodeWithSelector(IMilestoneEscrow.WrongMilestoneStatus.selector, status);
    }
}
