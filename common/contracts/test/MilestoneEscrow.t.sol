// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IERC20Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {IBidBook} from "../src/interfaces/IBidBook.sol";
import {IMilestoneEscrow} from "../src/interfaces/IMilestoneEscrow.sol";
import {IStewardCouncil} from "../src/interfaces/IStewardCouncil.sol";
import {ITreasury} from "../src/interfaces/ITreasury.sol";
import {Market} from "./support/Market.sol";

/// @dev The agreement of most tests: bidder 0, milestones of 10,000 due after 10 days and of 30,000 due after 20.
contract MilestoneEscrowTest is Market {
    uint256 private constant PRICE = 40_000 * USD;
    uint256 private constant FIRST_AMOUNT = 10_000 * USD;

    function test_anAgreementIsMadeFromTheAwardedTermsAndFunded() public {
        uint256 mandateId = awarded(list(PRICE));
        vm.expectEmit(address(escrow));
        emit IMilestoneEscrow.AgreementFunded(
            1, mandateId, 0, bidder(0), payee(0), address(usd), PRICE, uint64(block.timestamp), milestones(PRICE)
        );
        vm.prank(anyone);
        uint256 agreementId = escrow.create(mandateId, 0, milestones(PRICE));

        vm.assertEq(agreementId, 1);
        vm.assertEq(escrow.agreementOf(mandateId, 0), 1);
        (
            uint256 under,
            uint256 bidIndex,
            address contractor,
            address to,
            address token,
            uint256 funded,,,
            uint256 count
        ) = escrow.agreement(1);
        vm.assertEq(under, mandateId);
        vm.assertEq(bidIndex, 0);
        vm.assertEq(contractor, bidder(0));
        vm.assertEq(to, payee(0));
        vm.assertEq(token, address(usd));
        vm.assertEq(funded, PRICE);
        vm.assertEq(count, 2);
        (, uint256 amount, uint64 dueAt, uint256 round,,,) = escrow.milestone(1, 1);
        vm.assertEq(amount, PRICE - FIRST_AMOUNT);
        vm.assertEq(dueAt, block.timestamp + 20 days);
        vm.assertEq(round, 0);
        assertInBalance();
    }

    function test_anAgreementIsMadeOnce() public {
        uint256 mandateId = awarded(list(PRICE));
        escrow.create(mandateId, 0, milestones(PRICE));
        vm.expectRevert(abi.encodeWithSelector(IMilestoneEscrow.AgreementAlreadyMade.selector, mandateId, 0));
        escrow.create(mandateId, 0, milestones(PRICE));
    }

    function test_aBidThatHasNotWonGetsNoAgreement() public {
        uint256 mandateId = openElection(list(PRICE, PRICE));
        vote(mandateId, 5, 1, "yn");
        bytes memory refusal = abi.encodeWithSelector(IMilestoneEscrow.NotAwarded.selector, mandateId, 0);
        vm.expectRevert(refusal);
        escrow.create(mandateId, 0, milestones(PRICE));
        closeVoting(mandateId);
        election.decide(mandateId, order(0));
        vm.expectRevert(refusal);
        escrow.create(mandateId, 0, milestones(PRICE));
        passStandstill(mandateId);
        vm.expectRevert(abi.encodeWithSelector(IMilestoneEscrow.NotAwarded.selector, mandateId, 1));
        escrow.create(mandateId, 1, milestones(PRICE));
        escrow.create(mandateId, 0, milestones(PRICE));
    }

    function test_otherMilestonesThanTheRevealedOnesAreRefused() public {
        uint256 mandateId = awarded(list(PRICE));
        IBidBook.Milestone[] memory other = milestones(PRICE);
        other[0].duration -= 1;
        vm.expectRevert(
            abi.encodeWithSelector(
                IMilestoneEscrow.MilestonesMismatch.selector,
                keccak256(abi.encode(other)),
                keccak256(abi.encode(milestones(PRICE)))
            )
        );
        escrow.create(mandateId, 0, other);
    }

    function test_nothingIsFundedFromAnExpiredMandate() public {
        uint256 mandateId = awarded(list(PRICE));
        uint64 expiry = treasury.mandateTerms(mandateId).expiry;
        vm.warp(expiry + 1);
        vm.expectRevert(abi.encodeWithSelector(ITreasury.MandateExpired.selector, expiry));
        escrow.create(mandateId, 0, milestones(PRICE));
    }

    function test_aMandateIsSettledWhenEveryAwardHasItsAgreement() public {
        uint256 mandateId = awarded(list(PRICE, PRICE));
        escrow.create(mandateId, 0, milestones(PRICE));
        vm.assertFalse(escrow.isSettled(mandateId));
        vm.expectRevert(abi.encodeWithSelector(ITreasury.MandateNotClosable.selector, mandateId));
        treasury.closeMandate(mandateId);
        escrow.create(mandateId, 1, milestones(PRICE));
        vm.assertTrue(escrow.isSettled(mandateId));
        treasury.closeMandate(mandateId);
        (,,, uint256 reserved,) = treasury.line(LINE);
        vm.assertEq(reserved, 2 * PRICE);
        assertInBalance();
    }

    function test_theServiceEntitysAgreementIsMadeOnceWithItsSignature() public {
        uint256 mandateId = grant(direct());
        bytes memory signed = directSignature(ENTITY_KEY, mandateId, anyone);
        vm.assertFalse(escrow.isSettled(mandateId));
        uint256 agreementId = escrow.createDirect(mandateId, anyone, milestones(PRICE), signed);

        (, uint256 bidIndex, address contractor, address to,, uint256 funded,,,) = escrow.agreement(agreementId);
        vm.assertEq(bidIndex, type(uint256).max);
        vm.assertEq(contractor, vm.addr(ENTITY_KEY));
        vm.assertEq(to, anyone);
        vm.assertEq(funded, PRICE);
        vm.assertTrue(escrow.isSettled(mandateId));
        vm.expectRevert(
            abi.encodeWithSelector(IMilestoneEscrow.AgreementAlreadyMade.selector, mandateId, type(uint256).max)
        );
        escrow.createDirect(mandateId, anyone, milestones(PRICE), signed);
        assertInBalance();
    }

    function test_aDirectAgreementByAnyoneElseIsRefused() public {
        uint256 mandateId = grant(direct());
        bytes memory refusal =
            abi.encodeWithSelector(IMilestoneEscrow.BadAgreementSignature.selector, vm.addr(ENTITY_KEY));
        bytes memory foreign = directSignature(FIRST_BIDDER_KEY, mandateId, anyone);
        vm.expectRevert(refusal);
        escrow.createDirect(mandateId, anyone, milestones(PRICE), foreign);
        bytes memory otherPayee = directSignature(ENTITY_KEY, mandateId, payee(0));
        vm.expectRevert(refusal);
        escrow.createDirect(mandateId, anyone, milestones(PRICE), otherPayee);
    }

    /// @dev The number is another mandate's, after the chain has gone back behind the grant.
    function test_aDirectAgreementIsForThePurposeThatItsSignerKnew() public {
        uint256 before = vm.snapshotState();
        uint256 mandateId = grant(direct());
        bytes memory signed = directSignature(ENTITY_KEY, mandateId, anyone);
        vm.assertTrue(vm.revertToState(before));
        ITreasury.MandateTerms memory other = direct();
        other.purposeHash = keccak256("another purpose");
        vm.assertEq(grant(other), mandateId);
        vm.expectRevert(abi.encodeWithSelector(IMilestoneEscrow.BadAgreementSignature.selector, vm.addr(ENTITY_KEY)));
        escrow.createDirect(mandateId, anyone, milestones(PRICE), signed);
    }

    function test_aCompetitionHasNoDirectAgreement() public {
        uint256 mandateId = openWorkstream();
        vm.expectRevert(abi.encodeWithSelector(IMilestoneEscrow.NotADirectMandate.selector, mandateId));
        escrow.createDirect(mandateId, anyone, milestones(PRICE), "");
    }

    function test_aDirectAgreementStaysWithinTheCap() public {
        uint256 mandateId = grant(direct());
        bytes32 digest =
            escrow.directAgreementDigest(mandateId, anyone, CAP + 4, keccak256(abi.encode(milestones(CAP + 4))));
        bytes memory signed = signature(ENTITY_KEY, digest);
        vm.expectRevert(abi.encodeWithSelector(ITreasury.ExceedsMandate.selector, CAP + 4, CAP));
        escrow.createDirect(mandateId, anyone, milestones(CAP + 4), signed);
    }

    function test_approvedWorkIsPaidAfterTheChallengeWindowToThePayeeOfTheReveal() public {
        uint256 agreementId = fundedAgreement();
        submit(agreementId, 0, 1);
        approve(agreementId, 0, 1);
        uint64 releasable = uint64(block.timestamp + 1 days);
        vm.expectRevert(abi.encodeWithSelector(IMilestoneEscrow.NotReleasable.selector, releasable));
        escrow.release(agreementId, 0);

        vm.warp(releasable);
        vm.expectEmit(address(escrow));
        emit IMilestoneEscrow.MilestonePaid(agreementId, 0, payee(0), address(usd), FIRST_AMOUNT);
        vm.prank(anyone);
        escrow.release(agreementId, 0);

        vm.assertEq(usd.balanceOf(payee(0)), FIRST_AMOUNT);
        (,,,, uint256 spent) = treasury.line(LINE);
        vm.assertEq(spent, FIRST_AMOUNT);
        assertInBalance();
        vm.expectRevert(wrongStatus(IMilestoneEscrow.MilestoneStatus.PAID));
        escrow.release(agreementId, 0);
    }

    function test_aSignedSubmissionIsSentByAnyone() public {
        uint256 agreementId = fundedAgreement();
        bytes memory signed = signature(FIRST_BIDDER_KEY, escrow.submissionDigest(agreementId, 0, 1, EVIDENCE));
        vm.expectEmit(address(escrow));
        emit IMilestoneEscrow.MilestoneSubmitted(agreementId, 0, 1, EVIDENCE, uint64(block.timestamp + 2 days));
        vm.prank(anyone);
        escrow.submitBySig(agreementId, 0, 1, EVIDENCE, signed);
        assertStatus(agreementId, 0, IMilestoneEscrow.MilestoneStatus.SUBMITTED);
        vm.expectRevert(wrongStatus(IMilestoneEscrow.MilestoneStatus.SUBMITTED));
        escrow.submitBySig(agreementId, 0, 1, EVIDENCE, signed);
    }

    function test_onlyTheContractorSubmits() public {
        uint256 agreementId = fundedAgreement();
        vm.expectRevert(abi.encodeWithSelector(IMilestoneEscrow.NotTheContractor.selector, payee(0)));
        vm.prank(payee(0));
        escrow.submit(agreementId, 0, 1, EVIDENCE);
        bytes memory foreign = signature(FIRST_HOLDER_KEY, escrow.submissionDigest(agreementId, 0, 1, EVIDENCE));
        vm.expectRevert(abi.encodeWithSelector(IMilestoneEscrow.BadSubmissionSignature.selector, bidder(0)));
        escrow.submitBySig(agreementId, 0, 1, EVIDENCE, foreign);
        bytes memory own = signature(FIRST_BIDDER_KEY, escrow.submissionDigest(agreementId, 0, 1, EVIDENCE));
        vm.expectRevert(abi.encodeWithSelector(IMilestoneEscrow.BadSubmissionSignature.selector, bidder(0)));
        escrow.submitBySig(agreementId, 0, 1, REASON, own);
    }

    function test_aSubmissionOfTheWrongRoundOrWithoutEvidenceIsRefused() public {
        uint256 agreementId = fundedAgreement();
        vm.expectRevert(abi.encodeWithSelector(IMilestoneEscrow.WrongRound.selector, 2, 0));
        vm.prank(bidder(0));
        escrow.submit(agreementId, 0, 2, EVIDENCE);
        vm.expectRevert(IMilestoneEscrow.EvidenceMissing.selector);
        vm.prank(bidder(0));
        escrow.submit(agreementId, 0, 1, 0);
    }

    function test_anOverdueMilestoneIsNotSubmittedButRefunded() public {
        uint256 agreementId = fundedAgreement();
        (,, uint64 dueAt,,,,) = escrow.milestone(agreementId, 0);
        vm.warp(dueAt);
        vm.expectRevert(abi.encodeWithSelector(IMilestoneEscrow.NotRefundable.selector, agreementId, 0));
        escrow.refund(agreementId, 0);

        vm.warp(dueAt + 1);
        vm.expectRevert(abi.encodeWithSelector(IMilestoneEscrow.MilestoneOverdue.selector, dueAt));
        vm.prank(bidder(0));
        escrow.submit(agreementId, 0, 1, EVIDENCE);
        vm.expectEmit(address(escrow));
        emit IMilestoneEscrow.MilestoneRefunded(agreementId, 0, FIRST_AMOUNT);
        vm.prank(anyone);
        escrow.refund(agreementId, 0);

        assertInBalance();
        vm.expectRevert(abi.encodeWithSelector(IMilestoneEscrow.NotRefundable.selector, agreementId, 0));
        escrow.refund(agreementId, 0);
    }

    function test_anApprovalOfRoundOneNeverCountsForRoundTwo() public {
        uint256 agreementId = fundedAgreement();
        submit(agreementId, 0, 1);
        IStewardCouncil.Approval[] memory first = approvalsOf("approve milestone", agreementId, 0, 1);
        sendBack(agreementId, 0, 1);
        (,,,,, uint64 reviewEnds, uint64 challengeEnds) = escrow.milestone(agreementId, 0);
        vm.assertEq(reviewEnds + challengeEnds, 0, "nothing to wait for");
        submit(agreementId, 0, 2);

        vm.expectRevert(abi.encodeWithSelector(IMilestoneEscrow.WrongRound.selector, 1, 2));
        escrow.approve(agreementId, 0, 1, first);
        vm.expectRevert(abi.encodeWithSelector(IStewardCouncil.BadApprovalSignature.selector, steward(0)));
        escrow.approve(agreementId, 0, 2, first);
        approve(agreementId, 0, 2);
    }

    function test_anApprovalIsBoundToAgreementMilestoneAndEvidence() public {
        uint256 agreementId = fundedAgreement();
        uint256 other = fundedAgreement();
        submit(agreementId, 0, 1);
        submit(agreementId, 1, 1);
        submit(other, 0, 1);
        IStewardCouncil.Approval[] memory signed = approvalsOf("approve milestone", agreementId, 0, 1);
        bytes memory refusal = abi.encodeWithSelector(IStewardCouncil.BadApprovalSignature.selector, steward(0));
        vm.expectRevert(refusal);
        escrow.approve(agreementId, 1, 1, signed);
        vm.expectRevert(refusal);
        escrow.approve(other, 0, 1, signed);
        vm.expectRevert(refusal);
        escrow.reject(agreementId, 0, 1, REASON, signed);

        IStewardCouncil.Decision memory what = decision("approve milestone", address(escrow), agreementId, 0, 1);
        what.contentHash = keccak256("other evidence");
        signed = approvals(what);
        vm.expectRevert(refusal);
        escrow.approve(agreementId, 0, 1, signed);
    }

    function test_fewerStewardsThanTheThresholdDecideNothing() public {
        uint256 agreementId = fundedAgreement();
        submit(agreementId, 0, 1);
        IStewardCouncil.Approval[] memory one = new IStewardCouncil.Approval[](1);
        one[0] = approvalsOf("approve milestone", agreementId, 0, 1)[0];
        vm.expectRevert(abi.encodeWithSelector(IStewardCouncil.TooFewApprovals.selector, 1, 2));
        escrow.approve(agreementId, 0, 1, one);
    }

    function test_aStewardWhoIsThePayeeDoesNotDecide() public {
        uint256 mandateId = grant(direct());
        bytes memory signed = directSignature(ENTITY_KEY, mandateId, steward(1));
        uint256 agreementId = escrow.createDirect(mandateId, steward(1), milestones(PRICE), signed);
        vm.prank(vm.addr(ENTITY_KEY));
        escrow.submit(agreementId, 0, 1, EVIDENCE);
        IStewardCouncil.Approval[] memory own = approvalsOf("approve milestone", agreementId, 0, 1);
        vm.expectRevert(abi.encodeWithSelector(IMilestoneEscrow.StewardHasInterest.selector, steward(1)));
        escrow.approve(agreementId, 0, 1, own);
    }

    function test_aStewardWhoIsTheContractorDoesNotDecide() public {
        vm.prank(timelock);
        roadmap.setServiceEntity(steward(0));
        uint256 mandateId = grant(direct());
        bytes32 digest =
            escrow.directAgreementDigest(mandateId, anyone, PRICE, keccak256(abi.encode(milestones(PRICE))));
        uint256 agreementId =
            escrow.createDirect(mandateId, anyone, milestones(PRICE), sign(stewardAccounts[0], digest));
        vm.prank(steward(0));
        escrow.submit(agreementId, 0, 1, EVIDENCE);
        IStewardCouncil.Approval[] memory own = approvalsOf("reject milestone", agreementId, 0, 1);
        vm.expectRevert(abi.encodeWithSelector(IMilestoneEscrow.StewardHasInterest.selector, steward(0)));
        escrow.reject(agreementId, 0, 1, REASON, own);
    }

    function test_whatIsSentBackMayBeSubmittedForAnotherReviewPeriod() public {
        uint256 agreementId = fundedAgreement();
        (,, uint64 dueAt,,,,) = escrow.milestone(agreementId, 0);
        vm.warp(dueAt);
        submit(agreementId, 0, 1);
        vm.warp(dueAt + 1 days);
        vm.expectEmit(address(escrow));
        emit IMilestoneEscrow.MilestoneSentBack(agreementId, 0, 1, REASON, dueAt + 3 days);
        sendBack(agreementId, 0, 1);

        assertStatus(agreementId, 0, IMilestoneEscrow.MilestoneStatus.PENDING);
        vm.warp(dueAt + 3 days);
        submit(agreementId, 0, 2);
    }

    function test_whatIsSentBackEarlyKeepsItsDueDate() public {
        uint256 agreementId = fundedAgreement();
        (,, uint64 dueAt,,,,) = escrow.milestone(agreementId, 0);
        submit(agreementId, 0, 1);
        sendBack(agreementId, 0, 1);
        (,, uint64 dueAfterwards, uint256 round,,,) = escrow.milestone(agreementId, 0);
        vm.assertEq(dueAfterwards, dueAt);
        vm.assertEq(round, 1);
    }

    function test_rejectedWorkIsRefunded() public {
        uint256 agreementId = fundedAgreement();
        submit(agreementId, 0, 1);
        IStewardCouncil.Approval[] memory signed = approvalsOf("reject milestone", agreementId, 0, 1);
        vm.expectEmit(address(escrow));
        emit IMilestoneEscrow.MilestoneRejected(agreementId, 0, 1, REASON, uint64(block.timestamp + 1 days));
        escrow.reject(agreementId, 0, 1, REASON, signed);
        vm.expectRevert(wrongStatus(IMilestoneEscrow.MilestoneStatus.REJECTED));
        escrow.release(agreementId, 0);

        vm.warp(block.timestamp + 1 days);
        escrow.refund(agreementId, 0);
        (,,,,,, uint256 paid, uint256 refunded,) = escrow.agreement(agreementId);
        vm.assertEq(paid, 0);
        vm.assertEq(refunded, FIRST_AMOUNT);
        assertInBalance();
    }

    function test_aRefusalNeedsAReason() public {
        uint256 agreementId = fundedAgreement();
        submit(agreementId, 0, 1);
        IStewardCouncil.Approval[] memory none = new IStewardCouncil.Approval[](0);
        vm.expectRevert(IMilestoneEscrow.ReasonMissing.selector);
        escrow.sendBack(agreementId, 0, 1, 0, none);
        vm.expectRevert(IMilestoneEscrow.ReasonMissing.selector);
        escrow.reject(agreementId, 0, 1, 0, none);
        submit(agreementId, 1, 1);
        approve(agreementId, 1, 1);
        vm.expectRevert(IMilestoneEscrow.ReasonMissing.selector);
        vm.prank(holder(0));
        escrow.challenge(agreementId, 1, 0);
    }

    function test_whatStewardsDoNotActOnGoesIntoItsChallengeWindow() public {
        uint256 agreementId = fundedAgreement();
        submit(agreementId, 0, 1);
        (,,,,, uint64 reviewEnds,) = escrow.milestone(agreementId, 0);
        IStewardCouncil.Approval[] memory late = approvalsOf("approve milestone", agreementId, 0, 1);
        vm.expectRevert(abi.encodeWithSelector(IMilestoneEscrow.ReviewStillOpen.selector, reviewEnds));
        escrow.closeReview(agreementId, 0);

        vm.warp(reviewEnds);
        vm.expectRevert(abi.encodeWithSelector(IMilestoneEscrow.ReviewEnded.selector, reviewEnds));
        escrow.approve(agreementId, 0, 1, late);
        (IMilestoneEscrow.MilestoneStatus status,,,,,, uint64 challengeEnds) = escrow.milestone(agreementId, 0);
        vm.assertEq(uint256(status), uint256(IMilestoneEscrow.MilestoneStatus.APPROVED));
        vm.assertEq(challengeEnds, reviewEnds + 1 days);

        vm.warp(challengeEnds - 1);
        vm.expectRevert(abi.encodeWithSelector(IMilestoneEscrow.NotReleasable.selector, challengeEnds));
        escrow.release(agreementId, 0);
        vm.warp(challengeEnds);
        vm.expectEmit(address(escrow));
        emit IMilestoneEscrow.MilestoneApproved(agreementId, 0, 1, challengeEnds);
        escrow.release(agreementId, 0);
        vm.assertEq(usd.balanceOf(payee(0)), FIRST_AMOUNT);
    }

    function test_closingTheReviewRecordsTheApprovalAsOfItsEnd() public {
        uint256 agreementId = fundedAgreement();
        submit(agreementId, 0, 1);
        (,,,,, uint64 reviewEnds,) = escrow.milestone(agreementId, 0);
        vm.warp(reviewEnds + 5 hours);
        vm.expectEmit(address(escrow));
        emit IMilestoneEscrow.MilestoneApproved(agreementId, 0, 1, reviewEnds + 1 days);
        vm.prank(anyone);
        escrow.closeReview(agreementId, 0);
        vm.expectRevert(wrongStatus(IMilestoneEscrow.MilestoneStatus.APPROVED));
        escrow.closeReview(agreementId, 0);
    }

    function test_aChallengeFreezesTheMilestoneUntilAVoteDecides() public {
        uint256 agreementId = fundedAgreement();
        submit(agreementId, 0, 1);
        approve(agreementId, 0, 1);
        vm.expectEmit(address(escrow));
        emit IMilestoneEscrow.MilestoneChallenged(
            agreementId, 0, 1, holder(0), REASON, 0, uint64(block.timestamp + RULING_PERIOD)
        );
        challenge(agreementId, 0);
        vm.warp(block.timestamp + RULING_PERIOD - 1);
        vm.expectRevert(wrongStatus(IMilestoneEscrow.MilestoneStatus.CHALLENGED));
        escrow.release(agreementId, 0);
        vm.expectRevert(abi.encodeWithSelector(IMilestoneEscrow.NotRefundable.selector, agreementId, 0));
        escrow.refund(agreementId, 0);
        vm.expectRevert(abi.encodeWithSelector(IMilestoneEscrow.OnlyTimelock.selector, holder(0)));
        vm.prank(holder(0));
        escrow.rule(agreementId, 0, 1, false, REASON);
    }

    function test_anUpheldChallengeRefunds() public {
        uint256 agreementId = fundedAgreement();
        submit(agreementId, 0, 1);
        approve(agreementId, 0, 1);
        challenge(agreementId, 0);
        resolve(agreementId, 0, true);
        assertStatus(agreementId, 0, IMilestoneEscrow.MilestoneStatus.REJECTED);
        escrow.refund(agreementId, 0);
        assertInBalance();
    }

    function test_aDismissedChallengeReleasesAtOnceAndCannotBeRepeated() public {
        uint256 agreementId = fundedAgreement();
        submit(agreementId, 0, 1);
        approve(agreementId, 0, 1);
        challenge(agreementId, 0);
        resolve(agreementId, 0, false);
        vm.expectRevert(abi.encodeWithSelector(IMilestoneEscrow.ChallengeWindowEnded.selector, block.timestamp));
        vm.prank(holder(1));
        escrow.challenge(agreementId, 0, REASON);
        escrow.release(agreementId, 0);
        vm.assertEq(usd.balanceOf(payee(0)), FIRST_AMOUNT);
    }

    function test_deemedApprovalsAreChallengedLikeOthers() public {
        uint256 agreementId = fundedAgreement();
        submit(agreementId, 0, 1);
        (,,,,, uint64 reviewEnds,) = escrow.milestone(agreementId, 0);
        vm.warp(reviewEnds);
        challenge(agreementId, 0);
        assertStatus(agreementId, 0, IMilestoneEscrow.MilestoneStatus.CHALLENGED);
    }

    function test_aLateChallengeIsRefused() public {
        uint256 agreementId = fundedAgreement();
        submit(agreementId, 0, 1);
        approve(agreementId, 0, 1);
        uint64 opened = uint64(block.timestamp);
        vm.warp(opened + 1 days);
        vm.expectRevert(abi.encodeWithSelector(IMilestoneEscrow.ChallengeWindowEnded.selector, opened + 1 days));
        vm.prank(holder(0));
        escrow.challenge(agreementId, 0, REASON);
    }

    function test_aChallengeWithoutABondNeedsVotesThatWereThereBefore() public {
        uint256 agreementId = fundedAgreement();
        submit(agreementId, 0, 1);
        approve(agreementId, 0, 1);
        vm.prank(holder(5));
        gov.transfer(bidder(1), 10_000 * GOV);
        vm.expectPartialRevert(IERC20Errors.ERC20InsufficientAllowance.selector);
        vm.prank(bidder(1));
        escrow.challenge(agreementId, 0, REASON);
        vm.warp(block.timestamp + 1);
        vm.prank(bidder(1));
        escrow.challenge(agreementId, 0, REASON);
    }

    function test_whatIsNotApprovedIsNeitherChallengedNorReleased() public {
        uint256 agreementId = fundedAgreement();
        vm.expectRevert(wrongStatus(IMilestoneEscrow.MilestoneStatus.PENDING));
        escrow.release(agreementId, 0);
        vm.expectRevert(wrongStatus(IMilestoneEscrow.MilestoneStatus.PENDING));
        escrow.approve(agreementId, 0, 0, new IStewardCouncil.Approval[](0));
        submit(agreementId, 0, 1);
        vm.expectRevert(wrongStatus(IMilestoneEscrow.MilestoneStatus.SUBMITTED));
        vm.prank(holder(0));
        escrow.challenge(agreementId, 0, REASON);
    }

    function test_whatDoesNotExistIsRefused() public {
        uint256 agreementId = fundedAgreement();
        vm.expectRevert(abi.encodeWithSelector(IMilestoneEscrow.UnknownAgreement.selector, 2));
        escrow.agreement(2);
        vm.expectRevert(abi.encodeWithSelector(IMilestoneEscrow.UnknownAgreement.selector, 0));
        escrow.submit(0, 0, 1, EVIDENCE);
        vm.expectRevert(abi.encodeWithSelector(IMilestoneEscrow.UnknownMilestone.selector, agreementId, 2));
        escrow.release(agreementId, 2);
        vm.expectRevert(abi.encodeWithSelector(IMilestoneEscrow.UnknownMilestone.selector, 7, 0));
        escrow.refund(7, 0);
    }

    function awarded(uint256[] memory prices) private returns (uint256 mandateId) {
        mandateId = openElection(prices);
        vote(mandateId, 5, 1, prices.length == 1 ? "y" : "yy");
        closeVoting(mandateId);
        election.decide(mandateId, prices.length == 1 ? order(0) : order(0, 1));
        passStandstill(mandateId);
    }

    function directSignature(uint256 key, uint256 mandateId, address to) private view returns (bytes memory) {
        bytes32 hash = keccak256(abi.encode(milestones(PRICE)));
        return signature(key, escrow.directAgreementDigest(mandateId, to, PRICE, hash));
    }

    function submit(uint256 agreementId, uint256 index, uint256 round) private {
        vm.prank(bidder(0));
        escrow.submit(agreementId, index, round, EVIDENCE);
    }

    function approve(uint256 agreementId, uint256 index, uint256 round) private {
        escrow.approve(agreementId, index, round, approvalsOf("approve milestone", agreementId, index, round));
    }

    function sendBack(uint256 agreementId, uint256 index, uint256 round) private {
        escrow.sendBack(
            agreementId, index, round, REASON, approvalsOf("send back milestone", agreementId, index, round)
        );
    }

    function challenge(uint256 agreementId, uint256 index) private {
        vm.prank(holder(0));
        escrow.challenge(agreementId, index, REASON);
    }

    function resolve(uint256 agreementId, uint256 index, bool upheld) private {
        vm.prank(timelock);
        escrow.rule(agreementId, index, 1, !upheld, REASON);
    }

    function wrongStatus(IMilestoneEscrow.MilestoneStatus status) private pure returns (bytes memory) {
        return abi.encodeWithSelector(IMilestoneEscrow.WrongMilestoneStatus.selector, status);
    }

    function assertStatus(uint256 agreementId, uint256 index, IMilestoneEscrow.MilestoneStatus expected) private view {
        (IMilestoneEscrow.MilestoneStatus status,,,,,,) = escrow.milestone(agreementId, index);
        vm.assertEq(uint256(status), uint256(expected));
    }

    function assertInBalance() private view {
        assertLineInBalance();
        for (uint256 id = 1; id <= escrow.agreementCount(); ++id) {
            assertAgreementInBalance(id);
        }
    }
}
