// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

/// @title The stewards, and the check that enough of them signed one decision.
/// @notice A decision is an EIP-712 message under this contract's domain (name "StewardCouncil", version "1"):
/// `Decision(address steward,string action,address target,uint256 subject,uint256 part,uint256 round,bytes32 contentHash,bytes32 reasonHash,uint64 expiry)`.
interface IStewardCouncil {
    /// @notice What is decided, the same for every signer.
    /// @param action in words, shown by wallets: "approve milestone", "send back milestone", "reject milestone", "disqualify bid",
    /// "change agreement", "object to award", "stop payments"
    /// @param target the contract that will act on it
    /// @param subject agreement id, mandate id for a bid or an award, or length of a stop in seconds
    /// @param part milestone index, bid index, or number of a change order
    /// @param round submission round of a milestone, or number of a stop (from 1); 0 for a bid
    /// @param contentHash what was looked at: evidence hash, or the bid's commitment; zero for a stop
    /// @param reasonHash keccak256 of the published reason; zero where no reason is needed
    struct Decision {
        string action;
        address target;
        uint256 subject;
        uint256 part;
        uint256 round;
        bytes32 contentHash;
        bytes32 reasonHash;
    }

    /// @notice One steward's signature over a decision, valid through `expiry` (seconds since the epoch).
    struct Approval {
        address steward;
        uint64 expiry;
        bytes signature;
    }

    event StewardAdded(address indexed steward);
    event StewardRemoved(address indexed steward);
    event ThresholdChanged(uint256 threshold);

    error NotASteward(address signer);
    error StewardsNotAscending(address previous, address next);
    error TooFewApprovals(uint256 given, uint256 needed);
    error ApprovalExpired(address steward, uint64 expiry);
    error BadApprovalSignature(address steward);
    error BadThreshold(uint256 threshold, uint256 stewards);
    error OnlyTimelock(address caller);

    function isSteward(address account) external view returns (bool);

    /// @notice All current stewards, in the order they were added. Those of phase 1 are until their seats end
    /// (`IRoadmap.firstSeatsUntil`); a vote that adds them again gives them seats that do not.
    function stewards() external view returns (address[] memory);

    function threshold() external view returns (uint256);

    /// @notice The EIP-712 digest that `steward` signs for `decision`.
    function digest(Decision calldata decision, address steward, uint64 expiry) external view returns (bytes32);

    /// @notice Reverts unless at least `threshold` distinct current stewards signed `decision`.
    /// @param approvals in ascending order of the steward's address, which makes them distinct
    function requireApproved(Decision calldata decision, Approval[] calldata approvals) external view;

    /// @notice Adds and removes stewards and sets the threshold in one step; removing and adding the same one renews a seat. Only the timelock.
    function change(address[] calldata add, address[] calldata remove, uint256 threshold) external;
}
