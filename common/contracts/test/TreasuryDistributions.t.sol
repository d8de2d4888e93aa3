// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {Errors} from "@openzeppelin/contracts/utils/Errors.sol";
import {ReentrancyGuard} from "@openzeppelin/contracts/utils/ReentrancyGuard.sol";
import {IDistributions} from "../src/interfaces/IDistributions.sol";
import {ITreasury} from "../src/interfaces/ITreasury.sol";
import {Market} from "./support/Market.sol";
import {Shares} from "./support/Shares.sol";

/// @title Distributions: a list decided by vote, of which everyone claims the own share.
contract TreasuryDistributionsTest is Market {
    using Shares for Shares.Share;
    using Shares for Shares.Share[];

    bytes32 private constant COINS = keccak256("Coins");
    uint256 private constant TOTAL = 1_000;

    Shares.Share[] private shares;
    uint64 private deadline;
    bytes private answer;
    address private asker;
    bytes private question;

    function setUp() public override {
        super.setUp();
        uint256[4] memory amounts = [uint256(100), 200, 300, 400];
        for (uint256 i = 0; i < 4; ++i) {
            // Indexes above a word of the bitmap as well.
            shares.push(Shares.Share(i * 256, payee(i), amounts[i]));
        }
        deadline = uint64(block.timestamp + 30 days);
    }

    /// @dev While it is paid, in coins, it asks the treasury for something else.
    receive() external payable {
        if (question.length == 0) return;
        vm.prank(asker);
        (, answer) = address(treasury).call(question);
    }

    function test_aVoteOpensADistributionAndReservesItsTotal() public {
        IDistributions.DistributionTerms memory terms = termsFor(LINE);
        vm.expectEmit(address(treasury));
        emit IDistributions.DistributionOpened(1, LINE, terms);
        vm.assertEq(open(terms), 1);
        vm.assertEq(treasury.distributionCount(), 1);
        assertLine(LINE, TOTAL, 0);
        (IDistributions.DistributionTerms memory kept, uint64 until, uint256 claimed, bool closed) =
            treasury.distribution(1);
        vm.assertEq(keccak256(abi.encode(kept)), keccak256(abi.encode(terms)));
        vm.assertEq(until, deadline);
        vm.assertEq(claimed, 0);
        vm.assertFalse(closed);
    }

    function test_onlyTheTimelockOpens() public {
        IDistributions.DistributionTerms memory terms = termsFor(LINE);
        vm.expectRevert(abi.encodeWithSelector(ITreasury.OnlyTimelock.selector, address(this)));
        treasury.openDistribution(terms);
    }

    function test_termsThatCannotWorkAreRefused() public {
        IDistributions.DistributionTerms memory terms = termsFor(keccak256("none"));
        refuses(terms, abi.encodeWithSelector(ITreasury.UnknownLine.selector, keccak256("none")));
        terms = termsFor(LINE);
        terms.root = 0;
        refuses(terms, abi.encodeWithSelector(ITreasury.BadTerm.selector, "root", 0));
        terms = termsFor(LINE);
        terms.total = 0;
        refuses(terms, abi.encodeWithSelector(ITreasury.BadTerm.selector, "total", 0));
        terms = termsFor(LINE);
        terms.deadline = uint64(block.timestamp);
        refuses(terms, abi.encodeWithSelector(IDistributions.DistributionEnded.selector, block.timestamp));
        terms = termsFor(LINE);
        terms.total = LINE_AMOUNT + 1;
        refuses(terms, abi.encodeWithSelector(ITreasury.ExceedsLine.selector, LINE_AMOUNT + 1, LINE_AMOUNT));
    }

    function test_aDistributionCountsInThePeriodOfItsLine() public {
        uint64 ends = uint64(block.timestamp) + LINE_PERIOD;
        vm.prank(timelock);
        treasury.setLinePeriod(LINE, LINE_PERIOD, TOTAL);
        open(termsFor(LINE));
        IDistributions.DistributionTerms memory terms = termsFor(LINE);
        terms.total = 1;
        refuses(terms, abi.encodeWithSelector(ITreasury.ExceedsPeriod.selector, 1, 0, ends));
    }

    function test_everyShareIsPaidToItsAccountWhoeverAsks() public {
        open(termsFor(LINE));
        for (uint256 i = 0; i < 4; ++i) {
            vm.assertFalse(treasury.isClaimed(1, shares[i].index));
            vm.expectEmit(address(treasury));
            emit IDistributions.ShareClaimed(1, shares[i].index, shares[i].account, shares[i].amount);
            vm.prank(anyone);
            claim(i);
            vm.assertEq(usd.balanceOf(shares[i].account), shares[i].amount);
            vm.assertTrue(treasury.isClaimed(1, shares[i].index));
        }
        assertLine(LINE, 0, TOTAL);
        (,, uint256 claimed,) = treasury.distribution(1);
        vm.assertEq(claimed, TOTAL);
        vm.assertEq(treasury.surplus(address(usd)), 0);
        vm.assertEq(usd.balanceOf(anyone), 0);
    }

    function test_aShareIsPaidOnce() public {
        open(termsFor(LINE));
        claim(1);
        vm.expectRevert(abi.encodeWithSelector(IDistributions.AlreadyClaimed.selector, 1, 256));
        claim(1);
    }

    function test_whatIsNotOnTheListIsRefused() public {
        open(termsFor(LINE));
        bytes32[] memory proof = shares.proof(0);
        refusesClaim(1, payee(0), 100, proof);
        refusesClaim(0, payee(1), 100, proof);
        refusesClaim(0, payee(0), 101, proof);
        refusesClaim(0, payee(0), 100, shares.proof(1));
        refusesClaim(0, payee(0), 100, new bytes32[](0));
    }

    /// @dev Two hashes of the tree, taken for one share that somebody made of them.
    function test_anInnerNodeIsNoShare() public {
        open(termsFor(LINE));
        bytes32[] memory rest = new bytes32[](1);
        rest[0] = Shares.pair(shares[2].leaf(), shares[3].leaf());
        refusesClaim(uint256(shares[0].leaf()), address(uint160(uint256(shares[1].leaf()))), 0, rest);
    }

    function test_aProofIsForOneDistribution() public {
        open(termsFor(LINE));
        IDistributions.DistributionTerms memory other = termsFor(LINE);
        other.root = shares[0].leaf();
        open(other);
        bytes32[] memory proof = shares.proof(1);
        vm.expectRevert(abi.encodeWithSelector(IDistributions.NotAShare.selector, 2, 256, payee(1), 200));
        treasury.claim(2, 256, payee(1), 200, proof);
        // The same share may be on both lists.
        claim(0);
        treasury.claim(2, 0, payee(0), 100, new bytes32[](0));
        vm.assertEq(usd.balanceOf(payee(0)), 200);
    }

    /// @dev A list that adds up to more than the vote said pays who comes first.
    function test_claimsNeverExceedTheTotal() public {
        IDistributions.DistributionTerms memory terms = termsFor(LINE);
        terms.total = 599;
        open(terms);
        claim(0);
        claim(1);
        vm.expectRevert(abi.encodeWithSelector(IDistributions.ExceedsDistribution.selector, 300, 299));
        claim(2);
        assertLine(LINE, 299, 300);
    }

    function test_claimsEndWithTheDeadlineAndTheRestIsFreed() public {
        open(termsFor(LINE));
        vm.warp(deadline);
        claim(0);
        vm.expectRevert(abi.encodeWithSelector(IDistributions.DistributionNotClosable.selector, 1));
        treasury.closeDistribution(1);

        vm.warp(deadline + 1);
        vm.expectRevert(abi.encodeWithSelector(IDistributions.DistributionEnded.selector, deadline));
        claim(1);
        vm.expectEmit(address(treasury));
        emit IDistributions.DistributionClosed(1, TOTAL - 100);
        vm.prank(anyone);
        treasury.closeDistribution(1);
        assertLine(LINE, 0, 100);
        vm.expectRevert(abi.encodeWithSelector(IDistributions.DistributionNotClosable.selector, 1));
        treasury.closeDistribution(1);
        (,,, bool closed) = treasury.distribution(1);
        vm.assertTrue(closed);
    }

    function test_coinsAreDistributed() public {
        openInCoins();
        for (uint256 i = 0; i < 4; ++i) {
            claim(i);
            vm.assertEq(shares[i].account.balance, shares[i].amount);
        }
        assertLine(COINS, 0, TOTAL);
        vm.assertEq(treasury.surplus(address(0)), 500);
    }

    /// @dev The share stays claimable: what is not paid is not booked.
    function test_whoCannotReceiveCoinsIsNotPaid() public {
        shares[0].account = address(usd);
        openInCoins();
        vm.expectRevert(Errors.FailedCall.selector);
        claim(0);
        vm.assertFalse(treasury.isClaimed(1, 0));
        assertLine(COINS, TOTAL, 0);
    }

    function test_whoIsPaidInCoinsCannotAskInBetween() public {
        shares[0].account = address(this);
        openInCoins();
        isClosedWhileItPays(
            address(this), abi.encodeCall(IDistributions.claim, (1, 256, payee(1), 200, shares.proof(1)))
        );
        assertLine(COINS, TOTAL - 100, 100);
    }

    /// @dev Whoever is paid could execute a passed proposal, or have an award funded, in that moment.
    function test_theBooksAreClosedWhileTheTreasuryPays() public {
        ITreasury.LineConfig memory more = lineOf("More", address(usd), 1);
        bytes[4] memory questions = [
            abi.encodeCall(ITreasury.openLine, (more)),
            abi.encodeCall(ITreasury.allocate, (COINS, TOTAL)),
            abi.encodeCall(ITreasury.fund, (1, 1)),
            abi.encodeCall(ITreasury.closeMandate, (1))
        ];
        shares[0].account = address(this);
        openInCoins();
        uint256 unpaid = vm.snapshotState();
        for (uint256 i = 0; i < questions.length; ++i) {
            isClosedWhileItPays(i == 2 ? address(escrow) : timelock, questions[i]);
            vm.revertToState(unpaid);
        }
    }

    function isClosedWhileItPays(address who, bytes memory what) private {
        (asker, question) = (who, what);
        claim(0);
        vm.assertEq(bytes32(bytes4(answer)), ReentrancyGuard.ReentrancyGuardReentrantCall.selector);
    }

    function test_whenTheCoinsAreMissingNothingIsPaid() public {
        openInCoins();
        vm.deal(address(treasury), 99);
        vm.expectRevert(abi.encodeWithSelector(Errors.InsufficientBalance.selector, 99, 100));
        claim(0);
    }

    function test_anUnknownDistributionIsRefused() public {
        bytes memory refusal = abi.encodeWithSelector(IDistributions.UnknownDistribution.selector, 0);
        vm.expectRevert(refusal);
        treasury.distribution(0);
        vm.expectRevert(refusal);
        treasury.closeDistribution(0);
        vm.expectRevert(abi.encodeWithSelector(IDistributions.UnknownDistribution.selector, 1));
        treasury.isClaimed(1, 0);
    }

    /// @dev Line and money stay in balance, in whatever order shares are claimed.
    function testFuzz_theLineStaysInBalance(uint256 seed) public {
        open(termsFor(LINE));
        for (uint256 i = 0; i < 8; ++i) {
            uint256 place = (seed >> (8 * i)) % 4;
            if (treasury.isClaimed(1, shares[place].index)) continue;
            claim(place);
            (,, uint256 claimed,) = treasury.distribution(1);
            assertLine(LINE, TOTAL - claimed, claimed);
            vm.assertEq(usd.balanceOf(address(treasury)), LINE_AMOUNT - claimed);
        }
    }

    function openInCoins() private {
        vm.deal(address(treasury), TOTAL + 500);
        vm.prank(timelock);
        treasury.openLine(lineOf("Coins", address(0), TOTAL));
        open(termsFor(COINS));
    }

    function termsFor(bytes32 lineId) private view returns (IDistributions.DistributionTerms memory) {
        return IDistributions.DistributionTerms(lineId, shares.root(), TOTAL, deadline);
    }

    function open(IDistributions.DistributionTerms memory terms) private returns (uint256) {
        vm.prank(timelock);
        return treasury.openDistribution(terms);
    }

    function claim(uint256 place) private {
        Shares.Share memory share = shares[place];
        treasury.claim(1, share.index, share.account, share.amount, shares.proof(place));
    }

    function refuses(IDistributions.DistributionTerms memory terms, bytes memory refusal) private {
        vm.expectRevert(refusal);
        vm.prank(timelock);
        treasury.openDistribution(terms);
    }

    function refusesClaim(uint256 index, address account, uint256 amount, bytes32[] memory proof) private {
        vm.expectRevert(abi.encodeWithSelector(IDistributions.NotAShare.selector, 1, index, account, amount));
        treasury.claim(1, index, account, amount, proof);
    }

    function assertLine(bytes32 lineId, uint256 expectedReserved, uint256 expectedSpent) private view {
        (,,, uint256 reserved, uint256 spent) = treasury.line(lineId);
        vm.assertEq(reserved, expectedReserved);
        vm.assertEq(spent, expectedSpent);
    }
}
