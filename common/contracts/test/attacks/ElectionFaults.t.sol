// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IBidBook} from "../../src/interfaces/IBidBook.sol";
import {IBidElection} from "../../src/interfaces/IBidElection.sol";
import {IMilestoneEscrow} from "../../src/interfaces/IMilestoneEscrow.sol";
import {IStewardCouncil} from "../../src/interfaces/IStewardCouncil.sol";
import {ITreasury} from "../../src/interfaces/ITreasury.sol";
import {Market} from "../support/Market.sol";

/// @title Faults of other tenders and their votes, tried on this one.
/// @notice Each test says what went wrong there and what stops it here.
contract ElectionFaultsTest is Market {
    uint256 private constant PRICE = 40_000 * USD;

    /// @notice The winner was marked as rejected after the vote, and the runner-up was paid.
    /// @dev Stewards take bids off the ballot before the vote. From its first second on they have no say, and the award
    /// follows from the count alone.
    function test_theWinnerIsMarkedRejected() public {
        uint256 mandateId = openElection(list(PRICE, PRICE));
        IStewardCouncil.Approval[] memory signed = disqualification(mandateId, 0);
        (,, uint64 revealEnds, uint64 reviewEnds) = bidBook.windows(mandateId);
        bytes memory tooLate = abi.encodeWithSelector(IBidBook.NotInReviewWindow.selector, revealEnds, reviewEnds);
        vm.expectRevert(tooLate);
        bidBook.disqualify(mandateId, 0, REASON, signed);

        vote(mandateId, 5, 1, "yn");
        closeVoting(mandateId);
        election.decide(mandateId, order(0));
        passStandstill(mandateId);
        signed = disqualification(mandateId, 0);
        vm.expectRevert(tooLate);
        bidBook.disqualify(mandateId, 0, REASON, signed);
        vm.expectRevert(abi.encodeWithSelector(IMilestoneEscrow.NotAwarded.selector, mandateId, 1));
        escrow.create(mandateId, 1, milestones(PRICE));
        escrow.create(mandateId, 0, milestones(PRICE));
    }

    /// @notice The only way to bid was the organizer's server, which lost the bids that it did not like.
    /// @dev The relay only pays for gas. Who sees by the last second that the bid is not on chain sends it without the relay;
    /// that the relay sends it too changes nothing.
    function test_aBidIsCensoredByTheRelay() public {
        uint256 mandateId = openWorkstream();
        bytes32 commitment = bidBook.commitmentOf(termsOf(0, PRICE));
        bytes memory withheld = signature(FIRST_BIDDER_KEY, bidBook.bidDigest(mandateId, bidder(0), commitment));
        (, uint64 biddingEnds,,) = bidBook.windows(mandateId);
        vm.warp(biddingEnds - 1);
        commit(mandateId, 0, PRICE);
        vm.expectRevert(abi.encodeWithSelector(IBidBook.CommitmentAlreadyUsed.selector, commitment));
        bidBook.commitBySig(mandateId, bidder(0), commitment, withheld, noPermit());

        vm.warp(biddingEnds);
        vm.prank(bidder(0));
        bidBook.reveal(mandateId, 0, termsOf(0, PRICE), milestones(PRICE));
        vm.assertEq(bidBook.revealedBids(mandateId).length, 1, "on the ballot");
    }

    /// @notice A ballot was held back by the relay until it was too late.
    /// @dev The voter sends the same choices without the relay. An older ballot that the relay still holds is then stale.
    function test_aBallotIsCensoredByTheRelay() public {
        uint256 mandateId = openElection(list(PRICE));
        IBidElection.SignedBallot[] memory withheld = new IBidElection.SignedBallot[](1);
        withheld[0] = signedBallot(mandateId, FIRST_HOLDER_KEY, 1, packed("y"));
        vote(mandateId, 0, 2, "n");
        vm.expectEmit(address(election));
        emit IBidElection.BallotRefused(mandateId, holder(0), 1, IBidElection.StaleBallot.selector);
        election.castBatch(mandateId, withheld);
        (uint256 yes, uint256 no) = election.tally(mandateId, 0);
        vm.assertEq(yes, 0, "nothing of the withheld ballot");
        vm.assertEq(no, 1_000 * GOV, "the voter's own");
    }

    /// @notice The organizer opened the vote when it suited: after friends had bought votes, and for as long as it suited.
    /// @dev Anyone opens it. However late, the votes are those at the close of bidding, the bids those of the review, and
    /// the vote lasts as long as the mandate says.
    function test_theElectionIsOpenedLate() public {
        uint256 mandateId = openWorkstream();
        bidsUpToReviewEnd(mandateId, list(PRICE));
        vm.warp(block.timestamp + 1);
        vm.prank(holder(5));
        gov.transfer(holder(0), 32_000 * GOV);
        vm.warp(block.timestamp + 20 days);
        vm.prank(anyone);
        election.open(mandateId);
        (,, uint64 votingEnds, uint64 snapshot,,,) = election.election(mandateId);
        (, uint64 biddingEnds,,) = bidBook.windows(mandateId);
        vm.assertEq(snapshot, biddingEnds, "votes at the close of bidding");
        vm.assertEq(votingEnds, block.timestamp + 3 days, "the whole period");
        vote(mandateId, 0, 1, "y");
        (uint256 yes,) = election.tally(mandateId, 0);
        vm.assertEq(yes, 1_000 * GOV, "nothing bought since");
    }

    /// @notice The vote was never opened, and the money stayed promised to nobody.
    /// @dev Without an election there is no award; when the mandate expires, anyone frees what it had reserved.
    function test_theElectionIsNeverOpened() public {
        uint256 mandateId = openWorkstream();
        bidsUpToReviewEnd(mandateId, list(PRICE));
        vm.warp(treasury.mandateTerms(mandateId).expiry + 1);
        vm.expectRevert(abi.encodeWithSelector(IMilestoneEscrow.NotAwarded.selector, mandateId, 0));
        escrow.create(mandateId, 0, milestones(PRICE));
        vm.prank(anyone);
        treasury.closeMandate(mandateId);
        (,,, uint256 reserved,) = treasury.line(LINE);
        vm.assertEq(reserved, 0, "free for another mandate");
        vm.expectRevert(abi.encodeWithSelector(ITreasury.MandateIsClosed.selector, mandateId));
        election.open(mandateId);
    }

    /// @notice The pool was emptied between the award and the payment, and the winner had worked for nothing.
    /// @dev A mandate's cap is reserved on its line when it is granted, nothing else can be promised from it, and nobody can
    /// close the mandate while awards wait for their agreements.
    function test_thePoolIsWithdrawnAfterTheAward() public {
        uint256 mandateId = openElection(list(PRICE));
        vote(mandateId, 5, 1, "y");
        closeVoting(mandateId);
        election.decide(mandateId, order(0));
        ITreasury.MandateTerms memory rest = competition();
        rest.cap = LINE_AMOUNT - CAP + 1;
        vm.expectRevert(abi.encodeWithSelector(ITreasury.ExceedsLine.selector, rest.cap, LINE_AMOUNT - CAP));
        vm.prank(timelock);
        treasury.grantMandate(rest);
        rest.cap = LINE_AMOUNT - CAP;
        grant(rest);
        for (uint256 i = 0; i < 2; ++i) {
            vm.expectRevert(abi.encodeWithSelector(ITreasury.MandateNotClosable.selector, mandateId));
            treasury.closeMandate(mandateId);
            passStandstill(mandateId);
        }
        escrow.create(mandateId, 0, milestones(PRICE));
        vm.assertEq(usd.balanceOf(address(escrow)), PRICE, "held for the winner");
    }

    /// @notice A voter changed its mind, and the relay sent the ballot that it had kept from before.
    /// @dev A ballot replaces only one with a lower sequence; the older one is stale from then on.
    function test_anOldBallotIsReplayedByTheRelay() public {
        uint256 mandateId = openElection(list(PRICE));
        IBidElection.SignedBallot[] memory kept = new IBidElection.SignedBallot[](1);
        kept[0] = signedBallot(mandateId, FIRST_HOLDER_KEY, 1, packed("y"));
        election.castBatch(mandateId, kept);
        IBidElection.SignedBallot[] memory changed = new IBidElection.SignedBallot[](1);
        changed[0] = signedBallot(mandateId, FIRST_HOLDER_KEY, 2, packed("n"));
        election.castBatch(mandateId, changed);
        vm.expectEmit(address(election));
        emit IBidElection.BallotRefused(mandateId, holder(0), 1, IBidElection.StaleBallot.selector);
        election.castBatch(mandateId, kept);
        (uint256 yes, uint256 no) = election.tally(mandateId, 0);
        vm.assertEq(yes, 0, "nothing of the old ballot");
        vm.assertEq(no, 1_000 * GOV, "the later will");
    }

    /// @notice What was voted for was not what was contracted: payee, price or milestones were other ones afterwards.
    /// @dev A reveal opens the commitment to its own terms, once; the agreement is made from what was revealed.
    function test_theTermsOfABidAreSwappedAfterTheReveal() public {
        uint256 mandateId = openWorkstream();
        commit(mandateId, 0, PRICE);
        (, uint64 biddingEnds,, uint64 reviewEnds) = bidBook.windows(mandateId);
        vm.warp(biddingEnds);
        IBidBook.BidTerms memory swapped = termsOf(0, PRICE);
        swapped.payee = anyone;
        bytes32 other = bidBook.commitmentOf(swapped);
        bytes32 sealed_ = bidBook.commitmentOf(termsOf(0, PRICE));
        vm.expectRevert(abi.encodeWithSelector(IBidBook.CommitmentMismatch.selector, other, sealed_));
        bidBook.reveal(mandateId, 0, swapped, milestones(PRICE));
        reveal(mandateId, 0, PRICE);
        vm.expectRevert(abi.encodeWithSelector(IBidBook.WrongBidStatus.selector, IBidBook.BidStatus.REVEALED));
        bidBook.reveal(mandateId, 0, swapped, milestones(PRICE));

        vm.warp(reviewEnds);
        election.open(mandateId);
        vote(mandateId, 5, 1, "y");
        closeVoting(mandateId);
        election.decide(mandateId, order(0));
        passStandstill(mandateId);
        bytes32 given = keccak256(abi.encode(milestones(2 * PRICE)));
        bytes32 revealed = keccak256(abi.encode(milestones(PRICE)));
        vm.expectRevert(abi.encodeWithSelector(IMilestoneEscrow.MilestonesMismatch.selector, given, revealed));
        escrow.create(mandateId, 0, milestones(2 * PRICE));
        uint256 agreementId = escrow.create(mandateId, 0, milestones(PRICE));
        (,,, address paid,,,,,) = escrow.agreement(agreementId);
        vm.assertEq(paid, payee(0), "the payee that was voted for");
    }

    /// @notice A large holder waited for the last second, when nobody could answer any more.
    /// @dev A late turn prolongs the vote, so that the others have as long as the extension. Four of them are the most: who
    /// turns it again and again does not keep it open.
    function test_aBidIsFlippedLate() public {
        uint256 mandateId = openElection(list(PRICE));
        vote(mandateId, 4, 1, "n");
        (,, uint64 planned,,,,) = election.election(mandateId);
        vm.warp(planned - 1);
        vote(mandateId, 5, 1, "y");
        vm.assertTrue(election.isApproved(mandateId, 0), "flipped");
        vm.warp(planned);
        vm.expectRevert(abi.encodeWithSelector(IBidElection.VotingStillOpen.selector, planned - 1 + 2 hours));
        election.decide(mandateId, order(0));
        vote(mandateId, 3, 1, "n");
        vote(mandateId, 2, 1, "n");
        vm.assertFalse(election.isApproved(mandateId, 0), "answered");

        for (uint256 sequence = 2; sequence < 12; ++sequence) {
            (,, uint64 ends,,,,) = election.election(mandateId);
            vm.warp(ends - 1);
            vote(mandateId, 5, sequence, sequence % 2 == 0 ? "-" : "y");
        }
        (,, uint64 last,,,,) = election.election(mandateId);
        vm.assertEq(last, planned + 8 hours, "by no more than four extensions");
    }

    /// @notice A loser with many tokens objected to every award, so that no winner could ever begin.
    /// @dev There is one objection per election, whoever has it. It lapses by itself, a vote can dismiss it before, and the
    /// mandate was opened only because it outlasts it.
    function test_aHolderObjectsAgainAndAgain() public {
        uint256 mandateId = awarded();
        vm.prank(holder(2));
        election.objectToAward(mandateId, REASON);
        bytes memory refusal = abi.encodeWithSelector(IBidElection.AlreadyObjected.selector, mandateId);
        vm.warp(block.timestamp + 10 days - 1);
        vm.expectRevert(refusal);
        vm.prank(holder(2));
        election.objectToAward(mandateId, REASON);
        vm.expectRevert(refusal);
        vm.prank(holder(3));
        election.objectToAward(mandateId, REASON);
        vm.warp(block.timestamp + 1);
        vm.expectRevert(refusal);
        vm.prank(holder(3));
        election.objectToAward(mandateId, REASON);
        escrow.create(mandateId, 0, milestones(PRICE));
    }

    /// @notice A friend of the winner used up the one objection with a reason that nobody would follow.
    /// @dev The objection suspends the award whoever made it, and the vote on it is free in its reasons.
    function test_aFriendOfTheWinnerUsesUpTheObjection() public {
        uint256 mandateId = awarded();
        vm.prank(holder(2));
        election.objectToAward(mandateId, keccak256("nothing is wrong"));
        vm.prank(timelock);
        election.resolveObjection(mandateId, true);
        vm.expectRevert(abi.encodeWithSelector(IMilestoneEscrow.NotAwarded.selector, mandateId, 0));
        escrow.create(mandateId, 0, milestones(PRICE));
    }

    /// @notice Judges objected to the winner because they, or those who paid them, had lost.
    /// @dev Whoever bids, or is the payee of any bid under the mandate, has no say. Others who object for a friend win time
    /// for it, and nothing else: an award can be annulled by vote only, and then nobody wins.
    function test_stewardsObjectForAFriend() public {
        uint256 mandateId = openWorkstream();
        commit(mandateId, 0, PRICE);
        IBidBook.BidTerms memory friendly = termsOf(1, PRICE);
        friendly.payee = steward(1);
        seat(steward(1), false);
        bytes32 commitment = bidBook.commitmentOf(friendly);
        vm.startPrank(bidder(1));
        gov.approve(address(bidBook), BOND);
        bidBook.commit(mandateId, commitment);
        vm.stopPrank();
        (, uint64 biddingEnds,, uint64 reviewEnds) = bidBook.windows(mandateId);
        vm.warp(biddingEnds);
        reveal(mandateId, 0, PRICE);
        bidBook.reveal(mandateId, 1, friendly, milestones(PRICE));
        seat(steward(1), true);
        vm.warp(reviewEnds);
        election.open(mandateId);
        vote(mandateId, 5, 1, "yn");
        closeVoting(mandateId);
        election.decide(mandateId, order(0));

        IStewardCouncil.Decision memory what = decision("object to award", address(election), mandateId, 0, 0);
        what.contentHash = keccak256(abi.encode(order(0)));
        IStewardCouncil.Approval[] memory signed = approvals(what);
        vm.expectRevert(abi.encodeWithSelector(IBidBook.StewardHasInterest.selector, steward(1)));
        election.objectToAwardAsStewards(mandateId, REASON, signed);

        uint64 expiry = uint64(block.timestamp + 1 hours);
        signed[1] = IStewardCouncil.Approval(
            steward(2), expiry, sign(stewardAccounts[2], council.digest(what, steward(2), expiry))
        );
        election.objectToAwardAsStewards(mandateId, REASON, signed);
        vm.warp(block.timestamp + 10 days);
        escrow.create(mandateId, 0, milestones(PRICE));
    }

    /// @notice The judges excluded every rival of a friend, who was then the only one to choose.
    /// @dev Enough stewards can do that, each time with a signed reason, and only a vote brings a bid back before the ballot opens. But excluding elects
    /// nobody: the holders can refuse the friend, and then nobody wins and nothing is funded.
    function test_stewardsExcludeTheRivalsOfAFriend() public {
        uint256 mandateId = openWorkstream();
        commit(mandateId, 0, PRICE);
        commit(mandateId, 1, PRICE / 2);
        (, uint64 biddingEnds, uint64 revealEnds, uint64 reviewEnds) = bidBook.windows(mandateId);
        vm.warp(biddingEnds);
        reveal(mandateId, 0, PRICE);
        reveal(mandateId, 1, PRICE / 2);
        vm.warp(revealEnds);
        bidBook.disqualify(mandateId, 1, REASON, disqualification(mandateId, 1));
        vm.warp(reviewEnds);
        election.open(mandateId);
        vote(mandateId, 4, 1, "n");
        vote(mandateId, 3, 1, "y");
        closeVoting(mandateId);
        vm.expectRevert(abi.encodeWithSelector(IBidElection.BadCount.selector, 0));
        election.decide(mandateId, order(0));
        election.decide(mandateId, order());
        passStandstill(mandateId);
        vm.expectRevert(abi.encodeWithSelector(IMilestoneEscrow.NotAwarded.selector, mandateId, 0));
        escrow.create(mandateId, 0, milestones(PRICE));
    }

    function awarded() private returns (uint256 mandateId) {
        mandateId = openElection(list(PRICE));
        vote(mandateId, 5, 1, "y");
        closeVoting(mandateId);
        election.decide(mandateId, order(0));
    }

    function disqualification(uint256 mandateId, uint256 bidIndex)
        private
        view
        returns (IStewardCouncil.Approval[] memory)
    {
        IStewardCouncil.Decision memory what = decision("disqualify bid", address(bidBook), mandateId, bidIndex, 0);
        (,,, what.contentHash,,,) = bidBook.bid(mandateId, bidIndex);
        return approvals(what);
    }
}
