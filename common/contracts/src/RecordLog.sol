// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IRecordLog} from "./interfaces/IRecordLog.sol";
import {MerkleLog} from "./libraries/MerkleLog.sol";

/// @title The roots of the record log. Each one is proven to extend the one before, so the log can only grow.
contract RecordLog is IRecordLog {
    /// @notice The only account that may change the publisher.
    address public immutable timelock;

    /// @inheritdoc IRecordLog
    address public publisher;

    /// @inheritdoc IRecordLog
    uint64 public size;

    mapping(uint64 recordCount => bytes32) private _roots;

    constructor(address timelock_, address publisher_) {
        timelock = timelock_;
        publisher = publisher_;
        emit PublisherChanged(address(0), publisher_);
    }

    /// @inheritdoc IRecordLog
    function publish(uint64 recordCount, bytes32 root, bytes32[] calldata proof) external {
        if (msg.sender != publisher) revert OnlyPublisher(msg.sender);
        uint64 before = size;
        if (recordCount <= before) revert NotLonger(before, recordCount);
        if (root == 0) revert RootMissing();
        if (!MerkleLog.isExtension(before, _roots[before], recordCount, root, proof)) {
            revert NotAnExtension(before, recordCount, root);
        }
        size = recordCount;
        _roots[recordCount] = root;
        emit RootPublished(recordCount, root);
    }

    /// @inheritdoc IRecordLog
    function setPublisher(address account) external {
        if (msg.sender != timelock) revert OnlyTimelock(msg.sender);
        emit PublisherChanged(publisher, account);
        publisher = account;
    }

    /// @inheritdoc IRecordLog
    function includes(uint64 recordCount, uint64 index, bytes32 leaf, bytes32[] calldata proof)
        external
        view
        returns (bool)
    {
        return MerkleLog.includes(rootOf(recordCount), recordCount, index, leaf, proof);
    }

    /// @inheritdoc IRecordLog
    function beginsWith(uint64 recordCount, bytes32 root, uint64 published, bytes32[] calldata proof)
        external
        view
        returns (bool)
    {
        return MerkleLog.isExtension(recordCount, root, published, rootOf(published), proof);
    }

    /// @inheritdoc IRecordLog
    function leafOf(bytes calldata record) external pure returns (bytes32) {
        return MerkleLog.leafHash(record);
    }

    /// @inheritdoc IRecordLog
    function rootOf(uint64 recordCount) public view returns (bytes32 root) {
        root = _roots[recordCount];
        if (root == 0) revert UnknownSize(recordCount);
    }
}
