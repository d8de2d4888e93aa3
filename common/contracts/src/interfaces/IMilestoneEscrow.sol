// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IBidBook} from "./IBidBook.sol";
import {IStewardCouncil} from "./IStewardCouncil.sol";

/// @title Agreements: money held for milestones, released only for work that was approved.
/// @notice For every agreement: paid + refunded + held = funded. EIP-712 domain (name "MilestoneEscrow", version "1"):
/// `Submission(uint256 agreementId,uint256 milestone,uint256 round,bytes32 evidenceHash)` signed by the contractor, and
/// `DirectAgreement(uint256 mandateId,address payee,uint256 price,bytes32 milestonesHash)` signed by the service entity.
/// A review or challenge that ends at t is open before t and closed from t on. What the stewards leave undecided until
/// `reviewEnds` counts as approved at that moment, whether or not `closeReview` has been called.
interface IMilestoneEscrow {
    /// @notice PENDING: nothing to decide. APPROVED: in its challenge window, or ready to be released.
    enum MilestoneStatus {
        PENDING,
        SUBMITTED,
        APPROVED,
        CHALLENGED,
        REJECTED,
        PAID,
        REFUNDED
    }

    /// @param bidIndex the winning bid; type(uint256).max for a direct agreement
    event AgreementFunded(
        uint256 indexed agreementId,
        uint256 indexed mandateId,
        uint256 indexed bidIndex,
        address contractor,
        address payee,
        address token,
        uint256 price,
        uint64 startedAt,
        IBidBook.Milestone[] milestones
    );
    event MilestoneSubmitted(
        uint256 indexed agreementId, uint256 indexed milestone, uint256 round, bytes32 evidenceHash, uint64 reviewEnds
    );
    event MilestoneApproved(
        uint256 indexed agreementId, uint256 indexed milestone, uint256 round, uint64 challengeEnds
    );
    /// @param dueAt until when the next round may be submitted
    event MilestoneSentBack(
        uint256 indexed agreementId, uint256 indexed milestone, uint256 round, bytes32 reasonHash, uint64 dueAt
    );
    event MilestoneRejected(uint256 indexed agreementId, uint256 indexed milestone, uint256 round, bytes32 reasonHash);
    event MilestoneChallenged(
        uint256 indexed agreementId, uint256 indexed milestone, uint256 round, address challenger, bytes32 reasonHash
    );
    event ChallengeResolved(uint256 indexed agreementId, uint256 indexed milestone, uint256 round, bool upheld);
    event MilestonePaid(
        uint256 indexed agreementId, uint256 indexed milestone, address payee, address token, uint256 amount
    );
    event MilestoneRefunded(uint256 indexed agreementId, uint256 indexed milestone, uint256 amount);

    error NotAwarded(uint256 mandateId, uint256 bidIndex);
    error AgreementAlreadyMade(uint256 mandateId, uint256 bidIndex);
    error MilestonesMismatch(bytes32 given, bytes32 revealed);
    error UnknownAgreement(uint256 agreementId);
    error BadPayee(address payee);
    error BadAgreementSignature(address serviceEntity);
    error NotADirectMandate(uint256 mandateId);
    error UnknownMilestone(uint256 agreementId, uint256 milestone);
    error WrongMilestoneStatus(MilestoneStatus status);
    error WrongRound(uint256 given, uint256 current);
    error BadSubmissionSignature(address contractor);
    error NotTheContractor(address caller);
    error MilestoneOverdue(uint64 due);
    error ReasonMissing();
    error EvidenceMissing();
    error StewardHasInterest(address steward);
    error ReviewEnded(uint64 reviewEnds);
    error ReviewStillOpen(uint64 reviewEnds);
    error NotReleasable(uint64 releasableAt);
    error NotRefundable(uint256 agreementId, uint256 milestone);
    error NotInChallengeWindow(uint64 opens, uint64 closes);
    error AlreadyChallenged(uint256 round);
    error BelowChallengeThreshold(uint256 votes, uint256 threshold);
    error OnlyTimelock(address caller);

    /// @notice Makes and funds the agreement of a winning bid, after the standstill. Anyone. Ids count from 1.
    function create(uint256 mandateId, uint256 bidIndex, IBidBook.Milestone[] calldata milestones)
        external
        returns (uint256 agreementId);

    /// @notice Makes and funds the service entity's agreement under a direct mandate, one per mandate. Anyone, with its
    /// signature.
    function createDirect(
        uint256 mandateId,
        address payee,
        IBidBook.Milestone[] calldata milestones,
        bytes calldata signature
    ) external returns (uint256 agreementId);

    /// @notice Submits a milestone's evidence, by the contractor's own transaction.
    function submit(uint256 agreementId, uint256 milestone, uint256 round, bytes32 evidenceHash) external;

    /// @notice Submits a milestone's evidence with the contractor's signature. Anyone.
    function submitBySig(
        uint256 agreementId,
        uint256 milestone,
        uint256 round,
        bytes32 evidenceHash,
        bytes calldata signature
    ) external;

    /// @notice Action "approve milestone"; subject agreement id, part milestone, round, contentHash evidence, reasonHash 0.
    function approve(
        uint256 agreementId,
        uint256 milestone,
        uint256 round,
        IStewardCouncil.Approval[] calldata approvals
    ) external;

    /// @notice Action "send back milestone"; the contractor may submit the next round, for at least another review period
    /// even if the milestone was due before.
    function sendBack(
        uint256 agreementId,
        uint256 milestone,
        uint256 round,
        bytes32 reasonHash,
        IStewardCouncil.Approval[] calldata approvals
    ) external;

    /// @notice Action "reject milestone"; its amount may be refunded to the treasury.
    function reject(
        uint256 agreementId,
        uint256 milestone,
        uint256 round,
        bytes32 reasonHash,
        IStewardCouncil.Approval[] calldata approvals
    ) external;

    /// @notice Records that the stewards let the review period pass: the milestone is approved as of `reviewEnds`. Anyone.
    /// `release` and `challenge` do so by themselves.
    function closeReview(uint256 agreementId, uint256 milestone) external;

    /// @notice Freezes an approved milestone until a vote decides. Holders with enough votes, once per round.
    function challenge(uint256 agreementId, uint256 milestone, bytes32 reasonHash) external;

    /// @notice Ends a challenge: upheld rejects the milestone, otherwise it can be released at once. Only the timelock.
    function resolveChallenge(uint256 agreementId, uint256 milestone, bool upheld) external;

    /// @notice Pays an approved (or, undecided after its review period, deemed approved) milestone to the payee. Anyone.
    function release(uint256 agreementId, uint256 milestone) external;

    /// @notice Returns a rejected milestone's amount, or that of one never submitted in time, to the treasury. Anyone.
    function refund(uint256 agreementId, uint256 milestone) external;

    function agreementCount() external view returns (uint256);

    function agreement(uint256 agreementId)
        external
        view
        returns (
            uint256 mandateId,
            uint256 bidIndex,
            address contractor,
            address payee,
            address token,
            uint256 funded,
            uint256 paid,
            uint256 refunded,
            uint256 milestones
        );

    /// @notice One milestone. Its status is APPROVED also where the review period has passed undecided; dueAt until when it may be submitted;
    /// reviewEnds of the last submission; challengeEnds once approved.
    /// `round` is the one submitted last, or, where nothing waits, the last one that ended; 0 before the first.
    function milestone(uint256 agreementId, uint256 index)
        external
        view
        returns (
            MilestoneStatus status,
            uint256 amount,
            uint64 dueAt,
            uint256 round,
            bytes32 evidenceHash,
            uint64 reviewEnds,
            uint64 challengeEnds
        );

    /// @notice The agreement of a winning bid; 0 when there is none yet.
    function agreementOf(uint256 mandateId, uint256 bidIndex) external view returns (uint256);

    /// @notice Every award of the mandate has its agreement, or there was none to make.
    function isSettled(uint256 mandateId) external view returns (bool);

    function submissionDigest(uint256 agreementId, uint256 milestone, uint256 round, bytes32 evidenceHash)
        external
        view
        returns (bytes32);

    function directAgreementDigest(uint256 mandateId, address payee, uint256 price, bytes32 milestonesHash)
        external
        view
        returns (bytes32);
}
