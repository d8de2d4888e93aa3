// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {ITreasury} from "../interfaces/ITreasury.sol";

/// @title Who may be paid from a mandate.
library Payees {
    /// @notice Whether what is paid there leaves the DAO: treasury and escrow keep books of what they hold, and a token sent
    /// to its own contract is lost.
    function isPayable(ITreasury treasury, address payee, address token) internal view returns (bool) {
        if (payee == address(0) || payee == token) return false;
        return payee != address(treasury) && payee != address(treasury.escrow());
    }
}
