// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IVotes} from "@openzeppelin/contracts/governance/utils/IVotes.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {IBidBook} from "./interfaces/IBidBook.sol";
import {IBidElection} from "./interfaces/IBidElection.sol";
import {IMilestoneEscrow} from "./interfaces/IMilestoneEscrow.sol";
import {IRoadmap} from "./interfaces/IRoadmap.sol";
import {IStewardCouncil} from "./interfaces/IStewardCouncil.sol";
import {ITreasury} from "./interfaces/ITreasury.sol";
import {Milestones} from "./libraries/Milestones.sol";
import {Payees} from "./libraries/Payees.sol";
import {Signatures} from "./libraries/Signatures.sol";
import {Voteless} from "./libraries/Voteless.sol";

/// @title Agreements, made from awarded bids as they were revealed, and paid milestone by milestone.
contract MilestoneEscrow is IMilestoneEscrow, EIP712, ReentrancyGuardTransient {
    using SafeERC20 for IERC20;
    using Milestones for IBidBook.Milestone[];
    using Milestones for IBidBook.Milestone;

    /// @dev The first two slots are all that a payout reads of it.
    /// @param limit what change orders may bring the price to without a vote
    /// @param returned what change orders sent back to the treasury
    struct Agreement {
        address payee;
        uint32 mandateId;
        uint32 reviewPeriod;
        uint32 challengePeriod;
        address token;
        uint16 milestones;
        uint16 changeOrders;
        uint16 payeeRequests;
        bool inOrder;
        bool terminated;
        address contractor;
        uint256 bidIndex;
        uint128 funded;
        uint128 limit;
        uint128 returned;
        address nextPayee;
        uint40 nextPayeeFrom;
    }

    /// @dev Times are those of `_clock`. `endsAt` is when the status may end: the review's end while SUBMITTED, the challenge
    /// window's once APPROVED or REJECTED, a challenge's own while CHALLENGED. Status SUBMITTED with a past endsAt is an
    /// approval that nobody has recorded yet.
    struct Milestone {
        uint128 amount;
        uint40 dueAt;
        uint40 endsAt;
        uint16 round;
        MilestoneStatus status;
        bytes32 evidenceHash;
    }

    struct Challenge {
        address challenger;
        bool ofRejection;
        uint256 bond;
    }

    /// @dev Where a bid's index stands, for the agreement of a direct mandate.
    uint256 private constant NO_BID = type(uint256).max;
    uint256 private constant BPS = 10_000;
    bytes32 private constant SUBMISSION_TYPEHASH =
        keccak256("Submission(uint256 agreementId,uint256 milestone,uint256 round,bytes32 evidenceHash)");
    bytes32 private constant DIRECT_AGREEMENT_TYPEHASH = keccak256(
        "DirectAgreement(uint256 mandateId,bytes32 purposeHash,address payee,uint256 price,bytes32 milestonesHash)"
    );
    bytes32 private constant CHANGE_ORDER_TYPEHASH =
        keccak256("ChangeOrder(uint256 agreementId,uint256 number,bytes32 changesHash)");
    bytes32 private constant PAYEE_CHANGE_TYPEHASH =
        keccak256("PayeeChange(uint256 agreementId,uint256 number,address payee)");

    ITreasury public immutable treasury;
    IBidBook public immutable bidBook;
    IBidElection public immutable election;
    IStewardCouncil public immutable council;
    IRoadmap public immutable roadmap;
    IVotes public immutable governanceToken;
    address public immutable timelock;

    /// @notice Least voting power that can challenge an approval without a bond, in units of the governance token.
    uint256 public immutable challengeThreshold;

    /// @notice What anyone else deposits to challenge an approval, in units of the governance token.
    uint256 public immutable challengeBond;

    /// @notice How long a vote has to end a challenge, in seconds.
    uint32 public immutable rulingPeriod;

    /// @inheritdoc IMilestoneEscrow
    mapping(uint256 mandateId => mapping(uint256 bidIndex => uint256)) public agreementOf;

    /// @inheritdoc IMilestoneEscrow
    uint256 public agreementCount;

    /// @inheritdoc IMilestoneEscrow
    mapping(address token => mapping(address payee => uint256)) public owed;

    mapping(uint256 mandateId => uint256) private _agreementsUnder;
    mapping(uint256 agreementId => Agreement) private _agreements;
    mapping(uint256 agreementId => mapping(uint256 index => Milestone)) private _milestones;
    mapping(uint256 agreementId => mapping(uint256 index => Challenge)) private _challenges;

    modifier onlyTimelock() {
        _requireTimelock();
        _;
    }

    modifier unlessStopped() {
        _requireNotStopped();
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
        ChallengeRules memory rules
    ) EIP712("MilestoneEscrow", "1") {
        // Otherwise anyone could freeze every payment for nothing, or a challenge would end before any vote.
        if (rules.threshold == 0) revert BadChallengeRule("threshold");
        if (rules.bond == 0) revert BadChallengeRule("bond");
        if (rules.rulingPeriod == 0) revert BadChallengeRule("rulingPeriod");
        treasury = treasury_;
        bidBook = bidBook_;
        election = election_;
        council = council_;
        roadmap = roadmap_;
        governanceToken = governanceToken_;
        timelock = timelock_;
        challengeThreshold = rules.threshold;
        challengeBond = rules.bond;
        rulingPeriod = rules.rulingPeriod;
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
        _approve(agreementId, index, reviewed, _clock() + _agreements[agreementId].challengePeriod);
    }

    /// @inheritdoc IMilestoneEscrow
    function sendBack(
        uint256 agreementId,
        uint256 index,
        uint256 round,
        bytes32 reasonHash,
        IStewardCouncil.Approval[] calldata approvals
    ) external {
        _requireReason(reasonHash);
        Milestone storage reviewed =
            _requireDecided("send back milestone", agreementId, index, round, reasonHash, approvals);
        // The time that the stewards took must not be what makes the contractor late.
        uint40 another = _clock() + _agreements[agreementId].reviewPeriod;
        if (reviewed.dueAt < another) reviewed.dueAt = another;
        reviewed.status = MilestoneStatus.PENDING;
        emit MilestoneSentBack(agreementId, index, round, reasonHash, _shown(reviewed.dueAt));
    }

    /// @inheritdoc IMilestoneEscrow
    function reject(
        uint256 agreementId,
        uint256 index,
        uint256 round,
        bytes32 reasonHash,
        IStewardCouncil.Approval[] calldata approvals
    ) external {
        _requireReason(reasonHash);
        Milestone storage reviewed =
            _requireDecided("reject milestone", agreementId, index, round, reasonHash, approvals);
        _reject(agreementId, index, reviewed, _clock() + _agreements[agreementId].challengePeriod, reasonHash);
    }

    /// @inheritdoc IMilestoneEscrow
    function closeReview(uint256 agreementId, uint256 index) external {
        Milestone storage reviewed = _knownMilestone(agreementId, index);
        _requireStatus(reviewed, MilestoneStatus.SUBMITTED);
        if (_clock() < reviewed.endsAt) revert ReviewStillOpen(_shown(reviewed.endsAt));
        _approveBySilence(agreementId, index, reviewed);
    }

    /// @inheritdoc IMilestoneEscrow
    function challenge(uint256 agreementId, uint256 index, bytes32 reasonHash) external nonReentrant {
        Milestone storage decided = _recordSilence(agreementId, index);
        bool ofRejection = decided.status == MilestoneStatus.REJECTED;
        if (!ofRejection) _requireStatus(decided, MilestoneStatus.APPROVED);
        _requireReason(reasonHash);
        uint40 clock = _clock();
        // What a challenge has led to, or a vote on a decision, has no window left: it can be challenged once.
        if (clock >= decided.endsAt) revert ChallengeWindowEnded(_shown(decided.endsAt));
        // The second before, so that tokens borrowed within this transaction do not count.
        uint256 votes = governanceToken.getPastVotes(msg.sender, block.timestamp - 1);
        uint256 bond = votes >= challengeThreshold ? 0 : challengeBond;

        decided.status = MilestoneStatus.CHALLENGED;
        // Never sooner than without the challenge: or else a contractor's own would shorten the window.
        if (decided.endsAt < clock + rulingPeriod) decided.endsAt = clock + rulingPeriod;
        _challenges[agreementId][index] = Challenge(msg.sender, ofRejection, bond);
        emit MilestoneChallenged(
            agreementId, index, decided.round, msg.sender, reasonHash, bond, _shown(decided.endsAt)
        );
        if (bond != 0) IERC20(address(governanceToken)).safeTransferFrom(msg.sender, address(this), bond);
    }

    /// @inheritdoc IMilestoneEscrow
    function lapseChallenge(uint256 agreementId, uint256 index) external nonReentrant {
        Milestone storage challenged = _knownMilestone(agreementId, index);
        _requireStatus(challenged, MilestoneStatus.CHALLENGED);
        if (_clock() < challenged.endsAt) revert NotLapsed(_shown(challenged.endsAt));
        bool approved = !_challenges[agreementId][index].ofRejection;
        _decide(agreementId, index, challenged, approved, _clock(), 0);
        _endChallenge(agreementId, index, challenged.round, approved);
    }

    /// @inheritdoc IMilestoneEscrow
    function rule(uint256 agreementId, uint256 index, uint256 round, bool approved, bytes32 reasonHash)
        external
        onlyTimelock
        nonReentrant
    {
        Milestone storage ruled = _knownMilestone(agreementId, index);
        MilestoneStatus was = ruled.status;
        if (was == MilestoneStatus.PENDING || was == MilestoneStatus.PAID || was == MilestoneStatus.REFUNDED) {
            revert WrongMilestoneStatus(was);
        }
        if (round != ruled.round) revert WrongRound(round, ruled.round);
        if (!approved) _requireReason(reasonHash);
        uint40 endsAt = _clock();
        // What nobody has decided before can be challenged, whoever decides it.
        if (was == MilestoneStatus.SUBMITTED) endsAt += _agreements[agreementId].challengePeriod;
        _decide(agreementId, index, ruled, approved, endsAt, reasonHash);
        if (was == MilestoneStatus.CHALLENGED) _endChallenge(agreementId, index, round, approved);
    }

    /// @inheritdoc IMilestoneEscrow
    function release(uint256 agreementId, uint256 index) external nonReentrant unlessStopped {
        Milestone storage approved = _recordSilence(agreementId, index);
        _requireStatus(approved, MilestoneStatus.APPROVED);
        if (_clock() < approved.endsAt) revert NotReleasable(_shown(approved.endsAt));
        Agreement storage made = _agreements[agreementId];
        uint256 amount = _pay(agreementId, index, approved, made.token, made.payee);
        treasury.recordSpent(made.mandateId, amount);
    }

    /// @inheritdoc IMilestoneEscrow
    function releaseBatch(Due[] calldata due) external nonReentrant unlessStopped {
        uint40 clock = _clock();
        uint256 mandateId = 0;
        address token = address(0);
        uint256 spent = 0;
        for (uint256 i = 0; i < due.length; ++i) {
            (uint256 agreementId, uint256 index) = (due[i].agreementId, due[i].milestone);
            Milestone storage candidate = _milestones[agreementId][index];
            Agreement storage made = _agreements[agreementId];
            (address payee, uint256 under, uint32 challengePeriod) = (made.payee, made.mandateId, made.challengePeriod);
            bytes4 obstacle = _obstacleToRelease(candidate, challengePeriod, clock);
            if (obstacle != 0) {
                emit ReleaseRefused(agreementId, index, obstacle);
                continue;
            }
            // Milestones of one mandate are in one token, and are booked together where they follow each other. Until they
            // are, the treasury counts them as reserved, so that nobody called in between finds money free that is not.
            if (under != mandateId) {
                if (spent != 0) treasury.recordSpent(mandateId, spent);
                (mandateId, token, spent) = (under, made.token, 0);
            }
            if (candidate.status == MilestoneStatus.SUBMITTED) {
                _approveBySilence(agreementId, index, candidate);
            }
            spent += _pay(agreementId, index, candidate, token, payee);
        }
        if (spent != 0) treasury.recordSpent(mandateId, spent);
    }

    /// @inheritdoc IMilestoneEscrow
    function withdraw(address token, address to) external nonReentrant unlessStopped {
        uint256 amount = owed[token][msg.sender];
        if (amount == 0) revert NothingOwed(msg.sender, token);
        owed[token][msg.sender] = 0;
        emit PaymentWithdrawn(msg.sender, token, to, amount);
        IERC20(token).safeTransfer(to, amount);
    }

    /// @inheritdoc IMilestoneEscrow
    function refund(uint256 agreementId, uint256 index) external nonReentrant {
        Milestone storage ended = _knownMilestone(agreementId, index);
        Agreement storage made = _agreements[agreementId];
        bool isOver =
            ended.status == MilestoneStatus.PENDING && (made.terminated || _clock() > _dueAt(made, agreementId, index));
        bool isRejected = ended.status == MilestoneStatus.REJECTED && _clock() >= ended.endsAt;
        if (!isOver && !isRejected) revert NotRefundable(agreementId, index);

        uint256 amount = ended.amount;
        ended.status = MilestoneStatus.REFUNDED;
        emit MilestoneRefunded(agreementId, index, amount);
        _return(made, amount);
    }

    /// @inheritdoc IMilestoneEscrow
    function terminate(uint256 agreementId, bytes32 reasonHash) external onlyTimelock {
        _requireReason(reasonHash);
        Agreement storage made = _known(agreementId);
        _requireRunning(made, agreementId);
        made.terminated = true;
        emit AgreementTerminated(agreementId, reasonHash);
    }

    /// @inheritdoc IMilestoneEscrow
    function changeOrder(
        uint256 agreementId,
        uint256 number,
        Change[] calldata changes,
        bytes calldata signature,
        IStewardCouncil.Approval[] calldata approvals
    ) external nonReentrant {
        Agreement storage made = _known(agreementId);
        _requireRunning(made, agreementId);
        _requireNext(number, made.changeOrders);
        bytes32 changesHash = keccak256(abi.encode(changes));
        if (!Signatures.isValid(made.contractor, changeOrderDigest(agreementId, number, changesHash), signature)) {
            revert BadChangeSignature(made.contractor);
        }
        if (msg.sender != timelock) {
            _requireCouncil(made, _decision("change agreement", agreementId, number, 0, changesHash, 0), approvals);
        }

        ++made.changeOrders;
        (uint256 added, uint256 returned) = _change(made, agreementId, changes);
        made.funded += uint128(added);
        made.returned += uint128(returned);
        uint256 price = made.funded - _refunded(made, agreementId);
        if (msg.sender != timelock && added != 0 && price > made.limit) revert AboveTolerance(price, made.limit);
        emit AgreementChanged(agreementId, number, changes, added, returned);
        if (added != 0) {
            // Or else it would take what another winner's agreement needs.
            if (made.bidIndex != NO_BID && !_isEveryAwardMade(made.mandateId)) {
                revert AwardsOutstanding(made.mandateId);
            }
            _fund(made.mandateId, made.token, added);
        }
        if (returned != 0) _return(made, returned);
    }

    /// @inheritdoc IMilestoneEscrow
    function changePayee(uint256 agreementId, uint256 number, address payee, bytes calldata signature) external {
        Agreement storage made = _known(agreementId);
        _requireNext(number, made.payeeRequests);
        _requirePayable(payee, made.token);
        // Or else naming stewards, who may not know of it, would keep them from deciding.
        if (payee != made.contractor && council.isSteward(payee)) revert BadPayee(payee);
        if (!Signatures.isValid(made.payee, payeeChangeDigest(agreementId, number, payee), signature)) {
            revert BadPayeeSignature(made.payee);
        }
        ++made.payeeRequests;
        made.nextPayee = payee;
        made.nextPayeeFrom = _clock() + made.challengePeriod;
        emit PayeeChangeRequested(agreementId, number, payee, _shown(made.nextPayeeFrom));
    }

    /// @inheritdoc IMilestoneEscrow
    function cancelPayeeChange(uint256 agreementId) external {
        Agreement storage made = _known(agreementId);
        if (msg.sender != made.payee && msg.sender != made.contractor && msg.sender != timelock) {
            revert NotAPartyTo(agreementId, msg.sender);
        }
        if (made.nextPayee == address(0)) revert NoPayeeChange(agreementId);
        (made.nextPayee, made.nextPayeeFrom) = (address(0), 0);
        emit PayeeChangeCancelled(agreementId, made.payeeRequests);
    }

    /// @inheritdoc IMilestoneEscrow
    function completePayeeChange(uint256 agreementId) external {
        Agreement storage made = _known(agreementId);
        if (made.nextPayee == address(0)) revert NoPayeeChange(agreementId);
        if (_clock() < made.nextPayeeFrom) revert PayeeChangeTooEarly(_shown(made.nextPayeeFrom));
        emit PayeeChanged(agreementId, made.payee, made.nextPayee);
        made.payee = made.nextPayee;
        (made.nextPayee, made.nextPayeeFrom) = (address(0), 0);
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
        paid = _amountIn(made, agreementId, MilestoneStatus.PAID);
        refunded = _refunded(made, agreementId);
        milestones = made.milestones;
    }

    /// @inheritdoc IMilestoneEscrow
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
        )
    {
        Agreement storage made = _known(agreementId);
        effectiveFrom = made.nextPayee == address(0) ? 0 : _shown(made.nextPayeeFrom);
        return (made.terminated, made.changeOrders, made.limit, made.payeeRequests, made.nextPayee, effectiveFrom);
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
        Agreement storage made = _agreements[agreementId];
        uint40 endsAt;
        (status, endsAt) = _outcome(shown, made.challengePeriod, _clock());
        if (status == MilestoneStatus.SUBMITTED) reviewEnds = _shown(endsAt);
        else if (status != MilestoneStatus.PENDING && status < MilestoneStatus.PAID) challengeEnds = _shown(endsAt);
        dueAt = _shown(_dueAt(made, agreementId, index));
        return (status, shown.amount, dueAt, shown.round, shown.evidenceHash, reviewEnds, challengeEnds);
    }

    /// @inheritdoc IMilestoneEscrow
    function isSettled(uint256 mandateId) external view returns (bool) {
        ITreasury.MandateTerms memory terms = treasury.mandateTerms(mandateId);
        if (terms.toleranceBps != 0) {
            // As long as an agreement holds money, a change order may need more.
            (uint256 committed, uint256 spent,) = treasury.mandateState(mandateId);
            if (committed != spent) return false;
        }
        if (terms.kind == ITreasury.MandateKind.DIRECT) return _agreementsUnder[mandateId] != 0;
        (IBidElection.ElectionStatus status,,,, uint64 standstillEnds,,) = election.election(mandateId);
        return status == IBidElection.ElectionStatus.DECIDED && block.timestamp >= standstillEnds
            && _isEveryAwardMade(mandateId);
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
        bytes32 purposeHash = treasury.mandateTerms(mandateId).purposeHash;
        return _hashTypedDataV4(
            keccak256(abi.encode(DIRECT_AGREEMENT_TYPEHASH, mandateId, purposeHash, payee, price, milestonesHash))
        );
    }

    /// @inheritdoc IMilestoneEscrow
    function changeOrderDigest(uint256 agreementId, uint256 number, bytes32 changesHash) public view returns (bytes32) {
        return _hashTypedDataV4(keccak256(abi.encode(CHANGE_ORDER_TYPEHASH, agreementId, number, changesHash)));
    }

    /// @inheritdoc IMilestoneEscrow
    function payeeChangeDigest(uint256 agreementId, uint256 number, address payee) public view returns (bytes32) {
        return _hashTypedDataV4(keccak256(abi.encode(PAYEE_CHANGE_TYPEHASH, agreementId, number, payee)));
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
        _requirePayable(payee, terms.token);
        agreementId = ++agreementCount;
        agreementOf[mandateId][bidIndex] = agreementId;
        ++_agreementsUnder[mandateId];
        Agreement storage made = _agreements[agreementId];
        made.payee = payee;
        // Mandates are granted one by one: they never come to 2^32.
        made.mandateId = uint32(mandateId);
        made.reviewPeriod = terms.milestoneReviewPeriod;
        made.challengePeriod = terms.challengePeriod;
        made.token = terms.token;
        made.milestones = uint16(milestones.length);
        made.inOrder = terms.inOrder;
        made.contractor = contractor;
        made.bidIndex = bidIndex;
        made.funded = uint128(price);
        made.limit = uint128(price + price * terms.toleranceBps / BPS);
        uint40 clock = _clock();
        for (uint256 i = 0; i < milestones.length; ++i) {
            _plan(_milestones[agreementId][i], milestones[i], clock);
        }
        emit AgreementFunded(
            agreementId, mandateId, bidIndex, contractor, payee, terms.token, price, uint64(block.timestamp), milestones
        );
        _fund(mandateId, terms.token, price);
    }

    function _submit(uint256 agreementId, uint256 index, uint256 round, bytes32 evidenceHash) private {
        Milestone storage submitted = _knownMilestone(agreementId, index);
        Agreement storage made = _agreements[agreementId];
        _requireRunning(made, agreementId);
        _requireStatus(submitted, MilestoneStatus.PENDING);
        if (round != uint256(submitted.round) + 1) revert WrongRound(round, submitted.round);
        uint40 clock = _clock();
        uint40 dueAt = _dueAt(made, agreementId, index);
        if (clock > dueAt) revert MilestoneOverdue(_shown(dueAt));
        if (evidenceHash == 0) revert EvidenceMissing();
        if (made.inOrder) _requireTurn(agreementId, index);

        submitted.status = MilestoneStatus.SUBMITTED;
        submitted.round = uint16(round);
        submitted.evidenceHash = evidenceHash;
        submitted.endsAt = clock + made.reviewPeriod;
        emit MilestoneSubmitted(agreementId, index, round, evidenceHash, _shown(submitted.endsAt));
    }

    function _approve(uint256 agreementId, uint256 index, Milestone storage reviewed, uint40 challengeEnds) private {
        (reviewed.status, reviewed.endsAt) = (MilestoneStatus.APPROVED, challengeEnds);
        emit MilestoneApproved(agreementId, index, reviewed.round, _shown(challengeEnds));
    }

    function _approveBySilence(uint256 agreementId, uint256 index, Milestone storage reviewed) private {
        _approve(agreementId, index, reviewed, reviewed.endsAt + _agreements[agreementId].challengePeriod);
    }

    function _reject(
        uint256 agreementId,
        uint256 index,
        Milestone storage reviewed,
        uint40 challengeEnds,
        bytes32 reasonHash
    ) private {
        (reviewed.status, reviewed.endsAt) = (MilestoneStatus.REJECTED, challengeEnds);
        emit MilestoneRejected(agreementId, index, reviewed.round, reasonHash, _shown(challengeEnds));
    }

    function _decide(
        uint256 agreementId,
        uint256 index,
        Milestone storage ruled,
        bool approved,
        uint40 challengeEnds,
        bytes32 reasonHash
    ) private {
        if (approved) _approve(agreementId, index, ruled, challengeEnds);
        else _reject(agreementId, index, ruled, challengeEnds, reasonHash);
    }

    function _endChallenge(uint256 agreementId, uint256 index, uint256 round, bool approved) private {
        Challenge memory raised = _challenges[agreementId][index];
        delete _challenges[agreementId][index];
        bool upheld = approved == raised.ofRejection;
        emit ChallengeResolved(agreementId, index, round, upheld);
        if (raised.bond == 0) return;
        IERC20(address(governanceToken)).safeTransfer(upheld ? raised.challenger : address(treasury), raised.bond);
    }

    /// @dev What the change needs in all, or leaves over; what it drops goes back at once.
    function _change(Agreement storage made, uint256 agreementId, Change[] calldata changes)
        private
        returns (uint256 added, uint256 returned)
    {
        (uint256 more, uint256 less) = (0, 0);
        uint40 clock = _clock();
        for (uint256 i = 0; i < changes.length; ++i) {
            (uint256 index, IBidBook.Milestone calldata to) = (changes[i].index, changes[i].to);
            if (i != 0 && index <= changes[i - 1].index) revert BadChange(index);
            if (index == made.milestones && index < Milestones.MOST && to.amount != 0) ++made.milestones;
            else if (index >= made.milestones) revert BadChange(index);
            Milestone storage changed = _milestones[agreementId][index];
            _requireStatus(changed, MilestoneStatus.PENDING);
            if (to.amount == 0) {
                changed.status = MilestoneStatus.REFUNDED;
                emit MilestoneRefunded(agreementId, index, changed.amount);
                _return(made, changed.amount);
            } else {
                less += changed.amount;
                more += to.amount;
                to.requireSound();
                _plan(changed, to, clock);
            }
        }
        return more > less ? (more - less, uint256(0)) : (uint256(0), less - more);
    }

    function _plan(Milestone storage planned, IBidBook.Milestone calldata terms, uint40 clock) private {
        planned.amount = uint128(terms.amount);
        planned.dueAt = clock + uint40(terms.duration);
    }

    function _isEveryAwardMade(uint256 mandateId) private view returns (bool) {
        return _agreementsUnder[mandateId] == election.winnerCount(mandateId);
    }

    /// @dev Takes money from the mandate. A token that delivers less than was sent would leave the last payee short.
    function _fund(uint256 mandateId, address token, uint256 amount) private {
        uint256 before = IERC20(token).balanceOf(address(this));
        treasury.fund(mandateId, amount);
        uint256 received = IERC20(token).balanceOf(address(this)) - before;
        if (received != amount) revert WrongAmountReceived(received, amount);
    }

    function _return(Agreement storage made, uint256 amount) private {
        IERC20(made.token).safeTransfer(address(treasury), amount);
        treasury.recordRefund(made.mandateId, amount);
    }

    /// @dev A payee that cannot receive keeps nobody else from being paid, nor its mandate from being closed.
    function _pay(uint256 agreementId, uint256 index, Milestone storage approved, address token, address payee)
        private
        returns (uint256 amount)
    {
        amount = approved.amount;
        approved.status = MilestoneStatus.PAID;
        emit MilestonePaid(agreementId, index, payee, token, amount);
        if (IERC20(token).trySafeTransfer(payee, amount)) return amount;
        owed[token][payee] += amount;
        emit PaymentOwed(agreementId, index, payee, token, amount);
    }

    /// @dev The milestone under review, if this decision on this round's evidence is the stewards' or a vote's.
    function _requireDecided(
        string memory action,
        uint256 agreementId,
        uint256 index,
        uint256 round,
        bytes32 reasonHash,
        IStewardCouncil.Approval[] calldata approvals
    ) private view returns (Milestone storage reviewed) {
        reviewed = _knownMilestone(agreementId, index);
        _requireStatus(reviewed, MilestoneStatus.SUBMITTED);
        if (round != reviewed.round) revert WrongRound(round, reviewed.round);
        if (_clock() >= reviewed.endsAt) revert ReviewEnded(_shown(reviewed.endsAt));
        if (msg.sender == timelock) return reviewed;
        IStewardCouncil.Decision memory decision =
            _decision(action, agreementId, index, round, reviewed.evidenceHash, reasonHash);
        _requireCouncil(_agreements[agreementId], decision, approvals);
    }

    /// @dev Enough stewards signed, none of them a party to the agreement or about to be paid from it.
    function _requireCouncil(
        Agreement storage made,
        IStewardCouncil.Decision memory decision,
        IStewardCouncil.Approval[] calldata approvals
    ) private view {
        for (uint256 i = 0; i < approvals.length; ++i) {
            address steward = approvals[i].steward;
            if (steward == made.contractor || steward == made.payee || steward == made.nextPayee) {
                revert StewardHasInterest(steward);
            }
        }
        council.requireApproved(decision, approvals);
    }

    function _decision(
        string memory action,
        uint256 agreementId,
        uint256 part,
        uint256 round,
        bytes32 contentHash,
        bytes32 reasonHash
    ) private view returns (IStewardCouncil.Decision memory) {
        return IStewardCouncil.Decision(action, address(this), agreementId, part, round, contentHash, reasonHash);
    }

    /// @dev The milestone; an approval by the end of the review period is recorded first.
    function _recordSilence(uint256 agreementId, uint256 index) private returns (Milestone storage found) {
        found = _knownMilestone(agreementId, index);
        if (found.status == MilestoneStatus.SUBMITTED && _clock() >= found.endsAt) {
            _approveBySilence(agreementId, index, found);
        }
    }

    function _requireStatus(Milestone storage found, MilestoneStatus needed) private view {
        if (found.status != needed) revert WrongMilestoneStatus(found.status);
    }

    /// @dev The selector of the error that releasing it now would meet; zero when nothing speaks against it.
    function _obstacleToRelease(Milestone storage candidate, uint32 challengePeriod, uint40 clock)
        private
        view
        returns (bytes4)
    {
        (MilestoneStatus status, uint40 endsAt) = _outcome(candidate, challengePeriod, clock);
        if (status != MilestoneStatus.APPROVED) {
            return candidate.amount == 0 ? UnknownMilestone.selector : WrongMilestoneStatus.selector;
        }
        return clock < endsAt ? NotReleasable.selector : bytes4(0);
    }

    function _requireReason(bytes32 reasonHash) private pure {
        if (reasonHash == 0) revert ReasonMissing();
    }

    function _requireTimelock() private view {
        if (msg.sender != timelock) revert OnlyTimelock(msg.sender);
    }

    function _requireNotStopped() private view {
        uint64 until = treasury.stoppedUntil();
        if (block.timestamp < until) revert ITreasury.PaymentsAreStopped(until);
    }

    /// @dev All milestones before this one are decided. The last that was not dropped or refunded tells: it had to wait too.
    function _requireTurn(uint256 agreementId, uint256 index) private view {
        while (index > 0) {
            (MilestoneStatus status,) = _outcome(_milestones[agreementId][--index], 0, _clock());
            if (status == MilestoneStatus.REFUNDED) continue;
            bool isOpen = status < MilestoneStatus.APPROVED || status == MilestoneStatus.CHALLENGED;
            if (isOpen) revert EarlierMilestoneOpen(index);
            return;
        }
    }

    function _requireNext(uint256 number, uint256 last) private pure {
        if (number != last + 1) revert WrongChangeNumber(number, last + 1);
    }

    function _requireRunning(Agreement storage made, uint256 agreementId) private view {
        if (made.terminated) revert AgreementIsTerminated(agreementId);
    }

    /// @dev What is sent to these would be lost to the payee, or counted twice.
    function _requirePayable(address payee, address token) private view {
        if (!Payees.isPayable(treasury, payee, token)) revert BadPayee(payee);
    }

    /// @dev A milestone's status and when it may end, with an approval that nobody has recorded yet.
    function _outcome(Milestone storage found, uint32 challengePeriod, uint40 clock)
        private
        view
        returns (MilestoneStatus status, uint40 endsAt)
    {
        (status, endsAt) = (found.status, found.endsAt);
        if (status == MilestoneStatus.SUBMITTED && clock >= endsAt) {
            return (MilestoneStatus.APPROVED, endsAt + challengePeriod);
        }
    }

    /// @dev Until when a milestone may be submitted. In order, it is due no earlier than the one before, nor than a review
    /// period after that one's decision, so that nobody is late who had to wait.
    function _dueAt(Agreement storage made, uint256 agreementId, uint256 index) private view returns (uint40 dueAt) {
        mapping(uint256 => Milestone) storage planned = _milestones[agreementId];
        if (!made.inOrder) return planned[index].dueAt;
        uint40 earliest = 0;
        for (uint256 i = 0; i <= index; ++i) {
            dueAt = planned[i].dueAt > earliest ? planned[i].dueAt : earliest;
            uint40 next = planned[i].status == MilestoneStatus.PENDING ? dueAt : planned[i].endsAt + made.reviewPeriod;
            if (next > earliest) earliest = next;
        }
    }

    function _refunded(Agreement storage made, uint256 agreementId) private view returns (uint256) {
        return made.returned + _amountIn(made, agreementId, MilestoneStatus.REFUNDED);
    }

    function _amountIn(Agreement storage made, uint256 agreementId, MilestoneStatus status)
        private
        view
        returns (uint256 sum)
    {
        for (uint256 i = 0; i < made.milestones; ++i) {
            Milestone storage each = _milestones[agreementId][i];
            if (each.status == status) sum += each.amount;
        }
    }

    /// @dev The chain's clock, less the time that the treasury was stopped: it stands still while money does.
    function _clock() private view returns (uint40) {
        return uint40(block.timestamp - _stoppedSeconds());
    }

    function _shown(uint40 time) private view returns (uint64) {
        return uint64(time) + _stoppedSeconds();
    }

    function _stoppedSeconds() private view returns (uint64) {
        return treasury.stoppedSeconds();
    }

    function _known(uint256 agreementId) private view returns (Agreement storage made) {
        made = _agreements[agreementId];
        if (made.contractor == address(0)) revert UnknownAgreement(agreementId);
    }

    function _knownMilestone(uint256 agreementId, uint256 index) private view returns (Milestone storage found) {
        found = _milestones[agreementId][index];
        if (found.amount == 0) revert UnknownMilestone(agreementId, index);
    }
}
