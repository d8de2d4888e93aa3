// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {IStewardCouncil} from "./interfaces/IStewardCouncil.sol";
import {Signatures} from "./libraries/Signatures.sol";

/// @title The stewards and the number of them that must sign a decision.
/// @notice Holds no state about decisions: the contract that acts on one names its subject, part and round, and its own
/// state spends it.
contract StewardCouncil is IStewardCouncil, EIP712 {
    bytes32 private constant DECISION_TYPEHASH = keccak256(
        "Decision(address steward,string action,address target,uint256 subject,uint256 part,uint256 round,"
        "bytes32 contentHash,bytes32 reasonHash,uint64 expiry)"
    );

    /// @notice The only account that may change the stewards.
    address public immutable timelock;

    /// @inheritdoc IStewardCouncil
    uint256 public threshold;

    address[] private _stewards;

    /// @dev Position in `_stewards`, counted from 1; 0 for everyone else.
    mapping(address account => uint256) private _positions;

    error AlreadyASteward(address account);

    constructor(address timelock_, address[] memory stewards_, uint256 threshold_) EIP712("StewardCouncil", "1") {
        timelock = timelock_;
        for (uint256 i = 0; i < stewards_.length; ++i) {
            _add(stewards_[i]);
        }
        _setThreshold(threshold_);
    }

    /// @inheritdoc IStewardCouncil
    function change(address[] calldata add, address[] calldata remove, uint256 threshold_) external {
        if (msg.sender != timelock) revert OnlyTimelock(msg.sender);
        for (uint256 i = 0; i < remove.length; ++i) {
            _remove(remove[i]);
        }
        for (uint256 i = 0; i < add.length; ++i) {
            _add(add[i]);
        }
        _setThreshold(threshold_);
    }

    /// @inheritdoc IStewardCouncil
    function requireApproved(Decision calldata decision, Approval[] calldata approvals) external view {
        if (approvals.length < threshold) revert TooFewApprovals(approvals.length, threshold);
        address previous = address(0);
        for (uint256 i = 0; i < approvals.length; ++i) {
            Approval calldata approval = approvals[i];
            if (approval.steward <= previous) revert StewardsNotAscending(previous, approval.steward);
            if (!isSteward(approval.steward)) revert NotASteward(approval.steward);
            if (block.timestamp > approval.expiry) revert ApprovalExpired(approval.steward, approval.expiry);
            bytes32 signed = digest(decision, approval.steward, approval.expiry);
            if (!Signatures.isValid(approval.steward, signed, approval.signature)) {
                revert BadApprovalSignature(approval.steward);
            }
            previous = approval.steward;
        }
    }

    /// @inheritdoc IStewardCouncil
    function stewards() external view returns (address[] memory) {
        return _stewards;
    }

    /// @inheritdoc IStewardCouncil
    function isSteward(address account) public view returns (bool) {
        return _positions[account] != 0;
    }

    /// @inheritdoc IStewardCouncil
    function digest(Decision calldata decision, address steward, uint64 expiry) public view returns (bytes32) {
        return _hashTypedDataV4(
            keccak256(
                abi.encode(
                    DECISION_TYPEHASH,
                    steward,
                    keccak256(bytes(decision.action)),
                    decision.target,
                    decision.subject,
                    decision.part,
                    decision.round,
                    decision.contentHash,
                    decision.reasonHash,
                    expiry
                )
            )
        );
    }

    function _add(address account) private {
        if (account == address(0)) revert NotASteward(account);
        if (isSteward(account)) revert AlreadyASteward(account);
        _stewards.push(account);
        _positions[account] = _stewards.length;
        emit StewardAdded(account);
    }

    /// @dev Moves the later ones up, so that the order stays the one in which they were added.
    function _remove(address account) private {
        uint256 position = _positions[account];
        if (position == 0) revert NotASteward(account);
        for (uint256 i = position; i < _stewards.length; ++i) {
            address next = _stewards[i];
            _stewards[i - 1] = next;
            _positions[next] = i;
        }
        _stewards.pop();
        delete _positions[account];
        emit StewardRemoved(account);
    }

    /// @dev At least one: with none, no signature at all would decide.
    function _setThreshold(uint256 threshold_) private {
        if (threshold_ == 0 || threshold_ > _stewards.length) revert BadThreshold(threshold_, _stewards.length);
        if (threshold_ == threshold) return;
        threshold = threshold_;
        emit ThresholdChanged(threshold_);
    }
}
