// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IVotes} from "@openzeppelin/contracts/governance/utils/IVotes.sol";
import {IGovernor} from "@openzeppelin/contracts/governance/IGovernor.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {GovernorCountingSimple} from "@openzeppelin/contracts/governance/extensions/GovernorCountingSimple.sol";
import {IBidBook} from "../../src/interfaces/IBidBook.sol";
import {IBidElection} from "../../src/interfaces/IBidElection.sol";
import {IMilestoneEscrow} from "../../src/interfaces/IMilestoneEscrow.sol";
import {ITreasury} from "../../src/interfaces/ITreasury.sol";
import {IDistributions} from "../../src/interfaces/IDistributions.sol";
import {HostileServer} from "../support/HostileServer.sol";
import {Shares} from "../support/Shares.sol";
import {Test} from "../support/Test.sol";

/// @title Whoever takes over every server and every server key can delay or stop the platform, and nothing else.
/// @notice The fuzzer plays the server: it replays and alters what members signed, tries every money function, acts in the
/// middle of transfers, and calls every function of every contract with arguments of its own, in any order. After each
/// step every token must be where the books say, and the books must follow from votes and signatures.
/// @dev `FOUNDRY_PROFILE=long forge test --match-contract CapturedServer --fuzz-seed 7` runs for longer, on other paths.
contract CapturedServerTest is Test {
    struct FuzzSelector {
        address addr;
        bytes4[] selectors;
    }

    struct Claimed {
        uint256[] inUsd;
        uint256[] inCalling;
        uint256[] inCoins;
    }

    HostileServer private world;
    ITreasury private treasury;
    IBidBook private bidBook;
    IBidElection private election;
    IMilestoneEscrow private escrow;
    IVotes private votes;
    address[] private members;
    address[] private payees;
    address[] private claimants;
    IGovernor private governor;
    address private usd;
    address private calling;
    address private constant COIN = address(0);
    uint256 private usdAtStart;
    uint256 private callingAtStart;
    uint256 private failed;

    function setUp() public {
        world = new HostileServer();
        world.setUp();
        address[10] memory all = world.contracts();
        treasury = ITreasury(all[0]);
        bidBook = IBidBook(all[1]);
        election = IBidElection(all[2]);
        escrow = IMilestoneEscrow(all[3]);
        votes = IVotes(all[6]);
        usd = all[7];
        governor = IGovernor(all[8]);
        calling = world.callingToken();
        members = world.members();
        payees = world.payees();
        claimants = world.payees();
        claimants.push(address(escrow));
        claimants.push(address(treasury));
        usdAtStart = IERC20(usd).totalSupply();
        callingAtStart = IERC20(calling).totalSupply();
        assertEq(escrow.agreementCount(), 2, "agreements to begin with");
    }

    function targetContracts() external view returns (address[] memory targets) {
        address[10] memory all = world.contracts();
        targets = new address[](11);
        for (uint256 i = 0; i < 10; ++i) {
            targets[i] = all[i];
        }
        targets[10] = address(world);
    }

    /// @dev A step is taken as often as it is listed, one function of another contract once.
    function targetSelectors() external view returns (FuzzSelector[] memory targets) {
        targets = new FuzzSelector[](1);
        targets[0] = FuzzSelector(address(world), steps());
    }

    /// @dev What completes payee changes passes through the world, which tells what was paid before from what was paid after.
    function excludeSelectors() external view returns (FuzzSelector[] memory excluded) {
        excluded = new FuzzSelector[](1);
        excluded[0] = FuzzSelector(address(escrow), new bytes4[](1));
        excluded[0].selectors[0] = IMilestoneEscrow.completePayeeChange.selector;
    }

    /// @dev The relay's key, the deployer's, and a server's.
    function targetSenders() external view returns (address[] memory senders) {
        senders = new address[](3);
        (senders[0], senders[1], senders[2]) = (address(0xA41), address(world), address(0x5E24E2));
    }

    /// @dev The fuzzer's steps, taken evenly: or else the invariants could hold because nothing ever happens.
    function test_theStepsReachEveryOutcome() external {
        bytes4[] memory all = steps();
        for (uint256 i = 0; i < 5_000; ++i) {
            bytes32 seed = keccak256(abi.encode("step", i));
            (bool done,) =
                address(world).call(abi.encodePacked(all[uint256(seed) % all.length], seed, abi.encode(i % 50, seed)));
            if (!done) ++failed;
            if (i % 20 == 0) this.invariant_everyTokenIsWhereVotesAndSignaturesPutIt();
        }
        uint256[7] memory milestones = milestonesByStatus();
        (uint256 decided, uint256 won) = elections();
        say("agreements", escrow.agreementCount());
        say("milestones paid", milestones[uint256(IMilestoneEscrow.MilestoneStatus.PAID)]);
        say("milestones refunded", milestones[uint256(IMilestoneEscrow.MilestoneStatus.REFUNDED)]);
        say("agreements changed, ended or judged by vote", world.amended());
        say("elections decided", decided);
        say("bids awarded", won);
        say("votes prolonged", world.extensions());
        say("objections", world.objections());
        (uint256 shares, uint256 closed) = claims();
        say("shares claimed", shares);
        say("distributions closed", closed);
        say("stops", treasury.stopCount());
        say("approvals challenged", world.challengedApprovals());
        say("rejections challenged", world.challengedRejections());
        say("challenges upheld", world.upheldChallenges());
        say("tokens with votes that bonds brought the treasury", votesOf(address(treasury)) / 1e18);
        say("bids withdrawn", world.withdrawnBids());
        say("payees changed", world.changedPayees());
        say("payees that stayed after all", world.cancelledPayees());
        say("paid late, where the payee said", world.paidLate());
        say("thefts proposed", world.proposalIds().length);
        say("the server's calls that were refused", world.refused());
        say("its calls in the middle of transfers", world.callbacks());
        say("steps that reverted", failed);
        vm.assertGt(milestones[uint256(IMilestoneEscrow.MilestoneStatus.PAID)], 9, "paid");
        vm.assertGt(milestones[uint256(IMilestoneEscrow.MilestoneStatus.REFUNDED)], 3, "refunded");
        vm.assertGt(world.amended(), 9, "changed, ended or judged by vote");
        vm.assertGt(decided, 2, "decided");
        vm.assertGt(won, 1, "awarded");
        vm.assertGt(world.extensions(), 0, "prolonged");
        vm.assertGt(world.objections(), 0, "objected to");
        vm.assertGt(shares, 9, "claimed");
        vm.assertGt(closed, 1, "closed");
        vm.assertGt(treasury.stopCount(), 4, "stops");
        vm.assertGt(world.challengedApprovals(), 2, "approvals challenged");
        vm.assertGt(world.challengedRejections(), 1, "rejections challenged");
        vm.assertGt(world.upheldChallenges(), 1, "challenges upheld");
        vm.assertGt(votesOf(address(treasury)), 0, "bonds lost");
        vm.assertGt(world.withdrawnBids(), 2, "bids withdrawn");
        vm.assertGt(world.changedPayees(), 4, "payees changed");
        vm.assertGt(world.cancelledPayees(), 0, "payees that stayed");
        vm.assertGt(world.paidLate(), 1, "paid late");
        vm.assertGt(world.proposalIds().length, 3, "thefts proposed");
        vm.assertGt(world.refused(), 499, "refused");
        vm.assertGt(world.callbacks(), 29, "in the middle of transfers");
        vm.assertLt(failed, 300, "steps that reverted");
    }

    /// @dev One function, so that each sequence of calls is made once.
    function invariant_everyTokenIsWhereVotesAndSignaturesPutIt() external view {
        Claimed memory sums = claimed();
        paidRefundedAndHeldIsWhatWasFunded(sums);
        everyPaymentIsThePayeesInForce(sums);
        everyBondIsHeldReturnedOrForfeited();
        nothingLeavesTheTreasuryOutsideAMandateOrADistribution(sums);
        nothingLeavesTheTreasuryWhilePaymentsAreStopped();
        theLinesAreNotOverdrawn();
        thereAreNoMoreVotesThanTokens();
        noServerOrDeployerHoldsAnything();
    }

    function paidRefundedAndHeldIsWhatWasFunded(Claimed memory sums) private view {
        (uint256 usdHeld, uint256 callingHeld) = (0, 0);
        (uint256 usdOwn, uint256 callingOwn) =
            (claimedBy(sums, address(escrow), usd), claimedBy(sums, address(escrow), calling));
        for (uint256 id = 1; id <= escrow.agreementCount(); ++id) {
            (,,,, address token, uint256 funded, uint256 paid, uint256 refunded,) = escrow.agreement(id);
            uint256 held = requireInBalance(id, funded, paid, refunded);
            if (token == usd) usdHeld += held;
            else callingHeld += held;
        }
        for (uint256 i = 0; i < payees.length; ++i) {
            usdOwn += escrow.owed(usd, payees[i]);
            callingOwn += escrow.owed(calling, payees[i]);
        }
        assertEq(IERC20(usd).balanceOf(address(escrow)), usdHeld + usdOwn, "held of the usual token");
        assertEq(IERC20(calling).balanceOf(address(escrow)), callingHeld + callingOwn, "held of the calling token");
    }

    /// @dev By the balances of the payees, not by the books: paid to whoever was the payee then, or owed to it since, or sent
    /// where it said.
    function everyPaymentIsThePayeesInForce(Claimed memory sumsClaimed) private view {
        assertEq(world.wrongfulPayees(), 0, "payees that no payee asked for");
        (uint256[] memory usdPaid, uint256[] memory callingPaid) =
            (new uint256[](payees.length), new uint256[](payees.length));
        for (uint256 id = 1; id <= escrow.agreementCount(); ++id) {
            (,,, address payee, address token,, uint256 paid,,) = escrow.agreement(id);
            address expected = world.payeeInForce(id);
            vm.assertTrue(expected == address(0) || expected == payee, "the payee in force");
            uint256[] memory sums = token == usd ? usdPaid : callingPaid;
            HostileServer.FormerPayee[] memory former = world.formerPayees(id);
            uint256 before = 0;
            for (uint256 i = 0; i < former.length; ++i) {
                sums[place(payees, former[i].payee)] += former[i].paid - before;
                before = former[i].paid;
            }
            sums[place(payees, payee)] += paid - before;
        }
        for (uint256 i = 0; i < payees.length; ++i) {
            requireReceived(payees[i], usd, usdPaid[i] + claimedBy(sumsClaimed, payees[i], usd));
            requireReceived(payees[i], calling, callingPaid[i] + claimedBy(sumsClaimed, payees[i], calling));
        }
    }

    function requireReceived(address payee, address token, uint256 due) private view {
        address wallet = world.walletOf(payee);
        uint256 sentThere = token == calling ? world.withdrawnTo(wallet) : 0;
        assertEq(IERC20(token).balanceOf(wallet), sentThere, "sent where the payee said");
        uint256 received = IERC20(token).balanceOf(payee) + escrow.owed(token, payee) + sentThere;
        assertEq(received, due, "paid once, and to the payee");
    }

    /// @dev What a member lacks are its bonds that are held, and those that the treasury got. Of a bid withdrawn or never
    /// revealed, the bond may have been settled or not; who lacks it, tells.
    function everyBondIsHeldReturnedOrForfeited() private view {
        uint256[] memory lacking = new uint256[](members.length);
        uint256[] memory returnable = new uint256[](members.length);
        (uint256 held, uint256 lost) = byChallenges(lacking);
        uint256 forfeitable = byBids(lacking, returnable);
        assertEq(votesOf(address(escrow)), held, "bonds of open challenges");
        uint256 forfeited = votesOf(address(treasury));
        vm.assertGe(forfeited, lost, "bonds of challenges that failed");
        vm.assertLe(forfeited, lost + forfeitable, "bonds of bids that were never revealed");
        uint256 sum = votesOf(address(escrow)) + votesOf(address(bidBook)) + forfeited;
        for (uint256 i = 0; i < members.length; ++i) {
            (uint256 balance, uint256 stake) = (votesOf(members[i]), world.stake(members[i]));
            vm.assertLe(balance, stake, "no bond went back twice");
            uint256 lacked = stake - balance;
            vm.assertGe(lacked, lacking[i], "bonds that are held or forfeited");
            vm.assertLe(lacked, lacking[i] + returnable[i], "bonds that went back");
            sum += balance;
        }
        assertEq(sum, IERC20(address(votes)).totalSupply(), "tokens with votes");
    }

    function byChallenges(uint256[] memory lacking) private view returns (uint256 held, uint256 lost) {
        for (uint256 id = 1; id <= escrow.agreementCount(); ++id) {
            for (uint256 i = 0; i < 2; ++i) {
                HostileServer.Challenge memory raised = world.challengeOf(id, i);
                if (raised.bond == 0 || raised.upheld) continue;
                (IMilestoneEscrow.MilestoneStatus status,,,,,,) = escrow.milestone(id, i);
                if (status == IMilestoneEscrow.MilestoneStatus.CHALLENGED) held += raised.bond;
                else lost += raised.bond;
                lacking[place(members, raised.challenger)] += raised.bond;
            }
        }
    }

    function byBids(uint256[] memory lacking, uint256[] memory returnable) private view returns (uint256 forfeitable) {
        for (uint256 id = 1; id <= treasury.mandateCount(); ++id) {
            uint256 bids = bidBook.bidCount(id);
            if (bids == 0) continue;
            uint256 bond = treasury.mandateTerms(id).bond;
            (, uint64 biddingEnds, uint64 revealEnds,) = bidBook.windows(id);
            for (uint256 i = 0; i < bids; ++i) {
                (IBidBook.BidStatus status, address bidder,,,,,) = bidBook.bid(id, i);
                bool isWithdrawn = status == IBidBook.BidStatus.WITHDRAWN;
                if (isWithdrawn && block.timestamp >= biddingEnds) {
                    returnable[place(members, bidder)] += bond;
                } else if (isWithdrawn || status == IBidBook.BidStatus.COMMITTED) {
                    lacking[place(members, bidder)] += bond;
                    if (block.timestamp >= revealEnds) forfeitable += bond;
                }
            }
        }
    }

    function nothingLeavesTheTreasuryWhilePaymentsAreStopped() private view {
        assertEq(world.leftWhileStopped(), 0, "left while stopped");
    }

    function nothingLeavesTheTreasuryOutsideAMandateOrADistribution(Claimed memory sums) private view {
        assertEq(treasury.mandateCount(), world.granted(), "mandates that a vote granted");
        (uint256 usdOut, uint256 callingOut) = (0, 0);
        for (uint256 id = 1; id <= treasury.mandateCount(); ++id) {
            ITreasury.MandateTerms memory terms = treasury.mandateTerms(id);
            (uint256 committed,,) = treasury.mandateState(id);
            vm.assertLe(committed, terms.cap, "within the cap");
            if (terms.token == usd) usdOut += committed;
            else callingOut += committed;
        }
        assertEq(treasury.lineCount(), 3, "lines that a vote opened");
        usdOut += leftByClaims(sums, usd);
        callingOut += leftByClaims(sums, calling);
        assertEq(address(treasury).balance, world.COINS() - leftByClaims(sums, COIN), "coins");
        assertEq(IERC20(usd).balanceOf(address(treasury)), usdAtStart - usdOut, "usual token");
        assertEq(IERC20(calling).balanceOf(address(treasury)), callingAtStart - callingOut, "calling token");
    }

    function theLinesAreNotOverdrawn() private view {
        for (uint256 i = 0; i < treasury.lineCount(); ++i) {
            bytes32 lineId = treasury.lineIdAt(i);
            (,, uint256 allocated, uint256 reserved, uint256 spent) = treasury.line(lineId);
            vm.assertLe(reserved + spent, allocated, "allocated >= reserved + spent");
            (uint256 reservedHere, uint256 spentByMandates) = byDistributions(lineId);
            for (uint256 id = 1; id <= treasury.mandateCount(); ++id) {
                if (treasury.mandateTerms(id).lineId != lineId) continue;
                (uint256 committed, uint256 spentHere, bool closed) = treasury.mandateState(id);
                spentByMandates += spentHere;
                reservedHere += (closed ? committed : treasury.mandateTerms(id).cap - refundedUnder(id)) - spentHere;
            }
            assertEq(spent, spentByMandates, "spent");
            assertEq(reserved, reservedHere, "reserved");
        }
    }

    function thereAreNoMoreVotesThanTokens() private view {
        for (uint256 id = 1; id <= treasury.mandateCount(); ++id) {
            (IBidElection.ElectionStatus status,,, uint64 snapshot,,,) = election.election(id);
            if (status == IBidElection.ElectionStatus.NONE) continue;
            uint256 supply = votes.getPastTotalSupply(snapshot);
            for (uint256 i = 0; i < bidBook.bidCount(id); ++i) {
                (uint256 yes, uint256 no) = election.tally(id, i);
                vm.assertLe(yes + no, supply, "votes on a bid");
            }
        }
        uint256[] memory proposals = world.proposalIds();
        for (uint256 i = 0; i < proposals.length; ++i) {
            (uint256 against, uint256 inFavour, uint256 abstained) =
                GovernorCountingSimple(payable(address(governor))).proposalVotes(proposals[i]);
            uint256 supply = votes.getPastTotalSupply(governor.proposalSnapshot(proposals[i]));
            vm.assertLe(against + inFavour + abstained, supply, "votes on a proposal");
        }
    }

    function noServerOrDeployerHoldsAnything() private view {
        address[3] memory servers = [address(0xA41), address(world), address(0x5E24E2)];
        for (uint256 i = 0; i < 3; ++i) {
            assertEq(IERC20(usd).balanceOf(servers[i]), 0, "usual token");
            assertEq(IERC20(calling).balanceOf(servers[i]), 0, "calling token");
            assertEq(IERC20(address(votes)).balanceOf(servers[i]), 0, "tokens with votes");
            assertEq(votes.getVotes(servers[i]), 0, "votes");
        }
    }

    /// @dev Of shares that were claimed: what went to each claimant in each token. Nobody else is on a list.
    function claimed() private view returns (Claimed memory sums) {
        IDistributions distributions = IDistributions(address(treasury));
        address[] memory all = claimants;
        (sums.inUsd, sums.inCalling, sums.inCoins) =
        (new uint256[](all.length), new uint256[](all.length), new uint256[](all.length));
        for (uint256 id = 1; id <= distributions.distributionCount(); ++id) {
            uint256[] memory each = sumsIn(sums, tokenOf(id));
            for (uint256 i = 0; i < world.SHARES(); ++i) {
                Shares.Share memory one = world.share(id, i);
                if (distributions.isClaimed(id, one.index)) each[place(all, one.account)] += one.amount;
            }
        }
    }

    function claimedBy(Claimed memory sums, address account, address token) private view returns (uint256) {
        return sumsIn(sums, token)[place(claimants, account)];
    }

    function sumsIn(Claimed memory sums, address token) private view returns (uint256[] memory) {
        if (token == COIN) return sums.inCoins;
        return token == usd ? sums.inUsd : sums.inCalling;
    }

    /// @dev By what the distributions say of themselves; what they paid to the treasury has not left.
    function leftByClaims(Claimed memory sums, address token) private view returns (uint256 sum) {
        IDistributions distributions = IDistributions(address(treasury));
        assertEq(distributions.distributionCount(), world.distributed(), "distributions that a vote opened");
        for (uint256 id = 1; id <= distributions.distributionCount(); ++id) {
            (IDistributions.DistributionTerms memory terms,, uint256 claimed_,) = distributions.distribution(id);
            vm.assertLe(claimed_, terms.total, "within the total");
            if (tokenOf(id) == token) sum += claimed_;
        }
        return sum - claimedBy(sums, address(treasury), token);
    }

    function byDistributions(bytes32 lineId) private view returns (uint256 reserved, uint256 spent) {
        IDistributions distributions = IDistributions(address(treasury));
        for (uint256 id = 1; id <= distributions.distributionCount(); ++id) {
            (IDistributions.DistributionTerms memory terms,, uint256 claimed_, bool closed) =
                distributions.distribution(id);
            if (terms.lineId != lineId) continue;
            spent += claimed_;
            if (!closed) reserved += terms.total - claimed_;
        }
    }

    function tokenOf(uint256 distributionId) private view returns (address token) {
        (IDistributions.DistributionTerms memory terms,,,) =
            IDistributions(address(treasury)).distribution(distributionId);
        (, token,,,) = treasury.line(terms.lineId);
    }

    function refundedUnder(uint256 mandateId) private view returns (uint256 sum) {
        for (uint256 id = 1; id <= escrow.agreementCount(); ++id) {
            (uint256 under,,,,,,, uint256 refundedHere,) = escrow.agreement(id);
            if (under == mandateId) sum += refundedHere;
        }
    }

    function votesOf(address account) private view returns (uint256) {
        return IERC20(address(votes)).balanceOf(account);
    }

    function place(address[] memory all, address one) private pure returns (uint256 i) {
        while (all[i] != one) ++i;
    }

    function claims() private view returns (uint256 claimedShares, uint256 closedLists) {
        IDistributions distributions = IDistributions(address(treasury));
        for (uint256 id = 1; id <= distributions.distributionCount(); ++id) {
            for (uint256 i = 0; i < world.SHARES(); ++i) {
                if (distributions.isClaimed(id, world.share(id, i).index)) ++claimedShares;
            }
            (,,, bool closed) = distributions.distribution(id);
            if (closed) ++closedLists;
        }
    }

    function steps() private pure returns (bytes4[] memory all) {
        bytes4[16] memory each = [
            HostileServer.grantByVote.selector,
            HostileServer.distributeByVote.selector,
            HostileServer.claimShare.selector,
            HostileServer.stopPayments.selector,
            HostileServer.proposeTheft.selector,
            HostileServer.passTime.selector,
            HostileServer.moveVotes.selector,
            HostileServer.replay.selector,
            HostileServer.alter.selector,
            HostileServer.steal.selector,
            HostileServer.deliver.selector,
            HostileServer.amend.selector,
            HostileServer.changePayee.selector,
            HostileServer.payLate.selector,
            HostileServer.settleBond.selector,
            HostileServer.advance.selector
        ];
        uint8[16] memory weights = [1, 1, 6, 2, 2, 5, 5, 12, 12, 12, 30, 5, 5, 5, 3, 30];
        all = new bytes4[](136);
        uint256 count = 0;
        for (uint256 i = 0; i < 16; ++i) {
            for (uint256 j = 0; j < weights[i]; ++j) {
                all[count++] = each[i];
            }
        }
    }

    function milestonesByStatus() private view returns (uint256[7] memory count) {
        for (uint256 id = 1; id <= escrow.agreementCount(); ++id) {
            for (uint256 i = 0; i < 2; ++i) {
                (IMilestoneEscrow.MilestoneStatus status,,,,,,) = escrow.milestone(id, i);
                ++count[uint256(status)];
            }
        }
    }

    function elections() private view returns (uint256 decided, uint256 won) {
        for (uint256 id = 1; id <= treasury.mandateCount(); ++id) {
            (IBidElection.ElectionStatus status,,,,,,) = election.election(id);
            if (status != IBidElection.ElectionStatus.DECIDED) continue;
            ++decided;
            won += election.winners(id).length;
        }
    }

    function requireInBalance(uint256 id, uint256 funded, uint256 paid, uint256 refunded)
        private
        view
        returns (uint256 held)
    {
        (uint256 paidByStatus, uint256 refundedByStatus) = (0, 0);
        (,,,,,,,, uint256 count) = escrow.agreement(id);
        for (uint256 i = 0; i < count; ++i) {
            (IMilestoneEscrow.MilestoneStatus status, uint256 amount,,,,,) = escrow.milestone(id, i);
            if (status == IMilestoneEscrow.MilestoneStatus.PAID) paidByStatus += amount;
            else if (status == IMilestoneEscrow.MilestoneStatus.REFUNDED) refundedByStatus += amount;
            else held += amount;
        }
        assertEq(paid, paidByStatus, "every milestone paid once at most");
        assertEq(refunded, refundedByStatus + world.returnedByChange(id), "every milestone refunded once at most");
        assertEq(paid + refunded + held, funded, "paid + refunded + held = funded");
    }
}
