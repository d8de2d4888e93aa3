// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {Test} from "./Test.sol";

/// @notice What senders pay. In tests with `isolate = true` every call is a transaction of its own, and its gas is that of
/// a receipt: the transaction's own 21,000, its calldata and cold storage are in it, refunds are taken off.
abstract contract GasTest is Test {
    uint256 private constant TRANSACTION_GAS_CAP = 1 << 24;

    /// @dev What the last call used; no transaction may use more than 2^24 (EIP-7825).
    function lastTransaction() internal view returns (uint256 used) {
        used = vm.lastCallGas().gasTotalUsed;
        vm.assertLe(used, TRANSACTION_GAS_CAP, "gas of one transaction");
    }

    /// @dev A figure of gas.json that nothing is compared with.
    function report(string memory key, uint256 used) internal view {
        reportLine(key, used, "null", "null");
    }

    /// @dev A figure of gas.json, beside what somebody else's contract uses for the same.
    function report(string memory key, uint256 used, string memory peer, uint256 peerUsed) internal view {
        reportLine(key, used, string.concat("\"", peer, "\""), vm.toString(peerUsed));
    }

    /// @dev A line of gas.json as it stands there; the build collects them from forge's console.
    function reportLine(string memory key, uint256 used, string memory peer, string memory peerUsed) private view {
        string memory figures =
            string.concat("{\"gas\": ", vm.toString(used), ", \"peer\": ", peer, ", \"peer_gas\": ", peerUsed, "}");
        say(string.concat("gas.json \"", key, "\": ", figures));
    }
}
