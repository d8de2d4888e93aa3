// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IBidElection} from "../src/interfaces/IBidElection.sol";
import {IMilestoneEscrow} from "../src/interfaces/IMilestoneEscrow.sol";
import {IStewardCouncil} from "../src/interfaces/IStewardCouncil.sol";
import {ITreasury} from "../src/interfaces/ITreasury.sol";
import {GovernedMarket} from "./support/GovernedMarket.sol";

/// @dev The main job through all contracts, from the proposal to the last payout, under the real Governor and timelock.
contract MainJobTest is GovernedMarket {
    string private constant TEXT = "Put the documentation out for bids";
    uint256 private constant CHEAP = 20_000 * USD;
    uint256 private constant DEAR = 90_000 * USD;

    function test_fromAProposalToTheLastPayout() public {
        uint256 mandateId = passMandate();
        bidUpToElection(mandateId);
        elect(mandateId);

        uint256 agreementId = escrow.create(mandateId, 1, milestones(CHEAP));
        treasury.closeMandate(mandateId);
        deliverFirstInTwoRounds(agreementId);
        deliverSecondPastSilentStewards(agreementId);

        vm.assertEq(usd.balanceOf(payee(1)), CHEAP);
        vm.assertEq(usd.balanceOf(address(escrow)), 0);
        (,, uint256 allocated, uint256 reserved, uint256 spent) = treasury.line(LINE);
        vm.assertEq(reserved, 0);
        vm.assertEq(spent, CHEAP);
        vm.assertEq(usd.balanceOf(address(treasury)), allocated - spent);
        assertLineInBalance();
    }

    /// @dev Without a passed vote nobody grants anything: the timelock listens to the Governor alone.
    function test_aDefeatedProposalGrantsNothing() public {
        (address[] memory targets, uint256[] memory values, bytes[] memory data) = proposal();
        uint256 proposalId = propose(targets, values, data);
        vm.prank(holder(5));
        governor.castVote(proposalId, 0);
        vm.warp(governor.proposalDeadline(proposalId) + 1);
        vm.expectRevert();
        governor.queue(targets, values, data, keccak256(bytes(TEXT)));
        vm.assertEq(treasury.mandateCount(), 0);
    }

    function passMandate() private returns (uint256 mandateId) {
        (address[] memory targets, uint256[] memory values, bytes[] memory data) = proposal();
        uint256 proposalId = propose(targets, values, data);
        vm.prank(holder(5));
        governor.castVote(proposalId, 1);
        vm.warp(governor.proposalDeadline(proposalId) + 1);
        governor.queue(targets, values, data, keccak256(bytes(TEXT)));
        vm.warp(governor.proposalEta(proposalId));
        governor.execute(targets, values, data, keccak256(bytes(TEXT)));
        mandateId = treasury.mandateCount();
        vm.assertEq(treasury.mandateTerms(mandateId).purposeHash, keccak256(bytes(TEXT)));
    }

    /// @dev Bid 0 is dear, bid 1 cheap and signed, bid 2 is disqualified.
    function bidUpToElection(uint256 mandateId) private {
        bidBook.open(mandateId);
        commit(mandateId, 0, DEAR);
        vm.prank(bidder(1));
        gov.approve(address(bidBook), BOND);
        bytes32 commitment = bidBook.commitmentOf(termsOf(1, CHEAP));
        bytes memory signed = signature(FIRST_BIDDER_KEY + 1, bidBook.bidDigest(mandateId, bidder(1), commitment));
        bidBook.commitBySig(mandateId, bidder(1), commitment, signed, noPermit());
        commit(mandateId, 2, CHEAP);

        (, uint64 biddingEnds, uint64 revealEnds, uint64 reviewEnds) = bidBook.windows(mandateId);
        vm.warp(biddingEnds);
        reveal(mandateId, 0, DEAR);
        reveal(mandateId, 1, CHEAP);
        reveal(mandateId, 2, CHEAP);
        vm.assertEq(gov.balanceOf(address(bidBook)), 0);
        vm.warp(revealEnds);
        IStewardCouncil.Decision memory what = decision("disqualify bid", address(bidBook), mandateId, 2, 0);
        what.contentHash = bidBook.commitmentOf(termsOf(2, CHEAP));
        bidBook.disqualify(mandateId, 2, REASON, approvals(what));
        vm.warp(reviewEnds);
        election.open(mandateId);
    }

    /// @dev Bid 1 leads; bid 0, approved as well, no longer fits under the cap.
    function elect(uint256 mandateId) private {
        vote(mandateId, 4, 1, "ny-");
        IBidElection.SignedBallot[] memory ballots = new IBidElection.SignedBallot[](2);
        ballots[0] = signedBallot(mandateId, FIRST_HOLDER_KEY + 5, 1, packed("yy-"));
        ballots[1] = signedBallot(mandateId, FIRST_HOLDER_KEY + 4, 2, packed("ay-"));
        election.castBatch(mandateId, ballots);
        closeVoting(mandateId);
        election.decide(mandateId, order(1, 0));
        vm.assertEq(election.winners(mandateId).length, 1);
        passStandstill(mandateId);
    }

    function deliverFirstInTwoRounds(uint256 agreementId) private {
        bytes memory signed = signature(FIRST_BIDDER_KEY + 1, escrow.submissionDigest(agreementId, 0, 1, EVIDENCE));
        escrow.submitBySig(agreementId, 0, 1, EVIDENCE, signed);
        IStewardCouncil.Approval[] memory ofRoundOne = approvalsOf("approve milestone", agreementId, 0, 1);
        escrow.sendBack(agreementId, 0, 1, REASON, approvalsOf("send back milestone", agreementId, 0, 1));
        vm.prank(bidder(1));
        escrow.submit(agreementId, 0, 2, EVIDENCE);
        vm.expectRevert(abi.encodeWithSelector(IStewardCouncil.BadApprovalSignature.selector, steward(0)));
        escrow.approve(agreementId, 0, 2, ofRoundOne);
        escrow.approve(agreementId, 0, 2, approvalsOf("approve milestone", agreementId, 0, 2));
        payWhenDue(agreementId, 0);
    }

    function deliverSecondPastSilentStewards(uint256 agreementId) private {
        vm.prank(bidder(1));
        escrow.submit(agreementId, 1, 1, EVIDENCE);
        (,,,,, uint64 reviewEnds,) = escrow.milestone(agreementId, 1);
        vm.warp(reviewEnds);
        escrow.closeReview(agreementId, 1);
        payWhenDue(agreementId, 1);
    }

    function payWhenDue(uint256 agreementId, uint256 index) private {
        (,,,,,, uint64 challengeEnds) = escrow.milestone(agreementId, index);
        vm.warp(challengeEnds);
        escrow.release(agreementId, index);
        (IMilestoneEscrow.MilestoneStatus status,,,,,,) = escrow.milestone(agreementId, index);
        vm.assertEq(uint256(status), uint256(IMilestoneEscrow.MilestoneStatus.PAID));
        assertAgreementInBalance(agreementId);
    }

    function propose(address[] memory targets, uint256[] memory values, bytes[] memory data)
        private
        returns (uint256 proposalId)
    {
        vm.prank(holder(5));
        proposalId = governor.propose(targets, values, data, TEXT);
        vm.warp(governor.proposalSnapshot(proposalId) + 1);
    }

    function proposal() private returns (address[] memory targets, uint256[] memory values, bytes[] memory data) {
        (targets, values, data) = (new address[](1), new uint256[](1), new bytes[](1));
        ITreasury.MandateTerms memory terms = competition();
        terms.purposeHash = keccak256(bytes(TEXT));
        targets[0] = address(treasury);
        data[0] = abi.encodeCall(ITreasury.grantMandate, (terms));
    }
}
