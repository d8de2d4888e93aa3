// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IBidBook} from "../src/interfaces/IBidBook.sol";
import {IBidElection} from "../src/interfaces/IBidElection.sol";
import {ITreasury} from "../src/interfaces/ITreasury.sol";
import {Market} from "./support/Market.sol";

/// @dev Every action on the largest ballot fits into one transaction (EIP-7825: 2^24 gas). Calls are isolated, so that
/// each one pays for its calldata and for cold storage, as it does on a chain.
contract FiveHundredBidsTest is Market {
    uint256 private constant BIDS = 500;
    uint256 private constant TRANSACTION_GAS_CAP = 1 << 24;
    uint256 private constant PRICE = 100 * USD;

    uint256 private mandateId;

    function setUp() public override {
        super.setUp();
        ITreasury.MandateTerms memory terms = competition();
        (terms.bond, terms.bidsPerBidder, terms.maxBids) = (0, uint16(BIDS), uint16(BIDS));
        mandateId = grant(terms);
        bidBook.open(mandateId);
        for (uint256 i = 0; i < BIDS; ++i) {
            bytes32 commitment = bidBook.commitmentOf(bidTerms(i));
            vm.prank(bidder(0));
            bidBook.commit(mandateId, commitment);
        }
        (, uint64 biddingEnds,, uint64 reviewEnds) = bidBook.windows(mandateId);
        vm.warp(biddingEnds);
        for (uint256 i = 0; i < BIDS; ++i) {
            bidBook.reveal(mandateId, i, bidTerms(i), milestones(PRICE));
        }
        vm.warp(reviewEnds);
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
        vm.warp(votingEnds);
        uint16[] memory everyBid = new uint16[](BIDS);
        for (uint16 i = 0; i < BIDS; ++i) {
            everyBid[i] = i;
        }
        election.decide(mandateId, everyBid);
        fits("decide, every bid approved and awarded");
        vm.assertEq(election.winners(mandateId).length, BIDS);

        (,,,, uint64 standstillEnds,,) = election.election(mandateId);
        vm.warp(standstillEnds);
        escrow.create(mandateId, BIDS - 1, milestones(PRICE));
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

    function castBatch(string memory what, uint256 size, uint256 firstSequence) private {
        IBidElection.SignedBallot[] memory ballots = new IBidElection.SignedBallot[](size);
        for (uint256 i = 0; i < size; ++i) {
            ballots[i] = signedBallot(mandateId, FIRST_HOLDER_KEY + 5 - i, firstSequence, allYes());
        }
        election.castBatch(mandateId, ballots);
        fits(what);
    }

    function fits(string memory what) private view {
        uint256 used = vm.lastCallGas().gasTotalUsed;
        say(what, used);
        vm.assertLe(used, TRANSACTION_GAS_CAP, what);
    }

    function bidTerms(uint256 i) private view returns (IBidBook.BidTerms memory terms) {
        terms = termsOf(0, PRICE);
        terms.salt = bytes32(i);
    }

    function allYes() private pure returns (bytes memory choices) {
        return filled(0x55);
    }

    function allNo() private pure returns (bytes memory choices) {
        return filled(0xAA);
    }

    function filled(uint8 four) private pure returns (bytes memory choices) {
        choices = new bytes(BIDS / 4);
        for (uint256 i = 0; i < choices.length; ++i) {
            choices[i] = bytes1(four);
        }
    }
}
