// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {TimelockController} from "@openzeppelin/contracts/governance/TimelockController.sol";

/// @title The delay between a passed vote and its effect, and the owner of everything that the DAO can change.
/// @notice OpenZeppelin's TimelockController with the Governor as its only proposer, canceller and executor. An open
/// executor role would let an operation run around the Governor's own checks. No admin but the timelock itself.
contract DaoTimelock is TimelockController {
    /// @param minDelay seconds between queueing and execution
    /// @param governor the Governor; it may not exist yet when the timelock is deployed
    constructor(uint256 minDelay, address governor)
        TimelockController(minDelay, _only(governor), _only(governor), address(0))
    {}

    function _only(address account) private pure returns (address[] memory accounts) {
        accounts = new address[](1);
        accounts[0] = account;
    }
}
