// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {ERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Permit.sol";
import {ERC20Votes} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Votes.sol";
import {ERC20Wrapper} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Wrapper.sol";
import {Nonces} from "@openzeppelin/contracts/utils/Nonces.sol";
import {Time} from "@openzeppelin/contracts/utils/types/Time.sol";

/// @title Votes for a token that has none, or counts them by block number.
/// @notice Holders deposit the token and get the same number of wrapped ones, which vote by timestamp (ERC-6372) and can be
/// turned back at any time. As with every votes token, voting power exists from the holder's first delegation on.
contract VotesWrapper is ERC20, ERC20Permit, ERC20Votes, ERC20Wrapper {
    /// @notice A deposit would leave more wrapped tokens than there are tokens behind them: the token takes a fee on
    /// transfers, or has taken balances away.
    error NotBacked(uint256 held, uint256 wrapped);

    /// @param underlying_ the token to be wrapped
    constructor(IERC20 underlying_, string memory name_, string memory symbol_)
        ERC20(name_, symbol_)
        ERC20Permit(name_)
        ERC20Wrapper(underlying_)
    {}

    /// @notice Wraps `value` of the caller's tokens, in the smallest unit, for `account`.
    function depositFor(address account, uint256 value) public override returns (bool) {
        super.depositFor(account, value);
        uint256 held = underlying().balanceOf(address(this));
        if (held < totalSupply()) revert NotBacked(held, totalSupply());
        return true;
    }

    /// @notice Seconds since the epoch.
    function clock() public view override returns (uint48) {
        return Time.timestamp();
    }

    /// @notice How `clock` counts (ERC-6372).
    function CLOCK_MODE() public pure override returns (string memory) {
        return "mode=timestamp";
    }

    /// @notice As many as the wrapped token has.
    function decimals() public view override(ERC20, ERC20Wrapper) returns (uint8) {
        return super.decimals();
    }

    /// @notice The next unused permit or delegation nonce of `owner`.
    function nonces(address owner) public view override(ERC20Permit, Nonces) returns (uint256) {
        return super.nonces(owner);
    }

    function _update(address from, address to, uint256 value) internal override(ERC20, ERC20Votes) {
        super._update(from, to, value);
    }
}
