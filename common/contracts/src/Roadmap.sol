// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IRoadmap} from "./interfaces/IRoadmap.sol";

/// @title The DAO's calendar, the powers that end with phase 1, its service entity and the texts that it has adopted.
contract Roadmap is IRoadmap {
    /// @notice How long phase 1 lasts from genesis. A constant: no vote and no key can prolong it.
    uint64 public constant PHASE_ONE_DURATION = 365 days;

    /// @notice The longest term that one vote can give, so that no power comes to stay.
    uint64 public constant LONGEST_TERM = 365 days;

    /// @notice The only account that may change anything here.
    address public immutable timelock;

    /// @inheritdoc IRoadmap
    uint64 public immutable genesis;

    /// @inheritdoc IRoadmap
    address public guardian;

    /// @inheritdoc IRoadmap
    uint64 public guardianUntil;

    /// @inheritdoc IRoadmap
    address public serviceEntity;

    /// @inheritdoc IRoadmap
    uint64 public firstSeatsUntil;

    /// @notice When a text was adopted, in seconds since the epoch; 0 when it was not.
    mapping(bytes32 contentHash => uint64) public adoptedAt;

    modifier onlyTimelock() {
        if (msg.sender != timelock) revert OnlyTimelock(msg.sender);
        _;
    }

    constructor(address timelock_, uint64 genesis_, address serviceEntity_, address guardian_) {
        timelock = timelock_;
        genesis = genesis_;
        serviceEntity = serviceEntity_;
        guardian = guardian_;
        guardianUntil = genesis_ + PHASE_ONE_DURATION;
        firstSeatsUntil = genesis_ + PHASE_ONE_DURATION;
        emit ServiceEntityChanged(address(0), serviceEntity_);
        emit GuardianAppointed(address(0), guardian_, guardianUntil);
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
    function appointGuardian(address account, uint64 until) external onlyTimelock {
        _requireTerm(until);
        emit GuardianAppointed(guardian, account, until);
        guardian = account;
        guardianUntil = until;
    }

    /// @inheritdoc IRoadmap
    function prolongFirstSeats(uint64 until) external onlyTimelock {
        _requireTerm(until);
        emit FirstSeatsProlonged(firstSeatsUntil, until);
        firstSeatsUntil = until;
    }

    /// @inheritdoc IRoadmap
    function isGuardian(address account) external view returns (bool) {
        return account == guardian && block.timestamp < guardianUntil;
    }

    /// @inheritdoc IRoadmap
    function phase() external view returns (uint8) {
        return block.timestamp < phaseTwoStart() ? 1 : 2;
    }

    /// @inheritdoc IRoadmap
    function phaseTwoStart() public view returns (uint64) {
        return genesis + PHASE_ONE_DURATION;
    }

    function _requireTerm(uint64 until) private view {
        uint64 latest = uint64(block.timestamp) + LONGEST_TERM;
        if (until > latest) revert TermTooLong(until, latest);
    }
}
