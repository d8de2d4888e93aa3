// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

/// @title Claim-by-proof distributions: a vote decides a list of shares by its Merkle root, and who is on it claims.
/// @notice The total is reserved on a budget line when the vote is executed; a claim spends, and what is not claimed in time
/// is free on the line again. The only way by which the native coin, token address(0), leaves the treasury.
/// The tree is one of OpenZeppelin's StandardMerkleTree with leaves of (uint256 index, address account, uint256 amount).
interface IDistributions {
    /// @notice What a vote decides about a distribution.
    /// @param lineId keccak256 of the budget line's name; shares are in the line's token
    /// @param root of the tree of shares
    /// @param total most that all claims may take together, reserved on the line at once
    /// @param deadline seconds since the epoch after which nothing can be claimed; later by the length of every stop
    struct DistributionTerms {
        bytes32 lineId;
        bytes32 root;
        uint256 total;
        uint64 deadline;
    }

    event DistributionOpened(uint256 indexed distributionId, bytes32 indexed lineId, DistributionTerms terms);
    /// @notice The share at `index` was paid to its account; it is spent.
    event ShareClaimed(uint256 indexed distributionId, uint256 index, address indexed account, uint256 amount);
    /// @notice The time for claims is over; `freed` went back to the line.
    event DistributionClosed(uint256 indexed distributionId, uint256 freed);

    error UnknownDistribution(uint256 distributionId);
    error DistributionEnded(uint64 deadline);
    error DistributionNotClosable(uint256 distributionId);
    error AlreadyClaimed(uint256 distributionId, uint256 index);
    /// @notice The proof does not lead to the root.
    error NotAShare(uint256 distributionId, uint256 index, address account, uint256 amount);
    error ExceedsDistribution(uint256 amount, uint256 left);

    /// @notice Opens a distribution and reserves its total on the line. Only the timelock. Ids count from 1.
    function openDistribution(DistributionTerms calldata terms) external returns (uint256 distributionId);

    /// @notice Pays a share to its account, once. Anyone, for the account.
    function claim(uint256 distributionId, uint256 index, address account, uint256 amount, bytes32[] calldata proof)
        external;

    /// @notice Frees what was not claimed in time. Anyone, once.
    function closeDistribution(uint256 distributionId) external;

    function distributionCount() external view returns (uint256);

    /// @notice A distribution; `deadline` as it is now, with the stops since it was opened.
    function distribution(uint256 distributionId)
        external
        view
        returns (DistributionTerms memory terms, uint64 deadline, uint256 claimed, bool closed);

    /// @notice Whether the share at `index` has been paid.
    function isClaimed(uint256 distributionId, uint256 index) external view returns (bool);
}
