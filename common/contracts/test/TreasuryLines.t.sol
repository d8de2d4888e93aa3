// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {ITreasury} from "../src/interfaces/ITreasury.sol";
import {Market} from "./support/Market.sol";

/// @title Budget lines: opened, allocated and capped per period by vote.
contract TreasuryLinesTest is Market {
    bytes32 private constant GRANTS = keccak256("Grants");
    bytes32 private constant COINS = keccak256("Coins");
    uint256 private constant PERIOD_CAP = 150_000 * USD;
    uint256 private constant GIFTS = 1_000;
    uint256 private constant ALLOCATED = LINE_AMOUNT - GIFTS;
    address private constant SPONSOR = address(0x590);

    /// @dev Of the token's supply, a sponsor holds what no line has.
    function setUp() public override {
        super.setUp();
        vm.prank(timelock);
        treasury.allocate(LINE, ALLOCATED);
        vm.prank(address(treasury));
        usd.transfer(SPONSOR, GIFTS);
    }

    function test_onlyTheTimelockDecidesOnLines() public {
        bytes memory refusal = abi.encodeWithSelector(ITreasury.OnlyTimelock.selector, address(this));
        ITreasury.LineConfig memory config = lineOf("Grants", address(usd), 0);
        vm.expectRevert(refusal);
        treasury.openLine(config);
        vm.expectRevert(refusal);
        treasury.allocate(LINE, LINE_AMOUNT);
        vm.expectRevert(refusal);
        treasury.setLinePeriod(LINE, LINE_PERIOD, LINE_AMOUNT);
    }

    function test_aLineIsOpenedWithMoneyThatNoOtherHas() public {
        gift(1_000);
        vm.assertEq(treasury.surplus(address(usd)), 1_000);
        ITreasury.LineConfig memory config = lineOf("Grants", address(usd), 1_001);
        vm.expectRevert(abi.encodeWithSelector(ITreasury.ExceedsSurplus.selector, 1_001, 1_000));
        vm.prank(timelock);
        treasury.openLine(config);

        config.allocated = 1_000;
        vm.expectEmit(address(treasury));
        emit ITreasury.LineOpened(GRANTS, "Grants", address(usd), 1_000);
        vm.expectEmit(address(treasury));
        emit ITreasury.LinePeriodSet(GRANTS, LINE_PERIOD, 1_001);
        vm.prank(timelock);
        treasury.openLine(config);
        vm.assertEq(treasury.surplus(address(usd)), 0);
        vm.assertEq(treasury.lineIdAt(1), GRANTS);

        vm.expectRevert(abi.encodeWithSelector(ITreasury.LineAlreadyOpen.selector, GRANTS));
        config.allocated = 0;
        vm.prank(timelock);
        treasury.openLine(config);
    }

    function test_moneyMovesFromOneLineToAnother() public {
        vm.startPrank(timelock);
        treasury.openLine(lineOf("Grants", address(usd), 0));
        vm.expectEmit(address(treasury));
        emit ITreasury.LineAllocated(LINE, ALLOCATED, ALLOCATED - 7);
        treasury.allocate(LINE, ALLOCATED - 7);
        vm.expectRevert(abi.encodeWithSelector(ITreasury.ExceedsSurplus.selector, 8, 7));
        treasury.allocate(GRANTS, 8);
        treasury.allocate(GRANTS, 7);
        vm.stopPrank();
        vm.assertEq(treasury.surplus(address(usd)), 0);
        (,, uint256 left,,) = treasury.line(LINE);
        (,, uint256 moved,,) = treasury.line(GRANTS);
        vm.assertEq(left + moved, ALLOCATED);
    }

    function test_whatIsPromisedOrSpentStaysAllocated() public {
        grant(competition());
        vm.startPrank(timelock);
        vm.expectRevert(abi.encodeWithSelector(ITreasury.AllocationInUse.selector, CAP - 1, CAP));
        treasury.allocate(LINE, CAP - 1);
        treasury.allocate(LINE, CAP);
        vm.stopPrank();
        vm.prank(address(escrow));
        treasury.fund(1, CAP);
        vm.prank(address(escrow));
        treasury.recordSpent(1, 10);
        vm.expectRevert(abi.encodeWithSelector(ITreasury.AllocationInUse.selector, CAP - 1, CAP));
        vm.prank(timelock);
        treasury.allocate(LINE, CAP - 1);
    }

    /// @dev Money in the escrow is the lines', and what comes back is no surplus.
    function test_surplusIsWhatNoLineHas() public {
        grant(competition());
        vm.assertEq(treasury.surplus(address(usd)), 0);
        vm.prank(address(escrow));
        treasury.fund(1, CAP);
        vm.assertEq(treasury.surplus(address(usd)), 0);
        gift(5);
        vm.assertEq(treasury.surplus(address(usd)), 5);
        vm.prank(address(escrow));
        usd.transfer(address(treasury), 40);
        vm.prank(address(escrow));
        treasury.recordRefund(1, 40);
        vm.assertEq(treasury.surplus(address(usd)), 5);
        vm.prank(address(escrow));
        treasury.recordSpent(1, 60);
        vm.assertEq(treasury.surplus(address(usd)), 5);
    }

    function test_aLineWhoseMoneyHasNotComeHasNoSurplus() public {
        vm.prank(address(treasury));
        usd.transfer(anyone, 1);
        vm.assertEq(treasury.surplus(address(usd)), 0);
    }

    function test_coinsAreTakenAndAllocated() public {
        vm.deal(anyone, 3 ether);
        vm.prank(anyone);
        (bool taken,) = address(treasury).call{value: 3 ether}("");
        vm.assertTrue(taken);
        vm.assertEq(treasury.surplus(address(0)), 3 ether);
        vm.prank(timelock);
        treasury.openLine(lineOf("Coins", address(0), 2 ether));
        vm.assertEq(treasury.surplus(address(0)), 1 ether);
        (, address token,,,) = treasury.line(COINS);
        vm.assertEq(token, address(0));
    }

    function test_noMandatePaysInCoins() public {
        vm.deal(address(treasury), 1 ether);
        vm.prank(timelock);
        treasury.openLine(lineOf("Coins", address(0), 1 ether));
        ITreasury.MandateTerms memory terms = direct();
        (terms.lineId, terms.token, terms.cap) = (COINS, address(0), 1);
        vm.expectRevert(abi.encodeWithSelector(ITreasury.BadTerm.selector, "token", 0));
        vm.prank(timelock);
        treasury.grantMandate(terms);
    }

    function test_noMoreIsPromisedInAPeriodThanItsCap() public {
        uint64 begins = uint64(block.timestamp);
        capped();
        grant(direct());
        assertPeriod(begins + LINE_PERIOD, CAP);
        ITreasury.MandateTerms memory terms = direct();
        terms.cap = PERIOD_CAP - CAP + 1;
        refuses(terms, terms.cap, PERIOD_CAP - CAP, begins + LINE_PERIOD);
        terms.cap = PERIOD_CAP - CAP;
        grant(terms);
        terms = direct();
        terms.cap = 1;
        vm.warp(begins + LINE_PERIOD - 1);
        refuses(terms, 1, 0, begins + LINE_PERIOD);

        vm.warp(begins + LINE_PERIOD);
        assertPeriod(begins + 2 * LINE_PERIOD, 0);
        terms.cap = PERIOD_CAP;
        grant(terms);
        assertPeriod(begins + 2 * LINE_PERIOD, PERIOD_CAP);
    }

    /// @dev A period without promises leaves nothing for the next.
    function test_periodsFollowEachOtherWithoutGap() public {
        uint64 begins = uint64(block.timestamp);
        capped();
        vm.warp(begins + 5 * LINE_PERIOD / 2);
        assertPeriod(begins + 3 * LINE_PERIOD, 0);
        ITreasury.MandateTerms memory terms = direct();
        terms.cap = PERIOD_CAP + 1;
        refuses(terms, terms.cap, PERIOD_CAP, begins + 3 * LINE_PERIOD);
        grant(direct());
        vm.warp(begins + 3 * LINE_PERIOD);
        assertPeriod(begins + 4 * LINE_PERIOD, 0);
    }

    function test_whatComesBackMakesNoRoomInThePeriod() public {
        capped();
        ITreasury.MandateTerms memory terms = direct();
        (terms.cap, terms.expiry) = (PERIOD_CAP, uint64(block.timestamp + 1));
        grant(terms);
        uint64 ends = uint64(block.timestamp) + LINE_PERIOD;
        vm.warp(block.timestamp + 2);
        treasury.closeMandate(1);
        (,,, uint256 reserved,) = treasury.line(LINE);
        vm.assertEq(reserved, 0);
        terms = direct();
        refuses(terms, CAP, 0, ends);
    }

    function test_anotherCapBeginsAPeriod() public {
        capped();
        grant(direct());
        vm.warp(block.timestamp + 1);
        vm.expectEmit(address(treasury));
        emit ITreasury.LinePeriodSet(LINE, 1 days, CAP);
        vm.prank(timelock);
        treasury.setLinePeriod(LINE, 1 days, CAP);
        (uint64 length, uint256 cap, uint64 ends, uint256 promised) = treasury.linePeriod(LINE);
        vm.assertEq(length, 1 days);
        vm.assertEq(cap, CAP);
        vm.assertEq(ends, block.timestamp + 1 days);
        vm.assertEq(promised, CAP);
        refuses(direct(), CAP, 0, ends);
        vm.warp(ends);
        grant(direct());
        vm.warp(ends + 1 days);
        vm.prank(timelock);
        treasury.setLinePeriod(LINE, 1 days, CAP);
        (,,, promised) = treasury.linePeriod(LINE);
        vm.assertEq(promised, 0);
        vm.expectRevert(abi.encodeWithSelector(ITreasury.BadTerm.selector, "periodLength", 0));
        vm.prank(timelock);
        treasury.setLinePeriod(LINE, 0, CAP);
    }

    function test_aPeriodMayBeAsLongAsTime() public {
        vm.prank(timelock);
        treasury.setLinePeriod(LINE, type(uint64).max, CAP);
        (,, uint64 ends,) = treasury.linePeriod(LINE);
        vm.assertEq(ends, type(uint64).max);
        grant(direct());
        ITreasury.MandateTerms memory terms = direct();
        vm.expectRevert(abi.encodeWithSelector(ITreasury.ExceedsPeriod.selector, CAP, 0, type(uint64).max));
        vm.prank(timelock);
        treasury.grantMandate(terms);
    }

    function test_anUnknownLineIsRefused() public {
        bytes memory refusal = abi.encodeWithSelector(ITreasury.UnknownLine.selector, GRANTS);
        vm.startPrank(timelock);
        vm.expectRevert(refusal);
        treasury.allocate(GRANTS, 0);
        vm.expectRevert(refusal);
        treasury.setLinePeriod(GRANTS, 1, 1);
        vm.stopPrank();
        vm.expectRevert(refusal);
        treasury.linePeriod(GRANTS);
    }

    function capped() private {
        vm.prank(timelock);
        treasury.setLinePeriod(LINE, LINE_PERIOD, PERIOD_CAP);
    }

    function gift(uint256 amount) private {
        vm.prank(SPONSOR);
        usd.transfer(address(treasury), amount);
    }

    function refuses(ITreasury.MandateTerms memory terms, uint256 amount, uint256 left, uint64 ends) private {
        vm.expectRevert(abi.encodeWithSelector(ITreasury.ExceedsPeriod.selector, amount, left, ends));
        vm.prank(timelock);
        treasury.grantMandate(terms);
    }

    function assertPeriod(uint64 ends, uint256 promised) private view {
        (,, uint64 actualEnds, uint256 actual) = treasury.linePeriod(LINE);
        vm.assertEq(actualEnds, ends);
        vm.assertEq(actual, promised);
    }
}
