// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

/// @notice A distribution's tree as OpenZeppelin's StandardMerkleTree builds it: leaves hashed twice, pairs sorted. Of a power
/// of two of shares, so that every proof has the same length.
library Shares {
    struct Share {
        uint256 index;
        address account;
        uint256 amount;
    }

    function leaf(Share memory share) internal pure returns (bytes32) {
        return keccak256(bytes.concat(keccak256(abi.encode(share.index, share.account, share.amount))));
    }

    function root(Share[] memory shares) internal pure returns (bytes32) {
        return _above(_leaves(shares))[0];
    }

    function proof(Share[] memory shares, uint256 place) internal pure returns (bytes32[] memory path) {
        bytes32[] memory level = _leaves(shares);
        uint256 length = 0;
        while (1 << length < shares.length) ++length;
        path = new bytes32[](length);
        for (uint256 i = 0; i < length; ++i) {
            path[i] = level[place ^ 1];
            level = _halved(level);
            place >>= 1;
        }
    }

    function pair(bytes32 a, bytes32 b) internal pure returns (bytes32) {
        return a < b ? keccak256(bytes.concat(a, b)) : keccak256(bytes.concat(b, a));
    }

    function _above(bytes32[] memory level) private pure returns (bytes32[] memory) {
        while (level.length > 1) level = _halved(level);
        return level;
    }

    function _halved(bytes32[] memory level) private pure returns (bytes32[] memory next) {
        next = new bytes32[](level.length / 2);
        for (uint256 i = 0; i < next.length; ++i) {
            next[i] = pair(level[2 * i], level[2 * i + 1]);
        }
    }

    function _leaves(Share[] memory shares) private pure returns (bytes32[] memory leaves) {
        leaves = new bytes32[](shares.length);
        for (uint256 i = 0; i < shares.length; ++i) {
            leaves[i] = leaf(shares[i]);
        }
    }
}
