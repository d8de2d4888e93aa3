// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IBidElection} from "../src/interfaces/IBidElection.sol";
import {IStewardCouncil} from "../src/interfaces/IStewardCouncil.sol";
import {ITreasury} from "../src/interfaces/ITreasury.sol";
import {GasTest} from "./support/GasTest.sol";
import {Market} from "./support/Market.sol";

/// @dev Every action on the largest ballot fits into one transaction.
contract FiveHundredBidsTest is Market, GasTest {
    uint256 private constant BIDS = 500;

    uint256 private mandateId;

    function setUp() public override {
        super.setUp();
        mandateId = manyBids(BIDS);
    }

    /// forge-config: default.isolate = true
    function test_everyActionFitsIntoOneTransaction() public {
        election.open(mandateId);
        fits("open");

        vm.prank(holder(0));
        election.cast(mandateId, 1, allYes());
        fits("the first ballot, yes to every bid");
        vm.prank(holder(1));
        election.cast(mandateId, 1, allYes());
        fits("a later ballot, yes to every bid");
        vm.prank(holder(1));
        election.cast(mandateId, 2, allNo());
        fits("a ballot that turns every choice");
        castBatch("a batch of three ballots", 3, 2);
        (,, uint64 votingEnds,,,,) = election.election(mandateId);
        vm.warp(votingEnds - 1);
        vm.prank(holder(5));
        election.cast(mandateId, 9, allNo());
        fits("a late ballot that turns every bid");
        vm.prank(holder(5));
        election.cast(mandateId, 10, allYes());
        fits("a late ballot that turns every bid back");

        closeVoting(mandateId);
        uint16[] memory everyBid = new uint16[](BIDS);
        for (uint16 i = 0; i < BIDS; ++i) {
            everyBid[i] = i;
        }
        election.decide(mandateId, everyBid);
        fits("decide, every bid approved and awarded");
        vm.assertEq(election.winners(mandateId).length, BIDS);

        uint256 beforeObjection = vm.snapshotState();
        IStewardCouncil.Decision memory what = decision("object to award", address(election), mandateId, 0, 0);
        what.contentHash = keccak256(abi.encode(everyBid));
        election.objectToAwardAsStewards(mandateId, REASON, approvals(what));
        fits("stewards object to every award");
        vm.prank(timelock);
        election.resolveObjection(mandateId, true);
        fits("annul every award");
        vm.revertToState(beforeObjection);

        passStandstill(mandateId);
        escrow.create(mandateId, BIDS - 1, milestones(LOW_PRICE));
        fits("make an agreement");
        vm.warp(treasury.mandateTerms(mandateId).expiry + 1);
        treasury.closeMandate(mandateId);
        fits("close the mandate");
    }

    /// forge-config: default.isolate = true
    function test_aFirstBatchFitsIntoOneTransaction() public {
        election.open(mandateId);
        castBatch("a first batch of six ballots", 6, 1);
    }

    /// @dev The first 32 choices share a slot with the weight, the others follow in words of 128: none may slip.
    /// forge-config: default.fuzz.runs = 16
    function testFuzz_everyChoiceOfALongBallotCountsForItsBid(uint256 seed) public {
        election.open(mandateId);
        bytes memory first = randomChoices(seed, 1);
        bytes memory second = randomChoices(seed, 2);
        bytes memory other = randomChoices(seed, 3);
        castAs(0, 1, first);
        castAs(1, 1, other);
        castAs(0, 2, second);

        (,, bytes memory kept) = election.ballotOf(mandateId, holder(0));
        vm.assertEq(kept, second);
        for (uint256 bid = 0; bid < BIDS; ++bid) {
            uint256 one = choiceOf(second, bid);
            uint256 two = choiceOf(other, bid);
            (uint256 yes, uint256 no) = election.tally(mandateId, bid);
            vm.assertEq(yes, (one == 1 ? 1_000 * GOV : 0) + (two == 1 ? 2_000 * GOV : 0));
            vm.assertEq(no, (one == 2 ? 1_000 * GOV : 0) + (two == 2 ? 2_000 * GOV : 0));
        }
    }

    function testFuzz_aBidThatIsNotOnALongBallotCannotBeChosen(uint256 missing, uint8 choice) public {
        missing = bound(missing, 0, BIDS - 1);
        (,, uint64 revealEnds,) = bidBook.windows(mandateId);
        vm.warp(revealEnds);
        IStewardCouncil.Decision memory what = decision("disqualify bid", address(bidBook), mandateId, missing, 0);
        what.contentHash = bidBook.commitmentOf(lowBid(missing));
        bidBook.disqualify(mandateId, missing, REASON, approvals(what));
        (,,, uint64 reviewEnds) = bidBook.windows(mandateId);
        vm.warp(reviewEnds);
        election.open(mandateId);

        bytes memory choices = allYes();
        uint8 place = uint8(2 * (missing % 4));
        choices[missing / 4] &= ~bytes1(uint8(3) << place);
        castAs(0, 1, choices);
        choices[missing / 4] |= bytes1(uint8(1 + choice % 3) << place);
        vm.expectRevert(abi.encodeWithSelector(IBidElection.BadChoices.selector, holder(0)));
        vm.prank(holder(0));
        election.cast(mandateId, 2, choices);
        vm.assertFalse(election.isApproved(mandateId, missing));
    }

    function castAs(uint256 i, uint256 sequence, bytes memory choices) private {
        vm.prank(holder(i));
        election.cast(mandateId, sequence, choices);
    }

    function randomChoices(uint256 seed, uint256 ballot) private pure returns (bytes memory choices) {
        choices = new bytes(BIDS / 4);
        for (uint256 i = 0; i < choices.length; ++i) {
            choices[i] = bytes1(keccak256(abi.encode(seed, ballot, i)));
        }
    }

    function choiceOf(bytes memory choices, uint256 bid) private pure returns (uint256) {
        return (uint8(choices[bid / 4]) >> (2 * (bid % 4))) & 3;
    }

    function castBatch(string memory what, uint256 size, uint256 firstSequence) private {
        IBidElection.SignedBallot[] memory ballots = new IBidElection.SignedBallot[](size);
        for (uint256 i = 0; i < size; ++i) {
            ballots[i] = signedBallot(mandateId, FIRST_HOLDER_KEY + 5 - i, firstSequence, allYes());
        }
        election.castBatch(mandateId, ballots);
        fits(what);
    }

    function fits(string memory what) private view {
        say(what, lastTransaction());
    }

    function allYes() private pure returns (bytes memory) {
        return sameChoice(BIDS, 1);
    }

    function allNo() private pure returns (bytes memory) {
        return sameChoice(BIDS, 2);
    }
}
