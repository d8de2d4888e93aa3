// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IBidBook} from "../../src/interfaces/IBidBook.sol";
import {IBidElection} from "../../src/interfaces/IBidElection.sol";
import {IMilestoneEscrow} from "../../src/interfaces/IMilestoneEscrow.sol";
import {IStewardCouncil} from "../../src/interfaces/IStewardCouncil.sol";
import {ITreasury} from "../../src/interfaces/ITreasury.sol";
import {Market} from "../support/Market.sol";

/// @title Faults of other tenders and their votes, tried on this one.
/// @notice Each test says what went wrong there and what stops it here. Faults that the contracts' own tests meet are not
/// repeated: terms swapped after the reveal, and an older ballot sent again after a newer one.
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
        election.open(mandateId);
        vote(mandateId, 5, 1, "y");
        closeVoting(mandateId);
        election.decide(mandateId, order(0));
        passStandstill(mandateId);
        vm.expectRevert(abi.encodeWithSelector(ITreasury.MandateIsClosed.selector, mandateId));
        escrow.create(mandateId, 0, milestones(PRICE));
    }

    /// @notice The judges excluded every rival of a friend, who was then the only one to choose.
    /// @dev Enough stewards can do that, each time with a signed reason, and nothing brings a bid back. But excluding elects
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
