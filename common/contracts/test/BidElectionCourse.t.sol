// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {BidElection} from "../src/BidElection.sol";
import {IBidBook} from "../src/interfaces/IBidBook.sol";
import {IBidElection} from "../src/interfaces/IBidElection.sol";
import {IMilestoneEscrow} from "../src/interfaces/IMilestoneEscrow.sol";
import {IStewardCouncil} from "../src/interfaces/IStewardCouncil.sol";
import {ITreasury} from "../src/interfaces/ITreasury.sol";
import {Market} from "./support/Market.sol";

/// @dev What moves an election's end and its award. Holder i has 1,000 << i votes, bidder i has 100. A turn is late within two
/// hours, and takes more than 200 votes where it does not change an approval. An objection takes 4,000, and lasts ten days.
contract BidElectionCourseTest is Market {
    uint256 private constant PRICE = 40_000 * USD;

    function test_noRuleOfObjectionsIsNothing() public {
        IBidElection.Rules memory rules = electionRules();
        rules.objectionThreshold = 0;
        refusesRules(rules, "objectionThreshold");
        rules = electionRules();
        rules.objectionPeriod = 0;
        refusesRules(rules, "objectionPeriod");
    }

    function test_aLateChangeOfApprovalExtendsVoting() public {
        uint256 mandateId = openElection(list(PRICE));
        vote(mandateId, 0, 1, "y");
        uint64 ends = toLastMinute(mandateId);
        vm.expectEmit(address(election));
        emit IBidElection.VotingExtended(mandateId, ends - 1 minutes + 2 hours);
        vote(mandateId, 1, 1, "n");
        assertVotingEnds(mandateId, ends - 1 minutes + 2 hours);

        vm.warp(ends);
        vm.expectRevert(abi.encodeWithSelector(IBidElection.VotingStillOpen.selector, ends - 1 minutes + 2 hours));
        election.decide(mandateId, order());
        vote(mandateId, 2, 1, "y");
        vm.assertTrue(election.isApproved(mandateId, 0), "answered in the time that was added");
    }

    function test_aBallotInTimeExtendsNothing() public {
        uint256 mandateId = openElection(list(PRICE));
        (,, uint64 ends,,,,) = election.election(mandateId);
        vm.warp(ends - 2 hours);
        vote(mandateId, 0, 1, "y");
        assertVotingEnds(mandateId, ends);
        vm.warp(ends - 2 hours + 1);
        vote(mandateId, 1, 1, "n");
        assertVotingEnds(mandateId, ends + 1);
    }

    function test_aLateBallotThatMovesMoreThanTheShareOfTheQuorumExtendsVoting() public {
        uint256 mandateId = openElection(list(PRICE));
        vote(mandateId, 5, 1, "y");
        uint64 ends = toLastMinute(mandateId);
        castByBidders(mandateId, 1, 2, "n");
        assertVotingEnds(mandateId, ends);
        castByBidders(mandateId, 3, 5, "y");
        assertVotingEnds(mandateId, ends - 1 minutes + 2 hours);
    }

    /// @dev A hundred votes are a fifth of this quorum, and no more.
    function test_aLateChangeOfApprovalByFewVotesExtendsVoting() public {
        ITreasury.MandateTerms memory terms = competition();
        terms.quorum = 500 * GOV;
        uint256 mandateId = grant(terms);
        bidBook.open(mandateId);
        bidsUpToReviewEnd(mandateId, list(PRICE));
        election.open(mandateId);
        castByBidders(mandateId, 1, 3, "y");
        uint64 ends = toLastMinute(mandateId);
        castByBidders(mandateId, 4, 4, "y");
        assertVotingEnds(mandateId, ends);
        castByBidders(mandateId, 5, 5, "y");
        assertVotingEnds(mandateId, ends - 1 minutes + 2 hours);
    }

    function test_aVoteThatGoesOverCountsOnBothSides() public {
        uint256 mandateId = openElection(list(PRICE));
        vote(mandateId, 5, 1, "y");
        castByBidders(mandateId, 1, 2, "y");
        uint64 ends = toLastMinute(mandateId);
        castByBidders(mandateId, 1, 2, "a");
        assertVotingEnds(mandateId, ends);
        castByBidders(mandateId, 1, 2, "y");
        assertVotingEnds(mandateId, ends);
        castByBidders(mandateId, 1, 2, "n");
        assertVotingEnds(mandateId, ends - 1 minutes + 2 hours);
    }

    function test_aLateAbstentionExtendsNothing() public {
        uint256 mandateId = openElection(list(PRICE));
        uint64 ends = toLastMinute(mandateId);
        vote(mandateId, 5, 1, "a");
        assertVotingEnds(mandateId, ends);
    }

    function test_votingEndsAfterFourExtensionsWhateverTurns() public {
        uint256 mandateId = openElection(list(PRICE));
        (,, uint64 planned,,,,) = election.election(mandateId);
        uint64 ends = planned;
        for (uint256 sequence = 1; sequence < 20; ++sequence) {
            vm.warp(ends - 1);
            vote(mandateId, 5, sequence, sequence % 2 == 1 ? "y" : "n");
            (,, ends,,,,) = election.election(mandateId);
        }
        vm.assertEq(ends, planned + 4 * 2 hours);
        vm.warp(ends);
        vm.expectRevert(abi.encodeWithSelector(IBidElection.VotingClosed.selector, ends));
        vote(mandateId, 5, 20, "n");
    }

    function test_votingPowerStaysThatOfTheSnapshotInAnExtension() public {
        uint256 mandateId = openElection(list(PRICE));
        vote(mandateId, 0, 1, "y");
        uint64 ends = toLastMinute(mandateId);
        vote(mandateId, 1, 1, "n");
        vm.prank(holder(5));
        gov.transfer(anyone, 32_000 * GOV);
        vm.prank(anyone);
        gov.delegate(anyone);
        vm.warp(ends + 1);
        vm.expectRevert(abi.encodeWithSelector(IBidElection.NoVotingPower.selector, anyone));
        vm.prank(anyone);
        election.cast(mandateId, 1, packed("y"));
    }

    function test_anElectionUnderAClosedMandateDoesNotOpen() public {
        uint256 mandateId = openWorkstream();
        bidsUpToReviewEnd(mandateId, list(PRICE));
        vm.warp(treasury.mandateTerms(mandateId).expiry + 1);
        treasury.closeMandate(mandateId);
        vm.expectRevert(abi.encodeWithSelector(ITreasury.MandateIsClosed.selector, mandateId));
        election.open(mandateId);
    }

    /// @dev An index is taken for ever when its bid is withdrawn; who bids again stands at the end of the line.
    function test_aTieGoesToTheEarlierCommitmentAlsoAfterWithdrawals() public {
        ITreasury.MandateTerms memory terms = competition();
        uint256 mandateId = grant(terms);
        bidBook.open(mandateId);
        commit(mandateId, 0, PRICE);
        vm.warp(block.timestamp + 1);
        commit(mandateId, 1, PRICE);
        vm.prank(bidder(0));
        bidBook.withdraw(mandateId, 0);
        vm.warp(block.timestamp + 1);
        IBidBook.BidTerms memory again = termsOf(0, PRICE);
        again.salt = keccak256("again");
        bytes32 commitment = bidBook.commitmentOf(again);
        vm.startPrank(bidder(0));
        gov.approve(address(bidBook), BOND);
        vm.assertEq(bidBook.commit(mandateId, commitment), 2, "the next index");
        vm.stopPrank();
        (,, uint64 first,,,,) = bidBook.bid(mandateId, 1);
        (,, uint64 second,,,,) = bidBook.bid(mandateId, 2);
        vm.assertLt(first, second, "indices follow the commitments");

        (, uint64 biddingEnds,, uint64 reviewEnds) = bidBook.windows(mandateId);
        vm.warp(biddingEnds);
        reveal(mandateId, 1, PRICE);
        bidBook.reveal(mandateId, 2, again, milestones(PRICE));
        vm.warp(reviewEnds);
        election.open(mandateId);
        vote(mandateId, 5, 1, "-yy");
        closeVoting(mandateId);
        vm.expectRevert(abi.encodeWithSelector(IBidElection.BadCount.selector, 1));
        election.decide(mandateId, order(2, 1));
        election.decide(mandateId, order(1, 2));
    }

    function test_aHolderAboveTheThresholdSuspendsTheAward() public {
        uint256 mandateId = decided();
        (,,,, uint64 standstillEnds,,) = election.election(mandateId);
        uint64 ends = uint64(block.timestamp) + 10 days;
        vm.expectEmit(address(election));
        emit IBidElection.AwardObjectedTo(mandateId, holder(2), REASON, ends, ends);
        object(mandateId, holder(2));

        assertObjection(mandateId, IBidElection.ObjectionStatus.LIVE, ends);
        assertStandstillEnds(mandateId, ends);
        vm.warp(standstillEnds);
        vm.assertFalse(election.isAwarded(mandateId, 0), "suspended");
        vm.assertFalse(escrow.isSettled(mandateId), "suspended, so not settled");
        vm.warp(ends - 1);
        vm.expectRevert(abi.encodeWithSelector(IMilestoneEscrow.NotAwarded.selector, mandateId, 0));
        escrow.create(mandateId, 0, milestones(PRICE));
        vm.warp(ends);
        assertObjection(mandateId, IBidElection.ObjectionStatus.LAPSED, ends);
        escrow.create(mandateId, 0, milestones(PRICE));
        vm.assertTrue(escrow.isSettled(mandateId), "settled by its agreement");
    }

    function test_aHolderBelowTheThresholdCannotObject() public {
        uint256 mandateId = decided();
        vm.expectRevert(
            abi.encodeWithSelector(IBidElection.BelowObjectionThreshold.selector, 2_000 * GOV, OBJECTION_THRESHOLD)
        );
        object(mandateId, holder(1));
    }

    function test_votesBoughtSinceTheSnapshotDoNotObject() public {
        uint256 mandateId = decided();
        vm.prank(holder(5));
        gov.transfer(holder(1), 10_000 * GOV);
        vm.warp(block.timestamp + 1);
        vm.expectRevert(
            abi.encodeWithSelector(IBidElection.BelowObjectionThreshold.selector, 2_000 * GOV, OBJECTION_THRESHOLD)
        );
        object(mandateId, holder(1));
    }

    function test_anObjectionNeedsAReason() public {
        uint256 mandateId = decided();
        vm.expectRevert(IBidElection.ReasonMissing.selector);
        vm.prank(holder(2));
        election.objectToAward(mandateId, 0);
        vm.expectRevert(IBidElection.ReasonMissing.selector);
        election.objectToAwardAsStewards(mandateId, 0, new IStewardCouncil.Approval[](0));
    }

    function test_anObjectionComesInTheStandstillOnly() public {
        uint256 mandateId = openElection(list(PRICE));
        vote(mandateId, 5, 1, "y");
        vm.expectRevert(abi.encodeWithSelector(IBidElection.NothingAwarded.selector, mandateId));
        object(mandateId, holder(2));
        closeVoting(mandateId);
        election.decide(mandateId, order(0));
        passStandstill(mandateId);
        vm.expectRevert(abi.encodeWithSelector(IBidElection.StandstillOver.selector, block.timestamp));
        object(mandateId, holder(2));
    }

    function test_whereNobodyWonThereIsNothingToObjectTo() public {
        uint256 mandateId = openElection(list(PRICE));
        closeVoting(mandateId);
        election.decide(mandateId, order());
        vm.expectRevert(abi.encodeWithSelector(IBidElection.NothingAwarded.selector, mandateId));
        object(mandateId, holder(2));
    }

    function test_thereIsOneObjectionWhoeverObjectsAndHoweverItEnds() public {
        uint256 mandateId = decided();
        bytes memory refusal = abi.encodeWithSelector(IBidElection.AlreadyObjected.selector, mandateId);
        object(mandateId, holder(2));
        vm.expectRevert(refusal);
        object(mandateId, holder(3));
        vm.prank(timelock);
        election.resolveObjection(mandateId, false);
        vm.expectRevert(refusal);
        object(mandateId, holder(3));
        IStewardCouncil.Approval[] memory signed = approvals(stewardObjection(mandateId));
        vm.expectRevert(refusal);
        election.objectToAwardAsStewards(mandateId, REASON, signed);
        vm.expectRevert(refusal);
        object(mandateId, timelock);
    }

    function test_enoughStewardsObjectTogether() public {
        uint256 mandateId = decided();
        IStewardCouncil.Approval[] memory signed = approvals(stewardObjection(mandateId));
        uint64 ends = uint64(block.timestamp) + 10 days;
        vm.expectEmit(address(election));
        emit IBidElection.AwardObjectedTo(mandateId, address(council), REASON, ends, ends);
        vm.prank(anyone);
        election.objectToAwardAsStewards(mandateId, REASON, signed);
        assertObjection(mandateId, IBidElection.ObjectionStatus.LIVE, ends);
    }

    function test_oneStewardAloneObjectsToNothing() public {
        uint256 mandateId = decided();
        IStewardCouncil.Approval[] memory signed = new IStewardCouncil.Approval[](1);
        signed[0] = approvals(stewardObjection(mandateId))[0];
        vm.expectRevert(abi.encodeWithSelector(IStewardCouncil.TooFewApprovals.selector, 1, 2));
        election.objectToAwardAsStewards(mandateId, REASON, signed);
    }

    function test_stewardsObjectToTheseWinnersForThisReasonUnderThisMandate() public {
        uint256 mandateId = decided();
        IStewardCouncil.Decision[4] memory others;
        for (uint256 i = 0; i < 4; ++i) {
            others[i] = stewardObjection(mandateId);
        }
        others[0].subject = mandateId + 1;
        others[1].contentHash = keccak256(abi.encode(order(1)));
        others[2].reasonHash = keccak256("another reason");
        others[3].action = "disqualify bid";
        for (uint256 i = 0; i < 4; ++i) {
            IStewardCouncil.Approval[] memory signed = approvals(others[i]);
            vm.expectRevert(abi.encodeWithSelector(IStewardCouncil.BadApprovalSignature.selector, steward(0)));
            election.objectToAwardAsStewards(mandateId, REASON, signed);
        }
    }

    function test_theTimelockMayObjectToo() public {
        uint256 mandateId = decided();
        vm.startPrank(timelock);
        election.objectToAward(mandateId, REASON);
        election.resolveObjection(mandateId, true);
        vm.stopPrank();
        vm.assertEq(election.winners(mandateId).length, 0);
        vm.assertTrue(escrow.isSettled(mandateId), "without waiting for the end of the standstill");
    }

    function test_anUpheldObjectionAnnulsTheWholeAward() public {
        uint256 mandateId = openElection(list(PRICE, PRICE));
        vote(mandateId, 5, 1, "yy");
        closeVoting(mandateId);
        election.decide(mandateId, order(0, 1));
        object(mandateId, holder(2));
        vm.warp(block.timestamp + 3 days);
        vm.expectEmit(address(election));
        emit IBidElection.ObjectionResolved(mandateId, true, uint64(block.timestamp));
        vm.prank(timelock);
        election.resolveObjection(mandateId, true);

        assertObjection(mandateId, IBidElection.ObjectionStatus.UPHELD, block.timestamp);
        vm.assertEq(election.winners(mandateId).length, 0, "nobody wins");
        (,,,,,, uint256 awarded) = election.election(mandateId);
        vm.assertEq(awarded, 0, "awarded");
        for (uint256 bid = 0; bid < 2; ++bid) {
            vm.expectRevert(abi.encodeWithSelector(IMilestoneEscrow.NotAwarded.selector, mandateId, bid));
            escrow.create(mandateId, bid, milestones(PRICE));
        }
        vm.assertTrue(escrow.isSettled(mandateId), "settled at once");
        treasury.closeMandate(mandateId);
        (,,, uint256 reserved,) = treasury.line(LINE);
        vm.assertEq(reserved, 0, "free for another mandate");
    }

    function test_aDismissedObjectionSuspendsNothingAnyMore() public {
        uint256 mandateId = decided();
        (,,,, uint64 standstillEnds,,) = election.election(mandateId);
        object(mandateId, holder(2));
        vm.warp(standstillEnds + 1 days);
        vm.expectEmit(address(election));
        emit IBidElection.ObjectionResolved(mandateId, false, uint64(block.timestamp));
        vm.prank(timelock);
        election.resolveObjection(mandateId, false);
        assertObjection(mandateId, IBidElection.ObjectionStatus.DISMISSED, block.timestamp);
        vm.assertTrue(election.isAwarded(mandateId, 0));
        escrow.create(mandateId, 0, milestones(PRICE));
    }

    function test_dismissingInTheStandstillDoesNotCutItShort() public {
        uint256 mandateId = decided();
        (,,,, uint64 standstillEnds,,) = election.election(mandateId);
        object(mandateId, holder(2));
        vm.warp(standstillEnds - 1);
        vm.prank(timelock);
        election.resolveObjection(mandateId, false);
        assertStandstillEnds(mandateId, standstillEnds);
        vm.assertFalse(election.isAwarded(mandateId, 0));
        vm.warp(standstillEnds);
        vm.assertTrue(election.isAwarded(mandateId, 0));
    }

    function test_aStandstillLongerThanAnObjectionStays() public {
        ITreasury.MandateTerms memory terms = competition();
        terms.standstillPeriod = 30 days;
        uint256 mandateId = grant(terms);
        bidBook.open(mandateId);
        bidsUpToReviewEnd(mandateId, list(PRICE));
        election.open(mandateId);
        vote(mandateId, 5, 1, "y");
        closeVoting(mandateId);
        election.decide(mandateId, order(0));
        uint64 standstillEnds = uint64(block.timestamp) + 30 days;
        object(mandateId, holder(2));
        assertStandstillEnds(mandateId, standstillEnds);
        vm.warp(standstillEnds - 1);
        vm.assertFalse(election.isAwarded(mandateId, 0));
    }

    function test_onlyTheTimelockResolvesAndOnlyALiveObjection() public {
        uint256 mandateId = decided();
        expectNoLiveObjection(mandateId, IBidElection.ObjectionStatus.NONE);
        object(mandateId, holder(2));
        vm.expectRevert(abi.encodeWithSelector(IBidElection.OnlyTimelock.selector, holder(2)));
        vm.prank(holder(2));
        election.resolveObjection(mandateId, true);
        vm.warp(block.timestamp + 10 days);
        expectNoLiveObjection(mandateId, IBidElection.ObjectionStatus.LAPSED);

        mandateId = decided();
        object(mandateId, holder(2));
        vm.prank(timelock);
        election.resolveObjection(mandateId, false);
        expectNoLiveObjection(mandateId, IBidElection.ObjectionStatus.DISMISSED);
    }

    function test_aLateTurnOfTheLeadExtendsVotingAndTheOtherBidWinsAlone() public {
        uint256 mandateId = openForOne(list(PRICE, PRICE / 2));
        vote(mandateId, 5, 1, "y-");
        vote(mandateId, 4, 1, "-y");
        uint64 ends = toLastMinute(mandateId);
        vote(mandateId, 5, 2, "-y");
        assertVotingEnds(mandateId, ends - 1 minutes + 2 hours);
        closeVoting(mandateId);
        election.decide(mandateId, order(1));
        assertWinsAlone(mandateId, 1, PRICE / 2);
    }

    /// @dev Both stay approved, and what moves is not more than the share of the quorum: the lead alone is no turn.
    function test_aLateTurnOfTheLeadByFewVotesExtendsNothing() public {
        uint256 mandateId = openForOne(list(PRICE, PRICE / 2));
        vote(mandateId, 5, 1, "yy");
        castByBidders(mandateId, 1, 1, "y-");
        uint64 ends = toLastMinute(mandateId);
        castByBidders(mandateId, 2, 3, "-y");
        assertVotingEnds(mandateId, ends);
        closeVoting(mandateId);
        election.decide(mandateId, order(1, 0));
        assertWinsAlone(mandateId, 1, PRICE / 2);
    }

    function test_aTieForTheSingleWinnerGoesToTheLowerPriceAndThenToTheEarlierCommitment() public {
        uint256 mandateId = openForOne(list(PRICE, PRICE / 2, PRICE / 2));
        vote(mandateId, 5, 1, "yyy");
        closeVoting(mandateId);
        vm.expectRevert(abi.encodeWithSelector(IBidElection.BadCount.selector, 1));
        election.decide(mandateId, order(2, 1, 0));
        election.decide(mandateId, order(1, 2, 0));
        assertWinsAlone(mandateId, 1, PRICE / 2);
    }

    /// @dev The budget would do for both.
    function test_nobodyTakesThePlaceOfASingleWinnerWhoseAwardIsAnnulled() public {
        uint256 mandateId = openForOne(list(PRICE, PRICE));
        vote(mandateId, 5, 1, "yy");
        closeVoting(mandateId);
        election.decide(mandateId, order(0, 1));
        assertWinsAlone(mandateId, 0, PRICE);
        object(mandateId, holder(2));
        vm.prank(timelock);
        election.resolveObjection(mandateId, true);
        passStandstill(mandateId);
        for (uint256 bid = 0; bid < 2; ++bid) {
            vm.assertFalse(election.isAwarded(mandateId, bid), "awarded");
        }
        treasury.closeMandate(mandateId);
        assertLineInBalance();
    }

    function test_theSingleWinnersAgreementSettlesTheMandate() public {
        uint256 mandateId = openForOne(list(PRICE, PRICE));
        vote(mandateId, 5, 1, "yy");
        closeVoting(mandateId);
        election.decide(mandateId, order(0, 1));
        passStandstill(mandateId);
        vm.assertFalse(escrow.isSettled(mandateId), "not agreed");
        escrow.create(mandateId, 0, milestones(PRICE));
        vm.assertTrue(escrow.isSettled(mandateId), "agreed");
        vm.expectRevert(abi.encodeWithSelector(IMilestoneEscrow.NotAwarded.selector, mandateId, 1));
        escrow.create(mandateId, 1, milestones(PRICE));
        treasury.closeMandate(mandateId);
        (,,, uint256 reserved,) = treasury.line(LINE);
        vm.assertEq(reserved, PRICE, "the rest of the budget is free");
    }

    function test_theLongestDelayIsAllExtensionsAndAnObjection() public view {
        vm.assertEq(election.longestDelay(), 4 * 2 hours + 10 days);
    }

    function expectNoLiveObjection(uint256 mandateId, IBidElection.ObjectionStatus status) private {
        vm.expectRevert(abi.encodeWithSelector(IBidElection.NoLiveObjection.selector, status));
        vm.prank(timelock);
        election.resolveObjection(mandateId, true);
    }

    function decided() private returns (uint256 mandateId) {
        mandateId = openElection(list(PRICE));
        vote(mandateId, 5, 1, "y");
        closeVoting(mandateId);
        election.decide(mandateId, order(0));
    }

    /// @dev An election that one bid wins, whatever the budget would do for.
    function openForOne(uint256[] memory prices) private returns (uint256 mandateId) {
        ITreasury.MandateTerms memory terms = competition();
        terms.awardRule = ITreasury.AwardRule.SINGLE_WINNER;
        mandateId = grant(terms);
        bidBook.open(mandateId);
        bidsUpToReviewEnd(mandateId, prices);
        election.open(mandateId);
    }

    function object(uint256 mandateId, address by) private {
        vm.prank(by);
        election.objectToAward(mandateId, REASON);
    }

    function stewardObjection(uint256 mandateId) private view returns (IStewardCouncil.Decision memory what) {
        what = decision("object to award", address(election), mandateId, 0, 0);
        what.contentHash = keccak256(abi.encode(order(0)));
    }

    function toLastMinute(uint256 mandateId) private returns (uint64 ends) {
        (,, ends,,,,) = election.election(mandateId);
        vm.warp(ends - 1 minutes);
    }

    /// @dev One batch of the bidders first to last.
    function castByBidders(uint256 mandateId, uint256 first, uint256 last, string memory choices) private {
        IBidElection.SignedBallot[] memory ballots = new IBidElection.SignedBallot[](last - first + 1);
        for (uint256 i = 0; i < ballots.length; ++i) {
            (uint256 sequence,,) = election.ballotOf(mandateId, bidder(first + i));
            ballots[i] = signedBallot(mandateId, FIRST_BIDDER_KEY + first + i, sequence + 1, packed(choices));
        }
        election.castBatch(mandateId, ballots);
    }

    function assertWinsAlone(uint256 mandateId, uint16 bid, uint256 price) private view {
        uint16[] memory won = election.winners(mandateId);
        vm.assertEq(won.length, 1, "winners");
        vm.assertEq(won[0], bid, "winner");
        (,,,,,, uint256 awarded) = election.election(mandateId);
        vm.assertEq(awarded, price, "awarded");
    }

    function assertVotingEnds(uint256 mandateId, uint64 expected) private view {
        (,, uint64 ends,,,,) = election.election(mandateId);
        vm.assertEq(ends, expected, "voting ends");
    }

    function assertStandstillEnds(uint256 mandateId, uint64 expected) private view {
        (,,,, uint64 ends,,) = election.election(mandateId);
        vm.assertEq(ends, expected, "standstill ends");
    }

    function assertObjection(uint256 mandateId, IBidElection.ObjectionStatus expected, uint256 expectedEnd)
        private
        view
    {
        (IBidElection.ObjectionStatus status, uint64 ends) = election.objection(mandateId);
        vm.assertEq(uint256(status), uint256(expected), "objection");
        vm.assertEq(ends, expectedEnd, "objection ends");
    }

    function refusesRules(IBidElection.Rules memory rules, string memory named) private {
        vm.expectRevert(abi.encodeWithSelector(IBidElection.BadElectionRule.selector, named));
        new BidElection(treasury, bidBook, gov, council, timelock, rules);
    }
}

/// @dev Without an extension no ballot is late, and an objection alone delays an award.
contract BidElectionWithoutExtensionTest is Market {
    function electionRules() internal pure override returns (IBidElection.Rules memory rules) {
        rules = super.electionRules();
        rules.lateTurnExtension = 0;
    }

    function test_noTurnExtendsVoting() public {
        uint256 mandateId = openElection(list(1_000 * USD));
        (,, uint64 ends,,,,) = election.election(mandateId);
        vm.warp(ends - 1);
        vote(mandateId, 5, 1, "y");
        vote(mandateId, 5, 2, "n");
        (,, uint64 after_,,,,) = election.election(mandateId);
        vm.assertEq(after_, ends);
        vm.assertEq(election.longestDelay(), 10 days);
    }
}

/// @dev Every ballot is late where the extension is longer than the election, and a turn if any share of the quorum is enough.
contract BidElectionAlwaysLateTest is Market {
    function electionRules() internal pure override returns (IBidElection.Rules memory rules) {
        rules = super.electionRules();
        (rules.lateTurnExtension, rules.lateTurnBps) = (4 days, 0);
    }

    function test_theFirstBallotExtendsVotingAndTheFewestVotesDo() public {
        uint256 mandateId = openElection(list(1_000 * USD));
        (, uint64 starts, uint64 planned,,,,) = election.election(mandateId);
        vote(mandateId, 5, 1, "y");
        assertVotingEnds(mandateId, starts + 4 days);
        vm.warp(block.timestamp + 1 hours);
        vm.prank(bidder(1));
        election.cast(mandateId, 1, packed("y"));
        assertVotingEnds(mandateId, starts + 1 hours + 4 days);
        vm.warp(block.timestamp + 1 hours);
        vm.prank(bidder(1));
        election.cast(mandateId, 2, packed("y"));
        assertVotingEnds(mandateId, starts + 1 hours + 4 days);
        for (uint256 sequence = 3; sequence < 12; ++sequence) {
            (,, uint64 ends,,,,) = election.election(mandateId);
            vm.warp(ends - 1);
            vm.prank(bidder(1));
            election.cast(mandateId, sequence, packed(sequence % 2 == 1 ? "n" : "y"));
        }
        assertVotingEnds(mandateId, planned + 4 * 4 days);
    }

    function assertVotingEnds(uint256 mandateId, uint256 expected) private view {
        (,, uint64 ends,,,,) = election.election(mandateId);
        vm.assertEq(ends, expected, "voting ends");
    }
}
