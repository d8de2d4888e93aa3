// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {IRoadmap} from "./interfaces/IRoadmap.sol";
import {IStewardCouncil} from "./interfaces/IStewardCouncil.sol";
import {Signatures} from "./libraries/Signatures.sol";

/// @title The stewards and the number of them that must sign a decision.
/// @notice Holds no state about decisions: the contract that acts on one names its subject, part and round, and its own
/// state spends it. A seat is one address, so that each counts once; a steward with several keys takes the seat with a
/// contract wallet (ERC-1271), in which they are changed without a vote.
contract StewardCouncil is IStewardCouncil, EIP712 {
    bytes32 private constant DECISION_TYPEHASH = keccak256(
        "Decision(address steward,string action,address target,uint256 subject,uint256 part,uint256 round,"
        "bytes32 contentHash,bytes32 reasonHash,uint64 expiry)"
    );

    /// @dev position in `_stewards`, counted from 1; 0 for everyone without a seat. isFirst: given at deployment in phase 1.
    struct Seat {
        uint248 position;
        bool isFirst;
    }

    /// @notice The only account that may change the stewards.
    address public immutable timelock;

    /// @notice Says until when first seats are held.
    IRoadmap public immutable roadmap;

    /// @inheritdoc IStewardCouncil
    uint256 public threshold;

    /// @dev Those whose first seat has ended are still among them until the next change.
    address[] private _stewards;

    mapping(address account => Seat) private _seats;

    error AlreadyASteward(address account);

    /// @dev Who is seated at a deployment after phase 1 has no seat of phase 1, and stays until a vote.
    constructor(address timelock_, IRoadmap roadmap_, address[] memory stewards_, uint256 threshold_)
        EIP712("StewardCouncil", "1")
    {
        timelock = timelock_;
        roadmap = roadmap_;
        bool areFirst = roadmap_.phase() == 1;
        for (uint256 i = 0; i < stewards_.length; ++i) {
            _add(stewards_[i]);
            _seats[stewards_[i]].isFirst = areFirst;
        }
        _setThreshold(threshold_);
    }

    /// @inheritdoc IStewardCouncil
    function change(address[] calldata add, address[] calldata remove, uint256 threshold_) external {
        if (msg.sender != timelock) revert OnlyTimelock(msg.sender);
        for (uint256 i = 0; i < remove.length; ++i) {
            _remove(remove[i]);
        }
        _removeEnded();
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
    function stewards() external view returns (address[] memory inOffice) {
        inOffice = new address[](_stewards.length);
        uint256 count = 0;
        for (uint256 i = 0; i < _stewards.length; ++i) {
            if (isSteward(_stewards[i])) inOffice[count++] = _stewards[i];
        }
        assembly ("memory-safe") {
            mstore(inOffice, count)
        }
    }

    /// @inheritdoc IStewardCouncil
    function isSteward(address account) public view returns (bool) {
        Seat memory seat = _seats[account];
        if (seat.position == 0) return false;
        return !seat.isFirst || block.timestamp < roadmap.firstSeatsUntil();
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
        if (_seats[account].position != 0) revert AlreadyASteward(account);
        _stewards.push(account);
        _seats[account].position = uint248(_stewards.length);
        emit StewardAdded(account);
    }

    /// @dev Moves the later ones up, so that the order stays the one in which they were added.
    function _remove(address account) private {
        uint256 position = _seats[account].position;
        if (position == 0) revert NotASteward(account);
        for (uint256 i = position; i < _stewards.length; ++i) {
            address next = _stewards[i];
            _stewards[i - 1] = next;
            _seats[next].position = uint248(i);
        }
        _stewards.pop();
        delete _seats[account];
        emit StewardRemoved(account);
    }

    /// @dev Whoever held a first seat until it ended, so that the threshold is one of those who are left.
    function _removeEnded() private {
        for (uint256 i = _stewards.length; i > 0; --i) {
            address account = _stewards[i - 1];
            if (!isSteward(account)) _remove(account);
        }
    }

    /// @dev At least one: with none, no signature at all would decide.
    function _setThreshold(uint256 threshold_) private {
        if (threshold_ == 0 || threshold_ > _stewards.length) revert BadThreshold(threshold_, _stewards.length);
        if (threshold_ == threshold) return;
        threshold = threshold_;
        emit ThresholdChanged(threshold_);
    }
}
