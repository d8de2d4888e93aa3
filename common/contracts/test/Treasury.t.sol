// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {Treasury} from "../src/Treasury.sol";
import {ITreasury} from "../src/interfaces/ITreasury.sol";
import {Market} from "./support/Market.sol";

contract TreasuryTest is Market {
    function test_aGrantReservesItsCapOnTheLine() public {
        uint256 mandateId = grant(competition());

        vm.assertEq(mandateId, 1);
        (string memory name, address token, uint256 allocated, uint256 reserved, uint256 spent) = treasury.line(LINE);
        vm.assertEq(bytes(name), bytes("Ecosystem Funds"));
        vm.assertEq(token, address(usd));
        vm.assertEq(allocated, LINE_AMOUNT);
        vm.assertEq(reserved, CAP);
        vm.assertEq(spent, 0);
        assertLineInBalance();
    }

    function test_aGrantIsAnnouncedWithAllItsTerms() public {
        ITreasury.MandateTerms memory terms = competition();

        vm.expectEmit(address(treasury));
        emit ITreasury.MandateGranted(1, terms.purposeHash, LINE, terms);
        grant(terms);

        vm.assertEq(keccak256(abi.encode(treasury.mandateTerms(1))), keccak256(abi.encode(terms)));
    }

    function test_onlyTheTimelockGrants() public {
        ITreasury.MandateTerms memory terms = competition();
        vm.expectRevert(abi.encodeWithSelector(ITreasury.OnlyTimelock.selector, address(this)));
        treasury.grantMandate(terms);
    }

    function test_aPurposeIsGrantedOnce() public {
        ITreasury.MandateTerms memory terms = competition();
        grant(terms);
        refuses(terms, abi.encodeWithSelector(ITreasury.PurposeAlreadyGranted.selector, terms.purposeHash));
    }

    function test_theLineLimitsAllMandatesTogether() public {
        ITreasury.MandateTerms memory terms = competition();
        terms.cap = LINE_AMOUNT - CAP + 1;
        grant(competition());
        refuses(terms, abi.encodeWithSelector(ITreasury.ExceedsLine.selector, terms.cap, LINE_AMOUNT - CAP));

        terms.cap = LINE_AMOUNT - CAP;
        grant(terms);
        assertLineInBalance();
    }

    function test_anUnknownLineIsRefused() public {
        ITreasury.MandateTerms memory terms = competition();
        terms.lineId = keccak256("no such line");
        refuses(terms, abi.encodeWithSelector(ITreasury.UnknownLine.selector, terms.lineId));
    }

    function test_aTokenThatIsNotTheLinesIsRefused() public {
        ITreasury.MandateTerms memory terms = competition();
        terms.token = address(gov);
        refuses(terms, abi.encodeWithSelector(ITreasury.WrongToken.selector, address(gov), address(usd)));
    }

    function test_aMandateThatHasExpiredIsRefused() public {
        ITreasury.MandateTerms memory terms = competition();
        terms.expiry = uint64(block.timestamp);
        refuses(terms, abi.encodeWithSelector(ITreasury.MandateExpired.selector, terms.expiry));
    }

    function test_aCompetitionBeforePhaseTwoIsRefused() public {
        vm.warp(roadmap.phaseTwoStart() - 1);
        treasury = new Treasury(timelock, roadmap, council, escrow, gov, floors(), budgetLines());
        ITreasury.MandateTerms memory terms = competition();
        refuses(terms, abi.encodeWithSelector(ITreasury.CompetitionNeedsPhaseTwo.selector));

        vm.warp(roadmap.phaseTwoStart());
        grant(terms);
    }

    function test_aDirectMandateIsGrantedInPhaseOne() public {
        vm.warp(roadmap.phaseTwoStart() - 1);
        treasury = new Treasury(timelock, roadmap, council, escrow, gov, floors(), budgetLines());
        vm.assertEq(grant(direct()), 1);
    }

    function test_everyTermHasItsFloor() public {
        ITreasury.MandateTerms memory terms = competition();
        terms.marginBps = 999;
        refuses(terms, belowFloor("marginBps", 999, 1_000));
        terms = competition();
        terms.quorum = 100 * GOV - 1;
        refuses(terms, belowFloor("quorum", 100 * GOV - 1, 100 * GOV));
        terms = competition();
        terms.biddingPeriod = 1 hours - 1;
        refuses(terms, belowFloor("biddingPeriod", 1 hours - 1, 1 hours));
        terms = competition();
        terms.revealPeriod = 1 hours - 1;
        refuses(terms, belowFloor("revealPeriod", 1 hours - 1, 1 hours));
        terms = competition();
        terms.reviewPeriod = 1 hours - 1;
        refuses(terms, belowFloor("reviewPeriod", 1 hours - 1, 1 hours));
        terms = competition();
        terms.electionPeriod = 1 hours - 1;
        refuses(terms, belowFloor("electionPeriod", 1 hours - 1, 1 hours));
        terms = competition();
        terms.standstillPeriod = 1 hours - 1;
        refuses(terms, belowFloor("standstillPeriod", 1 hours - 1, 1 hours));
        terms = competition();
        terms.milestoneReviewPeriod = 1 hours - 1;
        refuses(terms, belowFloor("milestoneReviewPeriod", 1 hours - 1, 1 hours));
        terms = competition();
        terms.challengePeriod = 1 hours - 1;
        refuses(terms, belowFloor("challengePeriod", 1 hours - 1, 1 hours));
    }

    function test_aDirectMandateHasTheFloorsOfItsMilestones() public {
        ITreasury.MandateTerms memory terms = direct();
        terms.challengePeriod = 0;
        refuses(terms, belowFloor("challengePeriod", 0, 1 hours));
        terms = direct();
        terms.milestoneReviewPeriod = 0;
        refuses(terms, belowFloor("milestoneReviewPeriod", 0, 1 hours));
    }

    function test_everyTermMayBeAsLowAsItsFloor() public {
        ITreasury.Floors memory least = floors();
        ITreasury.MandateTerms memory terms = competition();
        (terms.marginBps, terms.quorum) = (least.marginBps, least.quorum);
        (terms.biddingPeriod, terms.revealPeriod) = (least.biddingPeriod, least.revealPeriod);
        (terms.reviewPeriod, terms.electionPeriod) = (least.reviewPeriod, least.electionPeriod);
        terms.standstillPeriod = least.standstillPeriod;
        terms.milestoneReviewPeriod = least.milestoneReviewPeriod;
        terms.challengePeriod = least.challengePeriod;
        vm.assertEq(grant(terms), 1);
    }

    function test_theToleranceHasALimitForBothKinds() public {
        ITreasury.MandateTerms memory terms = direct();
        terms.toleranceBps = 2_001;
        refuses(terms, aboveLimit("toleranceBps", 2_001, 2_000));
        terms = competition();
        terms.toleranceBps = 2_001;
        refuses(terms, aboveLimit("toleranceBps", 2_001, 2_000));
        terms.toleranceBps = 2_000;
        grant(terms);
        vm.assertEq(treasury.mandateTerms(1).toleranceBps, 2_000);
    }

    function test_aMandateTakesItsShareOfTheLineAtMost() public {
        ITreasury.Floors memory half = floors();
        half.mostLineShareBps = 5_000;
        ITreasury.LineConfig[] memory odd = budgetLines();
        odd[0].allocated = LINE_AMOUNT + 1;
        treasury = new Treasury(timelock, roadmap, council, escrow, gov, half, odd);
        ITreasury.MandateTerms memory terms = direct();
        terms.cap = LINE_AMOUNT / 2 + 1;
        refuses(terms, aboveLimit("cap", terms.cap, LINE_AMOUNT / 2));
        terms.cap = LINE_AMOUNT / 2;
        grant(terms);
        // Of what is allocated, not of what is free.
        terms.purposeHash = keccak256("another");
        grant(terms);
        (,,, uint256 reserved,) = treasury.line(LINE);
        vm.assertEq(reserved, LINE_AMOUNT);
    }

    function test_termsThatCannotWorkAreRefused() public {
        ITreasury.MandateTerms memory terms = competition();
        terms.purposeHash = 0;
        refuses(terms, badTerm("purposeHash", 0));
        terms = competition();
        terms.cap = 0;
        refuses(terms, badTerm("cap", 0));
        terms = competition();
        terms.maxBids = 0;
        refuses(terms, badTerm("maxBids", 0));
        terms = competition();
        terms.maxBids = 501;
        refuses(terms, badTerm("maxBids", 501));
        terms = competition();
        terms.bidsPerBidder = 0;
        refuses(terms, badTerm("bidsPerBidder", 0));
        terms = competition();
        terms.biddingPeriod = 0;
        refuses(terms, badTerm("biddingPeriod", 0));
        terms = competition();
        terms.revealPeriod = 0;
        refuses(terms, badTerm("revealPeriod", 0));
        terms = competition();
        terms.electionPeriod = 0;
        refuses(terms, badTerm("electionPeriod", 0));
        terms = competition();
        terms.quorum = 0;
        refuses(terms, badTerm("quorum", 0));
    }

    function test_moneyLeavesForTheEscrowOnly() public {
        uint256 mandateId = grant(competition());
        vm.expectRevert(abi.encodeWithSelector(ITreasury.OnlyEscrow.selector, address(this)));
        treasury.fund(mandateId, 1);
        vm.expectRevert(abi.encodeWithSelector(ITreasury.OnlyEscrow.selector, address(this)));
        treasury.recordSpent(mandateId, 1);
        vm.expectRevert(abi.encodeWithSelector(ITreasury.OnlyEscrow.selector, address(this)));
        treasury.recordRefund(mandateId, 1);
    }

    function test_fundingStaysWithinTheMandate() public {
        uint256 mandateId = grant(competition());
        asEscrow();
        treasury.fund(mandateId, 60_000 * USD);

        vm.expectRevert(abi.encodeWithSelector(ITreasury.ExceedsMandate.selector, 40_001 * USD, 40_000 * USD));
        asEscrow();
        treasury.fund(mandateId, 40_001 * USD);

        asEscrow();
        treasury.fund(mandateId, 40_000 * USD);
        vm.assertEq(usd.balanceOf(address(escrow)), CAP);
        assertLineInBalance();
    }

    function test_whatIsRefundedCannotBeCommittedAgain() public {
        uint256 mandateId = grant(competition());
        asEscrow();
        treasury.fund(mandateId, CAP);
        vm.prank(address(escrow));
        usd.transfer(address(treasury), CAP);
        asEscrow();
        treasury.recordRefund(mandateId, CAP);

        (uint256 committed,,) = treasury.mandateState(mandateId);
        (,,, uint256 reserved,) = treasury.line(LINE);
        vm.assertEq(committed, 0);
        vm.assertEq(reserved, 0);
        vm.expectRevert(abi.encodeWithSelector(ITreasury.ExceedsMandate.selector, 1, 0));
        asEscrow();
        treasury.fund(mandateId, 1);
    }

    function test_moreIsNeverSpentOrRefundedThanTheEscrowHolds() public {
        uint256 mandateId = grant(competition());
        asEscrow();
        treasury.fund(mandateId, 100);
        asEscrow();
        treasury.recordSpent(mandateId, 60);

        vm.expectRevert(abi.encodeWithSelector(ITreasury.ExceedsMandate.selector, 41, 40));
        asEscrow();
        treasury.recordSpent(mandateId, 41);
        vm.expectRevert(abi.encodeWithSelector(ITreasury.ExceedsMandate.selector, 41, 40));
        asEscrow();
        treasury.recordRefund(mandateId, 41);
    }

    function test_nothingIsFundedAfterExpiry() public {
        uint256 mandateId = grant(competition());
        uint64 expiry = treasury.mandateTerms(mandateId).expiry;
        vm.warp(expiry);
        asEscrow();
        treasury.fund(mandateId, 1);

        vm.warp(expiry + 1);
        vm.expectRevert(abi.encodeWithSelector(ITreasury.MandateExpired.selector, expiry));
        asEscrow();
        treasury.fund(mandateId, 1);
    }

    function test_anExpiredMandateIsClosedByAnyoneAndKeepsFundedMoneyReserved() public {
        uint256 mandateId = grant(competition());
        asEscrow();
        treasury.fund(mandateId, 30_000 * USD);
        vm.expectRevert(abi.encodeWithSelector(ITreasury.MandateNotClosable.selector, mandateId));
        treasury.closeMandate(mandateId);

        vm.warp(treasury.mandateTerms(mandateId).expiry + 1);
        vm.expectEmit(address(treasury));
        emit ITreasury.MandateClosed(mandateId, 70_000 * USD);
        vm.prank(anyone);
        treasury.closeMandate(mandateId);

        (,,, uint256 reserved,) = treasury.line(LINE);
        vm.assertEq(reserved, 30_000 * USD);
        assertLineInBalance();
        vm.expectRevert(abi.encodeWithSelector(ITreasury.MandateNotClosable.selector, mandateId));
        treasury.closeMandate(mandateId);
        vm.expectRevert(abi.encodeWithSelector(ITreasury.MandateIsClosed.selector, mandateId));
        asEscrow();
        treasury.fund(mandateId, 1);
    }

    function test_aCompetitionWithoutBidsIsClosedAfterItsStandstill() public {
        uint256 mandateId = openElection(new uint256[](0));
        vm.expectRevert(abi.encodeWithSelector(ITreasury.MandateNotClosable.selector, mandateId));
        treasury.closeMandate(mandateId);

        passStandstill(mandateId);
        treasury.closeMandate(mandateId);
        (,,, uint256 reserved,) = treasury.line(LINE);
        vm.assertEq(reserved, 0);
    }

    function test_anUnknownMandateIsRefused() public {
        vm.expectRevert(abi.encodeWithSelector(ITreasury.UnknownMandate.selector, 0));
        treasury.mandateTerms(0);
        vm.expectRevert(abi.encodeWithSelector(ITreasury.UnknownMandate.selector, 1));
        treasury.mandateTerms(1);
    }

    function test_aLineIsOpenedOnce() public {
        ITreasury.LineConfig[] memory lines = new ITreasury.LineConfig[](2);
        lines[0] = lines[1] = lineOf("Ecosystem Funds", address(usd), 1);
        vm.expectRevert(abi.encodeWithSelector(ITreasury.LineAlreadyOpen.selector, LINE));
        new Treasury(timelock, roadmap, council, escrow, gov, floors(), lines);
    }

    function test_aLineNeedsAPeriod() public {
        ITreasury.LineConfig[] memory lines = budgetLines();
        lines[0].periodLength = 0;
        vm.expectRevert(badTerm("periodLength", 0));
        new Treasury(timelock, roadmap, council, escrow, gov, floors(), lines);
    }

    function test_linesAndFloorsAreReadable() public view {
        vm.assertEq(treasury.lineCount(), 1);
        vm.assertEq(treasury.lineIdAt(0), LINE);
        vm.assertEq(keccak256(abi.encode(treasury.floors())), keccak256(abi.encode(floors())));
    }

    function refuses(ITreasury.MandateTerms memory terms, bytes memory refusal) private {
        vm.expectRevert(refusal);
        vm.prank(timelock);
        treasury.grantMandate(terms);
    }

    function asEscrow() private {
        vm.prank(address(escrow));
    }

    function belowFloor(string memory term, uint256 value, uint256 floor) private pure returns (bytes memory) {
        return abi.encodeWithSelector(ITreasury.BelowFloor.selector, term, value, floor);
    }

    function aboveLimit(string memory term, uint256 value, uint256 limit) private pure returns (bytes memory) {
        return abi.encodeWithSelector(ITreasury.AboveLimit.selector, term, value, limit);
    }

    function badTerm(string memory term, uint256 value) private pure returns (bytes memory) {
        return abi.encodeWithSelector(ITreasury.BadTerm.selector, term, value);
    }
}
