// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IBidBook} from "../interfaces/IBidBook.sol";

/// @title What every list of milestones must look like: 1 to 20, each with an amount and a duration.
library Milestones {
    uint256 internal constant MOST = 20;

    /// @notice The sum of the amounts, in the smallest unit of the token. Reverts if the list is not in order.
    function total(IBidBook.Milestone[] calldata milestones) internal pure returns (uint256 sum) {
        if (milestones.length == 0 || milestones.length > MOST) revert IBidBook.BadMilestones("count");
        for (uint256 i = 0; i < milestones.length; ++i) {
            // Within 128 bits, so that no sum of them overflows.
            if (milestones[i].amount == 0 || milestones[i].amount > type(uint128).max) {
                revert IBidBook.BadMilestones("amount");
            }
            if (milestones[i].duration == 0 || milestones[i].duration > type(uint32).max) {
                revert IBidBook.BadMilestones("duration");
            }
            sum += milestones[i].amount;
        }
    }

    function hash(IBidBook.Milestone[] calldata milestones) internal pure returns (bytes32) {
        return keccak256(abi.encode(milestones));
    }
}
