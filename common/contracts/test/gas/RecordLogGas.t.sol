// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {RecordLog} from "../../src/RecordLog.sol";
import {GasTest} from "../support/GasTest.sol";
import {MerkleTree} from "../support/MerkleTree.sol";

/// forge-config: default.isolate = true
contract RecordLogGasTest is GasTest {
    /// @dev A thousand records grow by a hundred.
    function test_append() public {
        RecordLog log = new RecordLog(address(0x71), address(this));
        bytes32[] memory leaves = new bytes32[](1_100);
        for (uint256 i = 0; i < leaves.length; ++i) {
            leaves[i] = keccak256(abi.encode(i));
        }
        log.publish(1_000, MerkleTree.root(leaves, 0, 1_000), new bytes32[](0));
        bytes32 grown = MerkleTree.root(leaves, 0, 1_100);
        log.publish(1_100, grown, MerkleTree.consistency(leaves, 1_000, 1_100));
        report("log.append", lastTransaction());
    }
}
