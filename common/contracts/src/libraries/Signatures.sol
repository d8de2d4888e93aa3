// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IERC1271} from "@openzeppelin/contracts/interfaces/IERC1271.sol";
import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";

/// @title Signatures by keys and by contracts.
library Signatures {
    /// @notice Most gas that a signing contract may use to answer, so that one of a batch cannot use up the others' share.
    uint256 internal constant ANSWER_GAS = 300_000;

    /// @notice Too little gas is left to hear a signing contract's answer.
    error TooLittleGas(uint256 left);

    /// @notice Whether `signature` over `digest` is `signer`'s: by its key, or else by its code (ERC-1271).
    /// @dev The key comes first: an account with delegated code (EIP-7702) still signs with its key.
    function isValid(address signer, bytes32 digest, bytes memory signature) internal view returns (bool) {
        (address recovered, ECDSA.RecoverError failure,) = ECDSA.tryRecover(digest, signature);
        if (failure == ECDSA.RecoverError.NoError && recovered == signer) return true;
        return signer.code.length != 0 && _answersYes(signer, digest, signature);
    }

    /// @dev With less than ANSWER_GAS the answer would depend on the sender's gas limit: a good signature could be
    /// refused, and an estimate that looks for the least gas would find just that. A call passes on 63/64 at most
    /// (EIP-150). Only one word of the answer is copied, however long it is.
    function _answersYes(address signer, bytes32 digest, bytes memory signature) private view returns (bool yes) {
        bytes memory question = abi.encodeCall(IERC1271.isValidSignature, (digest, signature));
        bytes32 magic = IERC1271.isValidSignature.selector;
        uint256 answerGas = ANSWER_GAS;
        if (gasleft() < answerGas + answerGas / 32) revert TooLittleGas(gasleft());
        assembly ("memory-safe") {
            let answered := staticcall(answerGas, signer, add(question, 0x20), mload(question), 0x00, 0x20)
            yes := and(and(answered, gt(returndatasize(), 0x1f)), eq(mload(0x00), magic))
        }
    }
}
