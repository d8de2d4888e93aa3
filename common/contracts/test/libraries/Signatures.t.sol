// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {Signatures} from "../../src/libraries/Signatures.sol";
import {GasBurningWallet, LongWindedWallet} from "../support/HostileWallets.sol";
import {SigningWallet} from "../support/SigningWallet.sol";
import {Test} from "../support/Test.sol";

contract SignaturesTest is Test {
    bytes32 private constant DIGEST = keccak256("digest");

    function test_aKeysOwnSignatureIsValid() public view {
        Account memory alice = account("alice");
        assertTrue(Signatures.isValid(alice.addr, DIGEST, sign(alice, DIGEST)), "own");
        assertFalse(Signatures.isValid(alice.addr, DIGEST, sign(account("bob"), DIGEST)), "another's");
        assertFalse(Signatures.isValid(alice.addr, keccak256("other"), sign(alice, DIGEST)), "another digest");
    }

    function test_noSignatureIsValidForTheZeroAddress() public view {
        assertFalse(Signatures.isValid(address(0), DIGEST, new bytes(65)), "zero");
        assertFalse(Signatures.isValid(address(0), DIGEST, ""), "empty");
    }

    /// @dev The second signature that every ECDSA signature has must not pass for a new one.
    function test_theMalleableTwinIsInvalid() public view {
        Account memory alice = account("alice");
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(alice.key, DIGEST);
        uint256 order = 0xFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFEBAAEDCE6AF48A03BBFD25E8CD0364141;
        bytes memory twin = abi.encodePacked(r, bytes32(order - uint256(s)), v == 27 ? uint8(28) : uint8(27));
        assertFalse(Signatures.isValid(alice.addr, DIGEST, twin), "twin");
    }

    function test_anAccountWithDelegatedCodeStillSignsWithItsKey() public {
        Account memory alice = account("alice");
        vm.etch(alice.addr, address(new SigningWallet(address(0xB0B))).code);
        assertTrue(Signatures.isValid(alice.addr, DIGEST, sign(alice, DIGEST)), "by key");
    }

    function test_aContractWalletSignsByItsCode() public {
        Account memory owner = account("owner");
        SigningWallet wallet = new SigningWallet(owner.addr);
        assertTrue(Signatures.isValid(address(wallet), DIGEST, sign(owner, DIGEST)), "owner");
        assertFalse(Signatures.isValid(address(wallet), DIGEST, sign(account("bob"), DIGEST)), "another");
        assertFalse(Signatures.isValid(address(this), DIGEST, sign(owner, DIGEST)), "a contract without ERC-1271");
    }

    function test_aHostileWalletCostsItsShareAtMost() public {
        address burning = address(new GasBurningWallet());
        address longWinded = address(new LongWindedWallet());
        uint256 before = gasleft();
        assertFalse(Signatures.isValid(burning, DIGEST, ""), "burns gas");
        assertTrue(before - gasleft() < Signatures.ANSWER_GAS + 20_000, "cost of burning");
        before = gasleft();
        assertFalse(Signatures.isValid(longWinded, DIGEST, ""), "a long answer");
        assertTrue(before - gasleft() < Signatures.ANSWER_GAS + 20_000, "cost of a long answer");
    }

    /// @dev Or else whoever sends a batch could have good signatures refused by giving it little gas.
    function test_withTooLittleGasNothingIsDecided() public {
        Account memory owner = account("owner");
        address wallet = address(new SigningWallet(owner.addr));
        bytes memory signature = sign(owner, DIGEST);
        assertTrue(this.check{gas: 350_000}(wallet, signature), "enough");
        vm.expectPartialRevert(Signatures.TooLittleGas.selector);
        // A call passes on 63 of 64 parts: of this, less than the answer's gas.
        this.check{gas: 309_000}(wallet, signature);
    }

    function check(address signer, bytes calldata signature) external view returns (bool) {
        return Signatures.isValid(signer, DIGEST, signature);
    }
}
