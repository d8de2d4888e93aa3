// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IGovernor} from "@openzeppelin/contracts/governance/IGovernor.sol";
import {DaoGovernor} from "../../src/DaoGovernor.sol";
import {DaoTimelock} from "../../src/DaoTimelock.sol";
import {GovernanceToken} from "../../src/GovernanceToken.sol";
import {IDaoGovernor} from "../../src/interfaces/IDaoGovernor.sol";
import {Test} from "./Test.sol";

/// @notice A deployed token, Governor and timelock, ten holders with 100 votes each, and the steps of a proposal.
abstract contract DaoTest is Test {
    uint48 internal constant VOTING_DELAY = 1 hours;
    uint32 internal constant VOTING_PERIOD = 1 days;
    uint48 internal constant LATE_QUORUM_EXTENSION = 2 hours;
    uint256 internal constant MIN_DELAY = 6 hours;
    uint256 internal constant PROPOSAL_THRESHOLD = 50 ether;
    uint256 internal constant QUORUM_BPS = 2_000;

    struct Action {
        address target;
        bytes data;
        string description;
    }

    Account[] internal holders;
    GovernanceToken internal token;
    DaoTimelock internal timelock;
    DaoGovernor internal governor;

    function deployDao() internal {
        address[] memory addresses = new address[](10);
        uint256[] memory amounts = new uint256[](10);
        for (uint256 i = 0; i < 10; ++i) {
            holders.push(account(string.concat("holder", vm.toString(i))));
            (addresses[i], amounts[i]) = (holders[i].addr, 100 ether);
        }
        token = new GovernanceToken(addresses, amounts);
        address predicted = vm.computeCreateAddress(address(this), vm.getNonce(address(this)) + 1);
        timelock = new DaoTimelock(MIN_DELAY, predicted);
        governor = new DaoGovernor(
            token, timelock, VOTING_DELAY, VOTING_PERIOD, PROPOSAL_THRESHOLD, QUORUM_BPS, LATE_QUORUM_EXTENSION
        );
        assertEq(address(governor), predicted, "the Governor is where the timelock expects it");
        vm.warp(block.timestamp + 1);
    }

    function propose(Action memory action) internal returns (uint256) {
        (address[] memory targets, uint256[] memory values, bytes[] memory data) = lists(action);
        vm.prank(holders[0].addr);
        return governor.propose(targets, values, data, action.description);
    }

    /// @dev Proposes, and waits until votes count.
    function openVote(Action memory action) internal returns (uint256 proposalId) {
        proposalId = propose(action);
        vm.warp(governor.proposalSnapshot(proposalId) + 1);
    }

    function vote(uint256 proposalId, uint256 holder, uint8 support) internal {
        vm.prank(holders[holder].addr);
        governor.castVote(proposalId, support);
    }

    function closeVote(uint256 proposalId) internal {
        vm.warp(governor.proposalDeadline(proposalId) + 1);
    }

    /// @dev Anyone may queue: the caller is the test itself, which holds nothing.
    function queue(Action memory action) internal {
        (address[] memory targets, uint256[] memory values, bytes[] memory data) = lists(action);
        governor.queue(targets, values, data, keccak256(bytes(action.description)));
    }

    function execute(Action memory action) internal {
        (address[] memory targets, uint256[] memory values, bytes[] memory data) = lists(action);
        governor.execute(targets, values, data, keccak256(bytes(action.description)));
    }

    /// @dev From proposal to effect, with three of ten in favour.
    function pass(Action memory action) internal returns (uint256 proposalId) {
        proposalId = openVote(action);
        for (uint256 i = 0; i < 3; ++i) {
            vote(proposalId, i, 1);
        }
        closeVote(proposalId);
        queue(action);
        vm.warp(governor.proposalEta(proposalId));
        execute(action);
    }

    function signedVote(uint256 proposalId, uint256 holder, uint8 support)
        internal
        view
        returns (IDaoGovernor.SignedVote memory)
    {
        bytes32 digest = ballotDigest(proposalId, support, holders[holder].addr, keyedNonce(proposalId));
        return IDaoGovernor.SignedVote(holders[holder].addr, support, sign(holders[holder], digest));
    }

    function keyedNonce(uint256 proposalId) internal pure returns (uint256) {
        return uint256(uint192(proposalId)) << 64;
    }

    function ballotDigest(uint256 proposalId, uint8 support, address voter, uint256 nonce)
        internal
        view
        returns (bytes32)
    {
        bytes32 domain = keccak256(
            abi.encode(
                keccak256("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"),
                keccak256("DaoGovernor"),
                keccak256("1"),
                block.chainid,
                address(governor)
            )
        );
        bytes32 ballot = keccak256(
            abi.encode(
                keccak256("Ballot(uint256 proposalId,uint8 support,address voter,uint256 nonce)"),
                proposalId,
                support,
                voter,
                nonce
            )
        );
        return keccak256(abi.encodePacked(hex"1901", domain, ballot));
    }

    function assertState(uint256 proposalId, IGovernor.ProposalState expected) internal view {
        assertEq(uint256(governor.state(proposalId)), uint256(expected), "state");
    }

    function lists(Action memory action)
        internal
        pure
        returns (address[] memory targets, uint256[] memory values, bytes[] memory data)
    {
        targets = new address[](1);
        values = new uint256[](1);
        data = new bytes[](1);
        (targets[0], data[0]) = (action.target, action.data);
    }
}
