// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

/// @title The DAO's calendar and the few facts about it that other contracts need.
/// @notice Phase 1 (steward-led) ends by itself a fixed time after genesis; nothing can prolong it. The guardian and the
/// stewards' seats of phase 1 end with it, unless a vote gives them another term. Times are seconds since the epoch.
interface IRoadmap {
    /// @notice A text was adopted by vote. `contentHash` is keccak256 of the text.
    event TextAdopted(bytes32 indexed contentHash, uint64 adoptedAt);

    /// @notice The service entity that may hold direct mandates has changed.
    event ServiceEntityChanged(address indexed previous, address indexed current);

    /// @notice There is another guardian, or the same one for another term, which ends at `until`.
    event GuardianAppointed(address indexed previous, address indexed current, uint64 until);

    /// @notice The seats of phase 1 are now held until another time.
    event FirstSeatsProlonged(uint64 previous, uint64 current);

    error OnlyTimelock(address caller);
    error TextAlreadyAdopted(bytes32 contentHash);
    /// @notice The term would end after `latest`.
    error TermTooLong(uint64 until, uint64 latest);

    /// @notice When phase 1 began.
    function genesis() external view returns (uint64);

    /// @notice From when phase 2 is in force.
    function phaseTwoStart() external view returns (uint64);

    /// @notice 1 or 2, derived from the block's timestamp.
    function phase() external view returns (uint8);

    /// @notice Who may veto proposals, until `guardianUntil`.
    function guardian() external view returns (address);

    /// @notice The sunset of the guardian; from then on there is none.
    function guardianUntil() external view returns (uint64);

    /// @notice Whether `account` is the guardian and still in office.
    function isGuardian(address account) external view returns (bool);

    /// @notice Until when the seats that stewards were given at deployment are held. A seat given by vote does not end here.
    function firstSeatsUntil() external view returns (uint64);

    /// @notice The entity that works under direct mandates.
    function serviceEntity() external view returns (address);

    /// @notice Records a text as adopted. Only the timelock.
    function adopt(bytes32 contentHash) external;

    /// @notice Replaces the service entity. Only the timelock.
    function setServiceEntity(address entity) external;

    /// @notice Appoints a guardian, or the same one again, for a year at most; a time that has passed dismisses. Only the
    /// timelock.
    function appointGuardian(address account, uint64 until) external;

    /// @notice Lets the seats of phase 1 be held for another year at most; a time that has passed ends them. Only the
    /// timelock.
    function prolongFirstSeats(uint64 until) external;
}
