// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {Voteless} from "../../src/libraries/Voteless.sol";
import {Market} from "../support/Market.sol";

/// @dev Every contract of the DAO that can hold governance tokens, as deployed.
contract VotelessTest is Market {
    function test_tokensOfTheDaoHaveNoVoteAndAreKnownForEveryPastTime() public {
        address[3] memory holders_ = [address(treasury), address(bidBook), address(escrow)];
        uint256 begun = block.timestamp;
        for (uint256 i = 0; i < holders_.length; ++i) {
            vm.warp(begun + i + 1);
            vm.prank(holder(5));
            gov.transfer(holders_[i], (i + 1) * GOV);
            assertEq(gov.getVotes(holders_[i]), 0, "no vote");
        }
        vm.warp(begun + 10);
        assertEq(Voteless.pastHoldings(gov, begun), 0, "before");
        assertEq(Voteless.pastHoldings(gov, begun + 1), 1 * GOV, "treasury");
        assertEq(Voteless.pastHoldings(gov, begun + 2), 3 * GOV, "and bonds");
        assertEq(Voteless.pastHoldings(gov, begun + 3), 6 * GOV, "and escrow");
        assertEq(gov.getPastVotes(holder(5), begun + 3), 32_000 * GOV - 6 * GOV, "the giver's votes");
    }

    function test_whatLeavesTheDaoVotesAgain() public {
        uint256 mandateId = openWorkstream();
        commit(mandateId, 0, 1 * USD);
        assertEq(gov.getVotes(Voteless.DELEGATE), BOND, "a bond");
        (, uint64 biddingEnds,,) = bidBook.windows(mandateId);
        vm.warp(biddingEnds);
        reveal(mandateId, 0, 1 * USD);
        assertEq(gov.getVotes(Voteless.DELEGATE), 0, "returned");
        assertEq(gov.getVotes(bidder(0)), 100 * GOV, "the bidder's votes");
    }

    function test_theDelegateHasNoCode() public view {
        assertEq(Voteless.DELEGATE.code.length, 0, "code");
        assertTrue(uint160(Voteless.DELEGATE) > type(uint64).max, "no precompile");
    }
}
