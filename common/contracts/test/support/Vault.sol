// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

/// @notice Money that the timelock may pay out without a mandate: what attackers of a DAO are after.
contract Vault {
    address private immutable _owner;

    mapping(address payee => uint256) public paid;

    constructor(address owner) {
        _owner = owner;
    }

    function pay(address payee, uint256 amount) external {
        require(msg.sender == _owner);
        paid[payee] += amount;
    }
}
