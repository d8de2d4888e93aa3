// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";

/// @notice Many transfers in one transaction and nothing else, as the contract of that name does them, to compare gas with.
contract Disperse {
    error NotTransferred(address to, uint256 amount);

    function disperseToken(IERC20 token, address[] calldata recipients, uint256[] calldata amounts) external {
        uint256 total = 0;
        for (uint256 i = 0; i < recipients.length; ++i) {
            total += amounts[i];
        }
        if (!token.transferFrom(msg.sender, address(this), total)) revert NotTransferred(address(this), total);
        for (uint256 i = 0; i < recipients.length; ++i) {
            if (!token.transfer(recipients[i], amounts[i])) revert NotTransferred(recipients[i], amounts[i]);
        }
    }
}
