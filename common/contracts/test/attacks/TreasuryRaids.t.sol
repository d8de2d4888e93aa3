// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IGovernor} from "@openzeppelin/contracts/governance/IGovernor.sol";
import {IDaoGovernor} from "../../src/interfaces/IDaoGovernor.sol";
import {IDistributions} from "../../src/interfaces/IDistributions.sol";
import {IProposalPolicy} from "../../src/interfaces/IProposalPolicy.sol";
import {IStewardCouncil} from "../../src/interfaces/IStewardCouncil.sol";
import {ITreasury} from "../../src/interfaces/ITreasury.sol";
import {GovernedMarket} from "../support/GovernedMarket.sol";
import {Shares} from "../support/Shares.sol";

/// @title Raids on the treasuries of other DAOs, tried on this one by the calls that do pay out of it.
/// @notice `GovernanceAttacks` plays them with a payment outside any mandate, which takes authority. Here the raiders know better:
/// they put themselves on a list of shares, or grant themselves a mandate. Each test says what stops it, or what does where no
/// contract can.
/// @dev Under the calls that a deployment lists, with shares and periods as in the sample of its configuration.
contract TreasuryRaidsTest is GovernedMarket {
    enum Way {
        DISTRIBUTION,
        LARGE_MANDATE,
        DIRECT_MANDATE,
        SMALL_MANDATE
    }

    struct Raid {
        address[] targets;
        bytes[] calls;
        string description;
    }

    address private constant THIEF = address(0x7417F);
    uint256 private constant PERIOD_CAP = LINE_AMOUNT / 4;

    Account[] private members;

    function setUp() public override {
        super.setUp();
        vm.prank(timelock);
        roadmap.appointGuardian(GUARDIAN, uint64(block.timestamp + 180 days));
    }

    /// @notice Compound, proposal 289, July 2024: 682,191 votes for paying itself, 633,636 against.
    /// @dev A distribution, and a mandate beyond the limit, are decided as about the treasury: the majority is too narrow. A mandate
    /// without a competition takes authority in phase 2. One within the limit passes, and pays nobody: see the last test.
    function test_compound289_aNarrowMajority() public {
        uint256[] memory shares = new uint256[](3);
        (shares[0], shares[1], shares[2]) = (682_191, 633_636, 300_000);
        share(shares);
        for (uint8 way = 0; way <= uint8(Way.SMALL_MANDATE); ++way) {
            Raid memory raid = raidBy(Way(way));
            uint256 proposalId = pastVote(raid, 1, 1);
            requireQuorum(proposalId);
            bool isSmall = Way(way) == Way.SMALL_MANDATE;
            requireState(proposalId, isSmall ? IGovernor.ProposalState.Succeeded : IGovernor.ProposalState.Defeated);
            if (isSmall) queueAndExecute(raid, proposalId);
        }
        vm.assertEq(usd.balanceOf(address(treasury)), LINE_AMOUNT, "nothing has left");
    }

    /// @notice Nouns, September 2023: raiders hold a third, and want their share.
    /// @dev A third is quorum enough for a distribution. What stops it is an answer: it falls with 45 of 100 votes against it. With
    /// friends enough the raiders pass it, and get what a period's cap leaves them.
    function test_nouns_raidersShareOutTheTreasury() public {
        share(equal(9));
        requireState(pastVote(raidBy(Way.DISTRIBUTION), 3, 3), IGovernor.ProposalState.Defeated);
        requireState(pastVote(raidBy(Way.LARGE_MANDATE), 3, 3), IGovernor.ProposalState.Defeated);
        Raid memory more = raidBy(Way.DISTRIBUTION);
        more.calls[0] = distributionOf(PERIOD_CAP + 1);
        uint256 proposalId = pastVote(more, 5, 4);
        queue(more);
        vm.warp(governor.proposalEta(proposalId));
        vm.expectPartialRevert(ITreasury.ExceedsPeriod.selector);
        execute(more);
    }

    /// @notice Build Finance, February 2022: a lone buyer, and nobody looks.
    /// @dev In phase 1 the guardian does. After the sunset a period's cap is what such a vote takes, and the next takes another period.
    function test_buildFinance_aLoneBuyerIsUnnoticed() public {
        share(equal(10));
        Raid memory raid = raidBy(Way.DISTRIBUTION);
        uint256 proposalId = pastVote(raid, 3, 0);
        vm.prank(GUARDIAN);
        governor.veto(proposalId, "one buyer, no other voter");
        vm.expectPartialRevert(IGovernor.GovernorUnexpectedProposalState.selector);
        queue(raid);

        vm.warp(roadmap.guardianUntil());
        raid.description = "after the sunset";
        Raid memory next = raidBy(Way.DISTRIBUTION);
        next.description = "and once more";
        (uint256 firstId, uint256 secondId) = (open(raid), open(next));
        vm.warp(governor.proposalSnapshot(secondId) + 1);
        castVotes(firstId, 3, 0);
        castVotes(secondId, 3, 0);
        vm.warp(governor.proposalDeadline(secondId) + 1);
        queue(raid);
        queue(next);
        vm.warp(governor.proposalEta(secondId));
        execute(raid);
        vm.expectPartialRevert(ITreasury.ExceedsPeriod.selector);
        execute(next);
        take(1, PERIOD_CAP);
        vm.assertEq(usd.balanceOf(THIEF), PERIOD_CAP, "what the cap leaves");
    }

    /// @notice Swerve, March 2023: the makers have left, two wallets try again and again.
    /// @dev With less than the quorum, which is a share of the supply and not of those who still vote, no try is better than the last.
    function test_swerve_nobodyElseVotesAnyMore() public {
        share(fivePercent());
        for (uint256 i = 0; i < 3; ++i) {
            for (uint8 way = 0; way < uint8(Way.SMALL_MANDATE); ++way) {
                Raid memory raid = raidBy(Way(way));
                raid.description = string.concat("Attempt ", vm.toString(i));
                requireState(pastVote(raid, 1, 0), IGovernor.ProposalState.Defeated);
            }
        }
    }

    /// @notice True Seigniorage Dollar, March 2021: nobody can outvote the buyer any more.
    /// @dev A veto is outvoted by more approval than it met. Then stewards can stop payments for a while, for people to act outside
    /// the contracts; in the end no contract tells an owner of the majority from the DAO.
    function test_trueSeigniorage_theBuyerCannotBeOutvoted() public {
        share(equal(10));
        Raid memory raid = raidBy(Way.DISTRIBUTION);
        uint256 first = pastVote(raid, 6, 4);
        vm.prank(GUARDIAN);
        governor.veto(first, "a raid");
        raid.description = "once more, with more votes";
        uint256 second = pastVote(raid, 7, 3);
        vm.expectRevert(abi.encodeWithSelector(IDaoGovernor.NotVetoable.selector, second));
        vm.prank(GUARDIAN);
        governor.veto(second, "a raid");
        queueAndExecute(raid, second);

        IStewardCouncil.Decision memory what = decision("stop payments", address(treasury), 7 days, 0, 1);
        what.contentHash = 0;
        treasury.stop(7 days, REASON, approvals(what));
        bytes memory stopped = abi.encodeWithSelector(ITreasury.PaymentsAreStopped.selector, block.timestamp + 7 days);
        vm.expectRevert(stopped);
        treasury.claim(1, 0, THIEF, PERIOD_CAP, new bytes32[](0));
        vm.warp(block.timestamp + 7 days);
        take(1, PERIOD_CAP);
    }

    /// @notice Synthetify, October 2023: one of twenty look-alikes is not what the others are.
    /// @dev Its class follows from its call. What is a quorum for texts is none for it.
    function test_synthetify_oneOfTwentyLookAlikesIsADistribution() public {
        share(fivePercent());
        uint256[] memory ids = new uint256[](20);
        for (uint256 i = 0; i < 20; ++i) {
            Raid memory raid = raidBy(Way.DISTRIBUTION);
            if (i != 13) {
                raid.targets[0] = address(roadmap);
                raid.calls[0] = abi.encodeCall(roadmap.adopt, (keccak256(abi.encode(i))));
            }
            raid.description = string.concat("Adopt the report ", vm.toString(i));
            ids[i] = open(raid);
        }
        vm.warp(governor.proposalSnapshot(ids[13]) + 1);
        for (uint256 i = 0; i < 20; ++i) {
            castVotes(ids[i], 1, 0);
        }
        vm.warp(governor.proposalDeadline(ids[13]) + 1);
        for (uint256 i = 0; i < 20; ++i) {
            (IProposalPolicy.ProposalClass class,,,) = governor.proposalRules(ids[i]);
            bool isText = class == IProposalPolicy.ProposalClass.TEXT;
            vm.assertEq(isText, i != 13, "class");
            requireState(ids[i], isText ? IGovernor.ProposalState.Succeeded : IGovernor.ProposalState.Defeated);
        }
    }

    /// @notice Indexed Finance, November 2023: no title, no text, noticed in the last hour.
    /// @dev A late turn prolongs the vote, and so does turning it back. Who sleeps through all of it, after the sunset, loses what
    /// a quorum takes: the line's cap is a matter of the same class, and can be raised by the same proposal.
    function test_indexed_thoseWhoSleptWakeUpInTheLastHour() public {
        share(equal(10));
        Raid memory raid = raidBy(Way.DISTRIBUTION);
        raid.description = "";
        uint256 noticed = open(raid);
        vm.warp(governor.proposalSnapshot(noticed) + 1);
        castVotes(noticed, 3, 0);
        uint256 deadline = governor.proposalDeadline(noticed);
        vm.warp(deadline - 1 hours);
        for (uint256 i = 4; i < 7; ++i) {
            castVote(noticed, i, 0);
        }
        vm.assertGt(governor.proposalDeadline(noticed), deadline, "prolonged");
        vm.warp(governor.proposalDeadline(noticed));
        castVote(noticed, 3, 1);
        vm.warp(governor.proposalDeadline(noticed));
        castVote(noticed, 7, 0);
        vm.warp(governor.proposalDeadline(noticed) + 1);
        requireState(noticed, IGovernor.ProposalState.Defeated);

        vm.warp(roadmap.guardianUntil());
        Raid memory whole = Raid(new address[](2), new bytes[](2), " ");
        (whole.targets[0], whole.targets[1]) = (address(treasury), address(treasury));
        whole.calls[0] = abi.encodeCall(ITreasury.setLinePeriod, (LINE, 1, LINE_AMOUNT));
        whole.calls[1] = distributionOf(LINE_AMOUNT);
        queueAndExecute(whole, pastVote(whole, 3, 0));
        take(1, LINE_AMOUNT);
    }

    /// @notice Any of these, with a mandate within the limit that nobody votes against.
    /// @dev It must still be bid for, elected, delivered and found good: stewards who look reject the work, and the money is back. It
    /// takes weeks in public. Should the stewards be silent, any holder challenges.
    function test_aMandateThatRaidersGrantThemselves() public {
        share(equal(10));
        Raid memory raid = raidBy(Way.SMALL_MANDATE);
        queueAndExecute(raid, pastVote(raid, 3, 0));
        bidBook.open(1);
        uint256[] memory prices = list(CAP / 2);
        bidsUpToReviewEnd(1, prices);
        election.open(1);
        for (uint256 i = 0; i < 3; ++i) {
            vm.prank(members[i].addr);
            election.cast(1, 1, packed("y"));
        }
        closeVoting(1);
        election.decide(1, order(0));
        passStandstill(1);
        uint256 id = escrow.create(1, 0, milestones(CAP / 2));
        vm.prank(bidder(0));
        escrow.submit(id, 0, 1, EVIDENCE);
        escrow.reject(id, 0, 1, REASON, approvalsOf("reject milestone", id, 0, 1));
        vm.warp(block.timestamp + 21 days);
        escrow.refund(id, 0);
        escrow.refund(id, 1);
        vm.assertEq(usd.balanceOf(address(treasury)), LINE_AMOUNT, "all of it is back");
    }

    /// @dev No more than a quarter of the line in any quarter.
    function budgetLines() internal view override returns (ITreasury.LineConfig[] memory lines) {
        lines = super.budgetLines();
        (lines[0].periodLength, lines[0].periodCap) = (90 days, PERIOD_CAP);
    }

    function rules() internal pure override returns (IProposalPolicy.Rules[] memory all) {
        all = new IProposalPolicy.Rules[](6);
        all[0] = IProposalPolicy.Rules(0, 1_000, 6_667, 3 days, 10 days, 5 days);
        all[1] = IProposalPolicy.Rules(0, 800, 6_000, 2 days, 7 days, 2 days);
        all[2] = IProposalPolicy.Rules(0, 600, 5_500, 2 days, 7 days, 1 days);
        all[3] = all[2];
        all[4] = IProposalPolicy.Rules(0, 400, 5_000, 1 days, 5 days, 0);
        all[5] = all[4];
    }

    /// @dev All votes go to new members, in these proportions.
    function share(uint256[] memory shares) private {
        uint256 sum = 0;
        for (uint256 i = 0; i < shares.length; ++i) {
            sum += shares[i];
        }
        for (uint256 i = 0; i < 12; ++i) {
            address from = i < 6 ? holder(i) : bidder(i - 6);
            uint256 all = gov.balanceOf(from);
            vm.prank(from);
            gov.transfer(address(this), all);
        }
        Account[] memory made = accounts("member", shares.length);
        uint256 supply = gov.totalSupply();
        for (uint256 i = 0; i < shares.length; ++i) {
            members.push(made[i]);
            gov.transfer(made[i].addr, supply * shares[i] / sum);
            vm.prank(made[i].addr);
            gov.delegate(made[i].addr);
        }
        vm.warp(block.timestamp + 1);
    }

    function equal(uint256 count) private pure returns (uint256[] memory shares) {
        shares = new uint256[](count);
        for (uint256 i = 0; i < count; ++i) {
            shares[i] = 1;
        }
    }

    function fivePercent() private pure returns (uint256[] memory shares) {
        shares = new uint256[](2);
        (shares[0], shares[1]) = (5, 95);
    }

    function raidBy(Way way) private returns (Raid memory raid) {
        raid = Raid(new address[](1), new bytes[](1), "What is ours");
        raid.targets[0] = address(treasury);
        if (way == Way.DISTRIBUTION) {
            raid.calls[0] = distributionOf(PERIOD_CAP);
        } else {
            ITreasury.MandateTerms memory terms = way == Way.DIRECT_MANDATE ? direct() : competition();
            terms.cap = way == Way.LARGE_MANDATE ? CAP + 1 : CAP / 2;
            terms.expiry = uint64(block.timestamp + 365 days);
            terms.bond = 0;
            raid.calls[0] = abi.encodeCall(ITreasury.grantMandate, (terms));
        }
    }

    function distributionOf(uint256 total) private view returns (bytes memory) {
        bytes32 root = Shares.leaf(Shares.Share(0, THIEF, total));
        uint64 deadline = uint64(block.timestamp + 700 days);
        return abi.encodeCall(
            IDistributions.openDistribution, (IDistributions.DistributionTerms(LINE, root, total, deadline))
        );
    }

    function take(uint256 distributionId, uint256 amount) private {
        treasury.claim(distributionId, 0, THIEF, amount, new bytes32[](0));
    }

    function open(Raid memory raid) private returns (uint256) {
        vm.prank(members[0].addr);
        return governor.propose(raid.targets, new uint256[](raid.targets.length), raid.calls, raid.description);
    }

    function castVote(uint256 proposalId, uint256 member, uint8 support) private {
        vm.prank(members[member].addr);
        governor.castVote(proposalId, support);
    }

    /// @dev The first members in favour, the next ones against.
    function castVotes(uint256 proposalId, uint256 inFavour, uint256 against) private {
        for (uint256 i = 0; i < inFavour + against; ++i) {
            castVote(proposalId, i, i < inFavour ? 1 : 0);
        }
    }

    function pastVote(Raid memory raid, uint256 inFavour, uint256 against) private returns (uint256 proposalId) {
        proposalId = open(raid);
        vm.warp(governor.proposalSnapshot(proposalId) + 1);
        castVotes(proposalId, inFavour, against);
        vm.warp(governor.proposalDeadline(proposalId) + 1);
    }

    function queue(Raid memory raid) private {
        bytes32 descriptionHash = keccak256(bytes(raid.description));
        governor.queue(raid.targets, new uint256[](raid.targets.length), raid.calls, descriptionHash);
    }

    function execute(Raid memory raid) private {
        bytes32 descriptionHash = keccak256(bytes(raid.description));
        governor.execute(raid.targets, new uint256[](raid.targets.length), raid.calls, descriptionHash);
    }

    function queueAndExecute(Raid memory raid, uint256 proposalId) private {
        queue(raid);
        vm.warp(governor.proposalEta(proposalId));
        execute(raid);
    }

    function requireQuorum(uint256 proposalId) private view {
        (, uint256 inFavour,) = governor.proposalVotes(proposalId);
        vm.assertGe(inFavour, governor.proposalQuorum(proposalId), "quorum is reached");
    }

    function requireState(uint256 proposalId, IGovernor.ProposalState expected) private view {
        vm.assertEq(uint256(governor.state(proposalId)), uint256(expected), "state");
    }
}
