// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";

/// @title The payment token of local and test networks, with no value anywhere else. 6 decimals, a fixed supply.
contract LocalToken is ERC20 {
    /// @notice The two lists given at construction differ in length.
    error HoldersMismatch(uint256 holders, uint256 amounts);

    /// @notice Mints `amounts[i]` to `holders[i]`.
    constructor(address[] memory holders, uint256[] memory amounts) ERC20("Spheron USD", "sUSD") {
        if (holders.length != amounts.length) revert HoldersMismatch(holders.length, amounts.length);
        for (uint256 i = 0; i < holders.length; ++i) {
            _mint(holders[i], amounts[i]);
        }
    }

    /// @notice 6, as of the stablecoins that it stands for.
    function decimals() public pure override returns (uint8) {
        return 6;
    }
}
