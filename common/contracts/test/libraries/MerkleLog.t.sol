// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {MerkleLog} from "../../src/libraries/MerkleLog.sol";
import {MerkleTree} from "../support/MerkleTree.sol";
import {Test} from "../support/Test.sol";

contract MerkleLogTest is Test {
    uint256 private constant MOST = 40;

    bytes32[] private leaves;

    function setUp() public {
        for (uint256 i = 0; i < MOST; ++i) {
            leaves.push(MerkleLog.leafHash(abi.encode("record", i)));
        }
    }

    /// @dev The tree of seven leaves of RFC 9162, section 2.1.5, written out by hand.
    function test_theTreeIsThatOfTheRfc() public view {
        bytes32[] memory d = leaves;
        bytes32 g = node(d[0], d[1]);
        bytes32 h = node(d[2], d[3]);
        bytes32 i = node(d[4], d[5]);
        bytes32 k = node(g, h);
        bytes32 l = node(i, d[6]);
        bytes32 whole = node(k, l);
        bytes32[] memory proof = new bytes32[](3);
        (proof[0], proof[1], proof[2]) = (d[1], h, l);
        assertTrue(MerkleLog.includes(whole, 7, 0, d[0], proof), "d0");
        bytes32[] memory shorter = new bytes32[](2);
        (shorter[0], shorter[1]) = (i, k);
        assertTrue(MerkleLog.includes(whole, 7, 6, d[6], shorter), "d6");
        bytes32[] memory consistent = new bytes32[](4);
        (consistent[0], consistent[1], consistent[2], consistent[3]) = (d[2], d[3], g, l);
        assertTrue(MerkleLog.isExtension(3, node(g, d[2]), 7, whole, consistent), "3 of 7");
        bytes32[] memory ofFull = new bytes32[](1);
        ofFull[0] = l;
        assertTrue(MerkleLog.isExtension(4, k, 7, whole, ofFull), "4 of 7");
    }

    /// @dev Or the fourth root could be published as that of seven records, three of which come later, as anybody likes.
    function test_aProofThatEndsBelowTheRootProvesNothing() public view {
        (bytes32 root3, bytes32 root4) = (MerkleTree.root(leaves, 0, 3), MerkleTree.root(leaves, 0, 4));
        bytes32[] memory proof = MerkleTree.consistency(leaves, 3, 4);
        assertTrue(MerkleLog.isExtension(3, root3, 4, root4, proof), "of four");
        assertFalse(MerkleLog.isExtension(3, root3, 7, root4, proof), "of seven");
    }

    /// @dev Or a record could be moved into a tree of another shape: here the fifth and sixth are torn apart.
    function test_aProofThatGoesOnAboveTheRootProvesNothing() public view {
        bytes32[] memory d = leaves;
        bytes32 k = MerkleTree.root(leaves, 0, 4);
        bytes32[] memory proof = new bytes32[](4);
        (proof[0], proof[1], proof[2], proof[3]) = (d[5], d[6], d[4], k);
        bytes32 misshapen = node(k, node(d[4], node(d[5], d[6])));
        assertFalse(MerkleLog.isExtension(6, node(k, node(d[4], d[5])), 7, misshapen, proof), "misshapen");
    }

    /// @dev Or its place in a log could be told wrong: what lies below one root is in trees of one size only.
    function test_aRecordIsProvenForTheSizeOfItsLogOnly() public view {
        bytes32 root = MerkleTree.root(leaves, 0, 4);
        bytes32[] memory proof = MerkleTree.inclusion(leaves, 1, 0, 4);
        assertTrue(MerkleLog.includes(root, 4, 1, leaves[1], proof), "of four");
        assertFalse(MerkleLog.includes(root, 7, 1, leaves[1], proof), "of seven");

        assertTrue(MerkleLog.includes(leaves[0], 1, 0, leaves[0], new bytes32[](0)), "the only one");
        assertFalse(MerkleLog.includes(leaves[0], 1, 1, leaves[0], new bytes32[](0)), "behind the only one");

        bytes32[] memory above = new bytes32[](3);
        (above[0], above[1], above[2]) = (proof[0], proof[1], leaves[6]);
        assertFalse(MerkleLog.includes(node(leaves[6], root), 4, 1, leaves[1], above), "above the root");
    }

    function test_aRecordDoesNotPassForAnInnerNode() public view {
        bytes memory record = abi.encodePacked(leaves[0], leaves[1]);
        assertTrue(MerkleLog.leafHash(record) != MerkleLog.nodeHash(leaves[0], leaves[1]), "prefixes differ");
        assertEq(MerkleLog.leafHash("a"), keccak256(hex"0061"), "leaf");
        assertEq(MerkleLog.nodeHash(0, 0), keccak256(abi.encodePacked(hex"01", new bytes(64))), "node");
    }

    function test_everyLeafOfEveryTreeIsProven() public view {
        for (uint256 size = 1; size <= 17; ++size) {
            bytes32 root = MerkleTree.root(leaves, 0, size);
            for (uint256 index = 0; index < size; ++index) {
                bytes32[] memory proof = MerkleTree.inclusion(leaves, index, 0, size);
                assertTrue(MerkleLog.includes(root, size, index, leaves[index], proof), "included");
            }
        }
    }

    function test_everyTreeIsProvenToBeginWithEveryShorterOne() public view {
        for (uint256 second = 1; second <= 17; ++second) {
            for (uint256 first = 1; first <= second; ++first) {
                assertTrue(extends(first, second, MerkleTree.consistency(leaves, first, second)), "consistent");
            }
        }
    }

    function testFuzz_aChangedProofOfInclusionFails(uint256 size, uint256 index, uint256 change) public view {
        size = bound(size, 2, MOST);
        index = bound(index, 0, size - 1);
        bytes32 root = MerkleTree.root(leaves, 0, size);
        bytes32[] memory proof = MerkleTree.inclusion(leaves, index, 0, size);
        assertFalse(MerkleLog.includes(root, size, (index + 1) % size, leaves[index], proof), "another place");
        assertFalse(MerkleLog.includes(root, size, index, leaves[(index + 1) % size], proof), "another leaf");
        assertFalse(MerkleLog.includes(root, size, index, leaves[index], longer(proof)), "too long");
        proof[change % proof.length] ^= bytes32(uint256(1));
        assertFalse(MerkleLog.includes(root, size, index, leaves[index], proof), "another sibling");
    }

    function testFuzz_aChangedProofOfConsistencyFails(uint256 first, uint256 second, uint256 change) public view {
        second = bound(second, 2, MOST);
        first = bound(first, 1, second - 1);
        bytes32[] memory proof = MerkleTree.consistency(leaves, first, second);
        assertFalse(extends(first, second, longer(proof)), "too long");
        assertFalse(extends(first, second, new bytes32[](0)), "empty");
        proof[change % proof.length] ^= bytes32(uint256(1));
        assertFalse(extends(first, second, proof), "another node");
    }

    /// @dev Whatever record is altered, and however the proof is made: the first root was that of the original.
    function testFuzz_aRewrittenLogIsNoExtension(uint256 first, uint256 second, uint256 rewritten) public view {
        second = bound(second, 2, MOST);
        first = bound(first, 1, second - 1);
        bytes32 original = MerkleTree.root(leaves, 0, first);
        bytes32[] memory forged = leaves;
        forged[rewritten % first] = keccak256("another record");
        bytes32[] memory proof = MerkleTree.consistency(forged, first, second);
        assertFalse(
            MerkleLog.isExtension(first, original, second, MerkleTree.root(forged, 0, second), proof), "rewritten"
        );
    }

    function testFuzz_arbitraryProofsProveNothing(uint64 first, uint64 second, bytes32[] memory proof) public pure {
        vm.assume(first != 0 && first != second);
        assertFalse(MerkleLog.isExtension(first, "first", second, "second", proof), "consistency");
        assertFalse(MerkleLog.includes("root", second, first, "leaf", proof), "inclusion");
    }

    function test_theEmptyTreeAndTheSameTreeTakeAnEmptyProof() public view {
        bytes32 root = MerkleTree.root(leaves, 0, 5);
        bytes32[] memory none = new bytes32[](0);
        assertTrue(MerkleLog.isExtension(0, 0, 5, root, none), "from nothing");
        assertFalse(MerkleLog.isExtension(0, 0, 5, root, new bytes32[](1)), "from nothing, with a proof");
        assertTrue(MerkleLog.isExtension(5, root, 5, root, none), "itself");
        assertFalse(MerkleLog.isExtension(5, root, 5, "another", none), "another of the same size");
        assertFalse(MerkleLog.isExtension(5, root, 4, MerkleTree.root(leaves, 0, 4), none), "a shorter one");
        assertFalse(MerkleLog.includes(root, 5, 5, leaves[5], none), "beyond the end");
    }

    function extends(uint256 first, uint256 second, bytes32[] memory proof) private view returns (bool) {
        bytes32 before = MerkleTree.root(leaves, 0, first);
        return MerkleLog.isExtension(first, before, second, MerkleTree.root(leaves, 0, second), proof);
    }

    function longer(bytes32[] memory proof) private pure returns (bytes32[] memory padded) {
        padded = new bytes32[](proof.length + 1);
        for (uint256 i = 0; i < proof.length; ++i) {
            padded[i] = proof[i];
        }
    }

    function node(bytes32 left, bytes32 right) private pure returns (bytes32) {
        return keccak256(abi.encodePacked(bytes1(0x01), left, right));
    }
}
