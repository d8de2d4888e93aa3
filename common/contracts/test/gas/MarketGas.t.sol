// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {IBidElection} from "../../src/interfaces/IBidElection.sol";
import {IMilestoneEscrow} from "../../src/interfaces/IMilestoneEscrow.sol";
import {IStewardCouncil} from "../../src/interfaces/IStewardCouncil.sol";
import {Disperse} from "../support/Disperse.sol";
import {GasTest} from "../support/GasTest.sol";
import {Market} from "../support/Market.sol";

/// @dev From a bid to a payout, where others have bid, voted and been paid before: the first one pays for new storage.
/// forge-config: default.isolate = true
contract MarketGasTest is Market, GasTest {
    uint256 private constant PRICE = 40_000 * USD;
    uint256 private constant FIRST_OF_BATCH = 6;
    uint16 private constant BATCH = 20;

    function test_bidding() public {
        uint256 mandateId = openWorkstream();
        commit(mandateId, 0, PRICE);
        commit(mandateId, 1, PRICE);
        report("bid.commit", lastTransaction());

        (, uint64 biddingEnds,,) = bidBook.windows(mandateId);
        vm.warp(biddingEnds);
        reveal(mandateId, 0, PRICE);
        reveal(mandateId, 1, PRICE);
        report("bid.reveal", lastTransaction());
    }

    function test_ballotOn1Bid() public {
        reportBallot("election.ballot.bids1", 1);
    }

    function test_ballotOn10Bids() public {
        reportBallot("election.ballot.bids10", 10);
    }

    function test_ballotOn50Bids() public {
        reportBallot("election.ballot.bids50", 50);
    }

    function test_ballotOn200Bids() public {
        reportBallot("election.ballot.bids200", 200);
    }

    function test_batchOf100BallotsOn35Bids() public {
        giveVotes(100);
        uint256 mandateId = votedOn(35);
        IBidElection.SignedBallot[] memory ballots = new IBidElection.SignedBallot[](100);
        for (uint256 i = 0; i < 100; ++i) {
            uint256 key = FIRST_HOLDER_KEY + FIRST_OF_BATCH + i;
            ballots[i] = signedBallot(mandateId, key, 1, sameChoice(35, 1));
        }
        election.castBatch(mandateId, ballots);
        report("election.ballot.batch100.bids35", Math.ceilDiv(lastTransaction(), 100));
    }

    function test_countOf50Bids() public {
        reportCount("election.count.bids50", 50);
    }

    function test_countOf200Bids() public {
        reportCount("election.count.bids200", 200);
    }

    function test_countOf500Bids() public {
        reportCount("election.count.bids500", 500);
    }

    function test_paidWork() public {
        uint256 mandateId = openElection(list(PRICE, PRICE));
        vote(mandateId, 5, 1, "yy");
        closeVoting(mandateId);
        election.decide(mandateId, order(0, 1));
        passStandstill(mandateId);
        uint256 first = escrow.create(mandateId, 0, milestones(PRICE));
        uint256 second = escrow.create(mandateId, 1, milestones(PRICE));
        report("escrow.fund", lastTransaction());

        approveFirstMilestone(first, 0);
        approveFirstMilestone(second, 1);
        report("escrow.approve", lastTransaction());

        vm.warp(block.timestamp + competition().challengePeriod);
        escrow.release(first, 0);
        escrow.release(second, 0);
        report("escrow.release", lastTransaction());
    }

    function test_payoutsToNewPayees() public {
        reportBatch("escrow.release.batch20.fresh", false);
    }

    function test_payoutsToKnownPayees() public {
        reportBatch("escrow.release.batch20.existing", true);
    }

    /// @dev Twenty milestones of twenty agreements under one mandate, beside twenty transfers to twenty other accounts by
    /// the contract that people use for that.
    function reportBatch(string memory key, bool paidBefore) private {
        uint256 mandateId = votedOn(BATCH + 1);
        decideForAll(mandateId, BATCH + 1);
        passStandstill(mandateId);
        uint256 before = escrow.create(mandateId, BATCH, milestones(LOW_PRICE));
        approveFirstMilestone(before, 0);
        IMilestoneEscrow.Due[] memory due = new IMilestoneEscrow.Due[](BATCH);
        address[] memory recipients = new address[](BATCH);
        uint256[] memory amounts = new uint256[](BATCH);
        for (uint256 i = 0; i < BATCH; ++i) {
            uint256 agreementId = escrow.create(mandateId, i, milestones(LOW_PRICE));
            approveFirstMilestone(agreementId, 0);
            due[i] = IMilestoneEscrow.Due(agreementId, 0);
            (recipients[i], amounts[i]) = (address(uint160(0xD15B + i)), LOW_PRICE / 4);
        }
        address funder = address(0xF0D);
        Disperse disperse = new Disperse();
        vm.startPrank(address(treasury));
        usd.transfer(funder, 10 * BATCH * LOW_PRICE);
        if (paidBefore) {
            for (uint256 i = 0; i < BATCH; ++i) {
                usd.transfer(recipients[i], 1);
                usd.transfer(payee(i), 1);
            }
        }
        vm.stopPrank();
        vm.prank(funder);
        usd.approve(address(disperse), 2 * BATCH * LOW_PRICE);
        vm.prank(funder);
        disperse.disperseToken(usd, recipients, amounts);
        uint256 peer = lastTransaction();
        vm.warp(block.timestamp + competition().challengePeriod);
        escrow.release(before, 0);
        escrow.releaseBatch(due);
        uint256 ours = lastTransaction();
        if (!paidBefore) vm.assertLe(ours * 100, peer * 145, "1.45 times a plain batch");
        report(key, Math.ceilDiv(ours, BATCH), "Disperse", Math.ceilDiv(peer, BATCH));
    }

    function reportBallot(string memory key, uint256 bids) private {
        uint256 mandateId = votedOn(bids);
        castAs(0, mandateId, bids);
        report(key, lastTransaction());
    }

    /// @dev All bids are approved and awarded, which is the longest count.
    function reportCount(string memory key, uint256 bids) private {
        decideForAll(votedOn(bids), bids);
        report(key, lastTransaction());
    }

    function decideForAll(uint256 mandateId, uint256 bids) private {
        closeVoting(mandateId);
        uint16[] memory everyBid = new uint16[](bids);
        for (uint16 i = 0; i < bids; ++i) {
            everyBid[i] = i;
        }
        election.decide(mandateId, everyBid);
    }

    /// @dev An election in which one holder has approved every bid.
    function votedOn(uint256 bids) private returns (uint256 mandateId) {
        mandateId = manyBids(bids);
        election.open(mandateId);
        castAs(1, mandateId, bids);
    }

    function castAs(uint256 i, uint256 mandateId, uint256 bids) private {
        vm.prank(holder(i));
        election.cast(mandateId, 1, sameChoice(bids, 1));
    }

    /// @dev To the holders after those of the market.
    function giveVotes(uint256 count) private {
        for (uint256 i = FIRST_OF_BATCH; i < FIRST_OF_BATCH + count; ++i) {
            vm.prank(holder(5));
            gov.transfer(holder(i), 100 * GOV);
            vm.prank(holder(i));
            gov.delegate(holder(i));
        }
    }

    function approveFirstMilestone(uint256 agreementId, uint256 i) private {
        vm.prank(bidder(i));
        escrow.submit(agreementId, 0, 1, EVIDENCE);
        IStewardCouncil.Approval[] memory signed = approvalsOf("approve milestone", agreementId, 0, 1);
        escrow.approve(agreementId, 0, 1, signed);
    }
}
