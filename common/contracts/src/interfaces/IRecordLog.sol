// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

/// @title The anchor of the records that live off chain: an append-only Merkle log, of which the chain keeps the roots.
/// @notice Hashed as in RFC 6962 and RFC 9162, section 2.1, with keccak256 in place of SHA-256, which is the cheaper of the
/// two here: a leaf is keccak256(0x00 ‖ record), a node keccak256(0x01 ‖ left ‖ right). Leaves count from 0.
interface IRecordLog {
    /// @notice The log has grown to `size` records; `root` stands for all of them from the first one on.
    event RootPublished(uint64 indexed size, bytes32 root);

    /// @notice The account that may let the log grow has changed.
    event PublisherChanged(address indexed previous, address indexed current);

    error OnlyTimelock(address caller);
    error OnlyPublisher(address caller);
    error NotLonger(uint64 size, uint64 given);
    error RootMissing();
    /// @notice The proof does not show that the log of `given` records begins with the `size` records published before.
    error NotAnExtension(uint64 size, uint64 given, bytes32 root);
    error UnknownSize(uint64 size);

    /// @notice The account that may let the log grow. Whoever takes its key can add records, or stop adding them, but
    /// not change one: no root that drops or alters an earlier record is accepted.
    function publisher() external view returns (address);

    /// @notice The number of records under the newest root; 0 before the first one.
    function size() external view returns (uint64);

    /// @notice The root that was published for the first `recordCount` records; reverts with UnknownSize for none.
    function rootOf(uint64 recordCount) external view returns (bytes32);

    /// @notice The leaf of a record: keccak256(0x00 ‖ record).
    function leafOf(bytes calldata record) external pure returns (bytes32);

    /// @notice Whether a record is in the log.
    /// @param recordCount a published size
    /// @param index position of the record, counted from 0
    /// @param leaf as of `leafOf`
    /// @param proof inclusion proof (RFC 9162, section 2.1.3)
    function includes(uint64 recordCount, uint64 index, bytes32 leaf, bytes32[] calldata proof)
        external
        view
        returns (bool);

    /// @notice Whether a root seen elsewhere, such as one in a receipt, is that of the first `recordCount` records of
    /// this log.
    /// @param published a published size, of at least `recordCount`
    /// @param proof consistency proof (RFC 9162, section 2.1.4)
    function beginsWith(uint64 recordCount, bytes32 root, uint64 published, bytes32[] calldata proof)
        external
        view
        returns (bool);

    /// @notice Publishes the root of a longer log. Only the publisher.
    /// @param recordCount more than `size()`
    /// @param proof consistency proof from `size()` to `recordCount`; empty for the first root
    function publish(uint64 recordCount, bytes32 root, bytes32[] calldata proof) external;

    /// @notice Replaces the publisher. Only the timelock.
    function setPublisher(address account) external;
}
