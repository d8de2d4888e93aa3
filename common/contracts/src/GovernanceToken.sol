// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {ERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Permit.sol";
import {ERC20Votes} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Votes.sol";
import {Nonces} from "@openzeppelin/contracts/utils/Nonces.sol";
import {Time} from "@openzeppelin/contracts/utils/types/Time.sol";

/// @title The token whose holders decide, for local and test networks: ERC-20 with votes (ERC-5805) and permit (ERC-2612).
/// @notice 18 decimals, a fixed supply, voting power by timestamp (ERC-6372). Nobody can mint, pause or take tokens.
contract GovernanceToken is ERC20, ERC20Permit, ERC20Votes {
    /// @notice The two lists given at construction differ in length.
    error HoldersMismatch(uint256 holders, uint256 amounts);

    /// @notice Mints `amounts[i]` to `holders[i]`, each delegated to itself, so that voting power exists from the first block.
    constructor(address[] memory holders, uint256[] memory amounts)
        ERC20("Spheron Governance", "SPHG")
        ERC20Permit("Spheron Governance")
    {
        if (holders.length != amounts.length) {
            revert HoldersMismatch(holders.length, amounts.length);
        }
        for (uint256 i = 0; i < holders.length; ++i) {
            _mint(holders[i], amounts[i]);
            _delegate(holders[i], holders[i]);
        }
    }

    /// @notice Seconds since the epoch.
    function clock() public view override returns (uint48) {
        return Time.timestamp();
    }

    /// @notice How `clock` counts (ERC-6372).
    function CLOCK_MODE() public pure override returns (string memory) {
        return "mode=timestamp";
    }

    /// @notice The next unused permit or delegation nonce of `owner`.
    function nonces(address owner) public view override(ERC20Permit, Nonces) returns (uint256) {
        return super.nonces(owner);
    }

    function _update(address from, address to, uint256 value) internal override(ERC20, ERC20Votes) {
        super._update(from, to, value);
    }
}
