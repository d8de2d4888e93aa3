// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IProposalPolicy} from "../../src/interfaces/IProposalPolicy.sol";
import {Test} from "./Test.sol";

/// @notice The calls that every deployment lists, from the file that the deployment's own list is compared with.
abstract contract ListedActions is Test {
    struct Deployed {
        string name;
        address addr;
    }

    /// @dev Those of these contracts: not every test has them all.
    function listedActions(Deployed[] memory contracts) internal view returns (IProposalPolicy.Listing[] memory all) {
        string[] memory lines = vm.split(vm.readFile("test/support/listed-actions.txt"), "\n");
        all = new IProposalPolicy.Listing[](lines.length);
        uint256 count = 0;
        for (uint256 i = 0; i < lines.length; ++i) {
            // The contract, the function and the class.
            string[] memory parts = vm.split(lines[i], " ");
            for (uint256 j = 0; j < contracts.length; ++j) {
                if (!_areEqual(parts[0], contracts[j].name)) continue;
                bytes4 selector = bytes4(keccak256(bytes(parts[1])));
                all[count++] = IProposalPolicy.Listing(contracts[j].addr, selector, _class(parts[2]));
            }
        }
        assembly ("memory-safe") {
            mstore(all, count)
        }
    }

    function _class(string memory name) private pure returns (IProposalPolicy.ProposalClass) {
        string[6] memory names = ["AUTHORITY", "STEWARDS", "PARAMETERS", "TREASURY", "MANDATE", "TEXT"];
        uint8 i = 0;
        while (!_areEqual(names[i], name)) ++i;
        return IProposalPolicy.ProposalClass(i);
    }

    function _areEqual(string memory a, string memory b) private pure returns (bool) {
        return keccak256(bytes(a)) == keccak256(bytes(b));
    }
}
