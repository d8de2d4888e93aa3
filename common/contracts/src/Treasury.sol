// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IVotes} from "@openzeppelin/contracts/governance/utils/IVotes.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {ReentrancyGuard} from "@openzeppelin/contracts/utils/ReentrancyGuard.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {IMilestoneEscrow} from "./interfaces/IMilestoneEscrow.sol";
import {IRoadmap} from "./interfaces/IRoadmap.sol";
import {ITreasury} from "./interfaces/ITreasury.sol";
import {Voteless} from "./libraries/Voteless.sol";

/// @title The DAO's funds. Money leaves only for the escrow, and only within a mandate that a vote granted.
contract Treasury is ITreasury, ReentrancyGuard {
    using SafeERC20 for IERC20;

    struct Line {
        string name;
        address token;
        uint256 allocated;
        uint256 reserved;
        uint256 spent;
    }

    /// @dev funded counts everything ever sent to the escrow, so that a refund cannot be committed a second time.
    struct Mandate {
        MandateTerms terms;
        uint256 funded;
        uint256 spent;
        uint256 refunded;
        bool closed;
    }

    /// @notice Most bids on one ballot: with more, counting them might not fit into one transaction.
    uint16 public constant MAX_BIDS = 500;

    uint256 private constant BPS = 10_000;

    address public immutable timelock;
    IRoadmap public immutable roadmap;
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

    modifier onlyTimelock() {
        if (msg.sender != timelock) revert OnlyTimelock(msg.sender);
        _;
    }

    modifier onlyEscrow() {
        if (msg.sender != address(escrow)) revert OnlyEscrow(msg.sender);
        _;
    }

    constructor(
        address timelock_,
        IRoadmap roadmap_,
        IMilestoneEscrow escrow_,
        IVotes governanceToken,
        Floors memory floors_,
        LineConfig[] memory lines
    ) {
        timelock = timelock_;
        roadmap = roadmap_;
        escrow = escrow_;
        _floors = floors_;
        Voteless.renounce(governanceToken);
        for (uint256 i = 0; i < lines.length; ++i) {
            bytes32 lineId = keccak256(bytes(lines[i].name));
            if (_lines[lineId].token != address(0)) revert LineAlreadyOpen(lineId);
            if (lines[i].token == address(0)) revert WrongToken(address(0), address(0));
            _lineIds.push(lineId);
            _lines[lineId] = Line(lines[i].name, lines[i].token, lines[i].allocated, 0, 0);
            emit LineOpened(lineId, lines[i].name, lines[i].token, lines[i].allocated);
        }
    }

    /// @inheritdoc ITreasury
    function grantMandate(MandateTerms calldata terms) external onlyTimelock returns (uint256 mandateId) {
        Line storage budget = _knownLine(terms.lineId);
        if (terms.token != budget.token) revert WrongToken(terms.token, budget.token);
        if (terms.purposeHash == 0) revert BadTerm("purposeHash", 0);
        if (granted[terms.purposeHash]) revert PurposeAlreadyGranted(terms.purposeHash);
        if (terms.cap == 0) revert BadTerm("cap", 0);
        if (terms.expiry <= block.timestamp) revert MandateExpired(terms.expiry);
        uint256 most = Math.mulDiv(budget.allocated, _floors.mostLineShareBps, BPS);
        if (terms.cap > most) revert AboveLimit("cap", terms.cap, most);
        uint256 free = budget.allocated - budget.reserved - budget.spent;
        if (terms.cap > free) revert ExceedsLine(terms.cap, free);
        _requireWithinFloors(terms);

        granted[terms.purposeHash] = true;
        budget.reserved += terms.cap;
        Mandate storage mandate = _mandates.push();
        mandate.terms = terms;
        mandateId = _mandates.length;
        emit MandateGranted(mandateId, terms.purposeHash, terms.lineId, terms);
    }

    /// @inheritdoc ITreasury
    function fund(uint256 mandateId, uint256 amount) external onlyEscrow nonReentrant {
        Mandate storage mandate = _known(mandateId);
        if (mandate.closed) revert MandateIsClosed(mandateId);
        if (block.timestamp > mandate.terms.expiry) revert MandateExpired(mandate.terms.expiry);
        uint256 left = mandate.terms.cap - mandate.funded;
        if (amount > left) revert ExceedsMandate(amount, left);

        mandate.funded += amount;
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
        _lines[mandate.terms.lineId].reserved -= amount;
        emit MandateRefunded(mandateId, amount);
    }

    /// @inheritdoc ITreasury
    function closeMandate(uint256 mandateId) external nonReentrant {
        Mandate storage mandate = _known(mandateId);
        bool ended = block.timestamp > mandate.terms.expiry || escrow.isSettled(mandateId);
        if (mandate.closed || !ended) revert MandateNotClosable(mandateId);

        uint256 freed = mandate.terms.cap - mandate.funded;
        mandate.closed = true;
        _lines[mandate.terms.lineId].reserved -= freed;
        emit MandateClosed(mandateId, freed);
    }

    /// @inheritdoc ITreasury
    function stoppedSeconds() external view returns (uint64) {
        uint64 rest = stoppedUntil > block.timestamp ? stoppedUntil - uint64(block.timestamp) : 0;
        return _stopsInAll - rest;
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
        // Without these the windows would fall together, and the voting power could not be read.
        if (terms.biddingPeriod == 0) revert BadTerm("biddingPeriod", 0);
        if (terms.revealPeriod == 0) revert BadTerm("revealPeriod", 0);
        if (terms.electionPeriod == 0) revert BadTerm("electionPeriod", 0);
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
        if (budget.token == address(0)) revert UnknownLine(lineId);
    }
}
