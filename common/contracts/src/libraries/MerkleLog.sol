// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

/// @title Proofs about an append-only Merkle log: RFC 9162, section 2.1, with keccak256 in place of SHA-256.
/// @dev The variables of the two verifications are named as in the RFC: fn and sn are the positions of a node of the
/// first (or only) tree and of the last node, at the level that the loop has reached.
library MerkleLog {
    /// @notice The hash of a leaf. Its prefix keeps a record from passing for an inner node.
    function leafHash(bytes memory record) internal pure returns (bytes32) {
        return keccak256(abi.encodePacked(bytes1(0x00), record));
    }

    function nodeHash(bytes32 left, bytes32 right) internal pure returns (bytes32) {
        return keccak256(abi.encodePacked(bytes1(0x01), left, right));
    }

    /// @notice Whether `leaf` is at `index` in the tree of `size` leaves with this root (section 2.1.3.2).
    function includes(bytes32 root, uint256 size, uint256 index, bytes32 leaf, bytes32[] memory proof)
        internal
        pure
        returns (bool)
    {
        if (index >= size) return false;
        (uint256 fn, uint256 sn) = (index, size - 1);
        bytes32 hash = leaf;
        for (uint256 i = 0; i < proof.length; ++i) {
            if (sn == 0) return false;
            if (fn & 1 == 1 || fn == sn) {
                hash = nodeHash(proof[i], hash);
                (fn, sn) = _skipMissingSiblings(fn, sn);
            } else {
                hash = nodeHash(hash, proof[i]);
            }
            (fn, sn) = (fn >> 1, sn >> 1);
        }
        return sn == 0 && hash == root;
    }

    /// @notice Whether the tree with the second root begins with the leaves of the tree with the first one (section 2.1.4.2).
    /// Every tree begins with the empty one and with itself, which takes an empty proof.
    function isExtension(
        uint256 firstSize,
        bytes32 firstRoot,
        uint256 secondSize,
        bytes32 secondRoot,
        bytes32[] memory proof
    ) internal pure returns (bool) {
        if (firstSize > secondSize) return false;
        if (firstSize == 0) return proof.length == 0;
        if (firstSize == secondSize) return proof.length == 0 && firstRoot == secondRoot;

        // A full tree is a node of the second one, so that its root need not be in the proof.
        uint256 next = firstSize & (firstSize - 1) == 0 ? 0 : 1;
        if (proof.length < next) return false;
        (uint256 fn, uint256 sn) = (firstSize - 1, secondSize - 1);
        while (fn & 1 == 1) (fn, sn) = (fn >> 1, sn >> 1);
        bytes32 fr = next == 0 ? firstRoot : proof[0];
        bytes32 sr = fr;
        for (; next < proof.length; ++next) {
            if (sn == 0) return false;
            if (fn & 1 == 1 || fn == sn) {
                fr = nodeHash(proof[next], fr);
                sr = nodeHash(proof[next], sr);
                (fn, sn) = _skipMissingSiblings(fn, sn);
            } else {
                sr = nodeHash(sr, proof[next]);
            }
            (fn, sn) = (fn >> 1, sn >> 1);
        }
        return sn == 0 && fr == firstRoot && sr == secondRoot;
    }

    /// @dev The last node of a level may have no sibling; it then moves up unhashed.
    function _skipMissingSiblings(uint256 fn, uint256 sn) private pure returns (uint256, uint256) {
        while (fn & 1 == 0 && fn != 0) (fn, sn) = (fn >> 1, sn >> 1);
        return (fn, sn);
    }
}
