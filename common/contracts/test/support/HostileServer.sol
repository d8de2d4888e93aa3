// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IBidBook} from "../../src/interfaces/IBidBook.sol";
import {IBidElection} from "../../src/interfaces/IBidElection.sol";
import {IMilestoneEscrow} from "../../src/interfaces/IMilestoneEscrow.sol";
import {IRoadmap} from "../../src/interfaces/IRoadmap.sol";
import {IStewardCouncil} from "../../src/interfaces/IStewardCouncil.sol";
import {ITreasury} from "../../src/interfaces/ITreasury.sol";
import {IDistributions} from "../../src/interfaces/IDistributions.sol";
import {GovernedMarket} from "./GovernedMarket.sol";
import {CallingToken, ITransferListener} from "./HostileTokens.sol";
import {Shares} from "./Shares.sol";

/// @title A market whose servers are in the wrong hands.
/// @notice Members go on as always, and give everything that they sign to the relay. The relay sends it, keeps it, and then
/// sends it again, changed, late or in the middle of a transfer, and tries every function that moves money by itself. It is the
/// deployer as well. The payments of one budget line are in a token that calls it back, and that keeps payees from receiving
/// it now and then. Bidders are its friends, some to be paid at addresses chosen to confuse the books.
/// @dev Every function is one step of the fuzzer's. What is refused reverts, or is counted and ignored.
contract HostileServer is GovernedMarket, ITransferListener {
    using Shares for Shares.Share[];

    struct Call {
        address target;
        bytes data;
    }

    struct Offer {
        uint256 by;
        address payee;
        uint256 price;
    }

    /// @param upheld whether a vote agreed with it
    struct Challenge {
        address challenger;
        bool ofRejection;
        bool upheld;
        uint256 bond;
    }

    /// @param from the earliest time that it may take effect
    struct PayeeRequest {
        address payee;
        uint256 from;
    }

    /// @param paid what the agreement had paid, to this payee and those before, when the next took its place
    struct FormerPayee {
        address payee;
        uint256 paid;
    }

    bytes32 public constant CALLING_LINE = keccak256("Community Initiatives");
    uint256 public constant CALLING_AMOUNT = 300_000 * USD;
    bytes32 public constant COIN_LINE = keccak256("Coins");
    uint256 public constant COINS = 100 ether;
    uint256 public constant MOST_MANDATES = 30;
    uint256 public constant MOST_DISTRIBUTIONS = 12;
    uint256 public constant SHARES = 4;
    uint256 public constant PAYEES = 5;
    uint256 private constant MOST_BIDS = 4;
    uint256 private constant FIRST_PAYEE_KEY = 0xFA7EE;
    uint256 private constant CALLBACKS = 3;

    CallingToken private calling;
    Call[] private seen;
    uint256[] private proposals;
    mapping(uint256 mandateId => mapping(uint256 bidIndex => Offer)) private offers;
    mapping(address voter => uint256) private sequences;
    mapping(uint256 distributionId => Shares.Share[]) private shares;
    mapping(uint256 agreementId => mapping(uint256 index => Challenge)) private challenges;
    mapping(uint256 agreementId => PayeeRequest) private requests;
    mapping(uint256 agreementId => FormerPayee[]) private former;
    mapping(address payee => bool) private isBlocked;
    uint256 private random;
    bool private calledBack;

    uint256 public granted;
    uint256 public distributed;
    uint256 public leftWhileStopped;
    uint256 public refused;
    uint256 public callbacks;
    uint256 public extensions;
    uint256 public objections;
    uint256 public amended;
    uint256 public challengedApprovals;
    uint256 public challengedRejections;
    uint256 public upheldChallenges;
    uint256 public withdrawnBids;
    uint256 public changedPayees;
    uint256 public cancelledPayees;
    uint256 public paidLate;

    /// @notice Payee changes that the payee did not ask for, had cancelled, or that took effect before their time.
    uint256 public wrongfulPayees;

    /// @notice The payee that should be in force, of an agreement where a change of it was asked for.
    mapping(uint256 agreementId => address) public payeeInForce;

    /// @notice What payees who could not receive it have had sent to their wallets, in the calling token.
    mapping(address wallet => uint256) public withdrawnTo;

    /// @notice What a member would hold if no bond had ever been taken.
    mapping(address member => uint256) public stake;

    /// @notice What change orders took from an agreement, dropped milestones aside.
    mapping(uint256 agreementId => uint256) public returnedByChange;

    function setUp() public override {
        uint256 nonce = vm.getNonce(address(this));
        calling = new CallingToken(vm.computeCreateAddress(address(this), nonce + 5), CALLING_AMOUNT, this);
        super.setUp();
        vm.prank(bidder(5));
        gov.transfer(bidder(0), 50 * GOV);
        for (uint256 i = 0; i < 6; ++i) {
            vm.prank(bidder(i));
            gov.approve(address(bidBook), type(uint256).max);
            vm.prank(bidder(i));
            gov.approve(address(escrow), type(uint256).max);
            vm.prank(holder(i));
            gov.approve(address(escrow), type(uint256).max);
            (stake[bidder(i)], stake[holder(i)]) = (gov.balanceOf(bidder(i)), gov.balanceOf(holder(i)));
        }
        vm.deal(address(treasury), COINS);
        vm.prank(timelock);
        treasury.openLine(lineOf("Coins", address(0), COINS));
        for (uint256 i = 0; i < 3; ++i) {
            distribute(i);
        }
        // One agreement in each token, so that there are milestones from the first step on.
        grantMandate(true, false, 40_000 * USD, 0);
        grantMandate(true, true, 40_000 * USD, 0);
        makeDirect(1, 0);
        makeDirect(2, 0);
    }

    /// @dev Two lines, of which one pays in the token that calls back.
    function budgetLines() internal view override returns (ITreasury.LineConfig[] memory lines) {
        lines = new ITreasury.LineConfig[](2);
        lines[0] = lineOf("Ecosystem Funds", address(usd), LINE_AMOUNT);
        lines[1] = lineOf("Community Initiatives", address(calling), CALLING_AMOUNT);
    }

    // What members do.

    /// @notice A vote passes a mandate.
    function grantByVote(uint256 seed) public {
        seed = mixed(seed);
        if (treasury.mandateCount() == MOST_MANDATES) return;
        grantMandate(seed % 3 == 0, seed & 8 != 0, 1_000 * USD + (seed >> 8) % (99_000 * USD), seed);
    }

    /// @notice A vote passes a distribution, in any of the tokens; some lists add up to more than the total.
    function distributeByVote(uint256 seed) public {
        seed = mixed(seed);
        if (distributed < MOST_DISTRIBUTIONS) distribute(seed);
    }

    /// @notice The relay claims for somebody who is on a list; or the time for it is over, and it frees the rest.
    function claimShare(uint256 seed) public {
        seed = mixed(seed);
        uint256 id = 1 + seed % distributed;
        (, uint64 deadline,,) = treasury.distribution(id);
        if (block.timestamp > deadline) {
            return send(address(treasury), abi.encodeCall(IDistributions.closeDistribution, (id)));
        }
        uint256 place = (seed >> 8) % SHARES;
        Shares.Share memory one = shares[id][place];
        bytes32[] memory proof = shares[id].proof(place);
        send(address(treasury), abi.encodeCall(IDistributions.claim, (id, one.index, one.account, one.amount, proof)));
    }

    /// @notice Stewards stop payments, or a vote lifts the stop.
    function stopPayments(uint256 seed) public {
        seed = mixed(seed);
        if (block.timestamp < treasury.stoppedUntil()) {
            if (seed & 1 == 0) return waitUntil(treasury.stoppedUntil());
            vm.prank(timelock);
            return treasury.liftStop();
        }
        uint64 duration = uint64(1 hours + (seed >> 8) % 1 days);
        IStewardCouncil.Decision memory what =
            decision("stop payments", address(treasury), duration, 0, treasury.stopCount() + 1);
        what.contentHash = 0;
        send(address(treasury), abi.encodeCall(ITreasury.stop, (duration, REASON, approvals(what))));
    }

    /// @notice One of the last three mandates takes its next step.
    function advance(uint256 seed) public {
        seed = mixed(seed);
        uint256 mandates = treasury.mandateCount();
        uint256 mandateId = mandates - seed % (mandates < 3 ? mandates : 3);
        if (treasury.mandateTerms(mandateId).kind == ITreasury.MandateKind.DIRECT) return makeDirect(mandateId, seed);
        (uint64 openedAt, uint64 biddingEnds, uint64 revealEnds, uint64 reviewEnds) = bidBook.windows(mandateId);
        uint256 bids = bidBook.bidCount(mandateId);
        if (openedAt == 0) openBidding(mandateId, seed);
        else if (block.timestamp < biddingEnds) bids < MOST_BIDS ? bid(mandateId, seed) : waitUntil(biddingEnds);
        else if (block.timestamp < revealEnds) waitUntil(revealEnds);
        else if (block.timestamp < reviewEnds) review(mandateId, seed, reviewEnds);
        else advanceElection(mandateId, seed);
    }

    /// @notice Some milestone takes its next step: submitted, decided on or not, challenged or not, paid or refunded.
    function deliver(uint256 seed) public {
        seed = mixed(seed);
        (uint256 id, uint256 index) = someMilestone(seed);
        (
            IMilestoneEscrow.MilestoneStatus status,,
            uint64 dueAt,
            uint256 round,,
            uint64 reviewEnds,
            uint64 challengeEnds
        ) = escrow.milestone(id, index);
        if (status == IMilestoneEscrow.MilestoneStatus.PENDING && block.timestamp <= dueAt) {
            submit(id, index, round + 1);
        } else if (status == IMilestoneEscrow.MilestoneStatus.SUBMITTED) {
            decide(seed >> 16, id, index, round, reviewEnds);
            dispute(seed >> 32, id, index);
        } else if (dispute(seed >> 32, id, index)) {
            return;
        } else if (status == IMilestoneEscrow.MilestoneStatus.APPROVED) {
            waitUntil(challengeEnds);
            if (seed >> 16 & 1 == 0) send(address(escrow), abi.encodeCall(IMilestoneEscrow.release, (id, index)));
            else send(address(escrow), abi.encodeCall(IMilestoneEscrow.releaseBatch, (batch(seed))));
        } else if (status == IMilestoneEscrow.MilestoneStatus.CHALLENGED && seed >> 16 & 7 == 0) {
            waitUntil(block.timestamp + RULING_PERIOD);
            send(address(escrow), abi.encodeCall(IMilestoneEscrow.lapseChallenge, (id, index)));
        } else if (status == IMilestoneEscrow.MilestoneStatus.CHALLENGED) {
            judge(id, index, round, seed >> 16 & 1 != 0);
        } else {
            if (status == IMilestoneEscrow.MilestoneStatus.REJECTED) waitUntil(challengeEnds);
            send(address(escrow), abi.encodeCall(IMilestoneEscrow.refund, (id, index)));
        }
    }

    /// @notice The payee of an agreement asks for another, thinks better of it, or lets it take effect, in time or too early.
    function changePayee(uint256 seed) public {
        seed = mixed(seed);
        (uint256 id,) = someMilestone(seed);
        (uint256 mandateId,,, address payee_,,,,,) = escrow.agreement(id);
        (,,, uint256 last, address next,) = escrow.changesTo(id);
        uint256 choice = seed >> 16 & 7;
        if (next != address(0) && choice == 0) {
            vm.prank(payee_);
            escrow.cancelPayeeChange(id);
            delete requests[id];
            ++cancelledPayees;
        } else if (next != address(0) && choice != 1) {
            send(address(escrow), abi.encodeCall(IMilestoneEscrow.completePayeeChange, (id)));
        } else {
            (bool known, uint256 key) = keyOfPayee(payee_);
            if (!known) return;
            address to = offeredPayee(seed >> 32);
            bytes memory signed = signature(key, escrow.payeeChangeDigest(id, last + 1, to));
            send(address(escrow), abi.encodeCall(IMilestoneEscrow.changePayee, (id, last + 1, to, signed)));
            (,,,, next,) = escrow.changesTo(id);
            if (next != to) return;
            requests[id] = PayeeRequest(to, block.timestamp + treasury.mandateTerms(mandateId).challengePeriod);
            payeeInForce[id] = payee_;
        }
    }

    /// @notice A payee can no longer receive the calling token, or can again; or what it is owed of it is sent where it says.
    function payLate(uint256 seed) public {
        seed = mixed(seed);
        address payee_ = signingPayee(seed % PAYEES);
        uint256 amount = escrow.owed(address(calling), payee_);
        for (uint256 i = 1; i < PAYEES && amount == 0; ++i) {
            payee_ = signingPayee((seed + i) % PAYEES);
            amount = escrow.owed(address(calling), payee_);
        }
        if (amount == 0 || seed >> 8 & 3 == 0) {
            isBlocked[payee_] = !isBlocked[payee_];
            return calling.setBlocked(payee_, isBlocked[payee_]);
        }
        address to = isBlocked[payee_] ? walletOf(payee_) : payee_;
        vm.prank(payee_);
        escrow.withdraw(address(calling), to);
        if (to != payee_) withdrawnTo[to] += amount;
        ++paidLate;
    }

    /// @notice A bidder thinks better of a bid; or the bond of a bid withdrawn or never revealed is due, and the relay sees to it.
    function settleBond(uint256 seed) public {
        seed = mixed(seed);
        uint256 mandateId = treasury.mandateCount() - seed % 3;
        uint256 bids = bidBook.bidCount(mandateId);
        if (bids == 0) return;
        uint256 index = (seed >> 8) % bids;
        (IBidBook.BidStatus status, address by,,,,,) = bidBook.bid(mandateId, index);
        (, uint64 biddingEnds,,) = bidBook.windows(mandateId);
        if (status == IBidBook.BidStatus.WITHDRAWN) {
            send(address(bidBook), abi.encodeCall(IBidBook.returnBond, (mandateId, index)));
        } else if (block.timestamp < biddingEnds) {
            vm.prank(by);
            bidBook.withdraw(mandateId, index);
            ++withdrawnBids;
        } else if (status == IBidBook.BidStatus.COMMITTED) {
            send(address(bidBook), abi.encodeCall(IBidBook.forfeitBond, (mandateId, index)));
        }
    }

    /// @notice Both sides, or a vote, change what an agreement still asks for; or a vote ends it, or judges what stewards did.
    function amend(uint256 seed) public {
        seed = mixed(seed);
        (uint256 id, uint256 index) = someMilestone(seed);
        (IMilestoneEscrow.MilestoneStatus status, uint256 amount,, uint256 round,,,) = escrow.milestone(id, index);
        bool judged = status != IMilestoneEscrow.MilestoneStatus.PENDING
            && status != IMilestoneEscrow.MilestoneStatus.PAID && status != IMilestoneEscrow.MilestoneStatus.REFUNDED;
        (bool terminated, uint256 changes,,,,) = escrow.changesTo(id);
        if (judged) {
            judge(id, index, round, seed >> 16 & 1 == 0);
        } else if (terminated || status != IMilestoneEscrow.MilestoneStatus.PENDING) {
            return;
        } else if (seed >> 16 & 3 == 0) {
            vm.prank(timelock);
            escrow.terminate(id, REASON);
        } else {
            IMilestoneEscrow.Change[] memory change = new IMilestoneEscrow.Change[](1);
            uint256 to = (seed >> 24) % (amount + 1);
            change[0] = IMilestoneEscrow.Change(index, IBidBook.Milestone(to, 30 days, REASON));
            changeOrder(id, changes + 1, change);
            (, uint256 after_,,,,) = escrow.changesTo(id);
            if (after_ != changes && to != 0) returnedByChange[id] += amount - to;
        }
        ++amended;
    }

    /// @notice Tokens with votes change hands: from an honest holder (but the richest) to another, or from one of the server's friends to anybody.
    function moveVotes(uint256 seed) public {
        seed = mixed(seed);
        bool honest = seed & 1 == 0;
        address from = honest ? holder((seed >> 1) % 5) : bidder((seed >> 1) % 6);
        address to = honest ? holder((seed >> 8) % 6) : bidder((seed >> 8) % 6);
        uint256 amount = (seed >> 16) % (gov.balanceOf(from) + 1);
        vm.prank(from);
        gov.transfer(to, amount);
        stake[from] -= amount;
        stake[to] += amount;
        vm.prank(from);
        gov.delegate(seed >> 160 & 1 == 0 ? from : to);
    }

    function passTime(uint256 seed) public {
        waitUntil(block.timestamp + seed % 12 hours);
    }

    // What the server does.

    /// @notice Sends once more what it has seen before.
    function replay(uint256 seed) public {
        seed = mixed(seed);
        Call storage chosen = seen[seed % seen.length];
        attempt(chosen.target, chosen.data);
    }

    /// @notice Sends what it has seen with one word of it changed: an id, a payee, an amount, a round, part of a signature.
    function alter(uint256 seed, uint256 word, uint256 value) public {
        seed = mixed(seed);
        Call memory chosen = seen[seed % seen.length];
        uint256 words = (chosen.data.length - 4) / 32;
        bytes memory data = chosen.data;
        uint256 place = 36 + 32 * (word % words);
        value = someWord(value);
        assembly ("memory-safe") {
            mstore(add(data, place), value)
        }
        attempt(chosen.target, data);
    }

    /// @notice Calls, for itself, what moves money or gives the right to.
    function steal(uint256 seed, uint256 amount) public {
        seed = mixed(seed);
        uint256 mandateId = 1 + (seed >> 8) % treasury.mandateCount();
        (uint256 id, uint256 index) = someMilestone(seed >> 16);
        address[] memory self = new address[](1);
        self[0] = anyone;
        address[] memory none = new address[](0);
        bytes32[] memory noProof = new bytes32[](0);
        Call[34] memory thefts = [
            Call(address(treasury), abi.encodeCall(ITreasury.fund, (mandateId, amount))),
            Call(address(treasury), abi.encodeCall(ITreasury.recordSpent, (mandateId, amount))),
            Call(address(treasury), abi.encodeCall(ITreasury.recordRefund, (mandateId, amount))),
            Call(address(treasury), abi.encodeCall(ITreasury.closeMandate, (mandateId))),
            Call(address(treasury), abi.encodeCall(ITreasury.grantMandate, (direct()))),
            Call(address(escrow), abi.encodeCall(IMilestoneEscrow.release, (id, index))),
            Call(address(escrow), abi.encodeCall(IMilestoneEscrow.refund, (id, index))),
            Call(address(escrow), abi.encodeCall(IMilestoneEscrow.closeReview, (id, index))),
            Call(address(escrow), abi.encodeCall(IMilestoneEscrow.rule, (id, index, 1, true, REASON))),
            Call(address(escrow), abi.encodeCall(IMilestoneEscrow.submit, (id, index, 1, EVIDENCE))),
            Call(address(escrow), abi.encodeCall(IMilestoneEscrow.releaseBatch, (batch(seed)))),
            Call(address(escrow), abi.encodeCall(IMilestoneEscrow.lapseChallenge, (id, index))),
            Call(address(escrow), abi.encodeCall(IMilestoneEscrow.terminate, (id, REASON))),
            Call(address(escrow), abi.encodeCall(IMilestoneEscrow.changePayee, (id, 1, anyone, new bytes(65)))),
            Call(address(escrow), abi.encodeCall(IMilestoneEscrow.completePayeeChange, (id))),
            Call(address(escrow), abi.encodeCall(IMilestoneEscrow.cancelPayeeChange, (id))),
            Call(address(escrow), abi.encodeCall(IMilestoneEscrow.withdraw, (address(usd), anyone))),
            Call(address(escrow), abi.encodeCall(IMilestoneEscrow.withdraw, (address(calling), anyone))),
            Call(address(escrow), abi.encodeCall(IMilestoneEscrow.challenge, (id, index, REASON))),
            Call(
                address(escrow),
                abi.encodeCall(IMilestoneEscrow.createDirect, (mandateId, anyone, milestones(1_000), new bytes(65)))
            ),
            Call(address(council), abi.encodeCall(IStewardCouncil.change, (self, none, 1))),
            Call(address(roadmap), abi.encodeCall(IRoadmap.setServiceEntity, (anyone))),
            Call(address(bidBook), abi.encodeCall(IBidBook.returnBond, (mandateId, seed % MOST_BIDS))),
            Call(address(bidBook), abi.encodeCall(IBidBook.forfeitBond, (mandateId, seed % MOST_BIDS))),
            Call(address(bidBook), abi.encodeCall(IBidBook.readmit, (mandateId, seed % MOST_BIDS))),
            Call(address(election), abi.encodeCall(IBidElection.objectToAward, (mandateId, REASON))),
            Call(address(election), abi.encodeCall(IBidElection.resolveObjection, (mandateId, amount & 1 == 0))),
            Call(address(treasury), abi.encodeCall(ITreasury.allocate, (LINE, amount))),
            Call(address(treasury), abi.encodeCall(ITreasury.setLinePeriod, (LINE, 1, type(uint256).max))),
            Call(address(treasury), abi.encodeCall(ITreasury.openLine, (lineOf("Mine", address(usd), 0)))),
            Call(address(treasury), abi.encodeCall(ITreasury.liftStop, ())),
            Call(address(treasury), abi.encodeCall(IDistributions.openDistribution, (ownDistribution()))),
            Call(
                address(treasury),
                abi.encodeCall(IDistributions.claim, (1 + amount % distributed, seed % 5, anyone, amount, noProof))
            ),
            Call(address(treasury), abi.encodeCall(IDistributions.closeDistribution, (1 + amount % distributed)))
        ];
        Call memory chosen = thefts[seed % thefts.length];
        attempt(chosen.target, chosen.data);
    }

    /// @notice A friend proposes a mandate for the server, and all of them vote for it; an honest holder votes against some.
    function proposeTheft(uint256 seed) public {
        seed = mixed(seed);
        (address[] memory targets, uint256[] memory values, bytes[] memory data) =
            (new address[](1), new uint256[](1), new bytes[](1));
        targets[0] = address(treasury);
        data[0] = abi.encodeCall(ITreasury.grantMandate, (direct()));
        vm.prank(bidder(0));
        uint256 proposalId = governor.propose(targets, values, data, "Harmless");
        proposals.push(proposalId);
        waitUntil(governor.proposalSnapshot(proposalId) + 1);
        for (uint256 i = 0; i < 6; ++i) {
            vm.prank(bidder(i));
            governor.castVote(proposalId, 1);
        }
        if (seed & 1 == 0) {
            vm.prank(holder(5));
            governor.castVote(proposalId, 0);
        }
        waitUntil(governor.proposalDeadline(proposalId) + 1);
        Call memory queueing =
            Call(address(governor), abi.encodeCall(governor.queue, (targets, values, data, keccak256("Harmless"))));
        attempt(queueing.target, queueing.data);
    }

    /// @notice The server's friend, the token, gives it control in the middle of a transfer.
    function onTransfer() external {
        if (calledBack || seen.length == 0) return;
        calledBack = true;
        for (uint256 i = 0; i < CALLBACKS; ++i) {
            uint256 seed = uint256(keccak256(abi.encode(random, ++callbacks)));
            seed & 1 == 0 ? replay(seed >> 1) : steal(seed >> 1, seed >> 200);
        }
        calledBack = false;
    }

    // What the invariants read.

    function contracts() external view returns (address[10] memory) {
        return [
            address(treasury),
            address(bidBook),
            address(election),
            address(escrow),
            address(council),
            address(roadmap),
            address(gov),
            address(usd),
            address(governor),
            timelock
        ];
    }

    function callingToken() external view returns (address) {
        return address(calling);
    }

    function proposalIds() external view returns (uint256[] memory) {
        return proposals;
    }

    function share(uint256 distributionId, uint256 place) external view returns (Shares.Share memory) {
        return shares[distributionId][place];
    }

    /// @notice All who held tokens with votes to begin with; they trade them among themselves.
    function members() external pure returns (address[] memory all) {
        all = new address[](12);
        for (uint256 i = 0; i < 6; ++i) {
            (all[i], all[6 + i]) = (holder(i), bidder(i));
        }
    }

    /// @notice Whom agreements may pay.
    function payees() external view returns (address[] memory all) {
        all = new address[](PAYEES + 1);
        for (uint256 i = 0; i < PAYEES; ++i) {
            all[i] = signingPayee(i);
        }
        all[PAYEES] = address(calling);
    }

    /// @notice Where a payee wants what it cannot receive itself.
    function walletOf(address payee_) public pure returns (address) {
        return address(uint160(payee_) ^ 1);
    }

    function challengeOf(uint256 agreementId, uint256 index) external view returns (Challenge memory) {
        return challenges[agreementId][index];
    }

    function formerPayees(uint256 agreementId) external view returns (FormerPayee[] memory) {
        return former[agreementId];
    }

    // Steps of steps.

    /// @dev Half of what can be challenged is. Somebody without enough votes has a bond. No milestone is submitted again once it
    /// has been challenged.
    function dispute(uint256 seed, uint256 id, uint256 index) private returns (bool done) {
        (IMilestoneEscrow.MilestoneStatus status,,,,,, uint64 challengeEnds) = escrow.milestone(id, index);
        bool ofRejection = status == IMilestoneEscrow.MilestoneStatus.REJECTED;
        if (!ofRejection && status != IMilestoneEscrow.MilestoneStatus.APPROVED) return false;
        if (block.timestamp >= challengeEnds || challenges[id][index].challenger != address(0)) return false;
        if (seed & 1 == 0) return false;
        address challenger = bidder((seed >> 8) % 6);
        if (seed & 6 == 0 || gov.balanceOf(challenger) < CHALLENGE_BOND) challenger = holder((seed >> 8) % 5);
        uint256 votes = gov.getPastVotes(challenger, block.timestamp - 1);
        vm.prank(challenger);
        escrow.challenge(id, index, REASON);
        uint256 bond = votes < CHALLENGE_THRESHOLD ? CHALLENGE_BOND : 0;
        challenges[id][index] = Challenge(challenger, ofRejection, false, bond);
        ofRejection ? ++challengedRejections : ++challengedApprovals;
        return true;
    }

    /// @dev By vote.
    function judge(uint256 id, uint256 index, uint256 round, bool approved) private {
        (IMilestoneEscrow.MilestoneStatus status,,,,,,) = escrow.milestone(id, index);
        vm.prank(timelock);
        escrow.rule(id, index, round, approved, REASON);
        Challenge storage raised = challenges[id][index];
        if (status != IMilestoneEscrow.MilestoneStatus.CHALLENGED || raised.ofRejection != approved) return;
        raised.upheld = true;
        ++upheldChallenges;
    }

    /// @dev Up to a thousand dollars or a coin; the total is that of the list, or less by up to a quarter.
    function distribute(uint256 seed) private {
        bytes32[3] memory lines = [LINE, CALLING_LINE, COIN_LINE];
        bytes32 lineId = lines[seed % 3];
        uint256 most = lineId == COIN_LINE ? 1 ether : 1_000 * USD;
        uint256 id = ++distributed;
        uint256 sum = 0;
        for (uint256 i = 0; i < SHARES; ++i) {
            shares[id].push(Shares.Share(i * 100, somePayee(seed >> (8 * i + 8)), 1 + mixed(seed + i) % most));
            sum += shares[id][i].amount;
        }
        uint256 total = seed >> 64 & 1 == 0 ? sum : sum - (seed >> 72) % (sum / 4 + 1);
        uint64 deadline = uint64(block.timestamp + 1 days + (seed >> 128) % 60 days);
        vm.prank(timelock);
        treasury.openDistribution(IDistributions.DistributionTerms(lineId, shares[id].root(), total, deadline));
    }

    function ownDistribution() private view returns (IDistributions.DistributionTerms memory) {
        bytes32 root = Shares.leaf(Shares.Share(0, anyone, LINE_AMOUNT));
        return IDistributions.DistributionTerms(LINE, root, LINE_AMOUNT, uint64(block.timestamp + 1 days));
    }

    /// @dev Bidders do not miss the time for revealing, whatever the others wait for.
    function waitUntil(uint256 time) private {
        for (uint256 id = 1; id <= treasury.mandateCount(); ++id) {
            (, uint64 biddingEnds, uint64 revealEnds,) = bidBook.windows(id);
            if (block.timestamp >= revealEnds || time < revealEnds) continue;
            if (block.timestamp < biddingEnds) vm.warp(biddingEnds);
            revealAll(id);
        }
        if (block.timestamp < time) vm.warp(time);
    }

    function grantMandate(bool isDirect, bool inCallingToken, uint256 cap, uint256 seed) private {
        ITreasury.MandateTerms memory terms = isDirect ? direct() : competition();
        if (inCallingToken) (terms.lineId, terms.token) = (CALLING_LINE, address(calling));
        terms.cap = cap;
        terms.expiry = uint64(block.timestamp + 365 days);
        terms.awardRule = ITreasury.AwardRule((seed >> 4) % 2);
        grant(terms);
        ++granted;
    }

    function makeDirect(uint256 mandateId, uint256 seed) private {
        uint256 cap = treasury.mandateTerms(mandateId).cap;
        address to = offeredPayee(seed >> 8);
        bytes32 digest = escrow.directAgreementDigest(mandateId, to, cap, keccak256(abi.encode(milestones(cap))));
        bytes memory signed = signature(ENTITY_KEY, digest);
        send(address(escrow), abi.encodeCall(IMilestoneEscrow.createDirect, (mandateId, to, milestones(cap), signed)));
    }

    /// @dev With a first bid at once: others may let the time pass.
    function openBidding(uint256 mandateId, uint256 seed) private {
        send(address(bidBook), abi.encodeCall(IBidBook.open, (mandateId)));
        bid(mandateId, seed);
    }

    function bid(uint256 mandateId, uint256 seed) private {
        uint256 by = (seed >> 8) % 6;
        uint256 cap = treasury.mandateTerms(mandateId).cap;
        uint256 index = bidBook.bidCount(mandateId);
        Offer memory offer = Offer(by, offeredPayee(seed >> 16), 4 + (seed >> 32) % (cap - 4));
        offers[mandateId][index] = offer;
        bytes32 commitment = bidBook.commitmentOf(sealedTerms(mandateId, index));
        bytes memory signed = signature(FIRST_BIDDER_KEY + by, bidBook.bidDigest(mandateId, bidder(by), commitment));
        send(
            address(bidBook),
            abi.encodeCall(IBidBook.commitBySig, (mandateId, bidder(by), commitment, signed, noPermit()))
        );
    }

    function revealAll(uint256 mandateId) private {
        uint256 bids = bidBook.bidCount(mandateId);
        for (uint256 i = 0; i < bids; ++i) {
            (IBidBook.BidStatus status,,, bytes32 commitment,,,) = bidBook.bid(mandateId, i);
            // One in eight is forgotten.
            if (status != IBidBook.BidStatus.COMMITTED || uint256(commitment) % 8 == 0) continue;
            IBidBook.Milestone[] memory planned = milestones(offers[mandateId][i].price);
            send(address(bidBook), abi.encodeCall(IBidBook.reveal, (mandateId, i, sealedTerms(mandateId, i), planned)));
        }
    }

    function review(uint256 mandateId, uint256 seed, uint64 reviewEnds) private {
        if (seed >> 8 & 1 == 0) {
            uint256 index = (seed >> 16) % MOST_BIDS;
            IStewardCouncil.Decision memory what = decision("disqualify bid", address(bidBook), mandateId, index, 0);
            what.contentHash = bidBook.commitmentOf(sealedTerms(mandateId, index));
            send(address(bidBook), abi.encodeCall(IBidBook.disqualify, (mandateId, index, REASON, approvals(what))));
        }
        waitUntil(reviewEnds);
    }

    function advanceElection(uint256 mandateId, uint256 seed) private {
        (IBidElection.ElectionStatus status,, uint64 votingEnds,, uint64 standstillEnds,,) =
            election.election(mandateId);
        if (status == IBidElection.ElectionStatus.NONE) {
            send(address(election), abi.encodeCall(IBidElection.open, (mandateId)));
            castBallots(mandateId, seed);
        } else if (status == IBidElection.ElectionStatus.VOTING) {
            castBallots(mandateId, seed);
            if (seed >> 128 & 1 == 0) return;
            if (seed >> 129 & 1 == 0) {
                waitUntil(votingEnds - 1);
                castBallots(mandateId, seed >> 64);
            }
            (,, uint64 extended,,,,) = election.election(mandateId);
            if (extended != votingEnds) ++extensions;
            waitUntil(extended);
            send(address(election), abi.encodeCall(IBidElection.decide, (mandateId, rightOrder(mandateId))));
            if (seed >> 130 & 3 != 0) object(mandateId, seed >> 131);
        } else {
            waitUntil(standstillEnds);
            uint16[] memory won = election.winners(mandateId);
            for (uint256 i = 0; i < won.length; ++i) {
                IBidBook.Milestone[] memory planned = milestones(offers[mandateId][won[i]].price);
                send(address(escrow), abi.encodeCall(IMilestoneEscrow.create, (mandateId, won[i], planned)));
            }
        }
    }

    /// @dev By a holder or by stewards, in time or not; a vote ends it, or none does.
    function object(uint256 mandateId, uint256 seed) private {
        if (seed & 1 == 0) {
            vm.prank(holder(5));
            try election.objectToAward(mandateId, REASON) {} catch {}
        } else {
            IStewardCouncil.Decision memory what = decision("object to award", address(election), mandateId, 0, 0);
            what.contentHash = keccak256(abi.encode(election.winners(mandateId)));
            bytes memory data =
                abi.encodeCall(IBidElection.objectToAwardAsStewards, (mandateId, REASON, approvals(what)));
            send(address(election), data);
        }
        (IBidElection.ObjectionStatus status,) = election.objection(mandateId);
        if (status != IBidElection.ObjectionStatus.LIVE) return;
        ++objections;
        if (seed & 2 == 0) return;
        vm.prank(timelock);
        election.resolveObjection(mandateId, seed & 28 == 28);
    }

    /// @dev Two honest holders and one friend of the server's, each time anew; the richest likes every bid.
    function castBallots(uint256 mandateId, uint256 seed) private {
        IBidElection.SignedBallot[] memory ballots = new IBidElection.SignedBallot[](3);
        uint256 mask = (1 << 2 * bidBook.bidCount(mandateId)) - 1;
        uint256[3] memory keys = [FIRST_HOLDER_KEY + 5, FIRST_HOLDER_KEY + (seed >> 8) % 5, FIRST_BIDDER_KEY];
        for (uint256 i = 0; i < 3; ++i) {
            uint256 choices = i == 0 ? 0x55 : seed >> 16 + 8 * i;
            bytes memory packed_ = abi.encodePacked(uint8(choices & mask));
            ballots[i] = signedBallot(mandateId, keys[i], ++sequences[vm.addr(keys[i])], packed_);
        }
        send(address(election), abi.encodeCall(IBidElection.castBatch, (mandateId, ballots)));
    }

    function changeOrder(uint256 id, uint256 number, IMilestoneEscrow.Change[] memory change) private {
        bytes32 hash = keccak256(abi.encode(change));
        IStewardCouncil.Decision memory decided = decision("change agreement", address(escrow), id, number, 0);
        decided.contentHash = hash;
        bytes memory signed = signature(keyOfContractor(id), escrow.changeOrderDigest(id, number, hash));
        send(
            address(escrow),
            abi.encodeCall(IMilestoneEscrow.changeOrder, (id, number, change, signed, approvals(decided)))
        );
    }

    function batch(uint256 seed) private view returns (IMilestoneEscrow.Due[] memory due) {
        due = new IMilestoneEscrow.Due[](3);
        for (uint256 i = 0; i < 3; ++i) {
            (due[i].agreementId, due[i].milestone) = someMilestone(i == 0 ? seed : seed >> 16 * i);
        }
    }

    function keyOfContractor(uint256 id) private view returns (uint256 key) {
        (,, address contractor,,,,,,) = escrow.agreement(id);
        key = ENTITY_KEY;
        for (uint256 i = 0; i < 6; ++i) {
            if (bidder(i) == contractor) key = FIRST_BIDDER_KEY + i;
        }
    }

    function submit(uint256 id, uint256 index, uint256 round) private {
        bytes memory signed = signature(keyOfContractor(id), escrow.submissionDigest(id, index, round, EVIDENCE));
        send(address(escrow), abi.encodeCall(IMilestoneEscrow.submitBySig, (id, index, round, EVIDENCE, signed)));
    }

    function decide(uint256 seed, uint256 id, uint256 index, uint256 round, uint64 reviewEnds) private {
        uint256 choice = seed % 5;
        bytes memory data;
        if (choice < 2) {
            IStewardCouncil.Approval[] memory signed = approvalsOf("approve milestone", id, index, round);
            data = abi.encodeCall(IMilestoneEscrow.approve, (id, index, round, signed));
        } else if (choice == 2) {
            IStewardCouncil.Approval[] memory signed = approvalsOf("send back milestone", id, index, round);
            data = abi.encodeCall(IMilestoneEscrow.sendBack, (id, index, round, REASON, signed));
        } else if (choice == 3) {
            IStewardCouncil.Approval[] memory signed = approvalsOf("reject milestone", id, index, round);
            data = abi.encodeCall(IMilestoneEscrow.reject, (id, index, round, REASON, signed));
        } else {
            waitUntil(reviewEnds);
            data = abi.encodeCall(IMilestoneEscrow.closeReview, (id, index));
        }
        send(address(escrow), data);
    }

    /// @dev The relay does its work, and remembers.
    function send(address target, bytes memory data) private {
        seen.push(Call(target, data));
        attempt(target, data);
    }

    function attempt(address target, bytes memory data) private {
        random = uint256(keccak256(abi.encode(random, data)));
        bool isStopped = block.timestamp < treasury.stoppedUntil();
        uint256[3] memory before = holdings();
        (uint256 id, FormerPayee memory until) = completing(data);
        vm.prank(anyone);
        (bool done,) = target.call(data);
        if (!done) ++refused;
        else if (id != 0) notePayee(id, until);
        uint256[3] memory then = holdings();
        for (uint256 i = 0; i < 3; ++i) {
            if (isStopped && then[i] < before[i]) ++leftWhileStopped;
        }
    }

    /// @dev The agreement whose payee this call may replace, and its payee until now. The fuzzer makes none by itself.
    function completing(bytes memory data) private view returns (uint256 id, FormerPayee memory until) {
        if (bytes4(data) != IMilestoneEscrow.completePayeeChange.selector) return (0, until);
        assembly ("memory-safe") {
            id := mload(add(data, 36))
        }
        if (id == 0 || id > escrow.agreementCount()) return (0, until);
        (,,, until.payee,,, until.paid,,) = escrow.agreement(id);
    }

    function notePayee(uint256 id, FormerPayee memory until) private {
        PayeeRequest memory asked = requests[id];
        delete requests[id];
        (,,, address payee_,,,,,) = escrow.agreement(id);
        if (payee_ != asked.payee || block.timestamp < asked.from) ++wrongfulPayees;
        former[id].push(until);
        payeeInForce[id] = payee_;
        ++changedPayees;
    }

    function holdings() private view returns (uint256[3] memory) {
        return [usd.balanceOf(address(treasury)), calling.balanceOf(address(treasury)), address(treasury).balance];
    }

    function rightOrder(uint256 mandateId) private view returns (uint16[] memory approved) {
        uint256 bids = bidBook.bidCount(mandateId);
        approved = new uint16[](bids);
        uint256 count = 0;
        for (uint16 i = 0; i < bids; ++i) {
            if (!election.isApproved(mandateId, i)) continue;
            uint256 place = count++;
            while (place > 0 && ranksBefore(mandateId, i, approved[place - 1])) {
                approved[place] = approved[place - 1];
                --place;
            }
            approved[place] = i;
        }
        assembly ("memory-safe") {
            mstore(approved, count)
        }
    }

    function ranksBefore(uint256 mandateId, uint16 left, uint16 right) private view returns (bool) {
        (uint256 yes, uint256 no) = election.tally(mandateId, left);
        (uint256 otherYes, uint256 otherNo) = election.tally(mandateId, right);
        if (yes - no != otherYes - otherNo) return yes - no > otherYes - otherNo;
        uint256 price = offers[mandateId][left].price;
        uint256 otherPrice = offers[mandateId][right].price;
        return price != otherPrice ? price < otherPrice : left < right;
    }

    function sealedTerms(uint256 mandateId, uint256 index) private view returns (IBidBook.BidTerms memory terms) {
        Offer storage offer = offers[mandateId][index];
        terms = termsOf(offer.by, offer.price);
        terms.payee = offer.payee;
        terms.token = treasury.mandateTerms(mandateId).token;
        terms.salt = bytes32(index);
    }

    function someMilestone(uint256 seed) private view returns (uint256 id, uint256 index) {
        return (1 + seed % escrow.agreementCount(), (seed >> 8) % 2);
    }

    /// @dev Now and then one that is refused.
    function offeredPayee(uint256 seed) private view returns (address) {
        return seed % 16 == 0 ? somePayee(seed >> 4) : signingPayee(seed % PAYEES);
    }

    /// @dev Besides plain accounts, the DAO's own contracts: being paid there must not blur what they hold for others.
    function somePayee(uint256 seed) private view returns (address) {
        seed = seed % 8;
        if (seed < PAYEES) return signingPayee(seed);
        return [address(escrow), address(treasury), address(calling)][seed - PAYEES];
    }

    function signingPayee(uint256 i) private pure returns (address) {
        return vm.addr(FIRST_PAYEE_KEY + i);
    }

    function keyOfPayee(address payee_) private pure returns (bool known, uint256 key) {
        for (key = FIRST_PAYEE_KEY; key < FIRST_PAYEE_KEY + PAYEES; ++key) {
            if (vm.addr(key) == payee_) return (true, key);
        }
    }

    /// @dev The fuzzer prefers small numbers and ones that it has met; what is chosen by them should be chosen evenly.
    function mixed(uint256 seed) private pure returns (uint256) {
        return uint256(keccak256(abi.encode(seed)));
    }

    /// @dev A small number, the server's address, or whatever the fuzzer made up.
    function someWord(uint256 value) private view returns (uint256) {
        if (value % 4 == 0) return (value >> 8) % 10;
        return value % 4 == 1 ? uint256(uint160(anyone)) : value;
    }
}
