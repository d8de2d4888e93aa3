// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IVotes} from "@openzeppelin/contracts/governance/utils/IVotes.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {ReentrancyGuard} from "@openzeppelin/contracts/utils/ReentrancyGuard.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {IBidBook} from "./interfaces/IBidBook.sol";
import {IBidElection} from "./interfaces/IBidElection.sol";
import {IMilestoneEscrow} from "./interfaces/IMilestoneEscrow.sol";
import {IRoadmap} from "./interfaces/IRoadmap.sol";
import {IStewardCouncil} from "./interfaces/IStewardCouncil.sol";
import {ITreasury} from "./interfaces/ITreasury.sol";
import {Milestones} from "./libraries/Milestones.sol";
import {Signatures} from "./libraries/Signatures.sol";
import {Voteless} from "./libraries/Voteless.sol";

/// @title Agreements, made from awarded bids as they were revealed, and paid milestone by milestone.
contract MilestoneEscrow is IMilestoneEscrow, EIP712, ReentrancyGuard {
    using SafeERC20 for IERC20;
    using Milestones for IBidBook.Milestone[];

    /// @dev Contractor, payee, token and periods are fixed when the agreement is made.
    struct Agreement {
        uint256 mandateId;
        uint256 bidIndex;
        address contractor;
        uint32 reviewPeriod;
        uint32 challengePeriod;
        address payee;
        address token;
        uint256 funded;
        uint256 paid;
        uint256 refunded;
    }

    /// @dev Status SUBMITTED with a past reviewEnds is an approval that nobody has recorded yet.
    struct Milestone {
        uint256 amount;
        bytes32 evidenceHash;
        MilestoneStatus status;
        bool challengedThisRound;
        uint32 round;
        uint64 dueAt;
        uint64 reviewEnds;
        uint64 challengeEnds;
    }

    /// @dev Where a bid's index stands, for the agreement of a direct mandate.
    uint256 private constant NO_BID = type(uint256).max;
    bytes32 private constant SUBMISSION_TYPEHASH =
        keccak256("Submission(uint256 agreementId,uint256 milestone,uint256 round,bytes32 evidenceHash)");
    bytes32 private constant DIRECT_AGREEMENT_TYPEHASH =
        keccak256("DirectAgreement(uint256 mandateId,address payee,uint256 price,bytes32 milestonesHash)");

    ITreasury public immutable treasury;
    IBidBook public immutable bidBook;
    IBidElection public immutable election;
    IStewardCouncil public immutable council;
    IRoadmap public immutable roadmap;
    IVotes public immutable governanceToken;
    address public immutable timelock;

    /// @notice Least voting power that can challenge an approval, in units of the governance token.
    uint256 public immutable challengeThreshold;

    /// @inheritdoc IMilestoneEscrow
    mapping(uint256 mandateId => mapping(uint256 bidIndex => uint256)) public agreementOf;

    mapping(uint256 mandateId => uint256) private _agreementsUnder;
    Agreement[] private _agreements;
    mapping(uint256 agreementId => Milestone[]) private _milestones;

    modifier onlyTimelock() {
        if (msg.sender != timelock) revert OnlyTimelock(msg.sender);
        _;
    }

    constructor(
        ITreasury treasury_,
        IBidBook bidBook_,
        IBidElection election_,
        IStewardCouncil council_,
        IRoadmap roadmap_,
        IVotes governanceToken_,
        address timelock_,
        uint256 challengeThreshold_
    ) EIP712("MilestoneEscrow", "1") {
        treasury = treasury_;
        bidBook = bidBook_;
        election = election_;
        council = council_;
        roadmap = roadmap_;
        governanceToken = governanceToken_;
        timelock = timelock_;
        challengeThreshold = challengeThreshold_;
        Voteless.renounce(governanceToken_);
    }

    /// @inheritdoc IMilestoneEscrow
    function create(uint256 mandateId, uint256 bidIndex, IBidBook.Milestone[] calldata milestones)
        external
        nonReentrant
        returns (uint256 agreementId)
    {
        if (!election.isAwarded(mandateId, bidIndex)) revert NotAwarded(mandateId, bidIndex);
        (, address bidder,,, uint256 price, address payee, bytes32 revealed) = bidBook.bid(mandateId, bidIndex);
        bytes32 given = milestones.hash();
        if (given != revealed) revert MilestonesMismatch(given, revealed);
        return _make(mandateId, bidIndex, bidder, payee, price, milestones);
    }

    /// @inheritdoc IMilestoneEscrow
    function createDirect(
        uint256 mandateId,
        address payee,
        IBidBook.Milestone[] calldata milestones,
        bytes calldata signature
    ) external nonReentrant returns (uint256 agreementId) {
        if (treasury.mandateTerms(mandateId).kind != ITreasury.MandateKind.DIRECT) {
            revert NotADirectMandate(mandateId);
        }
        if (payee == address(0)) revert BadPayee(payee);
        uint256 price = milestones.total();
        address entity = roadmap.serviceEntity();
        bytes32 digest = directAgreementDigest(mandateId, payee, price, milestones.hash());
        if (!Signatures.isValid(entity, digest, signature)) revert BadAgreementSignature(entity);
        return _make(mandateId, NO_BID, entity, payee, price, milestones);
    }

    /// @inheritdoc IMilestoneEscrow
    function submit(uint256 agreementId, uint256 index, uint256 round, bytes32 evidenceHash) external {
        if (msg.sender != _known(agreementId).contractor) revert NotTheContractor(msg.sender);
        _submit(agreementId, index, round, evidenceHash);
    }

    /// @inheritdoc IMilestoneEscrow
    function submitBySig(
        uint256 agreementId,
        uint256 index,
        uint256 round,
        bytes32 evidenceHash,
        bytes calldata signature
    ) external {
        address contractor = _known(agreementId).contractor;
        bytes32 digest = submissionDigest(agreementId, index, round, evidenceHash);
        if (!Signatures.isValid(contractor, digest, signature)) revert BadSubmissionSignature(contractor);
        _submit(agreementId, index, round, evidenceHash);
    }

    /// @inheritdoc IMilestoneEscrow
    function approve(uint256 agreementId, uint256 index, uint256 round, IStewardCouncil.Approval[] calldata approvals)
        external
    {
        Milestone storage reviewed = _requireDecided("approve milestone", agreementId, index, round, 0, approvals);
        _approve(agreementId, index, reviewed, uint64(block.timestamp));
    }

    /// @inheritdoc IMilestoneEscrow
    function sendBack(
        uint256 agreementId,
        uint256 index,
        uint256 round,
        bytes32 reasonHash,
        IStewardCouncil.Approval[] calldata approvals
    ) external {
        if (reasonHash == 0) revert ReasonMissing();
        Milestone storage reviewed =
            _requireDecided("send back milestone", agreementId, index, round, reasonHash, approvals);
        // The time that the stewards took must not be what makes the contractor late.
        uint64 another = uint64(block.timestamp) + _known(agreementId).reviewPeriod;
        if (reviewed.dueAt < another) reviewed.dueAt = another;
        reviewed.status = MilestoneStatus.PENDING;
        emit MilestoneSentBack(agreementId, index, round, reasonHash, reviewed.dueAt);
    }

    /// @inheritdoc IMilestoneEscrow
    function reject(
        uint256 agreementId,
        uint256 index,
        uint256 round,
        bytes32 reasonHash,
        IStewardCouncil.Approval[] calldata approvals
    ) external {
        if (reasonHash == 0) revert ReasonMissing();
        Milestone storage reviewed =
            _requireDecided("reject milestone", agreementId, index, round, reasonHash, approvals);
        reviewed.status = MilestoneStatus.REJECTED;
        emit MilestoneRejected(agreementId, index, round, reasonHash);
    }

    /// @inheritdoc IMilestoneEscrow
    function closeReview(uint256 agreementId, uint256 index) external {
        Milestone storage reviewed = _knownMilestone(agreementId, index);
        if (reviewed.status != MilestoneStatus.SUBMITTED) revert WrongMilestoneStatus(reviewed.status);
        if (block.timestamp < reviewed.reviewEnds) revert ReviewStillOpen(reviewed.reviewEnds);
        _approve(agreementId, index, reviewed, reviewed.reviewEnds);
    }

    /// @inheritdoc IMilestoneEscrow
    function challenge(uint256 agreementId, uint256 index, bytes32 reasonHash) external {
        Milestone storage approved = _requireApproved(agreementId, index);
        if (reasonHash == 0) revert ReasonMissing();
        if (approved.challengedThisRound) revert AlreadyChallenged(approved.round);
        if (block.timestamp >= approved.challengeEnds) {
            uint64 opened = approved.challengeEnds - _known(agreementId).challengePeriod;
            revert NotInChallengeWindow(opened, approved.challengeEnds);
        }
        // The second before, so that tokens borrowed within this transaction do not count.
        uint256 votes = governanceToken.getPastVotes(msg.sender, block.timestamp - 1);
        if (votes < challengeThreshold) revert BelowChallengeThreshold(votes, challengeThreshold);

        approved.challengedThisRound = true;
        approved.status = MilestoneStatus.CHALLENGED;
        emit MilestoneChallenged(agreementId, index, approved.round, msg.sender, reasonHash);
    }

    /// @inheritdoc IMilestoneEscrow
    function resolveChallenge(uint256 agreementId, uint256 index, bool upheld) external onlyTimelock {
        Milestone storage challenged = _knownMilestone(agreementId, index);
        if (challenged.status != MilestoneStatus.CHALLENGED) revert WrongMilestoneStatus(challenged.status);
        challenged.status = upheld ? MilestoneStatus.REJECTED : MilestoneStatus.APPROVED;
        if (!upheld) challenged.challengeEnds = uint64(block.timestamp);
        emit ChallengeResolved(agreementId, index, challenged.round, upheld);
    }

    /// @inheritdoc IMilestoneEscrow
    function release(uint256 agreementId, uint256 index) external nonReentrant {
        Milestone storage approved = _requireApproved(agreementId, index);
        if (block.timestamp < approved.challengeEnds) revert NotReleasable(approved.challengeEnds);

        Agreement storage made = _known(agreementId);
        uint256 amount = approved.amount;
        approved.status = MilestoneStatus.PAID;
        made.paid += amount;
        emit MilestonePaid(agreementId, index, made.payee, made.token, amount);
        treasury.recordSpent(made.mandateId, amount);
        IERC20(made.token).safeTransfer(made.payee, amount);
    }

    /// @inheritdoc IMilestoneEscrow
    function refund(uint256 agreementId, uint256 index) external nonReentrant {
        Milestone storage ended = _knownMilestone(agreementId, index);
        bool overdue = ended.status == MilestoneStatus.PENDING && block.timestamp > ended.dueAt;
        if (!overdue && ended.status != MilestoneStatus.REJECTED) revert NotRefundable(agreementId, index);

        Agreement storage made = _known(agreementId);
        uint256 amount = ended.amount;
        ended.status = MilestoneStatus.REFUNDED;
        made.refunded += amount;
        emit MilestoneRefunded(agreementId, index, amount);
        IERC20(made.token).safeTransfer(address(treasury), amount);
        treasury.recordRefund(made.mandateId, amount);
    }

    /// @inheritdoc IMilestoneEscrow
    function agreementCount() external view returns (uint256) {
        return _agreements.length;
    }

    /// @inheritdoc IMilestoneEscrow
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
        )
    {
        Agreement storage made = _known(agreementId);
        mandateId = made.mandateId;
        bidIndex = made.bidIndex;
        contractor = made.contractor;
        payee = made.payee;
        token = made.token;
        funded = made.funded;
        paid = made.paid;
        refunded = made.refunded;
        milestones = _milestones[agreementId].length;
    }

    /// @inheritdoc IMilestoneEscrow
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
        )
    {
        Milestone storage shown = _knownMilestone(agreementId, index);
        status = shown.status;
        challengeEnds = shown.challengeEnds;
        if (_isDeemedApproved(shown)) {
            status = MilestoneStatus.APPROVED;
            challengeEnds = shown.reviewEnds + _known(agreementId).challengePeriod;
        }
        return (status, shown.amount, shown.dueAt, shown.round, shown.evidenceHash, shown.reviewEnds, challengeEnds);
    }

    /// @inheritdoc IMilestoneEscrow
    function isSettled(uint256 mandateId) external view returns (bool) {
        if (treasury.mandateTerms(mandateId).kind == ITreasury.MandateKind.DIRECT) {
            return _agreementsUnder[mandateId] != 0;
        }
        (IBidElection.ElectionStatus status,,,, uint64 standstillEnds,,) = election.election(mandateId);
        return status == IBidElection.ElectionStatus.DECIDED && block.timestamp >= standstillEnds
            && _agreementsUnder[mandateId] == election.winners(mandateId).length;
    }

    /// @inheritdoc IMilestoneEscrow
    function submissionDigest(uint256 agreementId, uint256 index, uint256 round, bytes32 evidenceHash)
        public
        view
        returns (bytes32)
    {
        return _hashTypedDataV4(keccak256(abi.encode(SUBMISSION_TYPEHASH, agreementId, index, round, evidenceHash)));
    }

    /// @inheritdoc IMilestoneEscrow
    function directAgreementDigest(uint256 mandateId, address payee, uint256 price, bytes32 milestonesHash)
        public
        view
        returns (bytes32)
    {
        return
            _hashTypedDataV4(keccak256(abi.encode(DIRECT_AGREEMENT_TYPEHASH, mandateId, payee, price, milestonesHash)));
    }

    function _make(
        uint256 mandateId,
        uint256 bidIndex,
        address contractor,
        address payee,
        uint256 price,
        IBidBook.Milestone[] calldata milestones
    ) private returns (uint256 agreementId) {
        if (agreementOf[mandateId][bidIndex] != 0) revert AgreementAlreadyMade(mandateId, bidIndex);
        ITreasury.MandateTerms memory terms = treasury.mandateTerms(mandateId);
        Agreement storage made = _agreements.push();
        agreementId = _agreements.length;
        agreementOf[mandateId][bidIndex] = agreementId;
        ++_agreementsUnder[mandateId];
        made.mandateId = mandateId;
        made.bidIndex = bidIndex;
        made.contractor = contractor;
        made.reviewPeriod = terms.milestoneReviewPeriod;
        made.challengePeriod = terms.challengePeriod;
        made.payee = payee;
        made.token = terms.token;
        made.funded = price;
        for (uint256 i = 0; i < milestones.length; ++i) {
            Milestone storage planned = _milestones[agreementId].push();
            planned.amount = milestones[i].amount;
            planned.dueAt = uint64(block.timestamp) + milestones[i].duration;
        }
        emit AgreementFunded(
            agreementId, mandateId, bidIndex, contractor, payee, terms.token, price, uint64(block.timestamp), milestones
        );
        treasury.fund(mandateId, price);
    }

    function _submit(uint256 agreementId, uint256 index, uint256 round, bytes32 evidenceHash) private {
        Milestone storage submitted = _knownMilestone(agreementId, index);
        if (submitted.status != MilestoneStatus.PENDING) revert WrongMilestoneStatus(submitted.status);
        if (round != uint256(submitted.round) + 1) revert WrongRound(round, submitted.round);
        if (block.timestamp > submitted.dueAt) revert MilestoneOverdue(submitted.dueAt);
        if (evidenceHash == 0) revert EvidenceMissing();

        submitted.status = MilestoneStatus.SUBMITTED;
        submitted.challengedThisRound = false;
        submitted.round = uint32(round);
        submitted.evidenceHash = evidenceHash;
        submitted.reviewEnds = uint64(block.timestamp) + _known(agreementId).reviewPeriod;
        submitted.challengeEnds = 0;
        emit MilestoneSubmitted(agreementId, index, round, evidenceHash, submitted.reviewEnds);
    }

    function _approve(uint256 agreementId, uint256 index, Milestone storage reviewed, uint64 approvedAt) private {
        reviewed.status = MilestoneStatus.APPROVED;
        reviewed.challengeEnds = approvedAt + _known(agreementId).challengePeriod;
        emit MilestoneApproved(agreementId, index, reviewed.round, reviewed.challengeEnds);
    }

    /// @dev The milestone under review, if enough stewards without an interest in it signed this decision on this round's
    /// evidence.
    function _requireDecided(
        string memory action,
        uint256 agreementId,
        uint256 index,
        uint256 round,
        bytes32 reasonHash,
        IStewardCouncil.Approval[] calldata approvals
    ) private view returns (Milestone storage reviewed) {
        reviewed = _knownMilestone(agreementId, index);
        if (reviewed.status != MilestoneStatus.SUBMITTED) revert WrongMilestoneStatus(reviewed.status);
        if (round != reviewed.round) revert WrongRound(round, reviewed.round);
        if (block.timestamp >= reviewed.reviewEnds) revert ReviewEnded(reviewed.reviewEnds);
        Agreement storage made = _known(agreementId);
        for (uint256 i = 0; i < approvals.length; ++i) {
            address steward = approvals[i].steward;
            if (steward == made.contractor || steward == made.payee) revert StewardHasInterest(steward);
        }
        council.requireApproved(
            IStewardCouncil.Decision({
                action: action,
                target: address(this),
                subject: agreementId,
                part: index,
                round: round,
                contentHash: reviewed.evidenceHash,
                reasonHash: reasonHash
            }),
            approvals
        );
    }

    /// @dev The milestone, if it is approved; an approval by the end of the review period is recorded first.
    function _requireApproved(uint256 agreementId, uint256 index) private returns (Milestone storage approved) {
        approved = _knownMilestone(agreementId, index);
        if (_isDeemedApproved(approved)) _approve(agreementId, index, approved, approved.reviewEnds);
        if (approved.status != MilestoneStatus.APPROVED) revert WrongMilestoneStatus(approved.status);
    }

    function _isDeemedApproved(Milestone storage reviewed) private view returns (bool) {
        return reviewed.status == MilestoneStatus.SUBMITTED && block.timestamp >= reviewed.reviewEnds;
    }

    function _known(uint256 agreementId) private view returns (Agreement storage) {
        if (agreementId == 0 || agreementId > _agreements.length) revert UnknownAgreement(agreementId);
        return _agreements[agreementId - 1];
    }

    function _knownMilestone(uint256 agreementId, uint256 index) private view returns (Milestone storage) {
        if (index >= _milestones[agreementId].length) revert UnknownMilestone(agreementId, index);
        return _milestones[agreementId][index];
    }
}
