// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IVotes} from "@openzeppelin/contracts/governance/utils/IVotes.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {Address} from "@openzeppelin/contracts/utils/Address.sol";
import {ReentrancyGuard} from "@openzeppelin/contracts/utils/ReentrancyGuard.sol";
import {MerkleProof} from "@openzeppelin/contracts/utils/cryptography/MerkleProof.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {BitMaps} from "@openzeppelin/contracts/utils/structs/BitMaps.sol";
import {IDistributions} from "./interfaces/IDistributions.sol";
import {IMilestoneEscrow} from "./interfaces/IMilestoneEscrow.sol";
import {IRoadmap} from "./interfaces/IRoadmap.sol";
import {IStewardCouncil} from "./interfaces/IStewardCouncil.sol";
import {ITreasury} from "./interfaces/ITreasury.sol";
import {Voteless} from "./libraries/Voteless.sol";

/// @title The DAO's funds. Money leaves for the escrow within a mandate, or to the accounts of a distribution, each granted
/// by a vote.
contract Treasury is ITreasury, IDistributions, ReentrancyGuard {
    using SafeERC20 for IERC20;
    using BitMaps for BitMaps.BitMap;

    /// @dev promised counts in the period that began at periodStart.
    struct Line {
        string name;
        address token;
        uint64 periodLength;
        uint256 allocated;
        uint256 reserved;
        uint256 spent;
        uint256 periodCap;
        uint256 promised;
        uint64 periodStart;
    }

    /// @dev funded counts everything ever sent to the escrow, so that a refund cannot be committed a second time.
    /// stoppedBefore is stoppedSeconds() at the grant.
    struct Mandate {
        MandateTerms terms;
        uint256 funded;
        uint256 spent;
        uint256 refunded;
        bool closed;
        uint64 stoppedBefore;
    }

    struct Distribution {
        DistributionTerms terms;
        uint256 claimed;
        bool closed;
        uint64 stoppedBefore;
        BitMaps.BitMap isPaid;
    }

    struct Stop {
        uint64 from;
        uint64 until;
    }

    /// @notice Most bids on one ballot: with more, counting them might not fit into one transaction.
    uint16 public constant MAX_BIDS = 500;

    /// @notice Most seconds that payments may be stopped for within STOP_WINDOW, wherever it begins.
    uint64 public constant MOST_STOPPED = 7 days;
    uint64 public constant STOP_WINDOW = 90 days;

    /// @notice The shortest stop: few enough of them fit into a window to be added up.
    uint64 public constant SHORTEST_STOP = 1 hours;

    uint256 private constant BPS = 10_000;

    /// @dev Stands for the native coin where a token is expected.
    address private constant COIN = address(0);

    address public immutable timelock;
    IRoadmap public immutable roadmap;
    IStewardCouncil public immutable council;
    IMilestoneEscrow public immutable escrow;

    /// @notice Whether a mandate has been granted for a purpose.
    mapping(bytes32 purposeHash => bool) public granted;

    /// @inheritdoc ITreasury
    uint64 public stoppedUntil;

    /// @dev The length of all stops, the rest of one that has not ended included.
    uint64 private _stopsInAll;

    Floors private _floors;
    bytes32[] private _lineIds;
    mapping(bytes32 lineId => Line) private _lines;
    Mandate[] private _mandates;
    Distribution[] private _distributions;
    Stop[] private _stops;

    /// @dev What the lines have of a token here, the escrow's part left out.
    mapping(address token => uint256) private _ofLines;

    modifier onlyTimelock() {
        if (msg.sender != timelock) revert OnlyTimelock(msg.sender);
        _;
    }

    modifier onlyEscrow() {
        if (msg.sender != address(escrow)) revert OnlyEscrow(msg.sender);
        _;
    }

    modifier unlessStopped() {
        if (block.timestamp < stoppedUntil) revert PaymentsAreStopped(stoppedUntil);
        _;
    }

    /// @dev The lines' money need not have come yet.
    constructor(
        address timelock_,
        IRoadmap roadmap_,
        IStewardCouncil council_,
        IMilestoneEscrow escrow_,
        IVotes governanceToken,
        Floors memory floors_,
        LineConfig[] memory lines
    ) {
        timelock = timelock_;
        roadmap = roadmap_;
        council = council_;
        escrow = escrow_;
        _floors = floors_;
        Voteless.renounce(governanceToken);
        for (uint256 i = 0; i < lines.length; ++i) {
            _openLine(lines[i]);
        }
    }

    /// @notice Takes the native coin, as surplus.
    receive() external payable {}

    /// @inheritdoc ITreasury
    function openLine(LineConfig calldata config) external onlyTimelock nonReentrant {
        _requireSurplus(config.token, config.allocated);
        _openLine(config);
    }

    /// @inheritdoc ITreasury
    function allocate(bytes32 lineId, uint256 allocated) external onlyTimelock nonReentrant {
        Line storage budget = _knownLine(lineId);
        uint256 inUse = budget.reserved + budget.spent;
        if (allocated < inUse) revert AllocationInUse(allocated, inUse);
        uint256 previous = budget.allocated;
        if (allocated > previous) _requireSurplus(budget.token, allocated - previous);
        budget.allocated = allocated;
        _ofLines[budget.token] = _ofLines[budget.token] + allocated - previous;
        emit LineAllocated(lineId, previous, allocated);
    }

    /// @inheritdoc ITreasury
    function setLinePeriod(bytes32 lineId, uint64 periodLength, uint256 periodCap) external onlyTimelock {
        _setLinePeriod(lineId, _knownLine(lineId), periodLength, periodCap);
    }

    /// @inheritdoc ITreasury
    function stop(uint64 duration, bytes32 reasonHash, IStewardCouncil.Approval[] calldata approvals)
        external
        unlessStopped
    {
        if (duration < SHORTEST_STOP) revert BadTerm("duration", duration);
        if (reasonHash == 0) revert ReasonMissing();
        if (duration > MOST_STOPPED) revert StopTooLong(duration, MOST_STOPPED);
        // The window that ends with this stop decides: an earlier one loses as much of it as it gains of older ones, or more.
        uint64 left = MOST_STOPPED - _stoppedSince(uint64(block.timestamp) + duration - STOP_WINDOW);
        if (duration > left) revert StopTooLong(duration, left);
        uint256 round = _stops.length + 1;
        if (msg.sender != timelock) {
            council.requireApproved(
                IStewardCouncil.Decision("stop payments", address(this), duration, 0, round, 0, reasonHash), approvals
            );
        }

        stoppedUntil = uint64(block.timestamp) + duration;
        _stopsInAll += duration;
        _stops.push(Stop(uint64(block.timestamp), stoppedUntil));
        emit PaymentsStopped(round, stoppedUntil, reasonHash);
    }

    /// @inheritdoc ITreasury
    function liftStop() external onlyTimelock {
        if (block.timestamp >= stoppedUntil) revert PaymentsNotStopped();
        _stopsInAll -= stoppedUntil - uint64(block.timestamp);
        stoppedUntil = uint64(block.timestamp);
        _stops[_stops.length - 1].until = stoppedUntil;
        emit PaymentsResumed(_stops.length);
    }

    /// @inheritdoc ITreasury
    function grantMandate(MandateTerms calldata terms) external onlyTimelock returns (uint256 mandateId) {
        Line storage budget = _knownLine(terms.lineId);
        if (terms.token != budget.token) revert WrongToken(terms.token, budget.token);
        if (terms.token == COIN) revert BadTerm("token", 0);
        if (terms.purposeHash == 0) revert BadTerm("purposeHash", 0);
        if (granted[terms.purposeHash]) revert PurposeAlreadyGranted(terms.purposeHash);
        if (terms.cap == 0) revert BadTerm("cap", 0);
        if (terms.expiry <= block.timestamp) revert MandateExpired(terms.expiry);
        uint256 most = Math.mulDiv(budget.allocated, _floors.mostLineShareBps, BPS);
        if (terms.cap > most) revert AboveLimit("cap", terms.cap, most);
        _requireWithinFloors(terms);

        granted[terms.purposeHash] = true;
        _reserve(budget, terms.cap);
        Mandate storage mandate = _mandates.push();
        mandate.terms = terms;
        mandate.stoppedBefore = stoppedSeconds();
        mandateId = _mandates.length;
        emit MandateGranted(mandateId, terms.purposeHash, terms.lineId, terms);
    }

    /// @inheritdoc ITreasury
    function fund(uint256 mandateId, uint256 amount) external onlyEscrow unlessStopped nonReentrant {
        Mandate storage mandate = _known(mandateId);
        if (mandate.closed) revert MandateIsClosed(mandateId);
        uint64 expiry = _expiry(mandate);
        if (block.timestamp > expiry) revert MandateExpired(expiry);
        uint256 left = mandate.terms.cap - mandate.funded;
        if (amount > left) revert ExceedsMandate(amount, left);

        mandate.funded += amount;
        _ofLines[mandate.terms.token] -= amount;
        emit MandateFunded(mandateId, amount);
        IERC20(mandate.terms.token).safeTransfer(address(escrow), amount);
    }

    /// @inheritdoc ITreasury
    function recordSpent(uint256 mandateId, uint256 amount) external onlyEscrow {
        Mandate storage mandate = _held(mandateId, amount);
        Line storage budget = _lines[mandate.terms.lineId];
        mandate.spent += amount;
        budget.reserved -= amount;
        budget.spent += amount;
        emit MandateSpent(mandateId, amount);
    }

    /// @inheritdoc ITreasury
    function recordRefund(uint256 mandateId, uint256 amount) external onlyEscrow {
        Mandate storage mandate = _held(mandateId, amount);
        mandate.refunded += amount;
        _ofLines[mandate.terms.token] += amount;
        _lines[mandate.terms.lineId].reserved -= amount;
        emit MandateRefunded(mandateId, amount);
    }

    /// @inheritdoc ITreasury
    function closeMandate(uint256 mandateId) external nonReentrant {
        Mandate storage mandate = _known(mandateId);
        bool ended = block.timestamp > _expiry(mandate) || escrow.isSettled(mandateId);
        if (mandate.closed || !ended) revert MandateNotClosable(mandateId);

        uint256 freed = mandate.terms.cap - mandate.funded;
        mandate.closed = true;
        _lines[mandate.terms.lineId].reserved -= freed;
        emit MandateClosed(mandateId, freed);
    }

    /// @inheritdoc IDistributions
    function openDistribution(DistributionTerms calldata terms) external onlyTimelock returns (uint256 distributionId) {
        Line storage budget = _knownLine(terms.lineId);
        if (terms.root == 0) revert BadTerm("root", 0);
        if (terms.total == 0) revert BadTerm("total", 0);
        if (terms.deadline <= block.timestamp) revert DistributionEnded(terms.deadline);

        _reserve(budget, terms.total);
        Distribution storage opened = _distributions.push();
        opened.terms = terms;
        opened.stoppedBefore = stoppedSeconds();
        distributionId = _distributions.length;
        emit DistributionOpened(distributionId, terms.lineId, terms);
    }

    /// @inheritdoc IDistributions
    function claim(uint256 distributionId, uint256 index, address account, uint256 amount, bytes32[] calldata proof)
        external
        unlessStopped
        nonReentrant
    {
        Distribution storage shares = _knownDistribution(distributionId);
        uint64 deadline = _deadline(shares);
        if (block.timestamp > deadline) revert DistributionEnded(deadline);
        if (shares.isPaid.get(index)) revert AlreadyClaimed(distributionId, index);
        // Hashed twice, so that no inner node of the tree passes for a leaf.
        bytes32 leaf = keccak256(bytes.concat(keccak256(abi.encode(index, account, amount))));
        if (!MerkleProof.verifyCalldata(proof, shares.terms.root, leaf)) {
            revert NotAShare(distributionId, index, account, amount);
        }
        uint256 left = shares.terms.total - shares.claimed;
        if (amount > left) revert ExceedsDistribution(amount, left);

        shares.isPaid.set(index);
        shares.claimed += amount;
        Line storage budget = _lines[shares.terms.lineId];
        budget.reserved -= amount;
        budget.spent += amount;
        address token = budget.token;
        _ofLines[token] -= amount;
        emit ShareClaimed(distributionId, index, account, amount);
        if (token == COIN) Address.sendValue(payable(account), amount);
        else IERC20(token).safeTransfer(account, amount);
    }

    /// @inheritdoc IDistributions
    function closeDistribution(uint256 distributionId) external {
        Distribution storage shares = _knownDistribution(distributionId);
        if (shares.closed || block.timestamp <= _deadline(shares)) revert DistributionNotClosable(distributionId);
        uint256 freed = shares.terms.total - shares.claimed;
        shares.closed = true;
        _lines[shares.terms.lineId].reserved -= freed;
        emit DistributionClosed(distributionId, freed);
    }

    /// @inheritdoc ITreasury
    function stopCount() external view returns (uint256) {
        return _stops.length;
    }

    /// @inheritdoc ITreasury
    function mandateCount() external view returns (uint256) {
        return _mandates.length;
    }

    /// @inheritdoc ITreasury
    function mandateTerms(uint256 mandateId) external view returns (MandateTerms memory) {
        return _known(mandateId).terms;
    }

    /// @inheritdoc ITreasury
    function mandateExpiry(uint256 mandateId) external view returns (uint64) {
        return _expiry(_known(mandateId));
    }

    /// @inheritdoc ITreasury
    function mandateState(uint256 mandateId) external view returns (uint256 committed, uint256 spent, bool closed) {
        Mandate storage mandate = _known(mandateId);
        return (mandate.funded - mandate.refunded, mandate.spent, mandate.closed);
    }

    /// @inheritdoc ITreasury
    function floors() external view returns (Floors memory) {
        return _floors;
    }

    /// @inheritdoc ITreasury
    function lineCount() external view returns (uint256) {
        return _lineIds.length;
    }

    /// @inheritdoc ITreasury
    function lineIdAt(uint256 index) external view returns (bytes32) {
        return _lineIds[index];
    }

    /// @inheritdoc ITreasury
    function line(bytes32 lineId)
        external
        view
        returns (string memory name, address token, uint256 allocated, uint256 reserved, uint256 spent)
    {
        Line storage budget = _knownLine(lineId);
        return (budget.name, budget.token, budget.allocated, budget.reserved, budget.spent);
    }

    /// @inheritdoc ITreasury
    function linePeriod(bytes32 lineId)
        external
        view
        returns (uint64 periodLength, uint256 periodCap, uint64 periodEnds, uint256 promised)
    {
        Line storage budget = _knownLine(lineId);
        uint64 start = _periodStart(budget);
        promised = start == budget.periodStart ? budget.promised : 0;
        return (budget.periodLength, budget.periodCap, _periodEnds(budget, start), promised);
    }

    /// @inheritdoc IDistributions
    function distributionCount() external view returns (uint256) {
        return _distributions.length;
    }

    /// @inheritdoc IDistributions
    function distribution(uint256 distributionId)
        external
        view
        returns (DistributionTerms memory terms, uint64 deadline, uint256 claimed, bool closed)
    {
        Distribution storage shares = _knownDistribution(distributionId);
        return (shares.terms, _deadline(shares), shares.claimed, shares.closed);
    }

    /// @inheritdoc IDistributions
    function isClaimed(uint256 distributionId, uint256 index) external view returns (bool) {
        return _knownDistribution(distributionId).isPaid.get(index);
    }

    /// @inheritdoc ITreasury
    function stoppedSeconds() public view returns (uint64) {
        uint64 rest = stoppedUntil > block.timestamp ? stoppedUntil - uint64(block.timestamp) : 0;
        return _stopsInAll - rest;
    }

    /// @inheritdoc ITreasury
    function surplus(address token) public view returns (uint256) {
        uint256 balance = token == COIN ? address(this).balance : IERC20(token).balanceOf(address(this));
        return Math.saturatingSub(balance, _ofLines[token]);
    }

    function _openLine(LineConfig memory config) private {
        bytes32 lineId = keccak256(bytes(config.name));
        Line storage opened = _lines[lineId];
        if (opened.periodLength != 0) revert LineAlreadyOpen(lineId);
        _lineIds.push(lineId);
        (opened.name, opened.token, opened.allocated) = (config.name, config.token, config.allocated);
        _ofLines[config.token] += config.allocated;
        emit LineOpened(lineId, config.name, config.token, config.allocated);
        _setLinePeriod(lineId, opened, config.periodLength, config.periodCap);
    }

    function _setLinePeriod(bytes32 lineId, Line storage budget, uint64 periodLength, uint256 periodCap) private {
        if (periodLength == 0) revert BadTerm("periodLength", 0);
        // What was promised in the period that ends here counts in the next: or else each change would make room again.
        if (budget.periodLength != 0 && _periodStart(budget) != budget.periodStart) budget.promised = 0;
        (budget.periodLength, budget.periodCap) = (periodLength, periodCap);
        budget.periodStart = uint64(block.timestamp);
        emit LinePeriodSet(lineId, periodLength, periodCap);
    }

    /// @dev Holds back what a vote has promised, within what is free and within the cap of the period.
    function _reserve(Line storage budget, uint256 amount) private {
        uint256 free = budget.allocated - budget.reserved - budget.spent;
        if (amount > free) revert ExceedsLine(amount, free);
        uint64 start = _periodStart(budget);
        if (start != budget.periodStart) (budget.periodStart, budget.promised) = (start, 0);
        uint256 left = Math.saturatingSub(budget.periodCap, budget.promised);
        if (amount > left) revert ExceedsPeriod(amount, left, _periodEnds(budget, start));
        budget.reserved += amount;
        budget.promised += amount;
    }

    function _periodStart(Line storage budget) private view returns (uint64) {
        uint64 passed = uint64(block.timestamp) - budget.periodStart;
        return budget.periodStart + passed - passed % budget.periodLength;
    }

    /// @dev A period may be as long as time.
    function _periodEnds(Line storage budget, uint64 start) private view returns (uint64) {
        return uint64(Math.min(uint256(start) + budget.periodLength, type(uint64).max));
    }

    function _requireSurplus(address token, uint256 amount) private view {
        uint256 beyond = surplus(token);
        if (amount > beyond) revert ExceedsSurplus(amount, beyond);
    }

    /// @dev How long payments were stopped from `time` on. The last stop is over.
    function _stoppedSince(uint64 time) private view returns (uint64 sum) {
        for (uint256 i = _stops.length; i > 0; --i) {
            Stop storage past = _stops[i - 1];
            if (past.until <= time) break;
            sum += past.until - (past.from > time ? past.from : time);
        }
    }

    function _expiry(Mandate storage mandate) private view returns (uint64) {
        return _later(mandate.terms.expiry, mandate.stoppedBefore);
    }

    function _deadline(Distribution storage shares) private view returns (uint64) {
        return _later(shares.terms.deadline, shares.stoppedBefore);
    }

    /// @dev Never is as late as it gets: a deadline at the end of time must not overflow.
    function _later(uint64 deadline, uint64 stoppedBefore) private view returns (uint64) {
        uint256 moved = uint256(deadline) + stoppedSeconds() - stoppedBefore;
        return uint64(Math.min(moved, type(uint64).max));
    }

    function _knownDistribution(uint256 distributionId) private view returns (Distribution storage) {
        if (distributionId == 0 || distributionId > _distributions.length) {
            revert UnknownDistribution(distributionId);
        }
        return _distributions[distributionId - 1];
    }

    function _requireWithinFloors(MandateTerms calldata terms) private view {
        Floors storage floor = _floors;
        _requireAtLeast("milestoneReviewPeriod", terms.milestoneReviewPeriod, floor.milestoneReviewPeriod);
        _requireAtLeast("challengePeriod", terms.challengePeriod, floor.challengePeriod);
        // Whatever the floors: without these, work would be approved by silence or paid for as soon as it is submitted.
        if (terms.milestoneReviewPeriod == 0) revert BadTerm("milestoneReviewPeriod", 0);
        if (terms.challengePeriod == 0) revert BadTerm("challengePeriod", 0);
        if (terms.toleranceBps > floor.mostToleranceBps) {
            revert AboveLimit("toleranceBps", terms.toleranceBps, floor.mostToleranceBps);
        }
        if (terms.kind != MandateKind.COMPETITION) return;

        if (roadmap.phase() != 2) revert CompetitionNeedsPhaseTwo();
        if (terms.maxBids == 0 || terms.maxBids > MAX_BIDS) revert BadTerm("maxBids", terms.maxBids);
        if (terms.bidsPerBidder == 0) revert BadTerm("bidsPerBidder", 0);
        // Without these the windows would fall together, the voting power could not be read, and what nobody voted for won.
        if (terms.biddingPeriod == 0) revert BadTerm("biddingPeriod", 0);
        if (terms.revealPeriod == 0) revert BadTerm("revealPeriod", 0);
        if (terms.electionPeriod == 0) revert BadTerm("electionPeriod", 0);
        if (terms.quorum == 0) revert BadTerm("quorum", 0);
        _requireAtLeast("marginBps", terms.marginBps, floor.marginBps);
        _requireAtLeast("quorum", terms.quorum, floor.quorum);
        _requireAtLeast("biddingPeriod", terms.biddingPeriod, floor.biddingPeriod);
        _requireAtLeast("revealPeriod", terms.revealPeriod, floor.revealPeriod);
        _requireAtLeast("reviewPeriod", terms.reviewPeriod, floor.reviewPeriod);
        _requireAtLeast("electionPeriod", terms.electionPeriod, floor.electionPeriod);
        _requireAtLeast("standstillPeriod", terms.standstillPeriod, floor.standstillPeriod);
    }

    function _requireAtLeast(string memory term, uint256 value, uint256 floor) private pure {
        if (value < floor) revert BelowFloor(term, value, floor);
    }

    function _known(uint256 mandateId) private view returns (Mandate storage) {
        if (mandateId == 0 || mandateId > _mandates.length) revert UnknownMandate(mandateId);
        return _mandates[mandateId - 1];
    }

    /// @dev The mandate, if the escrow holds at least `amount` of its money.
    function _held(uint256 mandateId, uint256 amount) private view returns (Mandate storage mandate) {
        mandate = _known(mandateId);
        uint256 held = mandate.funded - mandate.spent - mandate.refunded;
        if (amount > held) revert ExceedsMandate(amount, held);
    }

    function _knownLine(bytes32 lineId) private view returns (Line storage budget) {
        budget = _lines[lineId];
        if (budget.periodLength == 0) revert UnknownLine(lineId);
    }
}
