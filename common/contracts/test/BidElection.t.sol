// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IBidBook} from "../src/interfaces/IBidBook.sol";
import {IBidElection} from "../src/interfaces/IBidElection.sol";
import {IStewardCouncil} from "../src/interfaces/IStewardCouncil.sol";
import {ITreasury} from "../src/interfaces/ITreasury.sol";
import {Market} from "./support/Market.sol";
import {SigningWallet} from "./support/SigningWallet.sol";

/// @dev Holder i has 1,000 << i votes, bidder i has 100.
contract BidElectionTest is Market {
    function test_itOpensAfterTheReviewForEveryRevealedBid() public {
        uint256 mandateId = openWorkstream();
        commit(mandateId, 0, 1_000 * USD);
        commit(mandateId, 1, 2_000 * USD);
        commit(mandateId, 2, 3_000 * USD);
        (, uint64 biddingEnds, uint64 revealEnds, uint64 reviewEnds) = bidBook.windows(mandateId);
        vm.warp(biddingEnds);
        reveal(mandateId, 0, 1_000 * USD);
        reveal(mandateId, 2, 3_000 * USD);
        vm.warp(revealEnds);
        IStewardCouncil.Decision memory what = decision("disqualify bid", address(bidBook), mandateId, 0, 0);
        what.contentHash = bidBook.commitmentOf(termsOf(0, 1_000 * USD));
        bidBook.disqualify(mandateId, 0, REASON, approvals(what));

        vm.warp(reviewEnds - 1);
        vm.expectRevert(abi.encodeWithSelector(IBidElection.ElectionNotOpenable.selector, mandateId));
        election.open(mandateId);
        vm.warp(reviewEnds);
        vm.expectEmit(address(election));
        emit IBidElection.ElectionOpened(mandateId, reviewEnds, reviewEnds + 3 days, biddingEnds, order(2));
        vm.prank(anyone);
        election.open(mandateId);

        (, uint64 starts, uint64 ends, uint64 snapshot, uint64 standstillEnds, uint256 onBallot,) =
            election.election(mandateId);
        vm.assertEq(starts, reviewEnds);
        vm.assertEq(ends, reviewEnds + 3 days);
        vm.assertEq(snapshot, biddingEnds);
        vm.assertEq(standstillEnds, 0);
        vm.assertEq(onBallot, 1);
        assertStatus(mandateId, IBidElection.ElectionStatus.VOTING);
        refusesChoices(mandateId, "y--");
        refusesChoices(mandateId, "-n-");
        vote(mandateId, 0, 1, "--y");
    }

    function test_itOpensOnce() public {
        uint256 mandateId = openElection(list(1_000 * USD));
        vm.expectRevert(abi.encodeWithSelector(IBidElection.ElectionNotOpenable.selector, mandateId));
        election.open(mandateId);
    }

    function test_aMandateWithoutAWorkstreamHasNoElection() public {
        uint256 mandateId = grant(competition());
        vm.expectRevert(abi.encodeWithSelector(IBidElection.ElectionNotOpenable.selector, mandateId));
        election.open(mandateId);
        vm.expectRevert(abi.encodeWithSelector(IBidElection.ElectionNotOpen.selector, mandateId));
        election.cast(mandateId, 1, "");
        vm.expectRevert(abi.encodeWithSelector(IBidElection.ElectionNotOpen.selector, mandateId));
        election.decide(mandateId, order());
    }

    function test_withoutAnyBidNobodyWinsAtOnce() public {
        uint256 mandateId = openElection(new uint256[](0));
        assertStatus(mandateId, IBidElection.ElectionStatus.DECIDED);
        vm.assertEq(election.winners(mandateId).length, 0);
        (,, uint64 votingEnds,, uint64 standstillEnds,,) = election.election(mandateId);
        vm.assertEq(votingEnds, block.timestamp);
        vm.assertEq(standstillEnds, block.timestamp + 1 days);
        vm.expectRevert(abi.encodeWithSelector(IBidElection.ElectionNotOpen.selector, mandateId));
        election.decide(mandateId, order());
    }

    function test_aBallotCountsWithItsWholeWeightForEveryBid() public {
        uint256 mandateId = openElection(list(1_000 * USD, 2_000 * USD, 3_000 * USD, 4_000 * USD));
        vm.expectEmit(address(election));
        emit IBidElection.BallotCast(mandateId, holder(1), 7, 2_000 * GOV, packed("yna-"));
        vote(mandateId, 1, 7, "yna-");

        assertTally(mandateId, 0, 2_000 * GOV, 0);
        assertTally(mandateId, 1, 0, 2_000 * GOV);
        assertTally(mandateId, 2, 0, 0);
        assertTally(mandateId, 3, 0, 0);
        (uint256 sequence, uint256 weight, bytes memory choices) = election.ballotOf(mandateId, holder(1));
        vm.assertEq(sequence, 7);
        vm.assertEq(weight, 2_000 * GOV);
        vm.assertEq(choices, packed("yna-"));
    }

    function test_aHigherSequenceReplacesExactlyTheEarlierBallot() public {
        uint256 mandateId = openElection(list(1_000 * USD, 2_000 * USD, 3_000 * USD, 4_000 * USD));
        vote(mandateId, 0, 1, "yyyy");
        vote(mandateId, 1, 1, "yna-");
        vote(mandateId, 1, 2, "ny-a");

        assertTally(mandateId, 0, 1_000 * GOV, 2_000 * GOV);
        assertTally(mandateId, 1, 3_000 * GOV, 0);
        assertTally(mandateId, 2, 1_000 * GOV, 0);
        assertTally(mandateId, 3, 1_000 * GOV, 0);
        vote(mandateId, 1, 3, "----");
        assertTally(mandateId, 0, 1_000 * GOV, 0);
        assertTally(mandateId, 1, 1_000 * GOV, 0);
    }

    function test_anOlderBallotSentAgainIsRefused() public {
        uint256 mandateId = openElection(list(1_000 * USD));
        vote(mandateId, 0, 5, "y");
        vm.expectRevert(abi.encodeWithSelector(IBidElection.StaleBallot.selector, holder(0), 5, 5));
        vm.prank(holder(0));
        election.cast(mandateId, 5, packed("n"));
        vm.expectRevert(abi.encodeWithSelector(IBidElection.StaleBallot.selector, holder(0), 4, 5));
        vm.prank(holder(0));
        election.cast(mandateId, 4, packed("n"));
        vm.expectRevert(abi.encodeWithSelector(IBidElection.StaleBallot.selector, holder(1), 0, 0));
        vm.prank(holder(1));
        election.cast(mandateId, 0, packed("n"));
    }

    function test_aSequenceBeyond64BitsIsRefused() public {
        uint256 mandateId = openElection(list(1_000 * USD));
        vm.expectRevert(abi.encodeWithSelector(IBidElection.BadSequence.selector, holder(0), 1 << 64));
        vm.prank(holder(0));
        election.cast(mandateId, 1 << 64, packed("y"));
        vote(mandateId, 0, type(uint64).max, "y");
    }

    function test_choicesOfTheWrongFormAreRefused() public {
        uint256 mandateId = openElection(list(1_000 * USD, 2_000 * USD, 3_000 * USD));
        refusesChoices(mandateId, "yyyy");
        refusesChoices(mandateId, "yyy-y");
        refusesChoices(mandateId, "");
        vote(mandateId, 0, 1, "yyy");
    }

    function test_whoHasNoVotingPowerHasNoBallot() public {
        uint256 mandateId = openElection(list(1_000 * USD));
        vm.expectRevert(abi.encodeWithSelector(IBidElection.NoVotingPower.selector, anyone));
        vm.prank(anyone);
        election.cast(mandateId, 1, packed("y"));
    }

    function test_theWeightIsTheOneAtTheCloseOfBidding() public {
        uint256 mandateId = openWorkstream();
        commit(mandateId, 0, 1_000 * USD);
        (, uint64 biddingEnds,, uint64 reviewEnds) = bidBook.windows(mandateId);
        vm.warp(biddingEnds);
        reveal(mandateId, 0, 1_000 * USD);
        vm.warp(biddingEnds + 1);
        vm.prank(holder(5));
        gov.transfer(holder(0), 10_000 * GOV);
        vm.warp(reviewEnds);
        election.open(mandateId);

        vote(mandateId, 5, 1, "y");
        vote(mandateId, 0, 1, "n");
        assertTally(mandateId, 0, 32_000 * GOV, 1_000 * GOV);
    }

    function test_aLateBallotIsRefused() public {
        uint256 mandateId = openElection(list(1_000 * USD));
        (,, uint64 votingEnds,,,,) = election.election(mandateId);
        vm.warp(votingEnds - 1);
        vote(mandateId, 0, 1, "a");
        vm.warp(votingEnds);
        vm.expectRevert(abi.encodeWithSelector(IBidElection.VotingClosed.selector, votingEnds));
        vm.prank(holder(0));
        election.cast(mandateId, 2, packed("n"));
        vm.expectRevert(abi.encodeWithSelector(IBidElection.VotingClosed.selector, votingEnds));
        election.castBatch(mandateId, new IBidElection.SignedBallot[](0));
    }

    function test_aBatchCountsTheGoodBallotsAndSaysWhyItSkipsTheOthers() public {
        uint256 mandateId = openElection(list(1_000 * USD, 2_000 * USD));
        vote(mandateId, 2, 3, "yy");
        IBidElection.SignedBallot[] memory ballots = new IBidElection.SignedBallot[](7);
        ballots[0] = ballot(mandateId, 0, 1, "yn");
        ballots[1] = ballot(mandateId, 1, 1, "nn");
        ballots[1].choices = packed("yy");
        ballots[2] = ballot(mandateId, 2, 3, "nn");
        ballots[3] = ballot(mandateId, 3, 1, "yyy");
        ballots[4] = signedBallot(mandateId, 0xDEAD, 1, packed("yy"));
        ballots[5] = ballot(mandateId, 4, 1 << 64, "yy");
        ballots[6] = ballot(mandateId, 0, 2, "ny");

        expectRefused(mandateId, ballots[1], IBidElection.BadBallotSignature.selector);
        expectRefused(mandateId, ballots[2], IBidElection.StaleBallot.selector);
        expectRefused(mandateId, ballots[3], IBidElection.BadChoices.selector);
        expectRefused(mandateId, ballots[4], IBidElection.NoVotingPower.selector);
        expectRefused(mandateId, ballots[5], IBidElection.BadSequence.selector);
        vm.prank(anyone);
        election.castBatch(mandateId, ballots);

        // The second ballot of holder 0 has replaced the first one of the same batch.
        assertTally(mandateId, 0, 4_000 * GOV, 1_000 * GOV);
        assertTally(mandateId, 1, 5_000 * GOV, 0);
    }

    function test_aBallotForOneMandateIsNoneForAnother() public {
        uint256 mandateId = openElection(list(1_000 * USD));
        uint256 other = openElection(list(1_000 * USD));
        IBidElection.SignedBallot[] memory ballots = new IBidElection.SignedBallot[](1);
        ballots[0] = ballot(mandateId, 0, 1, "y");
        expectRefused(other, ballots[0], IBidElection.BadBallotSignature.selector);
        election.castBatch(other, ballots);
        assertTally(other, 0, 0, 0);
    }

    function test_aWalletContractVotesByItsCodeAndCannotSpoilABatch() public {
        SigningWallet wallet = new SigningWallet(vm.addr(7));
        GasBurner burner = new GasBurner();
        giveVotes(address(wallet));
        giveVotes(address(burner));
        uint256 mandateId = openElection(list(1_000 * USD));
        IBidElection.SignedBallot[] memory ballots = new IBidElection.SignedBallot[](2);
        bytes memory yes = packed("y");
        ballots[0] = IBidElection.SignedBallot(address(burner), 1, yes, new bytes(65));
        ballots[1] = IBidElection.SignedBallot(
            address(wallet), 1, yes, signature(7, election.ballotDigest(mandateId, address(wallet), 1, yes))
        );
        expectRefused(mandateId, ballots[0], IBidElection.BadBallotSignature.selector);
        election.castBatch{gas: 1_000_000}(mandateId, ballots);
        assertTally(mandateId, 0, 50 * GOV, 0);
    }

    function test_theCountFillsTheBudgetAndSkipsWhatDoesNotFit() public {
        // Cap 100,000: the first fits, the second does not fit into the rest, the third does.
        uint256 mandateId = openElection(list(60_000 * USD, 50_000 * USD, 40_000 * USD, 10_000 * USD));
        vote(mandateId, 5, 1, "yyyn");
        vote(mandateId, 4, 1, "yya-");
        vote(mandateId, 3, 1, "y---");
        closeVoting(mandateId);

        vm.expectEmit(address(election));
        emit IBidElection.ElectionDecided(mandateId, order(0, 2), CAP, uint64(block.timestamp + 1 days));
        vm.prank(anyone);
        election.decide(mandateId, order(0, 1, 2));

        uint16[] memory won = election.winners(mandateId);
        vm.assertEq(won.length, 2);
        vm.assertEq(won[0], 0);
        vm.assertEq(won[1], 2);
        (,,,,,, uint256 awarded) = election.election(mandateId);
        vm.assertEq(awarded, CAP);
    }

    function test_aSingleWinnerIsTheBestApprovedBid() public {
        ITreasury.MandateTerms memory terms = competition();
        terms.awardRule = ITreasury.AwardRule.SINGLE_WINNER;
        uint256 mandateId = grant(terms);
        bidBook.open(mandateId);
        bidsUpToReviewEnd(mandateId, list(10_000 * USD, 20_000 * USD, 30_000 * USD));
        election.open(mandateId);
        vote(mandateId, 5, 1, "nyy");
        vote(mandateId, 4, 1, "y-y");
        closeVoting(mandateId);
        election.decide(mandateId, order(2, 1));
        vm.assertEq(election.winners(mandateId).length, 1);
        vm.assertEq(election.winners(mandateId)[0], 2);
    }

    function test_aTieGoesToTheLowerPriceAndThenToTheEarlierCommitment() public {
        uint256 mandateId = openElection(list(20_000 * USD, 10_000 * USD, 10_000 * USD));
        vote(mandateId, 5, 1, "yyy");
        closeVoting(mandateId);
        refusesOrder(mandateId, order(0, 1, 2), 1);
        refusesOrder(mandateId, order(2, 1, 0), 1);
        refusesOrder(mandateId, order(1, 0, 2), 2);
        election.decide(mandateId, order(1, 2, 0));
    }

    function test_aWrongCountIsRefusedAtThePositionOfTheError() public {
        uint256 mandateId = openElection(list(10_000 * USD, 20_000 * USD, 30_000 * USD));
        vote(mandateId, 5, 1, "yyn");
        vote(mandateId, 4, 1, "y--");
        closeVoting(mandateId);
        refusesOrder(mandateId, order(), 0);
        refusesOrder(mandateId, order(0), 1);
        refusesOrder(mandateId, order(1, 0), 1);
        refusesOrder(mandateId, order(0, 0), 1);
        refusesOrder(mandateId, order(0, 2), 1);
        refusesOrder(mandateId, order(0, 1, 2), 2);
        election.decide(mandateId, order(0, 1));
    }

    function test_anIndexBeyondTheBidsIsRefused() public {
        uint256 mandateId = openElection(list(10_000 * USD));
        vote(mandateId, 5, 1, "y");
        closeVoting(mandateId);
        vm.expectRevert(abi.encodeWithSelector(IBidBook.UnknownBid.selector, mandateId, 1));
        election.decide(mandateId, order(0, 1));
    }

    function test_nothingIsDecidedBeforeVotingEndsOrTwice() public {
        uint256 mandateId = openElection(list(10_000 * USD));
        vote(mandateId, 5, 1, "y");
        (,, uint64 votingEnds,,,,) = election.election(mandateId);
        vm.warp(votingEnds - 1);
        vm.expectRevert(abi.encodeWithSelector(IBidElection.VotingStillOpen.selector, votingEnds));
        election.decide(mandateId, order(0));
        vm.warp(votingEnds);
        election.decide(mandateId, order(0));
        vm.expectRevert(abi.encodeWithSelector(IBidElection.ElectionNotOpen.selector, mandateId));
        election.decide(mandateId, order(0));
    }

    function test_whenNoBidIsApprovedNobodyWins() public {
        uint256 mandateId = openElection(list(10_000 * USD));
        vote(mandateId, 5, 1, "n");
        closeVoting(mandateId);
        election.decide(mandateId, order());
        vm.assertEq(election.winners(mandateId).length, 0);
        passStandstill(mandateId);
        vm.assertTrue(escrow.isSettled(mandateId));
        treasury.closeMandate(mandateId);
        assertLineInBalance();
    }

    function test_anAwardHoldsAfterTheStandstill() public {
        uint256 mandateId = openElection(list(10_000 * USD, 10_000 * USD));
        vote(mandateId, 5, 1, "y-");
        closeVoting(mandateId);
        election.decide(mandateId, order(0));
        vm.assertFalse(election.isAwarded(mandateId, 0));
        passStandstill(mandateId);
        vm.assertTrue(election.isAwarded(mandateId, 0));
        vm.assertFalse(election.isAwarded(mandateId, 1));
    }

    /// @dev The rule of Project Catalyst: yes >= 1.15 * no, and yes + no >= quorum.
    function test_approvalIsExactAtItsMarginAndAtItsQuorum() public {
        address[] memory holders = new address[](7);
        uint256[] memory amounts = new uint256[](7);
        for (uint256 i = 0; i < 6; ++i) {
            holders[i] = holder(i);
        }
        (amounts[0], amounts[1], amounts[2], amounts[3]) = (1_150 * GOV, 1_000 * GOV, 1, 1_000 * GOV - 1);
        (holders[6], amounts[6]) = (bidder(0), 1_000 * GOV);
        deployAll(holders, amounts);
        uint256 mandateId = openElection(list(1_000 * USD));

        vote(mandateId, 0, 1, "y");
        vote(mandateId, 1, 1, "n");
        vm.assertTrue(election.isApproved(mandateId, 0));
        vote(mandateId, 2, 1, "n");
        vm.assertFalse(election.isApproved(mandateId, 0));
        vote(mandateId, 2, 2, "y");
        vm.assertTrue(election.isApproved(mandateId, 0));

        vote(mandateId, 0, 2, "-");
        vote(mandateId, 1, 2, "a");
        vote(mandateId, 2, 3, "-");
        vote(mandateId, 3, 1, "y");
        vm.assertFalse(election.isApproved(mandateId, 0));
        vote(mandateId, 2, 4, "y");
        vm.assertTrue(election.isApproved(mandateId, 0));
        vm.assertFalse(election.isApproved(mandateId, 1));
    }

    function test_aSupplyBeyond128BitsIsRefused() public {
        address[] memory holders = new address[](1);
        uint256[] memory amounts = new uint256[](1);
        (holders[0], amounts[0]) = (holder(0), 1 << 128);
        deployAll(holders, amounts);
        uint256 mandateId = openWorkstream();
        bidsUpToReviewEnd(mandateId, new uint256[](0));
        vm.expectRevert(abi.encodeWithSelector(IBidElection.TooMuchVotingPower.selector, 1 << 128));
        election.open(mandateId);
    }

    /// @dev Any ballots in any order and any batches count the same as the last ballot of each voter alone.
    function testFuzz_talliesAreTheSumOfTheLastBallots(uint256 seed, uint8 rounds) public {
        uint256 mandateId = openElection(list(1_000 * USD, 2_000 * USD, 3_000 * USD, 4_000 * USD));
        bytes1[6] memory last;
        for (uint256 round = 1; round <= rounds % 8; ++round) {
            IBidElection.SignedBallot[] memory ballots = new IBidElection.SignedBallot[](4);
            for (uint256 i = 0; i < ballots.length; ++i) {
                uint256 random = uint256(keccak256(abi.encode(seed, round, i)));
                uint256 voter = random % 6;
                last[voter] = bytes1(uint8(random >> 8));
                ballots[i] =
                    signedBallot(mandateId, FIRST_HOLDER_KEY + voter, 4 * round + i, abi.encodePacked(last[voter]));
            }
            election.castBatch(mandateId, ballots);
        }
        for (uint256 bid = 0; bid < 4; ++bid) {
            (uint256 yes, uint256 no) = (0, 0);
            for (uint256 voter = 0; voter < 6; ++voter) {
                uint256 choice = (uint8(last[voter]) >> (2 * bid)) & 3;
                if (choice == 1) yes += 1_000 * GOV << voter;
                if (choice == 2) no += 1_000 * GOV << voter;
            }
            assertTally(mandateId, bid, yes, no);
        }
    }

    /// @dev Exactly one order of exactly the approved bids is accepted: the one that a plain sort gives.
    function testFuzz_onlyTheOneRightOrderIsAccepted(bytes6 choices, uint256 seed) public {
        uint256[] memory prices = new uint256[](6);
        for (uint256 i = 0; i < 6; ++i) {
            prices[i] = (1 + uint256(keccak256(abi.encode(seed, i))) % 3) * 1_000 * USD;
        }
        uint256 mandateId = openElection(prices);
        for (uint256 i = 0; i < 6; ++i) {
            bytes memory packedChoices = abi.encodePacked(choices[i], bytes1(uint8(uint256(seed >> (8 * i)) & 15)));
            vm.prank(holder(i));
            election.cast(mandateId, 1, packedChoices);
        }
        closeVoting(mandateId);
        uint16[] memory right = rightOrder(mandateId, prices);

        if (right.length > 1) {
            uint256 place = seed % (right.length - 1);
            (right[place], right[place + 1]) = (right[place + 1], right[place]);
            vm.expectRevert(abi.encodeWithSelector(IBidElection.BadCount.selector, place + 1));
            election.decide(mandateId, right);
            (right[place], right[place + 1]) = (right[place + 1], right[place]);
        }
        election.decide(mandateId, right);
        uint256 left = CAP;
        uint16[] memory won = election.winners(mandateId);
        uint256 next = 0;
        for (uint256 i = 0; i < right.length; ++i) {
            if (prices[right[i]] > left) continue;
            left -= prices[right[i]];
            vm.assertEq(won[next++], right[i]);
        }
        vm.assertEq(won.length, next);
    }

    function rightOrder(uint256 mandateId, uint256[] memory prices) private view returns (uint16[] memory right) {
        uint256 count = 0;
        uint16[] memory sorted = new uint16[](prices.length);
        for (uint16 i = 0; i < prices.length; ++i) {
            if (!election.isApproved(mandateId, i)) continue;
            uint256 place = count++;
            while (place > 0 && isBetter(mandateId, prices, i, sorted[place - 1])) {
                sorted[place] = sorted[place - 1];
                --place;
            }
            sorted[place] = i;
        }
        right = new uint16[](count);
        for (uint256 i = 0; i < count; ++i) {
            right[i] = sorted[i];
        }
    }

    /// @dev `one` comes later by index, so that it must be strictly better.
    function isBetter(uint256 mandateId, uint256[] memory prices, uint16 one, uint16 other)
        private
        view
        returns (bool)
    {
        (uint256 yes, uint256 no) = election.tally(mandateId, one);
        (uint256 otherYes, uint256 otherNo) = election.tally(mandateId, other);
        if (yes - no != otherYes - otherNo) return yes - no > otherYes - otherNo;
        return prices[one] < prices[other];
    }

    function ballot(uint256 mandateId, uint256 i, uint256 sequence, string memory choices)
        private
        view
        returns (IBidElection.SignedBallot memory)
    {
        return signedBallot(mandateId, FIRST_HOLDER_KEY + i, sequence, packed(choices));
    }

    function giveVotes(address to) private {
        vm.prank(bidder(5));
        gov.transfer(to, 50 * GOV);
        vm.prank(to);
        gov.delegate(to);
    }

    function expectRefused(uint256 mandateId, IBidElection.SignedBallot memory bad, bytes4 reason) private {
        vm.expectEmit(address(election));
        emit IBidElection.BallotRefused(mandateId, bad.voter, bad.sequence, reason);
    }

    function refusesChoices(uint256 mandateId, string memory choices) private {
        vm.expectRevert(abi.encodeWithSelector(IBidElection.BadChoices.selector, holder(0)));
        vm.prank(holder(0));
        election.cast(mandateId, 1, packed(choices));
    }

    function refusesOrder(uint256 mandateId, uint16[] memory wrong, uint256 position) private {
        vm.expectRevert(abi.encodeWithSelector(IBidElection.BadCount.selector, position));
        election.decide(mandateId, wrong);
    }

    function assertTally(uint256 mandateId, uint256 bidIndex, uint256 expectedYes, uint256 expectedNo) private view {
        (uint256 yes, uint256 no) = election.tally(mandateId, bidIndex);
        vm.assertEq(yes, expectedYes);
        vm.assertEq(no, expectedNo);
    }

    function assertStatus(uint256 mandateId, IBidElection.ElectionStatus expected) private view {
        (IBidElection.ElectionStatus status,,,,,,) = election.election(mandateId);
        vm.assertEq(uint256(status), uint256(expected));
    }
}

contract BidElectionWithoutMarginTest is Market {
    function floors() internal pure override returns (ITreasury.Floors memory without) {
        without = super.floors();
        without.marginBps = 0;
    }

    function test_withoutAMarginAsManyVotesForAsAgainstApprove() public {
        vm.prank(holder(1));
        vm.assertTrue(gov.transfer(holder(0), 500 * GOV));
        ITreasury.MandateTerms memory terms = competition();
        terms.marginBps = 0;
        uint256 mandateId = grant(terms);
        bidBook.open(mandateId);
        bidsUpToReviewEnd(mandateId, list(10_000 * USD));
        election.open(mandateId);
        vote(mandateId, 0, 1, "y");
        vote(mandateId, 1, 1, "n");
        closeVoting(mandateId);
        election.decide(mandateId, order(0));
        vm.assertEq(election.winners(mandateId).length, 1);
    }
}

/// @dev Burns whatever gas it is asked with.
contract GasBurner {
    fallback() external {
        while (true) {}
    }
}
