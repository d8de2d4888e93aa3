// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IVotes} from "@openzeppelin/contracts/governance/utils/IVotes.sol";

/// @title Governance tokens that belong to nobody who could vote: those of treasury and escrow, and bonds.
/// @notice Contracts that hold such tokens delegate them to one address without a key. So they have no vote, and the
/// past votes of that address are what the contracts held at any time, which a token does not tell otherwise.
library Voteless {
    /// @notice The address that they are delegated to. Being a hash of these words, it has no known key and no code.
    address internal constant DELEGATE = address(uint160(uint256(keccak256("Spheron DAO: tokens without a vote"))));

    /// @notice Gives up the votes of all tokens that the calling contract holds, now and later.
    function renounce(IVotes token) internal {
        token.delegate(DELEGATE);
    }

    /// @notice How many tokens counted for nobody at a time, in the smallest unit of the token.
    function pastHoldings(IVotes token, uint256 timepoint) internal view returns (uint256) {
        return token.getPastVotes(DELEGATE, timepoint);
    }
}
