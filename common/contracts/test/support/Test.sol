// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {Vm} from "./Vm.sol";

/// @notice What every test needs: forge's cheatcodes, assertions and accounts that can sign.
abstract contract Test {
    Vm internal constant vm = Vm(address(uint160(uint256(keccak256("hevm cheat code")))));

    struct Account {
        address addr;
        uint256 key;
    }

    function account(string memory name) internal pure returns (Account memory made) {
        made.key = uint256(keccak256(bytes(name)));
        made.addr = vm.addr(made.key);
    }

    /// @dev `count` accounts in ascending order of their addresses.
    function accounts(string memory name, uint256 count) internal pure returns (Account[] memory made) {
        made = new Account[](count);
        for (uint256 i = 0; i < count; ++i) {
            Account memory next = account(string.concat(name, vm.toString(i)));
            uint256 position = i;
            while (position > 0 && made[position - 1].addr > next.addr) {
                made[position] = made[position - 1];
                --position;
            }
            made[position] = next;
        }
    }

    function sign(Account memory signer, bytes32 digest) internal pure returns (bytes memory) {
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(signer.key, digest);
        return abi.encodePacked(r, s, v);
    }

    /// @dev Maps a fuzzed value into [low, high].
    function bound(uint256 value, uint256 low, uint256 high) internal pure returns (uint256) {
        uint256 size = high - low;
        return size == type(uint256).max ? value : low + value % (size + 1);
    }

    /// @dev A figure on forge's console (shown with -vv).
    function say(string memory what, uint256 figure) internal view {
        say(string.concat(what, ": ", vm.toString(figure)));
    }

    /// @dev A line on forge's console (shown with -vv).
    function say(string memory what) internal view {
        address console = 0x000000000000000000636F6e736F6c652e6c6f67;
        (bool shown,) = console.staticcall(abi.encodeWithSignature("log(string)", what));
        vm.assertTrue(shown);
    }

    function assertTrue(bool condition, string memory message) internal pure {
        vm.assertTrue(condition, message);
    }

    function assertFalse(bool condition, string memory message) internal pure {
        vm.assertFalse(condition, message);
    }

    function assertEq(uint256 actual, uint256 expected, string memory message) internal pure {
        vm.assertEq(actual, expected, message);
    }

    function assertEq(address actual, address expected, string memory message) internal pure {
        vm.assertEq(actual, expected, message);
    }

    function assertEq(bytes32 actual, bytes32 expected, string memory message) internal pure {
        vm.assertEq(actual, expected, message);
    }

    function assertEq(bool actual, bool expected, string memory message) internal pure {
        vm.assertEq(actual, expected, message);
    }

    function assertEq(string memory actual, string memory expected, string memory message) internal pure {
        vm.assertEq(actual, expected, message);
    }

    function assertEq(bytes memory actual, bytes memory expected, string memory message) internal pure {
        vm.assertEq(actual, expected, message);
    }

    function assertEq(address[] memory actual, address[] memory expected, string memory message) internal pure {
        vm.assertEq(actual, expected, message);
    }

    function assertEq(uint256[] memory actual, uint256[] memory expected, string memory message) internal pure {
        vm.assertEq(actual, expected, message);
    }
}
