// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {TimelockController} from "@openzeppelin/contracts/governance/TimelockController.sol";

/// @title The delay between a passed vote and its effect, and the owner of everything that the DAO can change.
/// @notice OpenZeppelin's TimelockController with the Governor as its only proposer, canceller and executor. An open
/// executor role would let an operation run around the Governor's own checks. No admin but the timelock itself. What
/// nobody executes in time is void: an old decision must not wait for a day on which it does harm.
contract DaoTimelock is TimelockController {
    /// @notice How long an operation can be executed once its delay is over, in seconds.
    uint256 public immutable gracePeriod;

    /// @param minDelay seconds between queueing and execution
    /// @param gracePeriod_ seconds in which it can be executed after that
    /// @param governor the Governor; it may not exist yet when the timelock is deployed
    constructor(uint256 minDelay, uint256 gracePeriod_, address governor)
        TimelockController(minDelay, _only(governor), _only(governor), address(0))
    {
        gracePeriod = gracePeriod_;
    }

    /// @notice As TimelockController says, but Unset once the grace period is over. `getTimestamp` still tells an expired
    /// operation from one that never was.
    function getOperationState(bytes32 id) public view override returns (OperationState operationState) {
        operationState = super.getOperationState(id);
        if (operationState == OperationState.Ready && block.timestamp > getTimestamp(id) + gracePeriod) {
            return OperationState.Unset;
        }
    }

    function _only(address account) private pure returns (address[] memory accounts) {
        accounts = new address[](1);
        accounts[0] = account;
    }
}
