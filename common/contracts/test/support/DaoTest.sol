// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IGovernor} from "@openzeppelin/contracts/governance/IGovernor.sol";
import {DaoGovernor} from "../../src/DaoGovernor.sol";
import {DaoTimelock} from "../../src/DaoTimelock.sol";
import {GovernanceToken} from "../../src/GovernanceToken.sol";
import {ProposalPolicy} from "../../src/ProposalPolicy.sol";
import {Roadmap} from "../../src/Roadmap.sol";
import {StewardCouncil} from "../../src/StewardCouncil.sol";
import {IDaoGovernor} from "../../src/interfaces/IDaoGovernor.sol";
import {IProposalPolicy} from "../../src/interfaces/IProposalPolicy.sol";
import {ITreasury} from "../../src/interfaces/ITreasury.sol";
import {ListedActions} from "./ListedActions.sol";

/// @notice A deployed token, Governor, timelock, policy, roadmap and council, ten holders with 100 votes each, and the
/// steps of a proposal. The treasury is an address: it is only called in tests of the market.
abstract contract DaoTest is ListedActions {
    uint48 internal constant VOTING_DELAY = 1 hours;
    uint32 internal constant VOTING_PERIOD = 1 days;
    uint32 internal constant LATE_FLIP_EXTENSION = 2 hours;
    uint256 internal constant MIN_DELAY = 6 hours;
    uint256 internal constant GRACE_PERIOD = 14 days;
    uint256 internal constant PROPOSAL_THRESHOLD = 50 ether;
    uint128 internal constant QUORUM_FLOOR = 150 ether;
    uint256 internal constant MANDATE_LIMIT = 1_000e6;
    address internal constant TREASURY = address(0x7EA5);
    address internal constant PAYMENT_TOKEN = address(0x05D);

    uint8 internal constant AGAINST = 0;
    uint8 internal constant FOR = 1;
    uint8 internal constant ABSTAIN = 2;

    struct Action {
        address target;
        bytes data;
        string description;
    }

    Account[] internal holders;
    Account internal guardian;
    GovernanceToken internal token;
    DaoTimelock internal timelock;
    DaoGovernor internal governor;
    ProposalPolicy internal policy;
    Roadmap internal roadmap;
    StewardCouncil internal council;

    function deployDao() internal {
        address[] memory addresses = new address[](10);
        uint256[] memory amounts = new uint256[](10);
        for (uint256 i = 0; i < 10; ++i) {
            holders.push(account(string.concat("holder", vm.toString(i))));
            (addresses[i], amounts[i]) = (holders[i].addr, 100 ether);
        }
        deployDao(addresses, amounts);
    }

    function deployDao(address[] memory addresses, uint256[] memory amounts) internal {
        guardian = account("guardian");
        token = new GovernanceToken(addresses, amounts);
        uint256 nonce = vm.getNonce(address(this));
        address governorAt = vm.computeCreateAddress(address(this), nonce + 4);
        timelock = new DaoTimelock(MIN_DELAY, GRACE_PERIOD, governorAt);
        roadmap = new Roadmap(address(timelock), uint64(block.timestamp), address(0xE7), guardian.addr);
        address[] memory stewards = new address[](1);
        stewards[0] = address(0x57);
        council = new StewardCouncil(address(timelock), roadmap, stewards, 1);
        ProposalPolicy.Contracts memory contracts =
            ProposalPolicy.Contracts(governorAt, address(timelock), TREASURY, address(roadmap), address(council));
        policy = new ProposalPolicy(contracts, PROPOSAL_THRESHOLD, rules(), listings(), limits());
        governor = new DaoGovernor(token, timelock, policy, roadmap, lateFlipExtension());
        assertEq(address(governor), governorAt, "the Governor is where the timelock expects it");
        vm.warp(block.timestamp + 1);
    }

    function lateFlipExtension() internal pure virtual returns (uint32) {
        return LATE_FLIP_EXTENSION;
    }

    /// @dev No class is the strictest in everything, so that a mixture shows.
    function rules() internal pure virtual returns (IProposalPolicy.Rules[] memory all) {
        all = new IProposalPolicy.Rules[](6);
        all[0] = IProposalPolicy.Rules(QUORUM_FLOOR, 4_000, 6_667, 2 hours, 2 days, 1 days);
        all[1] = IProposalPolicy.Rules(QUORUM_FLOOR, 3_500, 6_000, 1 hours, 4 days, 6 hours);
        all[2] = IProposalPolicy.Rules(QUORUM_FLOOR, 3_000, 5_500, 3 hours, 2 days, 12 hours);
        all[3] = IProposalPolicy.Rules(QUORUM_FLOOR, 3_000, 6_000, 2 hours, 2 days, 18 hours);
        all[4] = IProposalPolicy.Rules(QUORUM_FLOOR, 2_500, 5_000, 1 hours, 1 days, 1 hours);
        all[5] = IProposalPolicy.Rules(QUORUM_FLOOR, 2_000, 5_000, uint32(VOTING_DELAY), VOTING_PERIOD, 0);
    }

    function listings() internal view virtual returns (IProposalPolicy.Listing[] memory) {
        Deployed[] memory deployed = new Deployed[](3);
        deployed[0] = Deployed("ROADMAP", address(roadmap));
        deployed[1] = Deployed("STEWARD_COUNCIL", address(council));
        deployed[2] = Deployed("TREASURY", TREASURY);
        return listedActions(deployed);
    }

    function limits() internal pure virtual returns (IProposalPolicy.MandateLimit[] memory all) {
        all = new IProposalPolicy.MandateLimit[](1);
        all[0] = IProposalPolicy.MandateLimit(PAYMENT_TOKEN, MANDATE_LIMIT);
    }

    function listing(address target, bytes4 selector, IProposalPolicy.ProposalClass class)
        internal
        pure
        returns (IProposalPolicy.Listing memory)
    {
        return IProposalPolicy.Listing(target, selector, class);
    }

    function adoption(string memory text) internal view returns (Action memory) {
        return Action(address(roadmap), abi.encodeCall(Roadmap.adopt, (keccak256(bytes(text)))), text);
    }

    /// @dev The call that grants a direct mandate of this size in this token.
    function mandate(address paymentToken, uint256 cap) internal view returns (bytes memory) {
        ITreasury.MandateTerms memory terms;
        terms.purposeHash = keccak256(abi.encode(paymentToken, cap));
        terms.lineId = keccak256("line");
        terms.token = paymentToken;
        terms.cap = cap;
        terms.expiry = uint64(block.timestamp + 365 days);
        return abi.encodeCall(ITreasury.grantMandate, (terms));
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

    /// @dev The first holders in favour, the next ones against.
    function votes(uint256 proposalId, uint256 inFavour, uint256 against) internal {
        for (uint256 i = 0; i < inFavour + against; ++i) {
            vote(proposalId, i, i < inFavour ? FOR : AGAINST);
        }
    }

    /// @dev Proposes, votes and waits for the end of the vote.
    function pastVote(Action memory action, uint256 inFavour, uint256 against) internal returns (uint256 proposalId) {
        proposalId = openVote(action);
        votes(proposalId, inFavour, against);
        closeVote(proposalId);
    }

    function idOf(Action memory action) internal view returns (uint256) {
        (address[] memory targets, uint256[] memory values, bytes[] memory data) = lists(action);
        return governor.getProposalId(targets, values, data, keccak256(bytes(action.description)));
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

    /// @dev From proposal to effect, with five of ten in favour.
    function pass(Action memory action) internal returns (uint256 proposalId) {
        proposalId = openVote(action);
        for (uint256 i = 0; i < 5; ++i) {
            vote(proposalId, i, FOR);
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
        bytes32 ballot = keccak256(
            abi.encode(
                keccak256("Ballot(uint256 proposalId,uint8 support,address voter,uint256 nonce)"),
                proposalId,
                support,
                voter,
                nonce
            )
        );
        return typedDigest(ballot);
    }

    /// @dev EIP-712, under the Governor's domain.
    function typedDigest(bytes32 structHash) internal view returns (bytes32) {
        bytes32 domain = keccak256(
            abi.encode(
                keccak256("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"),
                keccak256("DaoGovernor"),
                keccak256("1"),
                block.chainid,
                address(governor)
            )
        );
        return keccak256(abi.encodePacked(hex"1901", domain, structHash));
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
