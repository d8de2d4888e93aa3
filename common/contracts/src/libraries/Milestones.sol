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
            requireSound(milestones[i]);
            sum += milestones[i].amount;
        }
    }

    function requireSound(IBidBook.Milestone calldata milestone) internal pure {
        // Within 120 bits, so that an agreement stays within 128, change orders included.
        if (milestone.amount == 0 || milestone.amount > type(uint120).max) revert IBidBook.BadMilestones("amount");
        if (milestone.duration == 0 || milestone.duration > type(uint32).max) {
            revert IBidBook.BadMilestones("duration");
        }
    }

    function hash(IBidBook.Milestone[] calldata milestones) internal pure returns (bytes32) {
        return keccak256(abi.encode(milestones));
    }
}
