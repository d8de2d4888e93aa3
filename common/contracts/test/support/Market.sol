// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {BidBook} from "../../src/BidBook.sol";
import {BidElection} from "../../src/BidElection.sol";
import {GovernanceToken} from "../../src/GovernanceToken.sol";
import {MilestoneEscrow} from "../../src/MilestoneEscrow.sol";
import {Roadmap} from "../../src/Roadmap.sol";
import {StewardCouncil} from "../../src/StewardCouncil.sol";
import {Treasury} from "../../src/Treasury.sol";
import {IBidBook} from "../../src/interfaces/IBidBook.sol";
import {IBidElection} from "../../src/interfaces/IBidElection.sol";
import {IMilestoneEscrow} from "../../src/interfaces/IMilestoneEscrow.sol";
import {IStewardCouncil} from "../../src/interfaces/IStewardCouncil.sol";
import {ITreasury} from "../../src/interfaces/ITreasury.sol";
import {LocalToken} from "../../src/local/LocalToken.sol";
import {Test} from "./Test.sol";

/// @title All contracts of the market, deployed as in production, with an account in place of the timelock.
abstract contract Market is Test {
    uint256 internal constant STEWARD_THRESHOLD = 2;
    uint256 internal constant GOV = 1e18;
    uint256 internal constant USD = 1e6;
    uint256 internal constant LINE_AMOUNT = 500_000 * USD;
    uint64 internal constant LINE_PERIOD = 30 days;
    uint256 internal constant CAP = 100_000 * USD;
    uint256 internal constant LOW_PRICE = 100 * USD;
    uint256 internal constant BOND = 10 * GOV;
    uint256 internal constant CHALLENGE_THRESHOLD = 1_000 * GOV;
    uint256 internal constant OBJECTION_THRESHOLD = 4_000 * GOV;
    uint256 internal constant CHALLENGE_BOND = 50 * GOV;
    uint32 internal constant RULING_PERIOD = 30 days;
    uint256 internal constant FIRST_BIDDER_KEY = 0xB1D0;
    uint256 internal constant FIRST_HOLDER_KEY = 0x401D;
    uint256 internal constant ENTITY_KEY = 0xE417;
    bytes32 internal constant LINE = keccak256("Ecosystem Funds");
    bytes32 internal constant EVIDENCE = keccak256("evidence");
    bytes32 internal constant REASON = keccak256("reason");

    address internal constant GUARDIAN = address(0x6A2D);
    address internal timelock = address(0x71131);
    address internal anyone = address(0xA41);

    GovernanceToken internal gov;
    LocalToken internal usd;
    Roadmap internal roadmap;
    StewardCouncil internal council;
    Treasury internal treasury;
    BidBook internal bidBook;
    BidElection internal election;
    MilestoneEscrow internal escrow;

    /// @dev In ascending order of their addresses, as the council wants their approvals.
    Account[] internal stewardAccounts;
    uint256 private purposes;

    function setUp() public virtual {
        vm.warp(1_767_225_600 + 366 days);
        for (uint256 i = 0; i < 3; ++i) {
            stewardAccounts.push(accounts("steward", 3)[i]);
        }
        // Bids are bonded, ballots weighed: bidders hold little, holders a lot.
        address[] memory holders = new address[](12);
        uint256[] memory amounts = new uint256[](12);
        for (uint256 i = 0; i < 6; ++i) {
            holders[i] = vm.addr(FIRST_HOLDER_KEY + i);
            amounts[i] = 1_000 * GOV << i;
            holders[6 + i] = vm.addr(FIRST_BIDDER_KEY + i);
            amounts[6 + i] = 100 * GOV;
        }
        deployAll(holders, amounts);
    }

    function deployAll(address[] memory holders, uint256[] memory amounts) internal {
        uint256 nonce = vm.getNonce(address(this));
        address treasuryAt = vm.computeCreateAddress(address(this), nonce + 4);
        gov = new GovernanceToken(holders, amounts);
        usd = new LocalToken(_one(treasuryAt), _one(LINE_AMOUNT));
        roadmap = new Roadmap(timelock, uint64(block.timestamp - 366 days), vm.addr(ENTITY_KEY), GUARDIAN);
        council = new StewardCouncil(timelock, roadmap, _stewards(), STEWARD_THRESHOLD);
        MilestoneEscrow escrowAt = MilestoneEscrow(vm.computeCreateAddress(address(this), nonce + 7));
        treasury = new Treasury(timelock, roadmap, council, escrowAt, gov, floors(), budgetLines());
        BidElection electionAt = BidElection(vm.computeCreateAddress(address(this), nonce + 6));
        bidBook = new BidBook(treasury, roadmap, council, electionAt, gov, timelock);
        election = new BidElection(treasury, bidBook, gov, council, timelock, electionRules());
        escrow = new MilestoneEscrow(
            treasury,
            bidBook,
            election,
            council,
            roadmap,
            gov,
            timelock,
            IMilestoneEscrow.ChallengeRules(CHALLENGE_THRESHOLD, CHALLENGE_BOND, RULING_PERIOD)
        );
    }

    function electionRules() internal pure virtual returns (IBidElection.Rules memory) {
        return IBidElection.Rules({
            lateTurnExtension: 2 hours,
            lateTurnBps: 2_000,
            objectionPeriod: 10 days,
            objectionThreshold: OBJECTION_THRESHOLD
        });
    }

    function budgetLines() internal view virtual returns (ITreasury.LineConfig[] memory lines) {
        lines = new ITreasury.LineConfig[](1);
        lines[0] = lineOf("Ecosystem Funds", address(usd), LINE_AMOUNT);
    }

    /// @dev A line that may promise everything at once.
    function lineOf(string memory name, address token, uint256 amount)
        internal
        pure
        returns (ITreasury.LineConfig memory)
    {
        return ITreasury.LineConfig(name, token, amount, LINE_PERIOD, amount);
    }

    function floors() internal pure virtual returns (ITreasury.Floors memory) {
        return ITreasury.Floors({
            marginBps: 1_000,
            quorum: 100 * GOV,
            biddingPeriod: 1 hours,
            revealPeriod: 1 hours,
            reviewPeriod: 1 hours,
            electionPeriod: 1 hours,
            standstillPeriod: 1 hours,
            milestoneReviewPeriod: 1 hours,
            challengePeriod: 1 hours,
            mostToleranceBps: 2_000,
            mostLineShareBps: 10_000
        });
    }

    /// @dev A mandate for a competition that fills its budget, each time with a purpose of its own.
    function competition() internal returns (ITreasury.MandateTerms memory) {
        return ITreasury.MandateTerms({
            purposeHash: keccak256(abi.encode("purpose", ++purposes)),
            lineId: LINE,
            token: address(usd),
            cap: CAP,
            expiry: uint64(block.timestamp + 60 days),
            kind: ITreasury.MandateKind.COMPETITION,
            awardRule: ITreasury.AwardRule.FILL_BUDGET,
            marginBps: 1_500,
            quorum: 1_000 * GOV,
            bond: BOND,
            bidsPerBidder: 2,
            maxBids: 6,
            biddingPeriod: 1 days,
            revealPeriod: 1 days,
            reviewPeriod: 1 days,
            electionPeriod: 3 days,
            standstillPeriod: 1 days,
            milestoneReviewPeriod: 2 days,
            challengePeriod: 1 days,
            toleranceBps: 0,
            inOrder: false
        });
    }

    function direct() internal returns (ITreasury.MandateTerms memory terms) {
        terms = competition();
        terms.kind = ITreasury.MandateKind.DIRECT;
    }

    function grant(ITreasury.MandateTerms memory terms) internal returns (uint256) {
        vm.prank(timelock);
        return treasury.grantMandate(terms);
    }

    function openWorkstream() internal returns (uint256 mandateId) {
        mandateId = grant(competition());
        bidBook.open(mandateId);
    }

    function bidder(uint256 i) internal pure returns (address) {
        return vm.addr(FIRST_BIDDER_KEY + i);
    }

    function payee(uint256 i) internal pure returns (address) {
        return address(uint160(0xFA7EE0 + i));
    }

    function holder(uint256 i) internal pure returns (address) {
        return vm.addr(FIRST_HOLDER_KEY + i);
    }

    function steward(uint256 i) internal view returns (address) {
        return stewardAccounts[i].addr;
    }

    /// @dev Two milestones that add up to the price.
    function milestones(uint256 price) internal pure returns (IBidBook.Milestone[] memory two) {
        two = new IBidBook.Milestone[](2);
        two[0] = IBidBook.Milestone(price / 4, 10 days, keccak256("first"));
        two[1] = IBidBook.Milestone(price - price / 4, 20 days, keccak256("second"));
    }

    function termsOf(uint256 i, uint256 price) internal view returns (IBidBook.BidTerms memory) {
        return IBidBook.BidTerms({
            bidder: bidder(i),
            payee: payee(i),
            token: address(usd),
            price: price,
            milestonesHash: keccak256(abi.encode(milestones(price))),
            textHash: keccak256("text"),
            salt: keccak256(abi.encode("salt", i))
        });
    }

    function commit(uint256 mandateId, uint256 i, uint256 price) internal returns (uint256) {
        bytes32 commitment = bidBook.commitmentOf(termsOf(i, price));
        vm.prank(bidder(i));
        gov.approve(address(bidBook), BOND);
        vm.prank(bidder(i));
        return bidBook.commit(mandateId, commitment);
    }

    function reveal(uint256 mandateId, uint256 i, uint256 price) internal {
        bidBook.reveal(mandateId, i, termsOf(i, price), milestones(price));
    }

    function noPermit() internal pure returns (IBidBook.BondPermit memory) {
        return IBidBook.BondPermit(0, 0, 0, 0, 0);
    }

    /// @dev One bid per price, bid i by bidder i, all revealed; the review is over.
    function bidsUpToReviewEnd(uint256 mandateId, uint256[] memory prices) internal {
        for (uint256 i = 0; i < prices.length; ++i) {
            commit(mandateId, i, prices[i]);
        }
        (, uint64 biddingEnds,, uint64 reviewEnds) = bidBook.windows(mandateId);
        vm.warp(biddingEnds);
        for (uint256 i = 0; i < prices.length; ++i) {
            reveal(mandateId, i, prices[i]);
        }
        vm.warp(reviewEnds);
    }

    /// @dev `count` bids of one bidder, without bonds, all revealed; the review is over.
    function manyBids(uint256 count) internal returns (uint256 mandateId) {
        ITreasury.MandateTerms memory terms = competition();
        (terms.bond, terms.bidsPerBidder, terms.maxBids) = (0, uint16(count), uint16(count));
        mandateId = grant(terms);
        bidBook.open(mandateId);
        for (uint256 i = 0; i < count; ++i) {
            bytes32 commitment = bidBook.commitmentOf(lowBid(i));
            vm.prank(bidder(0));
            bidBook.commit(mandateId, commitment);
        }
        (, uint64 biddingEnds,, uint64 reviewEnds) = bidBook.windows(mandateId);
        vm.warp(biddingEnds);
        for (uint256 i = 0; i < count; ++i) {
            bidBook.reveal(mandateId, i, lowBid(i), milestones(LOW_PRICE));
        }
        vm.warp(reviewEnds);
    }

    /// @dev The bids of `manyBids`, each to be paid to another address.
    function lowBid(uint256 i) internal view returns (IBidBook.BidTerms memory terms) {
        terms = termsOf(0, LOW_PRICE);
        terms.payee = payee(i);
        terms.salt = bytes32(i);
    }

    function openElection(uint256[] memory prices) internal returns (uint256 mandateId) {
        mandateId = openWorkstream();
        bidsUpToReviewEnd(mandateId, prices);
        election.open(mandateId);
    }

    /// @dev `choices` one character per bid: '-' none, 'y', 'n', 'a'.
    function packed(string memory choices) internal pure returns (bytes memory out) {
        bytes memory letters = bytes(choices);
        out = new bytes((letters.length + 3) / 4);
        for (uint256 i = 0; i < letters.length; ++i) {
            uint8 code = letters[i] == "y" ? 1 : letters[i] == "n" ? 2 : letters[i] == "a" ? 3 : 0;
            out[i / 4] = bytes1(uint8(out[i / 4]) | (code << uint8(2 * (i % 4))));
        }
    }

    function sameChoice(uint256 bids, uint8 choice) internal pure returns (bytes memory out) {
        out = new bytes((bids + 3) / 4);
        for (uint256 i = 0; i < bids; ++i) {
            out[i / 4] |= bytes1(choice << uint8(2 * (i % 4)));
        }
    }

    function vote(uint256 mandateId, uint256 i, uint256 sequence, string memory choices) internal {
        vm.prank(holder(i));
        election.cast(mandateId, sequence, packed(choices));
    }

    function signedBallot(uint256 mandateId, uint256 key, uint256 sequence, bytes memory choices)
        internal
        view
        returns (IBidElection.SignedBallot memory)
    {
        address voter = vm.addr(key);
        bytes32 digest = election.ballotDigest(mandateId, voter, sequence, choices);
        return IBidElection.SignedBallot(voter, sequence, choices, signature(key, digest));
    }

    function closeVoting(uint256 mandateId) internal {
        (,, uint64 votingEnds,,,,) = election.election(mandateId);
        vm.warp(votingEnds);
    }

    function passStandstill(uint256 mandateId) internal {
        (,,,, uint64 standstillEnds,,) = election.election(mandateId);
        vm.warp(standstillEnds);
    }

    /// @dev The agreement of the only bid, which everyone wants: price 40,000, milestones 10,000 and 30,000.
    function fundedAgreement() internal returns (uint256 agreementId) {
        uint256 mandateId = openElection(list(40_000 * USD));
        vote(mandateId, 5, 1, "y");
        closeVoting(mandateId);
        election.decide(mandateId, order(0));
        passStandstill(mandateId);
        return escrow.create(mandateId, 0, milestones(40_000 * USD));
    }

    function decision(string memory action, address target, uint256 subject, uint256 part, uint256 round)
        internal
        pure
        returns (IStewardCouncil.Decision memory)
    {
        bytes32 named = keccak256(bytes(action));
        bool needsReason = named != keccak256("approve milestone") && named != keccak256("change agreement");
        return
            IStewardCouncil.Decision(action, target, subject, part, round, EVIDENCE, needsReason ? REASON : bytes32(0));
    }

    /// @dev Signed by the first two stewards.
    function approvals(IStewardCouncil.Decision memory what)
        internal
        view
        returns (IStewardCouncil.Approval[] memory signed)
    {
        signed = new IStewardCouncil.Approval[](2);
        uint64 expiry = uint64(block.timestamp + 1 hours);
        for (uint256 i = 0; i < 2; ++i) {
            bytes32 digest = council.digest(what, steward(i), expiry);
            signed[i] = IStewardCouncil.Approval(steward(i), expiry, sign(stewardAccounts[i], digest));
        }
    }

    function approvalsOf(string memory action, uint256 agreementId, uint256 index, uint256 round)
        internal
        view
        returns (IStewardCouncil.Approval[] memory)
    {
        return approvals(decision(action, address(escrow), agreementId, index, round));
    }

    /// @dev By vote.
    function seat(address account, bool sits) internal {
        address[] memory none = new address[](0);
        vm.prank(timelock);
        council.change(sits ? _one(account) : none, sits ? none : _one(account), STEWARD_THRESHOLD);
    }

    function signature(uint256 key, bytes32 digest) internal pure returns (bytes memory) {
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(key, digest);
        return abi.encodePacked(r, s, v);
    }

    function list(uint256 a) internal pure returns (uint256[] memory out) {
        out = new uint256[](1);
        out[0] = a;
    }

    function list(uint256 a, uint256 b) internal pure returns (uint256[] memory out) {
        out = new uint256[](2);
        (out[0], out[1]) = (a, b);
    }

    function list(uint256 a, uint256 b, uint256 c) internal pure returns (uint256[] memory out) {
        out = new uint256[](3);
        (out[0], out[1], out[2]) = (a, b, c);
    }

    function list(uint256 a, uint256 b, uint256 c, uint256 d) internal pure returns (uint256[] memory out) {
        out = new uint256[](4);
        (out[0], out[1], out[2], out[3]) = (a, b, c, d);
    }

    function order() internal pure returns (uint16[] memory) {
        return new uint16[](0);
    }

    function order(uint16 a) internal pure returns (uint16[] memory out) {
        out = new uint16[](1);
        out[0] = a;
    }

    function order(uint16 a, uint16 b) internal pure returns (uint16[] memory out) {
        out = new uint16[](2);
        (out[0], out[1]) = (a, b);
    }

    function order(uint16 a, uint16 b, uint16 c) internal pure returns (uint16[] memory out) {
        out = new uint16[](3);
        (out[0], out[1], out[2]) = (a, b, c);
    }

    /// @dev allocated = reserved + spent + free holds by construction of `free`; what can break is that free falls below
    /// zero, that more is reserved than the mandates account for, or that the money is not there.
    function assertLineInBalance() internal view {
        (,, uint256 allocated, uint256 reserved, uint256 spent) = treasury.line(LINE);
        vm.assertLe(reserved + spent, allocated, "allocated >= reserved + spent");
        uint256 reservedByMandates = 0;
        uint256 spentByMandates = 0;
        uint256 held = 0;
        for (uint256 id = 1; id <= treasury.mandateCount(); ++id) {
            (uint256 committed, uint256 spentHere, bool closed) = treasury.mandateState(id);
            spentByMandates += spentHere;
            held += committed - spentHere;
            reservedByMandates += closed
                ? committed - spentHere
                : treasury.mandateTerms(id).cap - refunds(id) - spentHere;
        }
        vm.assertEq(spent, spentByMandates, "spent");
        vm.assertEq(reserved, reservedByMandates, "reserved");
        vm.assertEq(usd.balanceOf(address(escrow)), held, "escrow holds what is funded and not paid or refunded");
        vm.assertEq(usd.balanceOf(address(treasury)), LINE_AMOUNT - spent - held, "treasury holds the rest");
    }

    function refunds(uint256 mandateId) internal view returns (uint256 sum) {
        for (uint256 id = 1; id <= escrow.agreementCount(); ++id) {
            (uint256 under,,,,,,, uint256 refunded,) = escrow.agreement(id);
            if (under == mandateId) sum += refunded;
        }
    }

    function assertAgreementInBalance(uint256 agreementId) internal view {
        (,,,,, uint256 funded, uint256 paid, uint256 refunded, uint256 count) = escrow.agreement(agreementId);
        uint256 held = 0;
        for (uint256 i = 0; i < count; ++i) {
            (IMilestoneEscrow.MilestoneStatus status, uint256 amount,,,,,) = escrow.milestone(agreementId, i);
            bool gone =
                status == IMilestoneEscrow.MilestoneStatus.PAID || status == IMilestoneEscrow.MilestoneStatus.REFUNDED;
            if (!gone) held += amount;
        }
        vm.assertEq(paid + refunded + held, funded, "paid + refunded + held = funded");
    }

    function _stewards() private view returns (address[] memory all) {
        all = new address[](stewardAccounts.length);
        for (uint256 i = 0; i < all.length; ++i) {
            all[i] = steward(i);
        }
    }

    function _one(address account) private pure returns (address[] memory out) {
        out = new address[](1);
        out[0] = account;
    }

    function _one(uint256 amount) private pure returns (uint256[] memory out) {
        out = new uint256[](1);
        out[0] = amount;
    }
}
