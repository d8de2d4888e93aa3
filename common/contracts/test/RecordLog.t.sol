// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {RecordLog} from "../src/RecordLog.sol";
import {IRecordLog} from "../src/interfaces/IRecordLog.sol";
import {MerkleTree} from "./support/MerkleTree.sol";
import {Test} from "./support/Test.sol";

contract RecordLogTest is Test {
    address private constant TIMELOCK = address(0x71);
    address private constant PUBLISHER = address(0x9B);
    uint256 private constant RECORDS = 20;

    RecordLog private log;
    bytes32[] private leaves;

    function setUp() public {
        vm.expectEmit();
        emit IRecordLog.PublisherChanged(address(0), PUBLISHER);
        log = new RecordLog(TIMELOCK, PUBLISHER);
        for (uint256 i = 0; i < RECORDS; ++i) {
            leaves.push(log.leafOf(abi.encode("record", i)));
        }
    }

    function test_theLogGrowsAndKeepsEveryRoot() public {
        assertEq(log.size(), 0, "empty");
        vm.expectEmit(address(log));
        emit IRecordLog.RootPublished(3, root(3));
        publish(3);
        publish(11);
        assertEq(log.size(), 11, "size");
        assertEq(log.rootOf(3), root(3), "first root");
        assertEq(log.rootOf(11), root(11), "second root");
    }

    function test_whatWasPublishedIsProvenAgainstAnyLaterRoot() public {
        publish(3);
        publish(11);
        assertTrue(log.includes(3, 2, leaves[2], MerkleTree.inclusion(leaves, 2, 0, 3)), "under the first root");
        assertTrue(log.includes(11, 2, leaves[2], MerkleTree.inclusion(leaves, 2, 0, 11)), "under the second root");
        assertFalse(log.includes(11, 3, leaves[2], MerkleTree.inclusion(leaves, 2, 0, 11)), "at another place");
    }

    /// @dev What a server showed a person in a receipt is compared with what it anchored.
    function test_aRootFromAReceiptIsComparedWithTheLog() public {
        publish(11);
        bytes32[] memory proof = MerkleTree.consistency(leaves, 7, 11);
        assertTrue(log.beginsWith(7, root(7), 11, proof), "a root that was never published itself");
        assertFalse(log.beginsWith(7, keccak256("shown to one person only"), 11, proof), "a split view");
    }

    function test_onlyThePublisherPublishesAndOnlyTheTimelockReplacesIt() public {
        bytes32 first = root(1);
        vm.expectRevert(abi.encodeWithSelector(IRecordLog.OnlyPublisher.selector, TIMELOCK));
        vm.prank(TIMELOCK);
        log.publish(1, first, new bytes32[](0));
        vm.expectRevert(abi.encodeWithSelector(IRecordLog.OnlyTimelock.selector, PUBLISHER));
        vm.prank(PUBLISHER);
        log.setPublisher(PUBLISHER);

        vm.expectEmit(address(log));
        emit IRecordLog.PublisherChanged(PUBLISHER, address(this));
        vm.prank(TIMELOCK);
        log.setPublisher(address(this));
        vm.expectRevert(abi.encodeWithSelector(IRecordLog.OnlyPublisher.selector, PUBLISHER));
        vm.prank(PUBLISHER);
        log.publish(1, first, new bytes32[](0));
        log.publish(1, first, new bytes32[](0));
        assertEq(log.rootOf(1), first, "published by the new one");
    }

    /// @dev A captured publisher can add what it likes, but not take back what was there.
    function testFuzz_aCapturedPublisherCannotRewrite(uint64 before, uint64 then, uint256 rewritten) public {
        before = uint64(bound(before, 1, RECORDS - 1));
        then = uint64(bound(then, before + 1, RECORDS));
        publish(before);
        bytes32[] memory forged = leaves;
        forged[rewritten % before] = keccak256("forged");
        bytes32 forgedRoot = MerkleTree.root(forged, 0, then);
        vm.expectRevert(abi.encodeWithSelector(IRecordLog.NotAnExtension.selector, before, then, forgedRoot));
        vm.prank(PUBLISHER);
        log.publish(then, forgedRoot, MerkleTree.consistency(forged, before, then));
        assertEq(log.rootOf(before), root(before), "as it was");
        assertEq(log.size(), before, "not grown");
    }

    function test_aSizeIsPublishedOnceAndNeverShrinks() public {
        publish(5);
        bytes32 same = root(5);
        bytes32 shorter = root(4);
        vm.startPrank(PUBLISHER);
        vm.expectRevert(abi.encodeWithSelector(IRecordLog.NotLonger.selector, 5, 5));
        log.publish(5, same, new bytes32[](0));
        vm.expectRevert(abi.encodeWithSelector(IRecordLog.NotLonger.selector, 5, 4));
        log.publish(4, shorter, new bytes32[](0));
        vm.stopPrank();
    }

    function test_anEmptyRootIsNoRoot() public {
        vm.expectRevert(IRecordLog.RootMissing.selector);
        vm.prank(PUBLISHER);
        log.publish(1, 0, new bytes32[](0));
    }

    function test_nothingIsProvenAgainstASizeThatWasNotPublished() public {
        publish(5);
        bytes32 sixth = root(6);
        vm.expectRevert(abi.encodeWithSelector(IRecordLog.UnknownSize.selector, 6));
        log.includes(6, 0, leaves[0], new bytes32[](0));
        vm.expectRevert(abi.encodeWithSelector(IRecordLog.UnknownSize.selector, 6));
        log.beginsWith(6, sixth, 6, new bytes32[](0));
        vm.expectRevert(abi.encodeWithSelector(IRecordLog.UnknownSize.selector, 0));
        log.rootOf(0);
    }

    function publish(uint64 recordCount) private {
        uint64 before = log.size();
        bytes32[] memory proof = before == 0 ? new bytes32[](0) : MerkleTree.consistency(leaves, before, recordCount);
        bytes32 grown = root(recordCount);
        vm.prank(PUBLISHER);
        log.publish(recordCount, grown, proof);
    }

    function root(uint256 recordCount) private view returns (bytes32) {
        return MerkleTree.root(leaves, 0, recordCount);
    }
}
