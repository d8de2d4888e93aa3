// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IBidBook} from "./IBidBook.sol";
import {IStewardCouncil} from "./IStewardCouncil.sol";

/// @title Agreements: money held for milestones, released only for work that was approved.
/// @notice For every agreement: paid + refunded + held = funded. EIP-712 domain (name "MilestoneEscrow", version "1"):
/// `Submission(uint256 agreementId,uint256 milestone,uint256 round,bytes32 evidenceHash)` and
/// `ChangeOrder(uint256 agreementId,uint256 number,bytes32 changesHash)` signed by the contractor,
/// `DirectAgreement(uint256 mandateId,bytes32 purposeHash,address payee,uint256 price,bytes32 milestonesHash)` signed by the
/// service entity, and `PayeeChange(uint256 agreementId,uint256 number,address payee)` signed by the payee.
/// A review or challenge that ends at t is open before t and closed from t on. What the stewards leave undecided until
/// `reviewEnds` counts as approved at that moment, whether or not `closeReview` has been called.
/// While the treasury is stopped nothing is paid, and the clock of all deadlines here stands still. Times are
/// in seconds since the epoch, as they are if no further stop comes.
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

    /// @notice What a challenge takes.
    /// @param threshold least past votes to challenge without a bond, in units of the governance token
    /// @param bond what anyone else deposits, in units of the governance token; kept by the treasury unless a vote upholds
    /// the challenge
    /// @param rulingPeriod seconds that a vote has to end a challenge before it lapses
    struct ChallengeRules {
        uint256 threshold;
        uint256 bond;
        uint32 rulingPeriod;
    }

    /// @notice One entry of a change order: a milestone as it is to be from now on. Entries are in the order of indices, and
    /// name each milestone once.
    /// @param index of a milestone that waits for a submission, or the next unused one to add another
    /// @param to its duration counts from the change; an amount of 0 drops the milestone
    struct Change {
        uint256 index;
        IBidBook.Milestone to;
    }

    /// @notice A milestone of a batch of payouts.
    struct Due {
        uint256 agreementId;
        uint256 milestone;
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
    /// @param reasonHash 0 when a challenge of the rejection lapsed
    event MilestoneRejected(
        uint256 indexed agreementId, uint256 indexed milestone, uint256 round, bytes32 reasonHash, uint64 challengeEnds
    );
    /// @param bond deposited with it; 0 where votes were enough
    /// @param rulingEnds when it lapses unless a vote has decided
    event MilestoneChallenged(
        uint256 indexed agreementId,
        uint256 indexed milestone,
        uint256 round,
        address challenger,
        bytes32 reasonHash,
        uint256 bond,
        uint64 rulingEnds
    );
    /// @notice A vote ended a challenge, or it lapsed, which does not uphold it. Comes with MilestoneApproved or MilestoneRejected.
    event ChallengeResolved(uint256 indexed agreementId, uint256 indexed milestone, uint256 round, bool upheld);
    event MilestonePaid(
        uint256 indexed agreementId, uint256 indexed milestone, address payee, address token, uint256 amount
    );
    event MilestoneRefunded(uint256 indexed agreementId, uint256 indexed milestone, uint256 amount);
    /// @notice The payee could not receive what MilestonePaid says; it can fetch it by `withdraw`.
    event PaymentOwed(
        uint256 indexed agreementId, uint256 indexed milestone, address indexed payee, address token, uint256 amount
    );
    event PaymentWithdrawn(address indexed payee, address indexed token, address to, uint256 amount);
    /// @notice A milestone of a batch was skipped. `reason` is the selector of the error that it would have met alone.
    event ReleaseRefused(uint256 indexed agreementId, uint256 indexed milestone, bytes4 reason);
    /// @notice No milestone can be submitted any more. What was submitted before is still decided, and paid if approved.
    event AgreementTerminated(uint256 indexed agreementId, bytes32 reasonHash);
    /// @param added what came from the mandate with it
    /// @param returned what went back to the mandate, beside what MilestoneRefunded says of dropped milestones
    event AgreementChanged(
        uint256 indexed agreementId, uint256 number, Change[] changes, uint256 added, uint256 returned
    );
    event PayeeChangeRequested(uint256 indexed agreementId, uint256 number, address payee, uint64 effectiveFrom);
    event PayeeChangeCancelled(uint256 indexed agreementId, uint256 number);
    event PayeeChanged(uint256 indexed agreementId, address from, address to);

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
    error ChallengeWindowEnded(uint64 ended);
    error NotLapsed(uint64 rulingEnds);
    error EarlierMilestoneOpen(uint256 milestone);
    error AgreementIsTerminated(uint256 agreementId);
    error WrongChangeNumber(uint256 given, uint256 expected);
    error BadChange(uint256 milestone);
    error BadChangeSignature(address contractor);
    error AboveTolerance(uint256 price, uint256 limit);
    error AwardsOutstanding(uint256 mandateId);
    error BadPayeeSignature(address payee);
    error NoPayeeChange(uint256 agreementId);
    error PayeeChangeTooEarly(uint64 effectiveFrom);
    error NotAPartyTo(uint256 agreementId, address caller);
    error NothingOwed(address payee, address token);
    error WrongAmountReceived(uint256 received, uint256 expected);
    error BadChallengeRule(string rule);
    error OnlyTimelock(address caller);

    /// @notice Makes and funds the agreement of a winning bid, after the standstill. Anyone. Ids count from 1. A token that
    /// delivers less than was sent is refused.
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

    /// @notice Submits a milestone's evidence, by the contractor's own transaction. Where the mandate has milestones in
    /// order, the one before must be approved, or over.
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
    /// Anyone with the stewards' approvals, or the timelock without any.
    function approve(
        uint256 agreementId,
        uint256 milestone,
        uint256 round,
        IStewardCouncil.Approval[] calldata approvals
    ) external;

    /// @notice Action "send back milestone"; the contractor may submit the next round, for at least another review period
    /// even if the milestone was due before. The timelock without approvals.
    function sendBack(
        uint256 agreementId,
        uint256 milestone,
        uint256 round,
        bytes32 reasonHash,
        IStewardCouncil.Approval[] calldata approvals
    ) external;

    /// @notice Action "reject milestone"; its amount may be refunded to the treasury after the challenge window. The timelock
    /// without approvals.
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

    /// @notice Freezes an approved milestone before it is paid, or a rejected one before it is refunded, until a vote decides or
    /// the challenge lapses. Holders with enough votes, or anyone with a bond, once per round.
    function challenge(uint256 agreementId, uint256 milestone, bytes32 reasonHash) external;

    /// @notice Ends a challenge that no vote has decided in time: what was challenged stands. Anyone.
    function lapseChallenge(uint256 agreementId, uint256 milestone) external;

    /// @notice What a vote has the last word on: a milestone that is submitted, approved, challenged or rejected, and neither
    /// paid nor refunded. It is approved or rejected: at once, unless it is only submitted and so has its challenge window still. Only the
    /// timelock.
    /// @param round the submission that the vote was about
    /// @param reasonHash keccak256 of the reasons; needed for a rejection
    function rule(uint256 agreementId, uint256 milestone, uint256 round, bool approved, bytes32 reasonHash) external;

    /// @notice Pays an approved (or, undecided after its review period, deemed approved) milestone to the payee. Anyone.
    function release(uint256 agreementId, uint256 milestone) external;

    /// @notice Pays many milestones at once. One that cannot be paid is skipped with ReleaseRefused; the rest are paid. Anyone.
    function releaseBatch(Due[] calldata due) external;

    /// @notice Sends what is owed to the caller, because it could not receive it, to an address of its choice.
    function withdraw(address token, address to) external;

    /// @notice Returns to the treasury the amount of a milestone that was rejected, once its challenge window is over, or that was
    /// not submitted in time or before the agreement was terminated. Anyone.
    function refund(uint256 agreementId, uint256 milestone) external;

    /// @notice Ends an agreement. Only the timelock.
    function terminate(uint256 agreementId, bytes32 reasonHash) external;

    /// @notice Changes, adds or drops milestones that wait for a submission. Anyone, with the contractor's signature, and the
    /// stewards' (action "change agreement"; subject agreement id, part number, round 0, contentHash changesHash, reasonHash
    /// 0) up to the mandate's tolerance above the first price; beyond it, only the timelock. What the agreement gains comes
    /// from its mandate, once every award has its agreement; what it loses goes back there.
    /// @param number 1 for the agreement's first change order, then one more each time
    function changeOrder(
        uint256 agreementId,
        uint256 number,
        Change[] calldata changes,
        bytes calldata signature,
        IStewardCouncil.Approval[] calldata approvals
    ) external;

    /// @notice Asks for another payee, with the present one's signature. It takes effect by `completePayeeChange` after a
    /// challenge period, and replaces a request before. Anyone.
    /// @param number 1 for the agreement's first request, then one more each time
    function changePayee(uint256 agreementId, uint256 number, address payee, bytes calldata signature) external;

    /// @notice Withdraws a request for another payee. The present payee, the contractor or the timelock.
    function cancelPayeeChange(uint256 agreementId) external;

    /// @notice Makes a requested payee the payee, once its time has come. Anyone.
    function completePayeeChange(uint256 agreementId) external;

    function agreementCount() external view returns (uint256);

    /// @notice One agreement; what is owed to a payee counts as paid.
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

    /// @notice How an agreement has changed since it was made. `limit` is what change orders may bring its price to without
    /// a vote; nextPayee and effectiveFrom are zero where no other payee is asked for.
    function changesTo(uint256 agreementId)
        external
        view
        returns (
            bool terminated,
            uint256 changeOrders,
            uint256 limit,
            uint256 payeeRequests,
            address nextPayee,
            uint64 effectiveFrom
        );

    /// @notice One milestone. Its status is APPROVED also where the review period has passed undecided; dueAt until when it may
    /// be submitted; reviewEnds while it is submitted; challengeEnds from the decision until payment or refund, of the
    /// challenge itself while it is challenged.
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

    /// @notice What a payee could not receive and has not withdrawn.
    function owed(address token, address payee) external view returns (uint256);

    /// @notice The agreement of a winning bid; 0 when there is none yet.
    function agreementOf(uint256 mandateId, uint256 bidIndex) external view returns (uint256);

    /// @notice Every award of the mandate has its agreement and, where change orders may add without a vote, none of them holds
    /// money; or there was none to make.
    function isSettled(uint256 mandateId) external view returns (bool);

    function submissionDigest(uint256 agreementId, uint256 milestone, uint256 round, bytes32 evidenceHash)
        external
        view
        returns (bytes32);

    function directAgreementDigest(uint256 mandateId, address payee, uint256 price, bytes32 milestonesHash)
        external
        view
        returns (bytes32);

    /// @param changesHash keccak256(abi.encode(Change[]))
    function changeOrderDigest(uint256 agreementId, uint256 number, bytes32 changesHash) external view returns (bytes32);

    function payeeChangeDigest(uint256 agreementId, uint256 number, address payee) external view returns (bytes32);
}
