// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

/// @notice Uses up all the gas that it is given.
contract GasBurningWallet {
    function isValidSignature(bytes32, bytes calldata) external pure returns (bytes4) {
        assembly {
            invalid()
        }
    }
}

/// @notice Answers with as many zeros as its gas pays for, to make the caller pay for copying them.
contract LongWindedWallet {
    function isValidSignature(bytes32, bytes calldata) external pure returns (bytes4) {
        assembly {
            return(0x00, 200000)
        }
    }
}
