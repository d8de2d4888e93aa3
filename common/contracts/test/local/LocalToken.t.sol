// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {LocalToken} from "../../src/local/LocalToken.sol";
import {Test} from "../support/Test.sol";

contract LocalTokenTest is Test {
    function test_holdersGetTheirAmountsInSixDecimals() public {
        address[] memory holders = new address[](2);
        uint256[] memory amounts = new uint256[](2);
        (holders[0], amounts[0]) = (address(0xA), 5e6);
        (holders[1], amounts[1]) = (address(0xB), 7e6);
        LocalToken token = new LocalToken(holders, amounts);
        assertEq(token.decimals(), 6, "decimals");
        assertEq(token.balanceOf(address(0xA)), 5e6, "first");
        assertEq(token.balanceOf(address(0xB)), 7e6, "second");
        assertEq(token.totalSupply(), 12e6, "supply");
    }

    function test_listsOfDifferentLengthAreRefused() public {
        vm.expectRevert(abi.encodeWithSelector(LocalToken.HoldersMismatch.selector, 0, 1));
        new LocalToken(new address[](0), new uint256[](1));
    }
}
