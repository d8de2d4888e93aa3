// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {Roadmap} from "../src/Roadmap.sol";
import {IRoadmap} from "../src/interfaces/IRoadmap.sol";
import {Test} from "./support/Test.sol";

contract RoadmapTest is Test {
    address private constant TIMELOCK = address(0x71);
    address private constant ENTITY = address(0xE7);
    address private constant GUARDIAN = address(0x6A);

    Roadmap private roadmap;
    uint64 private genesis;

    function setUp() public {
        genesis = uint64(block.timestamp);
        vm.expectEmit();
        emit IRoadmap.ServiceEntityChanged(address(0), ENTITY);
        vm.expectEmit();
        emit IRoadmap.GuardianAppointed(address(0), GUARDIAN, genesis + 365 days);
        roadmap = new Roadmap(TIMELOCK, genesis, ENTITY, GUARDIAN);
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

    function test_thePowersOfPhaseOneEndWithIt() public {
        assertEq(roadmap.guardian(), GUARDIAN, "guardian");
        assertEq(roadmap.guardianUntil(), genesis + 365 days, "sunset of the guardian");
        assertEq(roadmap.firstSeatsUntil(), genesis + 365 days, "sunset of the seats");
        assertTrue(roadmap.isGuardian(GUARDIAN), "at genesis");
        assertFalse(roadmap.isGuardian(ENTITY), "another account");
        vm.warp(genesis + 365 days - 1);
        assertTrue(roadmap.isGuardian(GUARDIAN), "a second before");
        vm.warp(genesis + 365 days);
        assertFalse(roadmap.isGuardian(GUARDIAN), "on time");
    }

    function test_aVoteAppointsAGuardianForAnotherTerm() public {
        vm.warp(genesis + 400 days);
        uint64 until = uint64(block.timestamp) + 90 days;
        vm.expectEmit(address(roadmap));
        emit IRoadmap.GuardianAppointed(GUARDIAN, address(0x6B), until);
        vm.prank(TIMELOCK);
        roadmap.appointGuardian(address(0x6B), until);
        assertTrue(roadmap.isGuardian(address(0x6B)), "the new one");
        assertFalse(roadmap.isGuardian(GUARDIAN), "the old one");
        vm.warp(until);
        assertFalse(roadmap.isGuardian(address(0x6B)), "after the term");
    }

    function test_aVoteDismissesTheGuardianAtOnce() public {
        vm.prank(TIMELOCK);
        roadmap.appointGuardian(address(0), 0);
        assertFalse(roadmap.isGuardian(GUARDIAN), "dismissed");
        assertFalse(roadmap.isGuardian(address(0)), "nobody is the guardian");
    }

    function test_aVoteProlongsTheFirstSeats() public {
        uint64 until = uint64(block.timestamp) + 365 days;
        vm.expectEmit(address(roadmap));
        emit IRoadmap.FirstSeatsProlonged(genesis + 365 days, until);
        vm.prank(TIMELOCK);
        roadmap.prolongFirstSeats(until);
        assertEq(roadmap.firstSeatsUntil(), until, "prolonged");
        assertEq(roadmap.guardianUntil(), genesis + 365 days, "the guardian is not");
    }

    function test_noTermIsLongerThanAYear() public {
        uint64 latest = uint64(block.timestamp) + 365 days;
        bytes memory refusal = abi.encodeWithSelector(IRoadmap.TermTooLong.selector, latest + 1, latest);
        vm.startPrank(TIMELOCK);
        vm.expectRevert(refusal);
        roadmap.appointGuardian(GUARDIAN, latest + 1);
        vm.expectRevert(refusal);
        roadmap.prolongFirstSeats(latest + 1);
        roadmap.appointGuardian(GUARDIAN, latest);
    }

    function test_onlyTheTimelockAppointsAndProlongs() public {
        vm.startPrank(GUARDIAN);
        vm.expectRevert(abi.encodeWithSelector(IRoadmap.OnlyTimelock.selector, GUARDIAN));
        roadmap.appointGuardian(GUARDIAN, genesis + 366 days);
        vm.expectRevert(abi.encodeWithSelector(IRoadmap.OnlyTimelock.selector, GUARDIAN));
        roadmap.prolongFirstSeats(genesis + 366 days);
    }

    function test_onlyTheTimelockAdoptsTextsAndChangesTheServiceEntity() public {
        vm.expectRevert(abi.encodeWithSelector(IRoadmap.OnlyTimelock.selector, address(this)));
        roadmap.adopt("text");
        vm.expectRevert(abi.encodeWithSelector(IRoadmap.OnlyTimelock.selector, address(this)));
        roadmap.setServiceEntity(address(this));
        vm.prank(ENTITY);
        vm.expectRevert(abi.encodeWithSelector(IRoadmap.OnlyTimelock.selector, ENTITY));
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
        vm.expectRevert(abi.encodeWithSelector(IRoadmap.TextAlreadyAdopted.selector, content));
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
