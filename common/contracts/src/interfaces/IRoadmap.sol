// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

/// @title The DAO's calendar and the few facts about it that other contracts need.
/// @notice Phase 1 (steward-led) ends by itself a fixed time after genesis; nothing can prolong it.
interface IRoadmap {
    /// @notice A text was adopted by vote. `contentHash` is keccak256 of the text.
    event TextAdopted(bytes32 indexed contentHash, uint64 adoptedAt);

    /// @notice The service entity that may hold direct mandates has changed.
    event ServiceEntityChanged(address indexed previous, address indexed current);

    /// @notice Seconds since the epoch at which phase 1 began.
    function genesis() external view returns (uint64);

    /// @notice Seconds since the epoch from which phase 2 is in force.
    function phaseTwoStart() external view returns (uint64);

    /// @notice 1 or 2, derived from the block's timestamp.
    function phase() external view returns (uint8);

    /// @notice The entity that works under direct mandates.
    function serviceEntity() external view returns (address);

    /// @notice Records a text as adopted. Only the timelock.
    function adopt(bytes32 contentHash) external;

    /// @notice Replaces the service entity. Only the timelock.
    function setServiceEntity(address entity) external;
}
