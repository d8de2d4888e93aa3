// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {Roadmap} from "../src/Roadmap.sol";
import {StewardCouncil} from "../src/StewardCouncil.sol";
import {IStewardCouncil} from "../src/interfaces/IStewardCouncil.sol";
import {SigningWallet} from "./support/SigningWallet.sol";
import {Test} from "./support/Test.sol";

contract StewardCouncilTest is Test {
    address private constant TIMELOCK = address(0x71);
    address private constant ESCROW = address(0xE5);

    Account[] private stewards;
    Roadmap private roadmap;
    StewardCouncil private council;
    uint64 private expiry;

    function setUp() public {
        Account[] memory made = accounts("steward", 3);
        for (uint256 i = 0; i < 3; ++i) {
            stewards.push(made[i]);
        }
        roadmap = new Roadmap(TIMELOCK, uint64(block.timestamp), address(0xE7), address(0x6A));
        council = new StewardCouncil(TIMELOCK, roadmap, addresses(3), 2);
        expiry = uint64(block.timestamp + 1 days);
    }

    function test_stewardsAndThresholdAreAsConstructed() public view {
        assertEq(council.stewards(), addresses(3), "stewards");
        assertEq(council.threshold(), 2, "threshold");
        assertTrue(council.isSteward(stewards[1].addr), "a steward");
        assertFalse(council.isSteward(address(this)), "the deployer is none");
    }

    function test_enoughSignaturesApprove() public view {
        council.requireApproved(decision(), approvals(decision(), 2));
        council.requireApproved(decision(), approvals(decision(), 3));
    }

    function test_digestIsTheEip712HashOfTheDecision() public view {
        IStewardCouncil.Decision memory d = decision();
        bytes32 domain = keccak256(
            abi.encode(
                keccak256("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"),
                keccak256("StewardCouncil"),
                keccak256("1"),
                block.chainid,
                address(council)
            )
        );
        bytes32 structHash = keccak256(
            bytes.concat(
                abi.encode(
                    keccak256(
                        "Decision(address steward,string action,address target,uint256 subject,uint256 part,uint256 round,bytes32 contentHash,bytes32 reasonHash,uint64 expiry)"
                    ),
                    stewards[0].addr,
                    keccak256(bytes(d.action)),
                    d.target,
                    d.subject
                ),
                abi.encode(d.part, d.round, d.contentHash, d.reasonHash, expiry)
            )
        );
        assertEq(
            council.digest(d, stewards[0].addr, expiry),
            keccak256(abi.encodePacked(hex"1901", domain, structHash)),
            "digest"
        );
    }

    function test_tooFewSignaturesAreRefused() public {
        IStewardCouncil.Approval[] memory given = approvals(decision(), 1);
        vm.expectRevert(abi.encodeWithSelector(IStewardCouncil.TooFewApprovals.selector, 1, 2));
        council.requireApproved(decision(), given);
    }

    function test_oneStewardTwiceIsRefused() public {
        IStewardCouncil.Approval[] memory given = approvals(decision(), 2);
        given[1] = given[0];
        vm.expectRevert(
            abi.encodeWithSelector(IStewardCouncil.StewardsNotAscending.selector, stewards[0].addr, stewards[0].addr)
        );
        council.requireApproved(decision(), given);
    }

    function test_descendingStewardsAreRefused() public {
        IStewardCouncil.Approval[] memory given = approvals(decision(), 2);
        (given[0], given[1]) = (given[1], given[0]);
        vm.expectPartialRevert(IStewardCouncil.StewardsNotAscending.selector);
        council.requireApproved(decision(), given);
    }

    function test_aStrangersSignatureIsRefusedEvenOnTopOfEnough() public {
        Account memory stranger = Account(address(type(uint160).max), 0);
        IStewardCouncil.Approval[] memory enough = approvals(decision(), 2);
        IStewardCouncil.Approval[] memory given = new IStewardCouncil.Approval[](3);
        (given[0], given[1]) = (enough[0], enough[1]);
        given[2] = IStewardCouncil.Approval(stranger.addr, expiry, enough[0].signature);
        vm.expectRevert(abi.encodeWithSelector(IStewardCouncil.NotASteward.selector, stranger.addr));
        council.requireApproved(decision(), given);
    }

    function test_anotherStewardsSignatureIsRefused() public {
        IStewardCouncil.Approval[] memory given = approvals(decision(), 2);
        given[1].signature = given[0].signature;
        vm.expectRevert(abi.encodeWithSelector(IStewardCouncil.BadApprovalSignature.selector, stewards[1].addr));
        council.requireApproved(decision(), given);
    }

    function test_garbageForASignatureIsRefused() public {
        IStewardCouncil.Approval[] memory given = approvals(decision(), 2);
        given[0].signature = hex"00";
        vm.expectRevert(abi.encodeWithSelector(IStewardCouncil.BadApprovalSignature.selector, stewards[0].addr));
        council.requireApproved(decision(), given);
    }

    function test_anApprovalCountsThroughItsExpiryAndNotAfter() public {
        IStewardCouncil.Approval[] memory given = approvals(decision(), 2);
        vm.warp(expiry);
        council.requireApproved(decision(), given);
        vm.warp(expiry + 1);
        vm.expectRevert(abi.encodeWithSelector(IStewardCouncil.ApprovalExpired.selector, stewards[0].addr, expiry));
        council.requireApproved(decision(), given);
    }

    function test_aLaterExpiryThanSignedIsRefused() public {
        IStewardCouncil.Approval[] memory given = approvals(decision(), 2);
        given[0].expiry += 1;
        vm.expectRevert(abi.encodeWithSelector(IStewardCouncil.BadApprovalSignature.selector, stewards[0].addr));
        council.requireApproved(decision(), given);
    }

    /// @dev One signature is good for one decision only: every field of it is signed.
    function test_aSignatureIsNotGoodForAnyOtherDecision() public {
        IStewardCouncil.Approval[] memory given = approvals(decision(), 2);
        for (uint256 field = 0; field < 7; ++field) {
            IStewardCouncil.Decision memory other = decision();
            if (field == 0) other.action = "reject milestone";
            if (field == 1) other.target = address(0xBAD);
            if (field == 2) other.subject += 1;
            if (field == 3) other.part += 1;
            if (field == 4) other.round += 1;
            if (field == 5) other.contentHash = bytes32(uint256(1));
            if (field == 6) other.reasonHash = bytes32(uint256(1));
            vm.expectRevert(abi.encodeWithSelector(IStewardCouncil.BadApprovalSignature.selector, stewards[0].addr));
            council.requireApproved(other, given);
        }
    }

    function test_aSignatureForAnotherCouncilIsRefused() public {
        StewardCouncil other = new StewardCouncil(TIMELOCK, roadmap, addresses(3), 2);
        IStewardCouncil.Approval[] memory given = approvals(decision(), 2);
        vm.expectRevert(abi.encodeWithSelector(IStewardCouncil.BadApprovalSignature.selector, stewards[0].addr));
        other.requireApproved(decision(), given);
    }

    function test_aContractWalletApprovesByErc1271() public {
        SigningWallet wallet = new SigningWallet(stewards[0].addr);
        address[] memory one = new address[](1);
        one[0] = address(wallet);
        StewardCouncil own = new StewardCouncil(TIMELOCK, roadmap, one, 1);
        IStewardCouncil.Approval[] memory given = new IStewardCouncil.Approval[](1);
        given[0] = IStewardCouncil.Approval(
            address(wallet), expiry, sign(stewards[0], own.digest(decision(), address(wallet), expiry))
        );
        own.requireApproved(decision(), given);
        given[0].signature = sign(stewards[1], own.digest(decision(), address(wallet), expiry));
        vm.expectRevert(abi.encodeWithSelector(IStewardCouncil.BadApprovalSignature.selector, address(wallet)));
        own.requireApproved(decision(), given);
    }

    function test_onlyTheTimelockChangesTheStewards() public {
        address[] memory none = new address[](0);
        vm.expectRevert(abi.encodeWithSelector(IStewardCouncil.OnlyTimelock.selector, address(this)));
        council.change(none, none, 1);
        vm.prank(stewards[0].addr);
        vm.expectRevert(abi.encodeWithSelector(IStewardCouncil.OnlyTimelock.selector, stewards[0].addr));
        council.change(none, none, 1);
    }

    function test_aChangeAddsRemovesAndSetsTheThreshold() public {
        address[] memory add = new address[](1);
        add[0] = address(0xADD);
        address[] memory remove = new address[](1);
        remove[0] = stewards[0].addr;

        vm.expectEmit(address(council));
        emit IStewardCouncil.StewardRemoved(stewards[0].addr);
        vm.expectEmit(address(council));
        emit IStewardCouncil.StewardAdded(address(0xADD));
        vm.expectEmit(address(council));
        emit IStewardCouncil.ThresholdChanged(3);
        vm.prank(TIMELOCK);
        council.change(add, remove, 3);

        address[] memory expected = new address[](3);
        (expected[0], expected[1], expected[2]) = (stewards[1].addr, stewards[2].addr, address(0xADD));
        assertEq(council.stewards(), expected, "stewards, in the order added");
        assertFalse(council.isSteward(stewards[0].addr), "removed");
        assertEq(council.threshold(), 3, "threshold");
    }

    function test_aRemovedStewardsSignatureCountsNoLonger() public {
        IStewardCouncil.Approval[] memory given = approvals(decision(), 2);
        address[] memory remove = new address[](1);
        remove[0] = stewards[0].addr;
        vm.prank(TIMELOCK);
        council.change(new address[](0), remove, 2);
        vm.expectRevert(abi.encodeWithSelector(IStewardCouncil.NotASteward.selector, stewards[0].addr));
        council.requireApproved(decision(), given);
    }

    function test_seatsOfPhaseOneEndWithTheTermOfTheRoadmap() public {
        IStewardCouncil.Approval[] memory given = lastingApprovals();
        uint64 until = roadmap.firstSeatsUntil();
        vm.warp(until - 1);
        council.requireApproved(decision(), given);
        assertEq(council.stewards(), addresses(3), "the last second");

        vm.warp(until);
        vm.expectRevert(abi.encodeWithSelector(IStewardCouncil.NotASteward.selector, stewards[0].addr));
        council.requireApproved(decision(), given);
        assertEq(council.stewards(), new address[](0), "none in office");
        assertEq(council.threshold(), 2, "nothing can be decided by fewer");
    }

    function test_aVoteProlongsTheSeatsOfPhaseOne() public {
        uint64 until = roadmap.firstSeatsUntil();
        vm.warp(until - 1);
        vm.prank(TIMELOCK);
        roadmap.prolongFirstSeats(until + 10 days);
        vm.warp(until + 10 days - 1);
        assertTrue(council.isSteward(stewards[0].addr), "the last second");
        vm.warp(until + 10 days);
        assertFalse(council.isSteward(stewards[0].addr), "ended");
    }

    function test_aVoteEndsTheSeatsOfPhaseOneEarly() public {
        vm.prank(TIMELOCK);
        roadmap.prolongFirstSeats(0);
        assertFalse(council.isSteward(stewards[0].addr), "ended");
    }

    function test_whoIsVotedInAgainStays() public {
        address[] memory again = addresses(1);
        vm.prank(TIMELOCK);
        council.change(again, again, 2);
        vm.warp(roadmap.firstSeatsUntil());
        assertTrue(council.isSteward(stewards[0].addr), "by vote");
        assertFalse(council.isSteward(stewards[1].addr), "of phase 1");
        assertEq(council.stewards(), again, "in office");
    }

    function test_aChangeClearsTheSeatsThatHaveEnded() public {
        address[] memory none = new address[](0);
        address[] memory again = addresses(1);
        vm.warp(roadmap.firstSeatsUntil());
        vm.prank(TIMELOCK);
        vm.expectRevert(abi.encodeWithSelector(IStewardCouncil.BadThreshold.selector, 2, 1));
        council.change(again, none, 2);
        vm.prank(TIMELOCK);
        council.change(again, none, 1);
        assertEq(council.stewards(), again, "only who was voted in");
        // Nothing to come back to.
        vm.prank(TIMELOCK);
        roadmap.prolongFirstSeats(uint64(block.timestamp + 1 days));
        assertFalse(council.isSteward(stewards[1].addr), "cleared");
    }

    function test_whoIsSeatedAfterPhaseOneHasNoSeatOfIt() public {
        vm.warp(roadmap.phaseTwoStart());
        StewardCouncil late = new StewardCouncil(TIMELOCK, roadmap, addresses(3), 2);
        assertEq(late.stewards(), addresses(3), "stewards");
    }

    function test_aThresholdOfNoneOrAboveTheStewardsIsRefused() public {
        vm.expectRevert(abi.encodeWithSelector(IStewardCouncil.BadThreshold.selector, 0, 3));
        new StewardCouncil(TIMELOCK, roadmap, addresses(3), 0);
        vm.expectRevert(abi.encodeWithSelector(IStewardCouncil.BadThreshold.selector, 4, 3));
        new StewardCouncil(TIMELOCK, roadmap, addresses(3), 4);
        address[] memory none = new address[](0);
        address[] memory all = addresses(3);
        vm.prank(TIMELOCK);
        vm.expectRevert(abi.encodeWithSelector(IStewardCouncil.BadThreshold.selector, 2, 0));
        council.change(none, all, 2);
    }

    function test_addingTwiceAndRemovingAStrangerAreRefused() public {
        address[] memory none = new address[](0);
        address[] memory one = addresses(1);
        vm.prank(TIMELOCK);
        vm.expectRevert(abi.encodeWithSelector(StewardCouncil.AlreadyASteward.selector, stewards[0].addr));
        council.change(one, none, 2);
        one[0] = address(0xBAD);
        vm.prank(TIMELOCK);
        vm.expectRevert(abi.encodeWithSelector(IStewardCouncil.NotASteward.selector, address(0xBAD)));
        council.change(none, one, 2);
        one[0] = address(0);
        vm.prank(TIMELOCK);
        vm.expectRevert(abi.encodeWithSelector(IStewardCouncil.NotASteward.selector, address(0)));
        council.change(one, none, 2);
    }

    function testFuzz_anyRemovalKeepsEveryOtherSteward(uint256 removed, uint8 size) public {
        uint256 count = bound(size, 2, 12);
        Account[] memory many = accounts("many", count);
        address[] memory all = new address[](count);
        for (uint256 i = 0; i < count; ++i) {
            all[i] = many[i].addr;
        }
        StewardCouncil large = new StewardCouncil(TIMELOCK, roadmap, all, 1);
        uint256 gone = bound(removed, 0, count - 1);
        address[] memory remove = new address[](1);
        remove[0] = all[gone];
        vm.prank(TIMELOCK);
        large.change(new address[](0), remove, 1);

        address[] memory left = large.stewards();
        assertEq(left.length, count - 1, "one fewer");
        for (uint256 i = 0; i < count; ++i) {
            assertEq(large.isSteward(all[i]), i != gone, "membership");
            if (i != gone) assertEq(left[i < gone ? i : i - 1], all[i], "order");
        }
    }

    function lastingApprovals() private returns (IStewardCouncil.Approval[] memory) {
        expiry = type(uint64).max;
        return approvals(decision(), 2);
    }

    function decision() private pure returns (IStewardCouncil.Decision memory) {
        return IStewardCouncil.Decision("approve milestone", ESCROW, 7, 1, 2, keccak256("evidence"), bytes32(0));
    }

    function approvals(IStewardCouncil.Decision memory d, uint256 count)
        private
        view
        returns (IStewardCouncil.Approval[] memory given)
    {
        given = new IStewardCouncil.Approval[](count);
        for (uint256 i = 0; i < count; ++i) {
            bytes32 digest = council.digest(d, stewards[i].addr, expiry);
            given[i] = IStewardCouncil.Approval(stewards[i].addr, expiry, sign(stewards[i], digest));
        }
    }

    function addresses(uint256 count) private view returns (address[] memory all) {
        all = new address[](count);
        for (uint256 i = 0; i < count; ++i) {
            all[i] = stewards[i].addr;
        }
    }
}
