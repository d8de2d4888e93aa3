// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {GovernanceToken} from "../src/GovernanceToken.sol";
import {Test} from "./support/Test.sol";

contract GovernanceTokenTest is Test {
    Account private alice;
    Account private bob;
    GovernanceToken private token;

    function setUp() public {
        alice = account("alice");
        bob = account("bob");
        address[] memory holders = new address[](2);
        uint256[] memory amounts = new uint256[](2);
        (holders[0], amounts[0]) = (alice.addr, 70 ether);
        (holders[1], amounts[1]) = (bob.addr, 30 ether);
        token = new GovernanceToken(holders, amounts);
    }

    function test_votingPowerExistsFromTheFirstBlock() public {
        assertEq(token.getVotes(alice.addr), 70 ether, "alice");
        assertEq(token.delegates(bob.addr), bob.addr, "bob's own delegate");
        uint256 minted = block.timestamp;
        vm.warp(minted + 1);
        assertEq(token.getPastVotes(bob.addr, minted), 30 ether, "bob, in the past");
        assertEq(token.getPastTotalSupply(minted), 100 ether, "supply");
    }

    function test_theClockIsTheBlocksTimestamp() public {
        vm.warp(1_800_000_000);
        assertEq(token.clock(), 1_800_000_000, "clock");
        assertEq(token.CLOCK_MODE(), "mode=timestamp", "mode");
    }

    function test_theDeployerHasNothing() public view {
        assertEq(token.balanceOf(address(this)), 0, "balance");
        assertEq(token.totalSupply(), 100 ether, "supply");
    }

    function test_votesMoveWithTheTokens() public {
        vm.prank(alice.addr);
        token.transfer(bob.addr, 20 ether);
        assertEq(token.getVotes(alice.addr), 50 ether, "alice");
        assertEq(token.getVotes(bob.addr), 50 ether, "bob");
    }

    function test_aReceiverWithoutADelegateHasNoVote() public {
        vm.prank(alice.addr);
        token.transfer(address(this), 20 ether);
        assertEq(token.getVotes(address(this)), 0, "votes");
    }

    function test_aPermitLetsAnotherSpendOnce() public {
        uint256 deadline = block.timestamp + 1 hours;
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(alice.key, permitDigest(5 ether, 0, deadline));
        token.permit(alice.addr, address(this), 5 ether, deadline, v, r, s);
        assertEq(token.allowance(alice.addr, address(this)), 5 ether, "allowance");
        assertEq(token.nonces(alice.addr), 1, "nonce");
        vm.expectRevert();
        token.permit(alice.addr, address(this), 5 ether, deadline, v, r, s);
    }

    function test_listsOfDifferentLengthAreRefused() public {
        vm.expectRevert(abi.encodeWithSelector(GovernanceToken.HoldersMismatch.selector, 1, 0));
        new GovernanceToken(new address[](1), new uint256[](0));
    }

    function permitDigest(uint256 value, uint256 nonce, uint256 deadline) private view returns (bytes32) {
        bytes32 typeHash =
            keccak256("Permit(address owner,address spender,uint256 value,uint256 nonce,uint256 deadline)");
        bytes32 structHash = keccak256(abi.encode(typeHash, alice.addr, address(this), value, nonce, deadline));
        return keccak256(abi.encodePacked(hex"1901", token.DOMAIN_SEPARATOR(), structHash));
    }
}
