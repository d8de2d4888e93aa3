// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IMilestoneEscrow} from "./IMilestoneEscrow.sol";
import {IStewardCouncil} from "./IStewardCouncil.sol";

/// @title The DAO's funds: budget lines, the mandates by which a vote lets money leave them, and the emergency stop.
/// @notice For every line: allocated = reserved + spent + free. Granting a mandate reserves its cap; paying a milestone
/// spends; a refund, and the closing of a mandate, free what was not used. Amounts are in the smallest unit of the
/// line's token. Money that is funded and neither paid nor refunded stays reserved, also after the mandate is closed.
///
/// A line has a cap per period, on what votes promise: mandates and distributions count in the period in which they are
/// executed, and what comes back does not make room in it. Money that leaves has been promised before, so that nobody who
/// won has to wait for a period.
///
/// A token of address(0) is the native coin. It leaves by distributions only: the escrow pays ERC-20.
interface ITreasury {
    /// @notice DIRECT: work by the registered service entity. COMPETITION: work put out for bids (phase 2 only).
    enum MandateKind {
        DIRECT,
        COMPETITION
    }

    /// @notice SINGLE_WINNER: the best approved bid that fits. FILL_BUDGET: every approved bid, best first, that still fits.
    enum AwardRule {
        SINGLE_WINNER,
        FILL_BUDGET
    }

    /// @notice Everything a vote decides about a mandate. Periods are in seconds.
    /// @param purposeHash keccak256 of the proposal's text; each purpose is granted once
    /// @param lineId keccak256 of the budget line's name
    /// @param token must be the line's token
    /// @param cap most that may be committed under this mandate, reserved on the line at once
    /// @param expiry seconds since the epoch after which nothing new may be funded
    /// @param marginBps approval margin: yes * 10000 >= no * (10000 + marginBps)
    /// @param quorum least yes + no for a bid to be approved, in units of the governance token
    /// @param bond each bid's bond, in units of the governance token
    /// @param toleranceBps how much change orders may add to an agreement's price, in total and without a vote; what is
    /// refunded makes room again
    /// @param inOrder whether a milestone may be submitted only after the one before it was approved, or is over
    struct MandateTerms {
        bytes32 purposeHash;
        bytes32 lineId;
        address token;
        uint256 cap;
        uint64 expiry;
        MandateKind kind;
        AwardRule awardRule;
        uint16 marginBps;
        uint256 quorum;
        uint256 bond;
        uint16 bidsPerBidder;
        uint16 maxBids;
        uint32 biddingPeriod;
        uint32 revealPeriod;
        uint32 reviewPeriod;
        uint32 electionPeriod;
        uint32 standstillPeriod;
        uint32 milestoneReviewPeriod;
        uint32 challengePeriod;
        uint16 toleranceBps;
        bool inOrder;
    }

    /// @notice What no mandate may go below, and, where it says most, above. Same units as MandateTerms. A direct mandate
    /// has only the last two periods and the two that say most.
    /// @param mostToleranceBps the largest tolerance
    /// @param mostLineShareBps the largest share of its line's allocation that one mandate may reserve
    struct Floors {
        uint16 marginBps;
        uint256 quorum;
        uint32 biddingPeriod;
        uint32 revealPeriod;
        uint32 reviewPeriod;
        uint32 electionPeriod;
        uint32 standstillPeriod;
        uint32 milestoneReviewPeriod;
        uint32 challengePeriod;
        uint16 mostToleranceBps;
        uint16 mostLineShareBps;
    }

    /// @notice A budget line as it is opened. Amounts are in the smallest unit of `token`.
    /// @param periodLength in seconds
    /// @param periodCap most that may be promised in each period
    struct LineConfig {
        string name;
        address token;
        uint256 allocated;
        uint64 periodLength;
        uint256 periodCap;
    }

    event LineOpened(bytes32 indexed lineId, string name, address token, uint256 allocated);
    /// @notice A vote gave the line more, or less.
    event LineAllocated(bytes32 indexed lineId, uint256 previous, uint256 allocated);
    /// @notice The line's cap per period was set; a new period begins.
    event LinePeriodSet(bytes32 indexed lineId, uint64 periodLength, uint256 periodCap);
    event MandateGranted(
        uint256 indexed mandateId, bytes32 indexed purposeHash, bytes32 indexed lineId, MandateTerms terms
    );
    /// @notice `amount` moved from the treasury to the escrow under the mandate.
    event MandateFunded(uint256 indexed mandateId, uint256 amount);
    /// @notice `amount` reached a payee; it is spent.
    event MandateSpent(uint256 indexed mandateId, uint256 amount);
    /// @notice `amount` came back from the escrow and is free on its line again; the mandate cannot commit it a second time.
    event MandateRefunded(uint256 indexed mandateId, uint256 amount);
    /// @notice The mandate ended; `freed` went back to its line.
    event MandateClosed(uint256 indexed mandateId, uint256 freed);

    /// @notice Stewards stopped all outflows until then. Rounds count from 1.
    event PaymentsStopped(uint256 indexed round, uint64 until, bytes32 reasonHash);
    /// @notice A vote ended the stop before its time.
    event PaymentsResumed(uint256 indexed round);

    error OnlyTimelock(address caller);
    error OnlyEscrow(address caller);
    error UnknownLine(bytes32 lineId);
    error LineAlreadyOpen(bytes32 lineId);
    error UnknownMandate(uint256 mandateId);
    error WrongToken(address token, address expected);
    error PurposeAlreadyGranted(bytes32 purposeHash);
    error ExceedsLine(uint256 amount, uint256 free);
    error ExceedsPeriod(uint256 amount, uint256 left, uint64 periodEnds);
    /// @notice The treasury does not have that much beyond what its lines have.
    error ExceedsSurplus(uint256 amount, uint256 surplus);
    /// @notice The line has promised or spent more than it would be left with.
    error AllocationInUse(uint256 allocated, uint256 inUse);
    error PaymentsAreStopped(uint64 until);
    error PaymentsNotStopped();
    /// @notice With this stop, payments would be stopped for longer than is allowed within STOP_WINDOW.
    error StopTooLong(uint64 duration, uint64 left);
    error ReasonMissing();
    error ExceedsMandate(uint256 amount, uint256 left);
    error MandateExpired(uint64 expiry);
    error MandateNotClosable(uint256 mandateId);
    error MandateIsClosed(uint256 mandateId);
    error CompetitionNeedsPhaseTwo();
    error BelowFloor(string term, uint256 value, uint256 floor);
    error AboveLimit(string term, uint256 value, uint256 limit);
    error BadTerm(string term, uint256 value);

    /// @notice Opens a budget line, with money that no other line has. Only the timelock.
    function openLine(LineConfig calldata config) external;

    /// @notice Sets what a line is allocated: up by money that no line has, or down by what it has free. Only the timelock.
    /// So one proposal can move money from a line to another.
    function allocate(bytes32 lineId, uint256 allocated) external;

    /// @notice Sets a line's cap per period, and begins a period. Only the timelock.
    function setLinePeriod(bytes32 lineId, uint64 periodLength, uint256 periodCap) external;

    /// @notice Stops all outflows for `duration` seconds, with the approvals of enough stewards: "stop payments" of this
    /// contract, with `duration` as subject, stopCount() + 1 as round and no content. At most MOST_STOPPED in any
    /// STOP_WINDOW. Deadlines for money move by as much.
    function stop(uint64 duration, bytes32 reasonHash, IStewardCouncil.Approval[] calldata approvals) external;

    /// @notice Ends the stop. Only the timelock.
    function liftStop() external;

    /// @notice Grants a mandate and reserves its cap on the line. Only the timelock. Ids count from 1.
    function grantMandate(MandateTerms calldata terms) external returns (uint256 mandateId);

    /// @notice Sends `amount` of the mandate's token to the escrow. Only the escrow.
    function fund(uint256 mandateId, uint256 amount) external;

    /// @notice Books `amount`, held by the escrow until now, as spent. Only the escrow.
    function recordSpent(uint256 mandateId, uint256 amount) external;

    /// @notice Books `amount` as returned; the escrow has transferred it just before. Only the escrow.
    function recordRefund(uint256 mandateId, uint256 amount) external;

    /// @notice Ends a mandate whose awards are all funded, whose competition failed, or that has expired. Anyone.
    function closeMandate(uint256 mandateId) external;

    /// @notice How many stops there have been, those that were lifted included.
    function stopCount() external view returns (uint256);

    /// @notice Until when nothing may leave, in seconds since the epoch; in the past when nothing is stopped.
    function stoppedUntil() external view returns (uint64);

    /// @notice For how long outflows have been stopped in all, up to now, in seconds. A deadline for money that was set
    /// when this was s lies stoppedSeconds() - s later than it was set to.
    function stoppedSeconds() external view returns (uint64);

    /// @notice What holds the money of agreements.
    function escrow() external view returns (IMilestoneEscrow);

    function mandateCount() external view returns (uint256);

    function mandateTerms(uint256 mandateId) external view returns (MandateTerms memory);

    /// @notice Until when new agreements can be funded: the term, later by the length of every stop since the grant.
    function mandateExpiry(uint256 mandateId) external view returns (uint64);

    /// @notice committed: funded in total less refunds; spent: paid to payees; closed: no more funding.
    function mandateState(uint256 mandateId) external view returns (uint256 committed, uint256 spent, bool closed);

    /// @notice What no mandate may go below, or above.
    function floors() external view returns (Floors memory);

    function lineCount() external view returns (uint256);

    function lineIdAt(uint256 index) external view returns (bytes32);

    /// @notice One budget line; free = allocated - reserved - spent.
    function line(bytes32 lineId)
        external
        view
        returns (string memory name, address token, uint256 allocated, uint256 reserved, uint256 spent);

    /// @notice A line's cap per period, when the running period ends, and what has been promised in it.
    function linePeriod(bytes32 lineId)
        external
        view
        returns (uint64 periodLength, uint256 periodCap, uint64 periodEnds, uint256 promised);

    /// @notice What the treasury has of a token beyond the allocations of its lines: a vote can allocate it.
    function surplus(address token) external view returns (uint256);
}
