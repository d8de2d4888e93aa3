// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IDistributions} from "../src/interfaces/IDistributions.sol";
import {IStewardCouncil} from "../src/interfaces/IStewardCouncil.sol";
import {ITreasury} from "../src/interfaces/ITreasury.sol";
import {Market} from "./support/Market.sol";

/// @title The emergency stop: enough stewards stop outflows for a while, and a vote lifts it.
contract TreasuryStopTest is Market {
    function test_enoughStewardsStopPayments() public {
        uint64 until = uint64(block.timestamp + 2 days);
        vm.expectEmit(address(treasury));
        emit ITreasury.PaymentsStopped(1, until, REASON);
        stop(2 days);
        vm.assertEq(treasury.stoppedUntil(), until);
        vm.assertEq(treasury.stopCount(), 1);
    }

    function test_aVoteStopsPaymentsToo() public {
        vm.prank(timelock);
        treasury.stop(2 days, REASON, new IStewardCouncil.Approval[](0));
        vm.assertEq(treasury.stoppedUntil(), block.timestamp + 2 days);
    }

    function test_nothingLeavesWhileStopped() public {
        uint256 mandateId = grant(direct());
        uint256 distributionId = openDistribution();
        stop(2 days);
        uint64 until = treasury.stoppedUntil();
        bytes memory refusal = abi.encodeWithSelector(ITreasury.PaymentsAreStopped.selector, until);
        vm.warp(until - 1);
        vm.expectRevert(refusal);
        vm.prank(address(escrow));
        treasury.fund(mandateId, 1);
        vm.expectRevert(refusal);
        treasury.claim(distributionId, 0, anyone, 1, new bytes32[](0));

        vm.warp(until);
        vm.prank(address(escrow));
        treasury.fund(mandateId, 1);
        treasury.claim(distributionId, 0, anyone, 1, new bytes32[](0));
        vm.assertEq(usd.balanceOf(anyone), 1);
    }

    function test_whatComesInOrBackIsNotStopped() public {
        uint256 mandateId = grant(direct());
        vm.prank(address(escrow));
        treasury.fund(mandateId, 10);
        stop(2 days);
        vm.prank(address(escrow));
        usd.transfer(address(treasury), 10);
        vm.prank(address(escrow));
        treasury.recordRefund(mandateId, 10);
        vm.deal(anyone, 1);
        vm.prank(anyone);
        (bool taken,) = address(treasury).call{value: 1}("");
        vm.assertTrue(taken);
        vm.assertEq(grant(direct()), 2);
        (,,, uint256 reserved,) = treasury.line(LINE);
        vm.assertEq(reserved, 2 * CAP - 10);
    }

    function test_aMandateExpiresLaterByTheLengthOfTheStop() public {
        uint256 mandateId = grant(direct());
        uint64 expiry = treasury.mandateTerms(mandateId).expiry;
        stop(2 days);
        vm.assertEq(treasury.mandateExpiry(mandateId), expiry);
        vm.warp(block.timestamp + 1 days);
        vm.assertEq(treasury.mandateExpiry(mandateId), expiry + 1 days);
        vm.assertEq(treasury.stoppedSeconds(), 1 days);
        vm.warp(expiry + 2 days);
        vm.expectRevert(abi.encodeWithSelector(ITreasury.MandateNotClosable.selector, mandateId));
        treasury.closeMandate(mandateId);
        vm.prank(address(escrow));
        treasury.fund(mandateId, 1);
        vm.warp(expiry + 2 days + 1);
        vm.expectRevert(abi.encodeWithSelector(ITreasury.MandateExpired.selector, expiry + 2 days));
        vm.prank(address(escrow));
        treasury.fund(mandateId, 1);
        treasury.closeMandate(mandateId);
    }

    function test_allStopsCount() public {
        stop(1 days);
        vm.warp(block.timestamp + 2 days);
        stop(3 hours);
        vm.warp(block.timestamp + 1 hours);
        vm.assertEq(treasury.stoppedSeconds(), 1 days + 1 hours);
        vm.warp(block.timestamp + 1 days);
        vm.assertEq(treasury.stoppedSeconds(), 1 days + 3 hours);
    }

    function test_aStopBeforeTheGrantChangesNothing() public {
        stop(2 days);
        vm.warp(block.timestamp + 3 days);
        uint256 mandateId = grant(direct());
        vm.assertEq(treasury.mandateExpiry(mandateId), treasury.mandateTerms(mandateId).expiry);
    }

    function test_aDeadlineAtTheEndOfTimeStaysThere() public {
        ITreasury.MandateTerms memory terms = direct();
        terms.expiry = type(uint64).max;
        uint256 mandateId = grant(terms);
        stop(1 days);
        vm.warp(treasury.stoppedUntil());
        vm.assertEq(treasury.mandateExpiry(mandateId), type(uint64).max);
        vm.prank(address(escrow));
        treasury.fund(mandateId, 1);
    }

    function test_whatHasExpiredDoesNotComeBack() public {
        uint256 mandateId = grant(direct());
        uint64 expiry = treasury.mandateExpiry(mandateId);
        vm.warp(expiry + 1);
        stop(1 days);
        vm.warp(treasury.stoppedUntil());
        vm.expectRevert(abi.encodeWithSelector(ITreasury.MandateExpired.selector, expiry + 1 days));
        vm.prank(address(escrow));
        treasury.fund(mandateId, 1);
        treasury.closeMandate(mandateId);
    }

    function test_aDistributionEndsLaterByTheLengthOfTheStop() public {
        uint256 distributionId = openDistribution();
        (, uint64 deadline,,) = treasury.distribution(distributionId);
        vm.warp(deadline - 1 hours);
        stop(3 hours);
        (, uint64 stopped,,) = treasury.distribution(distributionId);
        vm.assertEq(stopped, deadline);
        vm.warp(deadline + 3 hours);
        treasury.claim(distributionId, 0, anyone, 1, new bytes32[](0));
        vm.warp(deadline + 3 hours + 1);
        vm.expectRevert(abi.encodeWithSelector(IDistributions.DistributionEnded.selector, deadline + 3 hours));
        treasury.claim(distributionId, 1, anyone, 1, new bytes32[](0));
    }

    function test_aVoteLiftsAStop() public {
        uint256 mandateId = grant(direct());
        uint64 expiry = treasury.mandateTerms(mandateId).expiry;
        stop(5 days);
        vm.warp(block.timestamp + 1 days);
        vm.expectRevert(abi.encodeWithSelector(ITreasury.OnlyTimelock.selector, GUARDIAN));
        vm.prank(GUARDIAN);
        treasury.liftStop();
        vm.expectEmit(address(treasury));
        emit ITreasury.PaymentsResumed(1);
        vm.prank(timelock);
        treasury.liftStop();
        vm.assertEq(treasury.stoppedUntil(), block.timestamp);
        vm.prank(address(escrow));
        treasury.fund(mandateId, 1);
        vm.warp(block.timestamp + 30 days);
        vm.assertEq(treasury.mandateExpiry(mandateId), expiry + 1 days);
        vm.expectRevert(abi.encodeWithSelector(ITreasury.PaymentsNotStopped.selector));
        vm.prank(timelock);
        treasury.liftStop();
    }

    function test_aStopHasAReasonAndALength() public {
        IStewardCouncil.Approval[] memory none = new IStewardCouncil.Approval[](0);
        vm.expectRevert(abi.encodeWithSelector(ITreasury.ReasonMissing.selector));
        treasury.stop(1 days, 0, none);
        vm.expectRevert(abi.encodeWithSelector(ITreasury.BadTerm.selector, "duration", 1 hours - 1));
        treasury.stop(1 hours - 1, REASON, none);
        stop(1 hours);
    }

    function test_fewerStewardsStopNothing() public {
        IStewardCouncil.Approval[] memory one = new IStewardCouncil.Approval[](1);
        one[0] = stopping(1 days, 1)[0];
        vm.expectRevert(abi.encodeWithSelector(IStewardCouncil.TooFewApprovals.selector, 1, 2));
        treasury.stop(1 days, REASON, one);
    }

    function test_signaturesAreForOneStopAndItsLength() public {
        IStewardCouncil.Approval[] memory signed = lasting(1 days, 1);
        bytes memory refusal = abi.encodeWithSelector(IStewardCouncil.BadApprovalSignature.selector, steward(0));
        vm.expectRevert(refusal);
        treasury.stop(2 days, REASON, signed);
        vm.expectRevert(refusal);
        treasury.stop(1 days, EVIDENCE, signed);
        treasury.stop(1 days, REASON, signed);
        vm.warp(treasury.stoppedUntil());
        vm.expectRevert(refusal);
        treasury.stop(1 days, REASON, signed);
        stop(1 days);
    }

    function test_aStopIsNotPiledOnAnother() public {
        stop(1 days);
        IStewardCouncil.Approval[] memory signed = stopping(1 days, 2);
        uint64 until = treasury.stoppedUntil();
        vm.expectRevert(abi.encodeWithSelector(ITreasury.PaymentsAreStopped.selector, until));
        treasury.stop(1 days, REASON, signed);
    }

    function test_sevenDaysInNinetyAreTheMost() public {
        refusesStop(7 days + 1, 7 days);
        stop(3 days);
        uint64 first = treasury.stoppedUntil();
        vm.warp(first + 10 days);
        refusesStop(4 days + 1, 4 days);
        stop(4 days);
        vm.warp(block.timestamp + 30 days);
        refusesStop(1 hours, 0);

        // As the first stop leaves the window, what is left grows by the second.
        uint64 leaves = first - 3 days + 90 days - 1 hours;
        vm.warp(leaves);
        refusesStop(1 hours, 0);
        vm.warp(leaves + 1 hours - 1);
        refusesStop(1 hours, 1 hours - 1);
        vm.warp(leaves + 1 hours);
        stop(1 hours);
    }

    function testFuzz_noWindowHasMoreThanItsMost(uint256 seed) public {
        uint64[2][] memory stops = new uint64[2][](12);
        uint256 made = 0;
        for (uint256 i = 0; i < stops.length; ++i) {
            seed = uint256(keccak256(abi.encode(seed)));
            uint64 duration = uint64(1 hours + seed % 3 days);
            IStewardCouncil.Approval[] memory signed = stopping(duration, treasury.stopCount() + 1);
            try treasury.stop(duration, REASON, signed) {
                stops[made++] = [uint64(block.timestamp), uint64(block.timestamp) + duration];
            } catch {}
            vm.warp(block.timestamp + duration + (seed >> 64) % 25 days);
        }
        for (uint256 i = 0; i < made; ++i) {
            assertWithinMost(stops, made, stops[i][0]);
            assertWithinMost(stops, made, stops[i][1] - 90 days);
        }
    }

    function assertWithinMost(uint64[2][] memory stops, uint256 made, uint64 begins) private pure {
        uint64 sum = 0;
        for (uint256 i = 0; i < made; ++i) {
            uint64 from = stops[i][0] > begins ? stops[i][0] : begins;
            uint64 until = stops[i][1] < begins + 90 days ? stops[i][1] : begins + 90 days;
            if (until > from) sum += until - from;
        }
        vm.assertLe(sum, 7 days, "stopped within ninety days");
    }

    function openDistribution() private returns (uint256) {
        bytes32 first = keccak256(bytes.concat(keccak256(abi.encode(uint256(0), anyone, uint256(1)))));
        vm.prank(timelock);
        return
            treasury.openDistribution(
                IDistributions.DistributionTerms(LINE, first, 10, uint64(block.timestamp + 20 days))
            );
    }

    function stop(uint64 duration) private {
        treasury.stop(duration, REASON, stopping(duration, treasury.stopCount() + 1));
    }

    function refusesStop(uint64 duration, uint64 left) private {
        IStewardCouncil.Approval[] memory signed = stopping(duration, treasury.stopCount() + 1);
        vm.expectRevert(abi.encodeWithSelector(ITreasury.StopTooLong.selector, duration, left));
        treasury.stop(duration, REASON, signed);
    }

    function lasting(uint64 duration, uint256 round) private returns (IStewardCouncil.Approval[] memory signed) {
        uint256 now_ = block.timestamp;
        vm.warp(now_ + 30 days);
        signed = stopping(duration, round);
        vm.warp(now_);
    }

    function stopping(uint64 duration, uint256 round) private view returns (IStewardCouncil.Approval[] memory) {
        IStewardCouncil.Decision memory what = decision("stop payments", address(treasury), duration, 0, round);
        what.contentHash = 0;
        return approvals(what);
    }
}
