// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

/// @notice Roots and proofs by the recursive definitions of RFC 9162, section 2.1, which the verifications must agree
/// with. Works on hashes of leaves.
library MerkleTree {
    /// @notice MTH (section 2.1.1) of leaves[from..to].
    function root(bytes32[] memory leaves, uint256 from, uint256 to) internal pure returns (bytes32) {
        if (to - from == 1) return leaves[from];
        uint256 split = from + _largestPowerBelow(to - from);
        return keccak256(abi.encodePacked(bytes1(0x01), root(leaves, from, split), root(leaves, split, to)));
    }

    /// @notice PATH (section 2.1.3.1) of the leaf at `index`, in leaves[from..to].
    function inclusion(bytes32[] memory leaves, uint256 index, uint256 from, uint256 to)
        internal
        pure
        returns (bytes32[] memory)
    {
        if (to - from == 1) return new bytes32[](0);
        uint256 split = from + _largestPowerBelow(to - from);
        return index < split
            ? _append(inclusion(leaves, index, from, split), root(leaves, split, to))
            : _append(inclusion(leaves, index, split, to), root(leaves, from, split));
    }

    /// @notice PROOF (section 2.1.4.1) that the tree of leaves[0..to] begins with leaves[0..size].
    function consistency(bytes32[] memory leaves, uint256 size, uint256 to) internal pure returns (bytes32[] memory) {
        return _subProof(leaves, size, 0, to, true);
    }

    function _subProof(bytes32[] memory leaves, uint256 size, uint256 from, uint256 to, bool isFirst)
        private
        pure
        returns (bytes32[] memory proof)
    {
        if (size == to) return isFirst ? new bytes32[](0) : _append(new bytes32[](0), root(leaves, from, to));
        uint256 split = from + _largestPowerBelow(to - from);
        return size <= split
            ? _append(_subProof(leaves, size, from, split, isFirst), root(leaves, split, to))
            : _append(_subProof(leaves, size, split, to, false), root(leaves, from, split));
    }

    function _largestPowerBelow(uint256 number) private pure returns (uint256 power) {
        power = 1;
        while (power << 1 < number) power <<= 1;
    }

    function _append(bytes32[] memory list, bytes32 last) private pure returns (bytes32[] memory longer) {
        longer = new bytes32[](list.length + 1);
        for (uint256 i = 0; i < list.length; ++i) {
            longer[i] = list[i];
        }
        longer[list.length] = last;
    }
}
