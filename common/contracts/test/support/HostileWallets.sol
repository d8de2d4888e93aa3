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

/// @notice Never comes to an end.
contract LoopingWallet {
    function isValidSignature(bytes32, bytes calldata) external pure returns (bytes4) {
        while (true) {}
        return 0;
    }
}

/// @notice Says `true` to everything, which is not the answer of ERC-1271.
contract AgreeableWallet {
    fallback(bytes calldata) external returns (bytes memory) {
        return abi.encode(true);
    }
}

/// @notice Repeats the question, which begins with what would be the answer.
contract EchoingWallet {
    fallback(bytes calldata question) external returns (bytes memory) {
        return question;
    }
}

/// @notice Reverts, with what would be the answer.
contract RevertingYesWallet {
    fallback() external {
        bytes4 yes = bytes4(0x1626ba7e);
        assembly {
            mstore(0, yes)
            revert(0, 32)
        }
    }
}
