// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IRoadmap} from "./interfaces/IRoadmap.sol";

/// @title The DAO's calendar, its service entity and the texts that it has adopted.
contract Roadmap is IRoadmap {
    /// @notice How long phase 1 lasts from genesis. A constant: no vote and no key can prolong the powers that end with it.
    uint64 public constant PHASE_ONE_DURATION = 365 days;

    /// @notice The only account that may change anything here.
    address public immutable timelock;

    /// @inheritdoc IRoadmap
    uint64 public immutable genesis;

    /// @inheritdoc IRoadmap
    address public serviceEntity;

    /// @notice When a text was adopted, in seconds since the epoch; 0 when it was not.
    mapping(bytes32 contentHash => uint64) public adoptedAt;

    error OnlyTimelock(address caller);
    error TextAlreadyAdopted(bytes32 contentHash);

    modifier onlyTimelock() {
        if (msg.sender != timelock) revert OnlyTimelock(msg.sender);
        _;
    }

    constructor(address timelock_, uint64 genesis_, address serviceEntity_) {
        timelock = timelock_;
        genesis = genesis_;
        serviceEntity = serviceEntity_;
        emit ServiceEntityChanged(address(0), serviceEntity_);
    }

    /// @inheritdoc IRoadmap
    function adopt(bytes32 contentHash) external onlyTimelock {
        if (adoptedAt[contentHash] != 0) revert TextAlreadyAdopted(contentHash);
        adoptedAt[contentHash] = uint64(block.timestamp);
        emit TextAdopted(contentHash, uint64(block.timestamp));
    }

    /// @inheritdoc IRoadmap
    function setServiceEntity(address entity) external onlyTimelock {
        emit ServiceEntityChanged(serviceEntity, entity);
        serviceEntity = entity;
    }

    /// @inheritdoc IRoadmap
    function phaseTwoStart() public view returns (uint64) {
        return genesis + PHASE_ONE_DURATION;
    }

    /// @inheritdoc IRoadmap
    function phase() external view returns (uint8) {
        return block.timestamp < phaseTwoStart() ? 1 : 2;
    }
}
