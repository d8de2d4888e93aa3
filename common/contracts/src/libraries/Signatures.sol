// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IERC1271} from "@openzeppelin/contracts/interfaces/IERC1271.sol";
import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";

/// @title Signatures by keys and by contracts.
library Signatures {
    /// @dev What a contract's answer may cost: enough for a wallet with many owners, too little to spoil a batch for the
    /// others in it.
    uint256 private constant ANSWER_GAS = 300_000;

    /// @notice Whether `signature` over `digest` is `signer`'s: by its key, or else by its code (ERC-1271).
    /// @dev The key comes first: an account with delegated code (EIP-7702) still signs with its key.
    function isValid(address signer, bytes32 digest, bytes memory signature) internal view returns (bool) {
        (address recovered, ECDSA.RecoverError failure,) = ECDSA.tryRecover(digest, signature);
        if (failure == ECDSA.RecoverError.NoError && recovered == signer) return true;
        if (signer.code.length == 0) return false;
        (bool answered, bytes memory answer) =
            signer.staticcall{gas: ANSWER_GAS}(abi.encodeCall(IERC1271.isValidSignature, (digest, signature)));
        return
            answered && answer.length >= 32
                && abi.decode(answer, (bytes32)) == bytes32(IERC1271.isValidSignature.selector);
    }
}
