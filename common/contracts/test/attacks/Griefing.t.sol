// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {ReentrancyGuard} from "@openzeppelin/contracts/utils/ReentrancyGuard.sol";
import {BidBook} from "../../src/BidBook.sol";
import {IBidBook} from "../../src/interfaces/IBidBook.sol";
import {IBidElection} from "../../src/interfaces/IBidElection.sol";
import {IMilestoneEscrow} from "../../src/interfaces/IMilestoneEscrow.sol";
import {IStewardCouncil} from "../../src/interfaces/IStewardCouncil.sol";
import {ITreasury} from "../../src/interfaces/ITreasury.sol";
import {GovernedMarket} from "../support/GovernedMarket.sol";
import {CallingToken, CallingVotes, ITransferListener} from "../support/HostileTokens.sol";
import {GasBurningWallet} from "../support/HostileWallets.sol";

/// @title Calls in the middle of a transfer, wallets that burn gas, and the longest texts and lists.
/// @dev The test itself is whom the hostile tokens call.
contract GriefingTest is GovernedMarket, ITransferListener {
    uint256 private constant PRICE = 40_000 * USD;
    uint256 private constant TRANSACTION_GAS_CAP = 1 << 24;
    bytes32 private constant CALLING_LINE = keccak256("Community Initiatives");

    CallingToken private calling;
    address[] private targets;
    bytes[] private calls;
    bytes4[] private answers;

    function setUp() public override {
        calling = new CallingToken(vm.computeCreateAddress(address(this), vm.getNonce(address(this)) + 5), PRICE, this);
        super.setUp();
    }

    function budgetLines() internal view override returns (ITreasury.LineConfig[] memory lines) {
        lines = new ITreasury.LineConfig[](2);
        lines[0] = lineOf("Ecosystem Funds", address(usd), LINE_AMOUNT);
        lines[1] = lineOf("Community Initiatives", address(calling), PRICE);
    }

    /// @notice A payee is called by the token while it is being paid, and asks to be paid once more, or refunded, or
    /// for more milestones.
    /// @dev The escrow is closed for the length of a payment, and the milestone is paid before the money moves.
    function test_aPayeeAsksAgainWhileItIsPaid() public {
        uint256 agreementId = agreementInCallingToken();
        approved(agreementId, 0);
        approved(agreementId, 1);
        vm.warp(block.timestamp + 1 days);
        inTheMiddle(address(escrow), abi.encodeCall(IMilestoneEscrow.release, (agreementId, 0)));
        inTheMiddle(address(escrow), abi.encodeCall(IMilestoneEscrow.release, (agreementId, 1)));
        inTheMiddle(address(escrow), abi.encodeCall(IMilestoneEscrow.refund, (agreementId, 1)));
        anythingElseInTheMiddle(agreementId);
        escrow.release(agreementId, 0);
        assertAnswers(ReentrancyGuard.ReentrancyGuardReentrantCall.selector);
        vm.assertEq(calling.balanceOf(payee(0)), PRICE / 4, "paid once");
        assertAgreementInBalance(agreementId);
    }

    /// @dev Whatever else anyone may ask the escrow that moves money, or decides about it.
    function anythingElseInTheMiddle(uint256 agreementId) private {
        IBidBook.Milestone[] memory work = milestones(PRICE);
        IMilestoneEscrow.Due[] memory due = new IMilestoneEscrow.Due[](1);
        due[0] = IMilestoneEscrow.Due(agreementId, 1);
        IMilestoneEscrow.Change[] memory changes = new IMilestoneEscrow.Change[](0);
        IStewardCouncil.Approval[] memory none = new IStewardCouncil.Approval[](0);
        inTheMiddle(address(escrow), abi.encodeCall(IMilestoneEscrow.releaseBatch, (due)));
        inTheMiddle(address(escrow), abi.encodeCall(IMilestoneEscrow.create, (1, 0, work)));
        inTheMiddle(address(escrow), abi.encodeCall(IMilestoneEscrow.createDirect, (1, payee(0), work, "")));
        inTheMiddle(address(escrow), abi.encodeCall(IMilestoneEscrow.changeOrder, (agreementId, 1, changes, "", none)));
        inTheMiddle(address(escrow), abi.encodeCall(IMilestoneEscrow.challenge, (agreementId, 1, REASON)));
        inTheMiddle(address(escrow), abi.encodeCall(IMilestoneEscrow.lapseChallenge, (agreementId, 1)));
        inTheMiddle(address(escrow), abi.encodeCall(IMilestoneEscrow.withdraw, (address(calling), payee(0))));
    }

    /// @notice The money of a refund is on its way, and not yet in the books of the treasury.
    /// @dev Closing the mandate in that moment is allowed, and frees nothing twice.
    function test_aMandateIsClosedInTheMiddleOfARefund() public {
        uint256 agreementId = agreementInCallingToken();
        (,, uint64 dueAt,,,,) = escrow.milestone(agreementId, 1);
        vm.warp(dueAt + 1);
        inTheMiddle(address(escrow), abi.encodeCall(IMilestoneEscrow.refund, (agreementId, 1)));
        escrow.refund(agreementId, 0);
        assertAnswers(ReentrancyGuard.ReentrancyGuardReentrantCall.selector);

        inTheMiddle(address(treasury), abi.encodeCall(ITreasury.closeMandate, (1)));
        escrow.refund(agreementId, 1);
        assertAnswers(0);
        (,,, uint256 reserved, uint256 spent) = treasury.line(CALLING_LINE);
        vm.assertEq(reserved, 0, "reserved");
        vm.assertEq(spent, 0, "spent");
        vm.assertEq(calling.balanceOf(address(treasury)), PRICE, "everything is back");
    }

    /// @notice A bidder is called while its bond is given back, and asks for the bonds of the others.
    function test_aBidderAsksForItsBondAgain() public {
        address[] memory both = new address[](2);
        uint256[] memory amounts = new uint256[](2);
        (both[0], both[1], amounts[0], amounts[1]) = (bidder(0), bidder(1), BOND, BOND);
        CallingVotes bonds = new CallingVotes(both, amounts, this);
        bidBook = new BidBook(treasury, roadmap, council, election, bonds, timelock);
        uint256 mandateId = openWorkstream();
        for (uint256 i = 0; i < 2; ++i) {
            vm.startPrank(bidder(i));
            bonds.approve(address(bidBook), BOND);
            bidBook.commit(mandateId, keccak256("commitment"));
            vm.stopPrank();
        }
        vm.prank(bidder(0));
        bidBook.withdraw(mandateId, 0);
        (,, uint64 revealEnds,) = bidBook.windows(mandateId);
        vm.warp(revealEnds);
        inTheMiddle(address(bidBook), abi.encodeCall(IBidBook.returnBond, (mandateId, 0)));
        inTheMiddle(address(bidBook), abi.encodeCall(IBidBook.forfeitBond, (mandateId, 1)));
        bidBook.returnBond(mandateId, 0);
        assertAnswers(ReentrancyGuard.ReentrancyGuardReentrantCall.selector);
        vm.assertEq(bonds.balanceOf(bidder(0)), BOND, "its own bond, once");
        vm.assertEq(bonds.balanceOf(address(bidBook)), BOND, "the other's stays");
    }

    /// @notice A bidder is called while its bond is taken, and bids again before the first bid is done.
    function test_aBidderBidsInTheMiddleOfItsBid() public {
        address[] memory one = new address[](1);
        uint256[] memory amounts = new uint256[](1);
        (one[0], amounts[0]) = (bidder(0), BOND);
        CallingVotes bonds = new CallingVotes(one, amounts, this);
        bidBook = new BidBook(treasury, roadmap, council, election, bonds, timelock);
        uint256 mandateId = openWorkstream();
        vm.prank(bidder(0));
        bonds.approve(address(bidBook), BOND);
        inTheMiddle(address(bidBook), abi.encodeCall(IBidBook.commit, (mandateId, keccak256("in the middle"))));
        vm.prank(bidder(0));
        bidBook.commit(mandateId, keccak256("commitment"));
        assertAnswers(ReentrancyGuard.ReentrancyGuardReentrantCall.selector);
        vm.assertEq(bidBook.bidCount(mandateId), 1, "one bid");
        vm.assertEq(bonds.balanceOf(address(bidBook)), BOND, "one bond");
    }

    /// @notice Somebody sends a voter dust, second after second, so that its past votes become dear to look up.
    /// @dev They are found by halves: 10,000 changes, half of them after the snapshot, cost fourteen looks.
    function test_aVoterWithTenThousandCheckpoints() public {
        uint256 mandateId = openWorkstream();
        dust(5_000);
        bidsUpToReviewEnd(mandateId, list(PRICE));
        election.open(mandateId);
        (address[] memory to, uint256[] memory values, bytes[] memory data) =
            (new address[](1), new uint256[](1), new bytes[](1));
        (to[0], data[0]) = (address(roadmap), abi.encodeCall(roadmap.adopt, (keccak256("text"))));
        vm.prank(holder(5));
        uint256 proposalId = governor.propose(to, values, data, "text");
        vm.warp(governor.proposalSnapshot(proposalId) + 1);
        dust(5_000);
        vm.assertGt(gov.numCheckpoints(holder(0)), 10_000, "checkpoints");

        vote(mandateId, 0, 1, "y");
        vm.assertLt(vm.lastCallGas().gasTotalUsed, 250_000, "ballot");
        vm.prank(holder(0));
        governor.castVote(proposalId, 1);
        vm.assertLt(vm.lastCallGas().gasTotalUsed, 250_000, "vote");
    }

    function dust(uint256 times) private {
        for (uint256 i = 0; i < times; ++i) {
            vm.warp(block.timestamp + 1);
            vm.prank(holder(4));
            gov.transfer(holder(0), 1);
        }
    }

    /// @notice Wallets of holders who want a batch to fail use up all the gas that they are given.
    /// @dev Each is given a share, and 40 of them leave enough of one transaction for the others to be counted.
    /// forge-config: default.isolate = true
    function test_fortyOfABatchBurnGas() public {
        IBidElection.SignedBallot[] memory ballots = new IBidElection.SignedBallot[](41);
        bytes memory code = address(new GasBurningWallet()).code;
        for (uint256 i = 0; i < 40; ++i) {
            address wallet = address(uint160(0xB0A0 + i));
            vm.etch(wallet, code);
            vm.prank(holder(5));
            gov.transfer(wallet, GOV);
            vm.prank(wallet);
            gov.delegate(wallet);
            ballots[i] = IBidElection.SignedBallot(wallet, 1, packed("n"), hex"01");
        }
        uint256 mandateId = openElection(list(PRICE));
        ballots[40] = signedBallot(mandateId, FIRST_HOLDER_KEY, 1, packed("y"));
        election.castBatch(mandateId, ballots);
        vm.assertLe(vm.lastCallGas().gasTotalUsed, TRANSACTION_GAS_CAP, "gas");
        (uint256 yes, uint256 no) = election.tally(mandateId, 0);
        vm.assertEq(yes, 1_000 * GOV, "the good ballot");
        vm.assertEq(no, 0, "no other");
    }

    /// @notice A ballot is sent with 100,000 bytes of choices, and another with as long a signature.
    /// @dev Each is refused by its length; the sender alone pays for the bytes.
    function test_theLongestBallots() public {
        uint256 mandateId = openElection(list(PRICE));
        IBidElection.SignedBallot[] memory ballots = new IBidElection.SignedBallot[](3);
        ballots[0] = IBidElection.SignedBallot(holder(1), 1, new bytes(100_000), hex"01");
        ballots[1] = IBidElection.SignedBallot(holder(2), 1, packed("n"), new bytes(100_000));
        ballots[2] = signedBallot(mandateId, FIRST_HOLDER_KEY, 1, packed("y"));
        vm.expectEmit(address(election));
        emit IBidElection.BallotRefused(mandateId, holder(1), 1, IBidElection.BadChoices.selector);
        vm.expectEmit(address(election));
        emit IBidElection.BallotRefused(mandateId, holder(2), 1, IBidElection.BadBallotSignature.selector);
        election.castBatch(mandateId, ballots);
        vm.assertLt(vm.lastCallGas().gasTotalUsed, 600_000, "gas");
        (uint256 yes, uint256 no) = election.tally(mandateId, 0);
        vm.assertEq(yes, 1_000 * GOV, "the good ballot");
        vm.assertEq(no, 0, "no other");
    }

    /// @notice A proposal comes with a text so long that nobody can afford to act on it.
    /// @dev Proposing it fits into one transaction, at the proposer's cost; everyone else passes on its hash.
    /// forge-config: default.isolate = true
    function test_theLongestDescription() public {
        bytes memory text = new bytes(120_000);
        for (uint256 i = 0; i < text.length; ++i) {
            text[i] = "x";
        }
        (address[] memory to, uint256[] memory values, bytes[] memory data) =
            (new address[](1), new uint256[](1), new bytes[](1));
        (to[0], data[0]) = (address(roadmap), abi.encodeCall(roadmap.adopt, (keccak256(text))));
        vm.prank(holder(5));
        uint256 proposalId = governor.propose(to, values, data, string(text));
        vm.assertLe(vm.lastCallGas().gasTotalUsed, TRANSACTION_GAS_CAP, "propose");
        vm.warp(governor.proposalSnapshot(proposalId) + 1);
        vm.prank(holder(5));
        governor.castVote(proposalId, 1);
        vm.assertLt(vm.lastCallGas().gasTotalUsed, 200_000, "vote");
        vm.warp(governor.proposalDeadline(proposalId) + 1);
        governor.queue(to, values, data, keccak256(text));
        vm.assertLt(vm.lastCallGas().gasTotalUsed, 200_000, "queue");
    }

    /// @notice A winner has so many milestones that its agreement does not fit into a block.
    /// @dev Twenty is the most, which fits with room to spare.
    /// forge-config: default.isolate = true
    function test_theLongestListOfMilestones() public {
        uint256 mandateId = grant(direct());
        IBidBook.Milestone[] memory twenty = new IBidBook.Milestone[](20);
        for (uint256 i = 0; i < 20; ++i) {
            twenty[i] = IBidBook.Milestone(1, type(uint32).max, keccak256(abi.encode(i)));
        }
        bytes32 digest = escrow.directAgreementDigest(mandateId, payee(0), 20, keccak256(abi.encode(twenty)));
        escrow.createDirect(mandateId, payee(0), twenty, signature(ENTITY_KEY, digest));
        vm.assertLt(vm.lastCallGas().gasTotalUsed, TRANSACTION_GAS_CAP / 4, "gas");
    }

    function onTransfer() external {
        for (uint256 i = answers.length; i < calls.length; ++i) {
            // Before the call: it may be called back once more.
            answers.push(bytes4(0));
            (bool done, bytes memory answer) = targets[i].call(calls[i]);
            if (!done) answers[i] = bytes4(answer);
        }
    }

    function inTheMiddle(address target, bytes memory data) private {
        targets.push(target);
        calls.push(data);
    }

    /// @dev Every call so far was made in the middle of a transfer, and met this error; 0 for none.
    function assertAnswers(bytes4 expected) private {
        vm.assertGt(calls.length, 0, "something was tried");
        vm.assertEq(answers.length, calls.length, "all of it");
        for (uint256 i = 0; i < answers.length; ++i) {
            vm.assertEq(bytes32(answers[i]), bytes32(expected), "answer");
        }
        delete targets;
        delete calls;
        delete answers;
    }

    function agreementInCallingToken() private returns (uint256) {
        ITreasury.MandateTerms memory terms = direct();
        (terms.lineId, terms.token, terms.cap) = (CALLING_LINE, address(calling), PRICE);
        uint256 mandateId = grant(terms);
        bytes32 hash = keccak256(abi.encode(milestones(PRICE)));
        bytes memory signed = signature(ENTITY_KEY, escrow.directAgreementDigest(mandateId, payee(0), PRICE, hash));
        return escrow.createDirect(mandateId, payee(0), milestones(PRICE), signed);
    }

    function approved(uint256 agreementId, uint256 index) private {
        vm.prank(vm.addr(ENTITY_KEY));
        escrow.submit(agreementId, index, 1, EVIDENCE);
        escrow.approve(agreementId, index, 1, approvalsOf("approve milestone", agreementId, index, 1));
    }
}
