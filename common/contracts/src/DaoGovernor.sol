// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {Governor} from "@openzeppelin/contracts/governance/Governor.sol";
import {GovernorCountingSimple} from "@openzeppelin/contracts/governance/extensions/GovernorCountingSimple.sol";
import {GovernorVotes} from "@openzeppelin/contracts/governance/extensions/GovernorVotes.sol";
import {TimelockController} from "@openzeppelin/contracts/governance/TimelockController.sol";
import {IVotes} from "@openzeppelin/contracts/governance/utils/IVotes.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {Time} from "@openzeppelin/contracts/utils/types/Time.sol";
import {DaoTimelock} from "./DaoTimelock.sol";
import {IDaoGovernor} from "./interfaces/IDaoGovernor.sol";
import {IProposalPolicy} from "./interfaces/IProposalPolicy.sol";
import {IRoadmap} from "./interfaces/IRoadmap.sol";
import {Signatures} from "./libraries/Signatures.sol";
import {Voteless} from "./libraries/Voteless.sol";

/// @title The vote of the token holders: OpenZeppelin's Governor, with rules by what a proposal would do.
/// @notice EIP-712 domain: name "DaoGovernor", version "1". Anyone may queue and execute what has passed; the proposer may
/// cancel until voting begins. A proposal that has passed and is not queued, or is queued and not executed, expires after
/// the timelock's grace period.
/// @dev The timelock is used directly and not by GovernorTimelockControl, which knows one delay for all proposals, no end
/// of them, and a way to hand over to another timelock.
contract DaoGovernor is Governor, GovernorCountingSimple, GovernorVotes, IDaoGovernor {
    /// @dev The first slot is the proposal's rules, less the periods that OpenZeppelin keeps, and what happened to it.
    struct Course {
        uint128 quorumFloor;
        uint16 quorumBps;
        uint16 approvalBps;
        uint32 timelockDelay;
        uint32 extension;
        IProposalPolicy.ProposalClass class;
        bool vetoable;
        bool vetoed;
        bool passing;
        bytes32 actions;
        bytes32 codeHashes;
        bytes32 operation;
    }

    /// @notice How many times the extension a vote can be prolonged: whoever flips it again and again must not keep it open.
    uint32 public constant MOST_EXTENSIONS = 4;

    uint256 private constant BPS = 10_000;
    /// @dev What approvals are compared in: basis points would take close ones for equal.
    uint256 private constant WHOLE = 1e18;
    bytes32 private constant SPONSORSHIP_TYPEHASH =
        keccak256("Sponsorship(address sponsor,address proposer,uint256 proposalId,uint64 expiry)");

    /// @notice Who the guardian is, and until when.
    IRoadmap public immutable roadmap;

    /// @inheritdoc IDaoGovernor
    uint32 public immutable lateFlipExtension;

    DaoTimelock private immutable _timelock;

    /// @inheritdoc IDaoGovernor
    IProposalPolicy public policy;

    /// @inheritdoc IDaoGovernor
    mapping(address sponsor => uint256 proposalId) public sponsored;

    mapping(uint256 proposalId => Course) private _courses;

    /// @dev What exactly these actions must exceed to pass in spite of a veto; 0 when they were not vetoed.
    mapping(bytes32 actions => uint256 approvalBps) private _vetoedAt;

    /// @dev The periods of the proposal that is being made: OpenZeppelin asks for them without saying for which one.
    uint32 private transient _delayOfNext;
    uint32 private transient _periodOfNext;

    /// @param token_ votes, counted by timestamp
    /// @param policy_ may not exist yet
    /// @param roadmap_ may not exist yet
    /// @param lateFlipExtension_ seconds that a vote lasts at least after its outcome has changed
    constructor(
        IVotes token_,
        DaoTimelock timelock_,
        IProposalPolicy policy_,
        IRoadmap roadmap_,
        uint32 lateFlipExtension_
    ) Governor("DaoGovernor") GovernorVotes(token_) {
        // By block number, every period here would mean something else.
        try token().CLOCK_MODE() returns (string memory mode) {
            if (keccak256(bytes(mode)) != keccak256(bytes(CLOCK_MODE()))) revert WrongClock(mode);
        } catch {
            revert WrongClock("");
        }
        _timelock = timelock_;
        policy = policy_;
        roadmap = roadmap_;
        lateFlipExtension = lateFlipExtension_;
        emit PolicyChanged(address(0), address(policy_));
    }

    /// @inheritdoc IDaoGovernor
    function proposeBySig(
        address[] memory targets,
        uint256[] memory values,
        bytes[] memory calldatas,
        string memory description,
        Sponsorship[] calldata sponsorships
    ) external returns (uint256 proposalId) {
        if (!_isValidDescriptionForProposer(msg.sender, description)) {
            revert GovernorRestrictedProposer(msg.sender);
        }
        // A description that names nobody is good for everybody, for the zero address as well.
        if (_isValidDescriptionForProposer(address(0), description)) revert ProposerNotNamed();
        proposalId = getProposalId(targets, values, calldatas, keccak256(bytes(description)));
        uint256 votes = _sponsor(proposalId, sponsorships);
        uint256 threshold = proposalThreshold();
        if (votes < threshold) revert GovernorInsufficientProposerVotes(msg.sender, votes, threshold);
        _propose(targets, values, calldatas, description, msg.sender);
    }

    /// @inheritdoc IDaoGovernor
    function castVotesBySig(uint256 proposalId, SignedVote[] calldata votes) external {
        _validateStateBitmap(proposalId, _encodeStateBitmap(ProposalState.Active));
        uint256 snapshot = proposalSnapshot(proposalId);
        for (uint256 i = 0; i < votes.length; ++i) {
            SignedVote calldata vote = votes[i];
            bytes4 reason = _refusal(proposalId, vote);
            if (reason == 0) {
                uint256 weight = _getVotes(vote.voter, snapshot, _defaultParams());
                _countVote(proposalId, vote.voter, vote.support, weight, _defaultParams());
                emit VoteCast(vote.voter, proposalId, vote.support, weight, "");
            } else {
                emit VoteRefused(proposalId, vote.voter, reason);
            }
        }
        _tallyUpdated(proposalId);
    }

    /// @inheritdoc IDaoGovernor
    function veto(uint256 proposalId, string calldata reason) external {
        if (!roadmap.isGuardian(msg.sender)) revert NotTheGuardian(msg.sender);
        if (bytes(reason).length == 0) revert ReasonMissing();
        _validateStateBitmap(
            proposalId, _encodeStateBitmap(ProposalState.Succeeded) | _encodeStateBitmap(ProposalState.Queued)
        );
        Course storage course = _courses[proposalId];
        (uint256 against, uint256 inFavour,) = proposalVotes(proposalId);
        uint256 approval = inFavour * WHOLE / (inFavour + against);
        uint256 vetoedAt = _vetoedAt[course.actions];
        if (!course.vetoable || (vetoedAt != 0 && approval > vetoedAt)) revert NotVetoable(proposalId);

        course.vetoed = true;
        // Halfway to unanimity at most: it can be passed again whatever approval it had.
        _vetoedAt[course.actions] = Math.min(approval, (course.approvalBps + BPS) * WHOLE / (2 * BPS));
        emit ProposalCanceled(proposalId);
        emit ProposalVetoed(proposalId, msg.sender, reason);
        if (course.operation != 0) _timelock.cancel(course.operation);
    }

    /// @inheritdoc IDaoGovernor
    function setPolicy(IProposalPolicy newPolicy) external onlyGovernance {
        address[] memory targets = new address[](1);
        bytes[] memory calldatas = new bytes[](1);
        (targets[0], calldatas[0]) = (address(this), msg.data);
        (IProposalPolicy.ProposalClass class,,) = newPolicy.classify(targets, new uint256[](1), calldatas);
        if (class != IProposalPolicy.ProposalClass.AUTHORITY) revert UnfitPolicy(address(newPolicy));
        emit PolicyChanged(address(policy), address(newPolicy));
        policy = newPolicy;
    }

    /// @inheritdoc IDaoGovernor
    function proposalRules(uint256 proposalId)
        external
        view
        returns (IProposalPolicy.ProposalClass class, bool vetoable, uint16 approvalBps, uint32 timelockDelay)
    {
        if (proposalSnapshot(proposalId) == 0) revert GovernorNonexistentProposal(proposalId);
        Course storage course = _courses[proposalId];
        return (course.class, course.vetoable, course.approvalBps, course.timelockDelay);
    }

    /// @notice The timelock that executes what has passed.
    function timelock() external view returns (address) {
        return address(_timelock);
    }

    /// @inheritdoc IDaoGovernor
    function proposalQuorum(uint256 proposalId) public view returns (uint256) {
        Course storage course = _courses[proposalId];
        return _quorum(proposalSnapshot(proposalId), course.quorumFloor, course.quorumBps);
    }

    /// @notice Votes for and abstaining that a proposal of the strictest class would need. No proposal made now needs more;
    /// what one does need is its `proposalQuorum`.
    function quorum(uint256 timepoint) public view override returns (uint256) {
        IProposalPolicy.Rules memory rules = policy.strictest();
        return _quorum(timepoint, rules.quorumFloor, rules.quorumBps);
    }

    /// @notice Seconds between a proposal of the strictest class and its vote. None made now waits longer.
    function votingDelay() public view override returns (uint256) {
        return _delayOfNext != 0 ? _delayOfNext : policy.strictest().votingDelay;
    }

    /// @notice Seconds that the vote on a proposal of the strictest class lasts. None made now lasts longer, unless its
    /// outcome changes late.
    function votingPeriod() public view override returns (uint256) {
        return _periodOfNext != 0 ? _periodOfNext : policy.strictest().votingPeriod;
    }

    /// @notice Voting power that proposing takes.
    function proposalThreshold() public view override returns (uint256) {
        return policy.proposalThreshold();
    }

    /// @notice The last second of the vote, in seconds since the epoch; later than planned when the outcome changed late.
    function proposalDeadline(uint256 proposalId) public view override returns (uint256) {
        return super.proposalDeadline(proposalId) + _courses[proposalId].extension;
    }

    /// @notice Seconds since the epoch.
    function clock() public view override(Governor, GovernorVotes) returns (uint48) {
        return Time.timestamp();
    }

    /// @notice How `clock` counts (ERC-6372): as the token does, which was checked at construction.
    function CLOCK_MODE() public pure override(Governor, GovernorVotes) returns (string memory) {
        return "mode=timestamp";
    }

    /// @notice Every proposal goes through the timelock.
    function proposalNeedsQueuing(uint256) public pure override returns (bool) {
        return true;
    }

    /// @notice As OpenZeppelin says; a vetoed proposal is Canceled, and one that was not queued or executed in time Expired.
    function state(uint256 proposalId) public view override returns (ProposalState current) {
        current = super.state(proposalId);
        if (current != ProposalState.Succeeded && current != ProposalState.Queued) return current;
        Course storage course = _courses[proposalId];
        if (course.vetoed) return ProposalState.Canceled;
        if (current == ProposalState.Succeeded) {
            bool inTime = clock() <= proposalDeadline(proposalId) + _timelock.gracePeriod();
            return inTime ? current : ProposalState.Expired;
        }
        TimelockController.OperationState operation = _timelock.getOperationState(course.operation);
        if (operation == TimelockController.OperationState.Done) return ProposalState.Executed;
        if (operation != TimelockController.OperationState.Unset) return current;
        return _timelock.getTimestamp(course.operation) == 0 ? ProposalState.Canceled : ProposalState.Expired;
    }

    /// @dev Rules and code hashes are fixed here: neither another policy nor other code may change what is voted on.
    function _propose(
        address[] memory targets,
        uint256[] memory values,
        bytes[] memory calldatas,
        string memory description,
        address proposer
    ) internal override returns (uint256 proposalId) {
        (IProposalPolicy.ProposalClass class, bool vetoable, IProposalPolicy.Rules memory rules) =
            policy.classify(targets, values, calldatas);
        (_delayOfNext, _periodOfNext) = (rules.votingDelay, rules.votingPeriod);
        proposalId = super._propose(targets, values, calldatas, description, proposer);
        (_delayOfNext, _periodOfNext) = (0, 0);

        Course storage course = _courses[proposalId];
        course.quorumFloor = rules.quorumFloor;
        course.quorumBps = rules.quorumBps;
        course.approvalBps = rules.approvalBps;
        course.timelockDelay = rules.timelockDelay;
        course.class = class;
        course.vetoable = vetoable;
        course.actions = bytes32(hashProposal(targets, values, calldatas, 0));
        course.codeHashes = _codeHashes(targets);
        emit ProposalClassified(proposalId, class, vetoable, rules);
    }

    function _queueOperations(
        uint256 proposalId,
        address[] memory targets,
        uint256[] memory values,
        bytes[] memory calldatas,
        bytes32 descriptionHash
    ) internal override returns (uint48) {
        _requireSameCode(proposalId, targets);
        Course storage course = _courses[proposalId];
        uint256 delay = _timelock.getMinDelay() + course.timelockDelay;
        bytes32 salt = _salt(descriptionHash);
        course.operation = _timelock.hashOperationBatch(targets, values, calldatas, 0, salt);
        _timelock.scheduleBatch(targets, values, calldatas, 0, salt, delay);
        return SafeCast.toUint48(block.timestamp + delay);
    }

    function _executeOperations(
        uint256 proposalId,
        address[] memory targets,
        uint256[] memory values,
        bytes[] memory calldatas,
        bytes32 descriptionHash
    ) internal override {
        _requireSameCode(proposalId, targets);
        _timelock.executeBatch{value: msg.value}(targets, values, calldatas, 0, _salt(descriptionHash));
    }

    function _executor() internal view override returns (address) {
        return address(_timelock);
    }

    /// @dev Whoever changes the outcome at the last moment gives everyone else the time to answer.
    function _tallyUpdated(uint256 proposalId) internal override {
        Course storage course = _courses[proposalId];
        bool passing = _quorumReached(proposalId) && _voteSucceeded(proposalId);
        if (passing == course.passing) return;
        course.passing = passing;
        uint256 planned = super.proposalDeadline(proposalId);
        uint256 extended = Math.min(clock() + lateFlipExtension, planned + MOST_EXTENSIONS * lateFlipExtension);
        if (extended > planned + course.extension) {
            course.extension = SafeCast.toUint32(extended - planned);
            emit ProposalExtended(proposalId, uint64(extended));
        }
    }

    function _quorumReached(uint256 proposalId)
        internal
        view
        override(Governor, GovernorCountingSimple)
        returns (bool)
    {
        (, uint256 inFavour, uint256 abstained) = proposalVotes(proposalId);
        return inFavour + abstained >= proposalQuorum(proposalId);
    }

    function _voteSucceeded(uint256 proposalId)
        internal
        view
        override(Governor, GovernorCountingSimple)
        returns (bool)
    {
        return _isApprovedBy(proposalId, _courses[proposalId].approvalBps);
    }

    /// @dev A vote signed for a batch is good for a transaction of its own as well, so that no relay can withhold it.
    /// OpenZeppelin's sequential nonce is good too, for tools that know no other.
    function _validateVoteSig(uint256 proposalId, uint8 support, address voter, bytes memory signature)
        internal
        override
        returns (bool)
    {
        return _isBallot(proposalId, support, voter, _keyedNonce(proposalId), signature)
            || _isBallot(proposalId, support, voter, _useNonce(voter), signature);
    }

    /// @dev As OpenZeppelin's, but with the key before the code, and a limit to the code's gas.
    function _validateExtendedVoteSig(
        uint256 proposalId,
        uint8 support,
        address voter,
        string memory reason,
        bytes memory params,
        bytes memory signature
    ) internal override returns (bool) {
        bytes32 ballot = keccak256(
            abi.encode(
                EXTENDED_BALLOT_TYPEHASH,
                proposalId,
                support,
                voter,
                _useNonce(voter),
                keccak256(bytes(reason)),
                keccak256(params)
            )
        );
        return Signatures.isValid(voter, _hashTypedDataV4(ballot), signature);
    }

    /// @dev The votes of the sponsors together, if every one of them signed for this and backs nothing else. As for a lone
    /// proposer they are those of a second ago, so that tokens borrowed within this transaction do not count.
    function _sponsor(uint256 proposalId, Sponsorship[] calldata sponsorships) private returns (uint256 votes) {
        address previous = address(0);
        for (uint256 i = 0; i < sponsorships.length; ++i) {
            Sponsorship calldata given = sponsorships[i];
            address sponsor = given.sponsor;
            if (sponsor <= previous) revert SponsorsNotAscending(previous, sponsor);
            if (block.timestamp > given.expiry) revert SponsorshipExpired(sponsor, given.expiry);
            bytes32 word = keccak256(abi.encode(SPONSORSHIP_TYPEHASH, sponsor, msg.sender, proposalId, given.expiry));
            if (!Signatures.isValid(sponsor, _hashTypedDataV4(word), given.signature)) revert BadSponsorship(sponsor);
            uint256 backed = sponsored[sponsor];
            if (backed != 0 && _isUndecided(backed)) revert SponsorIsBusy(sponsor, backed);

            uint256 weight = getVotes(sponsor, clock() - 1);
            sponsored[sponsor] = proposalId;
            emit ProposalSponsored(proposalId, sponsor, weight);
            votes += weight;
            previous = sponsor;
        }
    }

    function _isUndecided(uint256 proposalId) private view returns (bool) {
        ProposalState current = state(proposalId);
        return current == ProposalState.Pending || current == ProposalState.Active;
    }

    /// @dev The selector of the error that the vote would meet alone; 0 when it counts.
    function _refusal(uint256 proposalId, SignedVote calldata vote) private view returns (bytes4) {
        if (hasVoted(proposalId, vote.voter)) return GovernorAlreadyCastVote.selector;
        if (vote.support > uint8(VoteType.Abstain)) return GovernorInvalidVoteType.selector;
        if (!_isBallot(proposalId, vote.support, vote.voter, _keyedNonce(proposalId), vote.signature)) {
            return GovernorInvalidSignature.selector;
        }
        return 0;
    }

    function _isBallot(uint256 proposalId, uint8 support, address voter, uint256 nonce, bytes memory signature)
        private
        view
        returns (bool)
    {
        bytes32 digest = _hashTypedDataV4(keccak256(abi.encode(BALLOT_TYPEHASH, proposalId, support, voter, nonce)));
        return Signatures.isValid(voter, digest, signature);
    }

    /// @dev Whether more than `bps` of those who voted for or against are for it. Multiplied out, so that nothing is rounded.
    function _isApprovedBy(uint256 proposalId, uint256 bps) private view returns (bool) {
        (uint256 against, uint256 inFavour,) = proposalVotes(proposalId);
        return inFavour * BPS > (inFavour + against) * bps;
    }

    function _quorum(uint256 timepoint, uint256 floor, uint256 bps) private view returns (uint256) {
        uint256 voting = token().getPastTotalSupply(timepoint) - Voteless.pastHoldings(token(), timepoint);
        return Math.max(floor, Math.mulDiv(voting, bps, BPS));
    }

    function _requireSameCode(uint256 proposalId, address[] memory targets) private view {
        (bytes32 pinned, bytes32 found) = (_courses[proposalId].codeHashes, _codeHashes(targets));
        if (found != pinned) revert TargetsChanged(proposalId, pinned, found);
    }

    /// @dev An account without code counts as 0, whether it exists or not: a coin sent to it must not change its hash.
    function _codeHashes(address[] memory targets) private view returns (bytes32) {
        bytes32[] memory hashes = new bytes32[](targets.length);
        for (uint256 i = 0; i < targets.length; ++i) {
            if (targets[i].code.length != 0) hashes[i] = targets[i].codehash;
        }
        return keccak256(abi.encodePacked(hashes));
    }

    /// @dev A constant per proposal that is never stored: having voted is what spends it.
    function _keyedNonce(uint256 proposalId) private pure returns (uint256) {
        return uint256(uint192(proposalId)) << 64;
    }

    /// @dev As in GovernorTimelockControl, so that operations of several Governors do not meet.
    function _salt(bytes32 descriptionHash) private view returns (bytes32) {
        return bytes20(address(this)) ^ descriptionHash;
    }
}
