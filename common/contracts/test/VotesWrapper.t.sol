// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IERC20Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {VotesWrapper} from "../src/VotesWrapper.sol";
import {PlainToken} from "./support/Tokens.sol";
import {Test} from "./support/Test.sol";

contract VotesWrapperTest is Test {
    address private constant ALICE = address(0xA11CE);
    address private constant BOB = address(0xB0B);
    uint256 private constant ALL = 1_000;

    PlainToken private plain;
    VotesWrapper private wrapper;

    function setUp() public {
        plain = new PlainToken(ALICE, ALL);
        wrapper = new VotesWrapper(plain, "Wrapped Plain", "wPLN");
        vm.prank(ALICE);
        plain.approve(address(wrapper), type(uint256).max);
    }

    function test_itsVotesAreCountedByTimestamp() public {
        vm.warp(1_800_000_000);
        assertEq(wrapper.clock(), 1_800_000_000, "clock");
        assertEq(wrapper.CLOCK_MODE(), "mode=timestamp", "mode");
        assertEq(wrapper.decimals(), 8, "decimals of the token");
        assertEq(wrapper.name(), "Wrapped Plain", "name");
    }

    function test_wrappedTokensVoteOnceDelegated() public {
        deposit(ALICE, 600);
        assertEq(wrapper.getVotes(ALICE), 0, "not delegated yet");
        vm.prank(ALICE);
        wrapper.delegate(ALICE);
        assertEq(wrapper.getVotes(ALICE), 600, "delegated");
        uint256 before = block.timestamp;
        vm.warp(before + 1);
        vm.prank(ALICE);
        wrapper.transfer(BOB, 100);
        assertEq(wrapper.getVotes(ALICE), 500, "now");
        assertEq(wrapper.getPastVotes(ALICE, before), 600, "then");
        assertEq(wrapper.getPastTotalSupply(before), 600, "only what is wrapped is in the supply");
    }

    function test_whatIsUnwrappedVotesNoLonger() public {
        deposit(ALICE, 600);
        vm.startPrank(ALICE);
        wrapper.delegate(ALICE);
        wrapper.withdrawTo(BOB, 250);
        vm.stopPrank();
        assertEq(plain.balanceOf(BOB), 250, "the token itself");
        assertEq(wrapper.getVotes(ALICE), 350, "votes left");
        assertEq(wrapper.totalSupply(), 350, "supply left");
        vm.expectRevert(abi.encodeWithSelector(IERC20Errors.ERC20InsufficientBalance.selector, BOB, 0, 1));
        vm.prank(BOB);
        wrapper.withdrawTo(BOB, 1);
    }

    function test_aTokenThatKeepsAFeeIsRefused() public {
        plain.setFee(100);
        vm.expectRevert(abi.encodeWithSelector(VotesWrapper.NotBacked.selector, 594, 600));
        vm.prank(ALICE);
        wrapper.depositFor(ALICE, 600);
    }

    function testFuzz_everyWrappedTokenIsBacked(uint256 seed) public {
        vm.startPrank(ALICE);
        for (uint256 step = 0; step < 16; ++step) {
            uint256 random = uint256(keccak256(abi.encode(seed, step)));
            uint256 value = (random >> 1) % (ALL / 4);
            if (random & 1 == 0 && value <= plain.balanceOf(ALICE)) wrapper.depositFor(ALICE, value);
            else if (value <= wrapper.balanceOf(ALICE)) wrapper.withdrawTo(ALICE, value);
            assertEq(plain.balanceOf(address(wrapper)), wrapper.totalSupply(), "backed");
            assertEq(plain.balanceOf(ALICE) + wrapper.balanceOf(ALICE), ALL, "nothing lost");
        }
    }

    function deposit(address account, uint256 value) private {
        vm.prank(account);
        assertTrue(wrapper.depositFor(account, value), "deposited");
    }
}
