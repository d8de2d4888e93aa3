// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {Roadmap} from "../src/Roadmap.sol";
import {IRoadmap} from "../src/interfaces/IRoadmap.sol";
import {Test} from "./support/Test.sol";

contract RoadmapTest is Test {
    address private constant TIMELOCK = address(0x71);
    address private constant ENTITY = address(0xE7);

    Roadmap private roadmap;
    uint64 private genesis;

    function setUp() public {
        genesis = uint64(block.timestamp);
        vm.expectEmit();
        emit IRoadmap.ServiceEntityChanged(address(0), ENTITY);
        roadmap = new Roadmap(TIMELOCK, genesis, ENTITY);
    }

    function test_phaseTwoBeginsByItselfAYearAfterGenesis() public {
        assertEq(roadmap.genesis(), genesis, "genesis");
        assertEq(roadmap.phaseTwoStart(), genesis + 365 days, "start of phase 2");
        assertEq(roadmap.phase(), 1, "at genesis");
        vm.warp(genesis + 365 days - 1);
        assertEq(roadmap.phase(), 1, "a second before");
        vm.warp(genesis + 365 days);
        assertEq(roadmap.phase(), 2, "on time");
    }

    function testFuzz_thePhaseNeverGoesBack(uint64 earlier, uint64 later) public {
        vm.assume(earlier <= later);
        vm.warp(earlier);
        uint8 before = roadmap.phase();
        vm.warp(later);
        assertTrue(roadmap.phase() >= before, "phase");
    }

    function test_onlyTheTimelockAdoptsTextsAndChangesTheServiceEntity() public {
        vm.expectRevert(abi.encodeWithSelector(Roadmap.OnlyTimelock.selector, address(this)));
        roadmap.adopt("text");
        vm.expectRevert(abi.encodeWithSelector(Roadmap.OnlyTimelock.selector, address(this)));
        roadmap.setServiceEntity(address(this));
        vm.prank(ENTITY);
        vm.expectRevert(abi.encodeWithSelector(Roadmap.OnlyTimelock.selector, ENTITY));
        roadmap.setServiceEntity(address(this));
        assertEq(roadmap.serviceEntity(), ENTITY, "unchanged");
    }

    function test_aTextIsAdoptedOnce() public {
        bytes32 content = keccak256("constitution");
        assertEq(roadmap.adoptedAt(content), 0, "not yet");
        vm.expectEmit(address(roadmap));
        emit IRoadmap.TextAdopted(content, uint64(block.timestamp));
        vm.prank(TIMELOCK);
        roadmap.adopt(content);
        assertEq(roadmap.adoptedAt(content), block.timestamp, "adopted");
        vm.prank(TIMELOCK);
        vm.expectRevert(abi.encodeWithSelector(Roadmap.TextAlreadyAdopted.selector, content));
        roadmap.adopt(content);
    }

    function test_theServiceEntityIsReplacedByVote() public {
        vm.expectEmit(address(roadmap));
        emit IRoadmap.ServiceEntityChanged(ENTITY, address(0xE8));
        vm.prank(TIMELOCK);
        roadmap.setServiceEntity(address(0xE8));
        assertEq(roadmap.serviceEntity(), address(0xE8), "entity");
    }
}
