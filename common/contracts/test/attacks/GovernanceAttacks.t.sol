// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IAccessControl} from "@openzeppelin/contracts/access/IAccessControl.sol";
import {IGovernor} from "@openzeppelin/contracts/governance/IGovernor.sol";
import {TimelockController} from "@openzeppelin/contracts/governance/TimelockController.sol";
import {Errors} from "@openzeppelin/contracts/utils/Errors.sol";
import {Strings} from "@openzeppelin/contracts/utils/Strings.sol";
import {IDaoGovernor} from "../../src/interfaces/IDaoGovernor.sol";
import {IProposalPolicy} from "../../src/interfaces/IProposalPolicy.sol";
import {IRoadmap} from "../../src/interfaces/IRoadmap.sol";
import {DaoTest} from "../support/DaoTest.sol";
import {Vault} from "../support/Vault.sol";

/// @title Attacks on the votes of other DAOs, tried on this one.
/// @notice Each test says how the attack worked and what stops it here, or what does where no contract can.
contract GovernanceAttacksTest is DaoTest {
    address private constant THIEF = address(0x7417F);
    uint256 private constant LOOT = 1_000_000;

    Vault private vault;

    /// @notice Tornado Cash, May 2023. A proposal said that it repeated an earlier one. Its target was created so that it
    /// could destroy itself; after the vote it did, and another contract was created at the same address, which took over the DAO.
    /// @dev Stopped by the hash of every target's code, kept at the proposal and compared before queueing and executing.
    function test_tornadoCash_codeSwappedAfterTheVote() public {
        deploy(_equal(10));
        address target = address(0xC0DE);
        vm.etch(target, address(vault).code);
        Action memory action = Action(target, abi.encodeCall(Vault.pay, (THIEF, 0)), "As the last time");
        uint256 proposalId = pastVote(action, 10, 0);
        vm.etch(target, hex"5f5ff3");
        vm.expectPartialRevert(IDaoGovernor.TargetsChanged.selector);
        queue(action);

        vm.etch(target, address(vault).code);
        queue(action);
        vm.warp(governor.proposalEta(proposalId));
        vm.etch(target, hex"5f5ff3");
        vm.expectPartialRevert(IDaoGovernor.TargetsChanged.selector);
        execute(action);
    }

    /// @notice Build Finance, February 2022. Somebody bought enough of a thinly held token to pass, alone and unnoticed, a
    /// proposal that handed over the minting of the token.
    /// @dev Handing over power is AUTHORITY: a share that passes a text is far below its quorum. Whoever buys even that
    /// meets the guardian in phase 1. Later only time is left: no contract tells an owner of a majority from the DAO.
    function test_buildFinance_aLoneBuyerTakesOver() public {
        deploy(_equal(10));
        bytes memory takeover = abi.encodeCall(timelock.grantRole, (timelock.PROPOSER_ROLE(), THIEF));
        Action memory action = Action(address(timelock), takeover, "Routine maintenance");
        uint256 unnoticed = pastVote(action, 3, 0);
        assertState(unnoticed, IGovernor.ProposalState.Defeated);
        assertState(pastVote(adoption("a text"), 3, 0), IGovernor.ProposalState.Succeeded);

        action.description = "Routine maintenance, with more votes";
        uint256 bought = pastVote(action, 5, 0);
        vm.prank(guardian.addr);
        governor.veto(bought, "one buyer, no other voter");
        vm.expectPartialRevert(IGovernor.GovernorUnexpectedProposalState.selector);
        queue(action);
        assertFalse(timelock.hasRole(timelock.PROPOSER_ROLE(), THIEF), "no role");
    }

    /// @notice Compound, proposal 289, July 2024. A group moved 24 million dollars to a vault of its own by 682,191 votes
    /// against 633,636, over a weekend.
    /// @dev Paying out without a mandate is AUTHORITY, which takes two thirds: with those votes it is defeated, though the quorum
    /// is there.
    function test_compound289_aNarrowMajorityPaysItself() public {
        uint256[] memory votes_ = new uint256[](3);
        (votes_[0], votes_[1], votes_[2]) = (682_191 ether, 633_636 ether, 300_000 ether);
        deploy(votes_);
        uint256 proposalId = pastVote(theft("Trust setup for DAO investment"), 1, 1);
        (, uint256 inFavour,) = governor.proposalVotes(proposalId);
        assertTrue(inFavour >= governor.proposalQuorum(proposalId), "quorum is reached");
        assertState(proposalId, IGovernor.ProposalState.Defeated);
    }

    /// @notice Audius, July 2022. A proxy's storage collided with the initializer's flag, so that anyone could initialize governance again:
    /// the attacker set a voting period of three blocks, no execution delay, and oneself as the guardian.
    /// @dev There are no proxies and no initializers. Every rule is immutable, or changed by the timelock alone; proposals
    /// keep the rules that they were made under.
    function test_audius_rulesSetAnewByAStranger() public {
        deploy(_equal(10));
        IProposalPolicy.Rules memory lax = IProposalPolicy.Rules(0, 0, 5_000, 1, 3, 0);
        bytes32 role = timelock.PROPOSER_ROLE();
        uint64 later = uint64(block.timestamp + 1 days);
        vm.startPrank(THIEF);
        vm.expectRevert(abi.encodeWithSelector(IProposalPolicy.OnlyTimelock.selector, THIEF));
        policy.setRules(IProposalPolicy.ProposalClass.AUTHORITY, lax);
        vm.expectRevert(abi.encodeWithSelector(IGovernor.GovernorOnlyExecutor.selector, THIEF));
        governor.setPolicy(policy);
        vm.expectRevert(abi.encodeWithSelector(IRoadmap.OnlyTimelock.selector, THIEF));
        roadmap.appointGuardian(THIEF, later);
        vm.expectRevert(abi.encodeWithSelector(TimelockController.TimelockUnauthorizedCaller.selector, THIEF));
        timelock.updateDelay(0);
        vm.expectPartialRevert(IAccessControl.AccessControlUnauthorizedAccount.selector);
        timelock.grantRole(role, THIEF);
        address[5] memory all =
            [address(governor), address(timelock), address(policy), address(roadmap), address(council)];
        for (uint256 i = 0; i < all.length; ++i) {
            (bool done,) = all[i].call(abi.encodeWithSignature("initialize(address)", THIEF));
            assertFalse(done, "no initializer");
        }
    }

    /// @notice Synthetify, October 2023. In a DAO that hardly anybody watched any more, an attacker made a row of proposals that looked
    /// alike and were harmless, all but one, which paid out the treasury, and passed them alone.
    /// @dev Looks do not decide: the class follows from the call. The attacker's votes reach the quorum of nineteen texts,
    /// and not that of the one call in between. The others learn its class from an event of its own.
    function test_synthetify_oneOfTwentyLookAlikesIsATheft() public {
        deploy(_equal(10));
        uint256[] memory ids = new uint256[](20);
        for (uint256 i = 0; i < 20; ++i) {
            Action memory action = i == 13 ? theft(likeAll(i)) : adoption(likeAll(i));
            action.description = likeAll(i);
            ids[i] = propose(action);
        }
        vm.warp(governor.proposalSnapshot(ids[13]) + 1);
        for (uint256 i = 0; i < 20; ++i) {
            votes(ids[i], 3, 0);
        }
        vm.warp(governor.proposalDeadline(ids[13]) + 1);
        for (uint256 i = 0; i < 20; ++i) {
            (IProposalPolicy.ProposalClass class,,,) = governor.proposalRules(ids[i]);
            bool isText = class == IProposalPolicy.ProposalClass.TEXT;
            assertEq(isText, i != 13, "class");
            assertState(ids[i], isText ? IGovernor.ProposalState.Succeeded : IGovernor.ProposalState.Defeated);
        }
    }

    /// @notice Nouns, September 2023. Traders bought voting tokens below their share of the treasury, and left with that share
    /// through a fork that the contracts provided for: 27 million dollars.
    /// @dev A token is no claim to the treasury, and there is no fork or exit. What raiders can do is propose to share it out,
    /// which is AUTHORITY: a third of the votes is neither its quorum nor, against those who stay, its approval.
    function test_nouns_raidersShareOutTheTreasury() public {
        deploy(_equal(9));
        Action memory action = theft("To each what is ours");
        uint256 withoutAnswer = pastVote(action, 3, 0);
        assertState(withoutAnswer, IGovernor.ProposalState.Defeated);
        action.description = "Once more, with friends";
        uint256 answered = pastVote(action, 5, 4);
        assertState(answered, IGovernor.ProposalState.Defeated);
    }

    /// @notice LobbyFi, April 2025. Votes of delegators are rented out by the vote, publicly: five ether bought 19.3 million votes in an
    /// election of Arbitrum's.
    /// @dev No contract can tell rented votes from others; what is delegated at the snapshot counts. But they must be rented
    /// before it, when the outcome is open, and when they turn it late, the vote goes on for the others to answer.
    function test_lobbyFi_rentedVotesTurnTheOutcomeAtTheEnd() public {
        deploy(_equal(10));
        address renter = address(0x4E47);
        for (uint256 i = 6; i < 9; ++i) {
            delegate(i, renter);
        }
        vm.warp(block.timestamp + 1);
        uint256 proposalId = openVote(adoption("a text"));
        delegate(9, renter);
        votes(proposalId, 2, 0);
        uint256 deadline = governor.proposalDeadline(proposalId);
        vm.warp(deadline);
        vm.prank(renter);
        assertEq(governor.castVote(proposalId, AGAINST), 300 ether, "what was rented after the snapshot does not count");
        vm.warp(deadline + LATE_FLIP_EXTENSION);
        vote(proposalId, 3, FOR);
        vote(proposalId, 4, FOR);
        closeVote(proposalId);
        assertState(proposalId, IGovernor.ProposalState.Succeeded);
    }

    /// @notice True Seigniorage Dollar, March 2021. Somebody bought the token cheaply until nobody could outvote it, and passed a
    /// proposal by which the token got another implementation, which minted to its buyer.
    /// @dev No majority can do it here: the token has no minter and no implementation to exchange. A proposal that calls for
    /// either cannot be executed, whoever voted for it.
    function test_trueSeigniorage_theTokenMintsToItsBuyer() public {
        deploy(_equal(10));
        bytes[2] memory calls = [
            abi.encodeWithSignature("mint(address,uint256)", THIEF, 1_000_000 ether),
            abi.encodeWithSignature("upgradeTo(address)", address(vault))
        ];
        for (uint256 i = 0; i < calls.length; ++i) {
            Action memory action = Action(address(token), calls[i], "An improvement");
            uint256 proposalId = pastVote(action, 10, 0);
            queue(action);
            vm.warp(governor.proposalEta(proposalId));
            vm.expectRevert(Errors.FailedCall.selector);
            execute(action);
        }
        assertEq(token.totalSupply(), 1_000 ether, "supply");
    }

    /// @notice Mango, October 2022. Whoever had just drained the market proposed that the treasury should pay for the damage and nobody
    /// should be prosecuted, and voted for it with the tokens taken.
    /// @dev Tokens taken after the snapshot do not count. Those taken before it do, as nobody can tell them from others; but
    /// a payment out of the treasury is AUTHORITY, and the loot alone is not its quorum. That of a text it may be: a promise
    /// of impunity binds nobody.
    function test_mango_theThiefVotesWithTheLoot() public {
        deploy(_equal(10));
        uint256 firstId = openVote(theft("Pay the depositors, prosecute nobody"));
        for (uint256 i = 0; i < 3; ++i) {
            vm.prank(holders[i].addr);
            assertTrue(token.transfer(THIEF, 100 ether), "taken");
        }
        vm.startPrank(THIEF);
        token.delegate(THIEF);
        assertEq(governor.castVote(firstId, FOR), 0, "taken after the snapshot");
        Action memory again = theft("Pay the depositors, prosecute nobody, please");
        (address[] memory targets, uint256[] memory values, bytes[] memory data) = lists(again);
        vm.warp(block.timestamp + 1);
        uint256 secondId = governor.propose(targets, values, data, again.description);
        vm.warp(governor.proposalSnapshot(secondId) + 1);
        assertEq(governor.castVote(secondId, FOR), 300 ether, "taken before the snapshot");
        vm.stopPrank();
        closeVote(secondId);
        assertState(firstId, IGovernor.ProposalState.Defeated);
        assertState(secondId, IGovernor.ProposalState.Defeated);
    }

    /// @notice Swerve, March 2023. In a project that its makers had left, somebody proposed again and again to hand over what
    /// lay in the pools, with votes of two wallets.
    /// @dev Quorum is a share of the supply, not of those who still vote, so that absence makes nothing easier; nor does trying
    /// again, or handing the same tokens from wallet to wallet.
    function test_swerve_nobodyElseVotesAnyMore() public {
        deploy(_equal(10));
        for (uint256 i = 0; i < 5; ++i) {
            Action memory action = theft(string.concat("Transfer of ownership, attempt ", vm.toString(i)));
            uint256 proposalId = openVote(action);
            votes(proposalId, 3, 0);
            for (uint256 j = 0; j < 3; ++j) {
                (address from, address to) = (holders[j].addr, address(uint160(THIEF) + uint160(j) + 1));
                vm.prank(from);
                assertTrue(token.transfer(to, 100 ether), "handed over");
                vm.startPrank(to);
                token.delegate(to);
                assertEq(governor.castVote(proposalId, FOR), 0, "the same tokens in another wallet");
                assertTrue(token.transfer(from, 100 ether), "handed back");
                vm.stopPrank();
            }
            closeVote(proposalId);
            assertState(proposalId, IGovernor.ProposalState.Defeated);
            vm.warp(block.timestamp + 1);
        }
    }

    /// @notice Indexed Finance, November 2023. Somebody bought cheap votes in a DAO that slept, and proposed its treasury to oneself
    /// without a title or a text. Those who still cared noticed in the last hour. A second buyer's proposal passed soon after,
    /// and was bought off.
    /// @dev A late turn prolongs the vote, so that waking up in the last hour is early enough, and turning it back at the end is
    /// answered too. Who sleeps through the whole of it has the timelock's delay and, until its sunset, the guardian; after
    /// that, half of all votes against nobody take what they like. No contract votes for those who do not.
    function test_indexed_thoseWhoSleptWakeUpInTheLastHour() public {
        deploy(_equal(10));
        uint256 noticed = openVote(theft(""));
        votes(noticed, 5, 0);
        uint256 deadline = governor.proposalDeadline(noticed);
        vm.warp(deadline - 1 hours);
        for (uint256 i = 6; i < 9; ++i) {
            vote(noticed, i, AGAINST);
        }
        assertTrue(governor.proposalDeadline(noticed) > deadline, "prolonged");
        vm.warp(governor.proposalDeadline(noticed));
        vote(noticed, 5, FOR);
        vm.warp(governor.proposalDeadline(noticed));
        vote(noticed, 9, AGAINST);
        closeVote(noticed);
        assertState(noticed, IGovernor.ProposalState.Defeated);

        vm.warp(roadmap.guardianUntil());
        uint256 unnoticed = pastVote(theft(" "), 5, 0);
        assertState(unnoticed, IGovernor.ProposalState.Succeeded);
    }

    /// @notice A description that tells something else than the calls do, as in many of the above.
    /// @dev The description decides nothing: class and rules follow from the calls, and what is executed is exactly what was
    /// proposed. Reading the calls is left to people, and to the portal, which shows them in words.
    function test_textAndCalldataThatDisagree() public {
        deploy(_equal(10));
        Action memory honest = adoption("Adopt the code of conduct");
        Action memory lying = theft("Adopt the code of conduct");
        uint256 honestId = propose(honest);
        uint256 lyingId = propose(lying);
        assertTrue(honestId != lyingId, "another proposal, though in the same words");
        (IProposalPolicy.ProposalClass class,,,) = governor.proposalRules(lyingId);
        assertTrue(class == IProposalPolicy.ProposalClass.AUTHORITY, "by its call");
        vm.warp(governor.proposalSnapshot(honestId) + 1);
        votes(honestId, 3, 0);
        closeVote(honestId);
        vm.expectPartialRevert(IGovernor.GovernorUnexpectedProposalState.selector);
        queue(lying);
        queue(honest);
        assertState(honestId, IGovernor.ProposalState.Queued);
    }

    /// @notice Whoever sees sponsors' signatures on their way to the chain sends them first, for oneself; or proposes the same
    /// content with votes of one's own, to cancel it.
    /// @dev The signatures name the proposer, and so must the description.
    function test_sponsorsAreForestalled() public {
        uint256[] memory amounts = _equal(3);
        (amounts[0], amounts[1], amounts[2]) = (40 ether, 40 ether, 200 ether);
        deploy(amounts);
        address proposer = address(0x9801);
        Action memory action = adoption("a text");
        action.description = string.concat("a text\n\n#proposer=", Strings.toHexString(proposer));
        IDaoGovernor.Sponsorship[] memory words = sponsorships(action, proposer);
        (address[] memory targets, uint256[] memory values, bytes[] memory data) = lists(action);
        bytes memory restricted = abi.encodeWithSelector(IGovernor.GovernorRestrictedProposer.selector, holders[2].addr);
        vm.startPrank(holders[2].addr);
        vm.expectRevert(restricted);
        governor.proposeBySig(targets, values, data, action.description, words);
        vm.expectRevert(restricted);
        governor.propose(targets, values, data, action.description);
        string memory renamed = string.concat("a text\n\n#proposer=", Strings.toHexString(holders[2].addr));
        vm.expectPartialRevert(IDaoGovernor.BadSponsorship.selector);
        governor.proposeBySig(targets, values, data, renamed, words);
        vm.stopPrank();
        vm.prank(proposer);
        governor.proposeBySig(targets, values, data, action.description, words);
        assertEq(governor.proposalProposer(idOf(action)), proposer, "proposer");
    }

    /// @notice With OpenZeppelin's guardian extension and no guardian set, a proposer can cancel at any time, and so hold a
    /// vote hostage: sell its end, or take it back when it goes wrong.
    /// @dev Here the proposer cancels while the proposal is pending, with a guardian, after its sunset and without one.
    function test_aProposerCancelsAfterTheGuardiansSunset() public {
        deploy(_equal(10));
        vm.warp(roadmap.guardianUntil() + 1);
        assertHostageIsFree("after the sunset");
        vm.prank(address(timelock));
        roadmap.appointGuardian(address(0), 0);
        assertHostageIsFree("without a guardian");
    }

    function assertHostageIsFree(string memory text) private {
        Action memory action = adoption(text);
        uint256 proposalId = openVote(action);
        assertNotCancelled(action);
        votes(proposalId, 3, 0);
        assertNotCancelled(action);
        closeVote(proposalId);
        assertNotCancelled(action);
        queue(action);
        assertNotCancelled(action);
        vm.warp(governor.proposalEta(proposalId));
        execute(action);
    }

    function assertNotCancelled(Action memory action) private {
        (address[] memory targets, uint256[] memory values, bytes[] memory data) = lists(action);
        address proposer = holders[0].addr;
        vm.expectRevert(abi.encodeWithSelector(IGovernor.GovernorUnableToCancel.selector, idOf(action), proposer));
        vm.prank(proposer);
        governor.cancel(targets, values, data, keccak256(bytes(action.description)));
    }

    function deploy(uint256[] memory amounts) private {
        Account[] memory sorted = accounts("holder", amounts.length);
        address[] memory addresses = new address[](amounts.length);
        for (uint256 i = 0; i < amounts.length; ++i) {
            holders.push(sorted[i]);
            addresses[i] = sorted[i].addr;
        }
        deployDao(addresses, amounts);
        vault = new Vault(address(timelock));
    }

    function theft(string memory description) private view returns (Action memory) {
        return Action(address(vault), abi.encodeCall(Vault.pay, (THIEF, LOOT)), description);
    }

    function delegate(uint256 holder, address to) private {
        vm.prank(holders[holder].addr);
        token.delegate(to);
    }

    function sponsorships(Action memory action, address proposer)
        private
        view
        returns (IDaoGovernor.Sponsorship[] memory words)
    {
        words = new IDaoGovernor.Sponsorship[](2);
        uint64 expiry = uint64(block.timestamp + 1 hours);
        bytes32 typeHash = keccak256("Sponsorship(address sponsor,address proposer,uint256 proposalId,uint64 expiry)");
        for (uint256 i = 0; i < 2; ++i) {
            bytes32 word = keccak256(abi.encode(typeHash, holders[i].addr, proposer, idOf(action), expiry));
            words[i] = IDaoGovernor.Sponsorship(holders[i].addr, expiry, sign(holders[i], typedDigest(word)));
        }
    }

    function likeAll(uint256 i) private pure returns (string memory) {
        return string.concat("Adopt the report of the month", i % 2 == 0 ? " " : "  ", vm.toString(i / 2));
    }

    function _equal(uint256 count) private pure returns (uint256[] memory amounts) {
        amounts = new uint256[](count);
        for (uint256 i = 0; i < count; ++i) {
            amounts[i] = 100 ether;
        }
    }
}
