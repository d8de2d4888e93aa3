// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IVotes} from "@openzeppelin/contracts/governance/utils/IVotes.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {BitMaps} from "@openzeppelin/contracts/utils/structs/BitMaps.sol";
import {IBidBook} from "./interfaces/IBidBook.sol";
import {IBidElection} from "./interfaces/IBidElection.sol";
import {IStewardCouncil} from "./interfaces/IStewardCouncil.sol";
import {ITreasury} from "./interfaces/ITreasury.sol";
import {Signatures} from "./libraries/Signatures.sol";

/// @title The vote on the bids of one mandate. It counts while ballots come in, and verifies the order it is given.
/// @dev A tally is `yes << 128 | no`. Contributions to it are added and taken away modulo 2^256: whatever a batch does in
/// between, the result is exact, because the true yes and no of a bid never exceed the supply, which fits 128 bits.
contract BidElection is IBidElection, EIP712 {
    using BitMaps for BitMaps.BitMap;

    struct Election {
        uint64 votingStarts;
        uint64 votingEnds;
        uint64 snapshot;
        uint64 standstillEnds;
        ElectionStatus status;
        uint16 bids;
        uint16 bidsOnBallot;
        ObjectionStatus objection;
        uint64 objectionEnds;
        uint256 awarded;
    }

    /// @dev One slot, which for up to 32 bids is the whole ballot. Further choices follow in words of 32 bytes.
    struct Ballot {
        uint64 sequence;
        uint128 weight;
        bytes8 head;
    }

    /// @dev What a batch needs of the election, read once. `mask` has both bits of every bid on the ballot set.
    struct Count {
        uint256 mandateId;
        bool late;
        uint256 bids;
        uint256 length;
        uint64 snapshot;
        bytes32[] mask;
        uint256[] change;
    }

    /// @dev A ballot that has passed every check. The first word of `choices` holds 8 bytes of them, each other one 32.
    struct Checked {
        address voter;
        uint256 sequence;
        uint256 weight;
        bytes32[] choices;
    }

    /// @dev What `decide` compares of one bid. The approved one that comes first has the highest lead.
    struct Standing {
        uint256 lead;
        uint256 price;
        uint256 index;
    }

    /// @notice How many times the extension a vote can be prolonged: whoever turns it again and again must not keep it open.
    uint32 public constant MOST_EXTENSIONS = 4;

    uint256 private constant YES = 1;
    uint256 private constant NO = 2;
    uint256 private constant HEAD_BYTES = 8;
    uint256 private constant HEAD_BIDS = 32;
    uint256 private constant WORD_BIDS = 128;
    bytes32 private constant BALLOT_TYPEHASH =
        keccak256("Ballot(uint256 mandateId,address voter,uint256 sequence,bytes choices)");

    ITreasury public immutable treasury;
    IBidBook public immutable bidBook;
    IVotes public immutable token;
    IStewardCouncil public immutable council;
    address public immutable timelock;

    /// @notice How long before the end a turn is late, and how long voting lasts at least after it, in seconds.
    uint32 public immutable lateTurnExtension;

    /// @notice By more than this share of the quorum, in basis points, a bid's tally must move to be a turn.
    uint16 public immutable lateTurnBps;

    /// @notice How long an objection suspends an award unless a vote ends it, in seconds: long enough for a vote.
    uint32 public immutable objectionPeriod;

    /// @notice Least voting power that can object to an award alone, in units of the governance token.
    uint256 public immutable objectionThreshold;

    mapping(uint256 mandateId => Election) private _elections;
    mapping(uint256 mandateId => bytes32[]) private _masks;
    mapping(uint256 mandateId => mapping(uint256 bidIndex => uint256)) private _tallies;
    mapping(uint256 mandateId => mapping(address voter => Ballot)) private _ballots;
    mapping(uint256 mandateId => mapping(address voter => mapping(uint256 word => bytes32))) private _tails;
    mapping(uint256 mandateId => uint16[]) private _winners;
    mapping(uint256 mandateId => BitMaps.BitMap) private _won;

    constructor(
        ITreasury treasury_,
        IBidBook bidBook_,
        IVotes token_,
        IStewardCouncil council_,
        address timelock_,
        Rules memory rules
    ) EIP712("BidElection", "1") {
        // Otherwise anyone could suspend every award, or an objection would end before any vote.
        if (rules.objectionThreshold == 0) revert BadElectionRule("objectionThreshold");
        if (rules.objectionPeriod == 0) revert BadElectionRule("objectionPeriod");
        treasury = treasury_;
        bidBook = bidBook_;
        token = token_;
        council = council_;
        timelock = timelock_;
        lateTurnExtension = rules.lateTurnExtension;
        lateTurnBps = rules.lateTurnBps;
        objectionPeriod = rules.objectionPeriod;
        objectionThreshold = rules.objectionThreshold;
    }

    /// @inheritdoc IBidElection
    function open(uint256 mandateId) external {
        (, uint64 biddingEnds,, uint64 reviewEnds) = bidBook.windows(mandateId);
        Election storage chosen = _elections[mandateId];
        if (reviewEnds == 0 || block.timestamp < reviewEnds || chosen.status != ElectionStatus.NONE) {
            revert ElectionNotOpenable(mandateId);
        }
        (,, bool closed) = treasury.mandateState(mandateId);
        if (closed) revert ITreasury.MandateIsClosed(mandateId);
        uint256 supply = token.getPastTotalSupply(biddingEnds);
        if (supply > type(uint128).max) revert TooMuchVotingPower(supply);

        ITreasury.MandateTerms memory terms = treasury.mandateTerms(mandateId);
        uint16[] memory onBallot = bidBook.revealedBids(mandateId);
        chosen.status = ElectionStatus.VOTING;
        chosen.votingStarts = uint64(block.timestamp);
        chosen.snapshot = biddingEnds;
        chosen.bids = uint16(bidBook.bidCount(mandateId));
        chosen.bidsOnBallot = uint16(onBallot.length);
        chosen.votingEnds = uint64(block.timestamp) + (onBallot.length == 0 ? 0 : terms.electionPeriod);
        _masks[mandateId] = _maskOf(onBallot, chosen.bids);
        emit ElectionOpened(mandateId, chosen.votingStarts, chosen.votingEnds, biddingEnds, onBallot);
        if (onBallot.length == 0) _finish(mandateId, new uint16[](0), 0, terms.standstillPeriod);
    }

    /// @inheritdoc IBidElection
    function cast(uint256 mandateId, uint256 sequence, bytes calldata choices) external {
        Count memory count = _beginCount(mandateId);
        (Checked memory ballot, bytes4 reason) = _check(count, msg.sender, sequence, choices);
        if (reason == StaleBallot.selector) {
            revert StaleBallot(msg.sender, sequence, _ballots[mandateId][msg.sender].sequence);
        }
        if (reason == BadSequence.selector) revert BadSequence(msg.sender, sequence);
        if (reason == BadChoices.selector) revert BadChoices(msg.sender);
        if (reason == NoVotingPower.selector) revert NoVotingPower(msg.sender);
        _record(count, ballot, choices);
        _endCount(count);
    }

    /// @inheritdoc IBidElection
    function castBatch(uint256 mandateId, SignedBallot[] calldata ballots) external {
        Count memory count = _beginCount(mandateId);
        for (uint256 i = 0; i < ballots.length; ++i) {
            SignedBallot calldata signed = ballots[i];
            (Checked memory ballot, bytes4 reason) = _check(count, signed.voter, signed.sequence, signed.choices);
            if (reason == 0) {
                bytes32 digest = ballotDigest(mandateId, signed.voter, signed.sequence, signed.choices);
                if (!Signatures.isValid(signed.voter, digest, signed.signature)) reason = BadBallotSignature.selector;
            }
            if (reason == 0) _record(count, ballot, signed.choices);
            else emit BallotRefused(mandateId, signed.voter, signed.sequence, reason);
        }
        _endCount(count);
    }

    /// @inheritdoc IBidElection
    function decide(uint256 mandateId, uint16[] calldata order) external {
        Election storage chosen = _elections[mandateId];
        if (chosen.status != ElectionStatus.VOTING) revert ElectionNotOpen(mandateId);
        if (block.timestamp < chosen.votingEnds) revert VotingStillOpen(chosen.votingEnds);

        ITreasury.MandateTerms memory terms = treasury.mandateTerms(mandateId);
        uint256[] memory prices = bidBook.prices(mandateId, order);
        _requireExactly(mandateId, order, prices, terms);
        (uint16[] memory won, uint256 awarded) = _award(order, prices, terms);
        _finish(mandateId, won, awarded, terms.standstillPeriod);
    }

    /// @inheritdoc IBidElection
    function objectToAward(uint256 mandateId, bytes32 reasonHash) external {
        Election storage chosen = _requireObjectionPossible(mandateId, reasonHash);
        if (msg.sender != timelock) {
            uint256 votes = token.getPastVotes(msg.sender, chosen.snapshot);
            if (votes < objectionThreshold) revert BelowObjectionThreshold(votes, objectionThreshold);
        }
        _object(mandateId, chosen, msg.sender, reasonHash);
    }

    /// @inheritdoc IBidElection
    function objectToAwardAsStewards(
        uint256 mandateId,
        bytes32 reasonHash,
        IStewardCouncil.Approval[] calldata approvals
    ) external {
        Election storage chosen = _requireObjectionPossible(mandateId, reasonHash);
        bidBook.requireNoInterest(mandateId, approvals);
        council.requireApproved(
            IStewardCouncil.Decision({
                action: "object to award",
                target: address(this),
                subject: mandateId,
                part: 0,
                round: 0,
                contentHash: keccak256(abi.encode(_winners[mandateId])),
                reasonHash: reasonHash
            }),
            approvals
        );
        _object(mandateId, chosen, address(council), reasonHash);
    }

    /// @inheritdoc IBidElection
    function resolveObjection(uint256 mandateId, bool upheld) external {
        if (msg.sender != timelock) revert OnlyTimelock(msg.sender);
        Election storage chosen = _elections[mandateId];
        ObjectionStatus current = _objectionStatus(chosen);
        if (current != ObjectionStatus.LIVE) revert NoLiveObjection(current);
        chosen.objectionEnds = uint64(block.timestamp);
        chosen.objection = upheld ? ObjectionStatus.UPHELD : ObjectionStatus.DISMISSED;
        if (upheld) {
            chosen.standstillEnds = uint64(block.timestamp);
            chosen.awarded = 0;
            delete _winners[mandateId];
        }
        emit ObjectionResolved(mandateId, upheld, _awardableFrom(chosen));
    }

    /// @inheritdoc IBidElection
    function election(uint256 mandateId)
        external
        view
        returns (
            ElectionStatus status,
            uint64 votingStarts,
            uint64 votingEnds,
            uint64 snapshot,
            uint64 standstillEnds,
            uint256 bidsOnBallot,
            uint256 awarded
        )
    {
        Election storage chosen = _elections[mandateId];
        return (
            chosen.status,
            chosen.votingStarts,
            chosen.votingEnds,
            chosen.snapshot,
            _awardableFrom(chosen),
            chosen.bidsOnBallot,
            chosen.awarded
        );
    }

    /// @inheritdoc IBidElection
    function tally(uint256 mandateId, uint256 bidIndex) external view returns (uint256 yes, uint256 no) {
        return _split(_tallies[mandateId][bidIndex]);
    }

    /// @inheritdoc IBidElection
    function isApproved(uint256 mandateId, uint256 bidIndex) external view returns (bool approved) {
        bytes32[] memory mask = _masks[mandateId];
        if (!_isOnBallot(mask, bidIndex, _elections[mandateId].bids)) return false;
        ITreasury.MandateTerms memory terms = treasury.mandateTerms(mandateId);
        (approved,) = _approval(_tallies[mandateId][bidIndex], terms.marginBps, terms.quorum);
    }

    /// @inheritdoc IBidElection
    function winners(uint256 mandateId) external view returns (uint16[] memory) {
        return _winners[mandateId];
    }

    /// @inheritdoc IBidElection
    function winnerCount(uint256 mandateId) external view returns (uint256) {
        return _winners[mandateId].length;
    }

    /// @inheritdoc IBidElection
    function isAwarded(uint256 mandateId, uint256 bidIndex) external view returns (bool) {
        Election storage chosen = _elections[mandateId];
        return _won[mandateId].get(bidIndex) && chosen.objection != ObjectionStatus.UPHELD
            && block.timestamp >= _awardableFrom(chosen);
    }

    /// @inheritdoc IBidElection
    function objection(uint256 mandateId) external view returns (ObjectionStatus status, uint64 ends) {
        Election storage chosen = _elections[mandateId];
        return (_objectionStatus(chosen), chosen.objectionEnds);
    }

    /// @inheritdoc IBidElection
    function longestDelay() external view returns (uint256) {
        return MOST_EXTENSIONS * uint256(lateTurnExtension) + objectionPeriod;
    }

    /// @inheritdoc IBidElection
    function ballotOf(uint256 mandateId, address voter)
        external
        view
        returns (uint256 sequence, uint256 weight, bytes memory choices)
    {
        Ballot storage ballot = _ballots[mandateId][voter];
        if (ballot.sequence == 0) return (0, 0, "");
        uint256 words = _masks[mandateId].length;
        choices = bytes.concat(ballot.head);
        for (uint256 word = 1; word < words; ++word) {
            choices = bytes.concat(choices, _tails[mandateId][voter][word]);
        }
        uint256 length = _choicesLength(_elections[mandateId].bids);
        // Cuts off the padding of the last word.
        assembly ("memory-safe") {
            mstore(choices, length)
        }
        return (ballot.sequence, ballot.weight, choices);
    }

    /// @inheritdoc IBidElection
    function ballotDigest(uint256 mandateId, address voter, uint256 sequence, bytes calldata choices)
        public
        view
        returns (bytes32)
    {
        return _hashTypedDataV4(keccak256(abi.encode(BALLOT_TYPEHASH, mandateId, voter, sequence, keccak256(choices))));
    }

    function _beginCount(uint256 mandateId) private view returns (Count memory) {
        Election storage chosen = _elections[mandateId];
        if (chosen.status == ElectionStatus.NONE) revert ElectionNotOpen(mandateId);
        if (block.timestamp >= chosen.votingEnds) revert VotingClosed(chosen.votingEnds);
        uint256 bids = chosen.bids;
        return Count({
            mandateId: mandateId,
            late: block.timestamp + lateTurnExtension > chosen.votingEnds,
            bids: bids,
            length: _choicesLength(bids),
            snapshot: chosen.snapshot,
            mask: _masks[mandateId],
            change: new uint256[](bids)
        });
    }

    /// @dev `reason` is the selector of the error that this ballot meets; zero when nothing speaks against it.
    function _check(Count memory count, address voter, uint256 sequence, bytes calldata choices)
        private
        view
        returns (Checked memory ballot, bytes4 reason)
    {
        if (sequence > type(uint64).max) return (ballot, BadSequence.selector);
        if (sequence <= _ballots[count.mandateId][voter].sequence) return (ballot, StaleBallot.selector);
        if (choices.length != count.length) return (ballot, BadChoices.selector);
        bytes32[] memory words = new bytes32[](count.mask.length);
        for (uint256 word = 0; word < words.length; ++word) {
            words[word] = _wordOf(choices, word);
            if (words[word] & ~count.mask[word] != 0) return (ballot, BadChoices.selector);
        }
        uint256 weight = token.getPastVotes(voter, count.snapshot);
        if (weight == 0) return (ballot, NoVotingPower.selector);
        return (Checked(voter, sequence, weight, words), 0);
    }

    /// @dev Stores the ballot and adds to `count.change` what it changes against the voter's earlier one.
    function _record(Count memory count, Checked memory ballot, bytes calldata choices) private {
        Ballot storage stored = _ballots[count.mandateId][ballot.voter];
        bytes32[] memory words = ballot.choices;
        _addChange(count.change, 0, bytes32(stored.head), words[0], ballot.weight);
        stored.sequence = uint64(ballot.sequence);
        stored.weight = uint128(ballot.weight);
        stored.head = bytes8(words[0]);
        if (words.length > 1) {
            mapping(uint256 => bytes32) storage tail = _tails[count.mandateId][ballot.voter];
            for (uint256 word = 1; word < words.length; ++word) {
                bytes32 earlier = tail[word];
                if (words[word] == earlier) continue;
                tail[word] = words[word];
                uint256 first = HEAD_BIDS + (word - 1) * WORD_BIDS;
                _addChange(count.change, first, earlier, words[word], ballot.weight);
            }
        }
        emit BallotCast(count.mandateId, ballot.voter, ballot.sequence, ballot.weight, choices);
    }

    /// @dev Goes byte by byte, and within a byte only as far as the ballots differ: so it never passes the last bid, whose
    /// successors have no choice in either.
    function _addChange(uint256[] memory change, uint256 first, bytes32 earlier, bytes32 later, uint256 weight)
        private
        pure
    {
        uint256 was = uint256(earlier);
        uint256 becomes = uint256(later);
        unchecked {
            uint256 asYes = weight << 128;
            for (; was != becomes; first += 4) {
                uint256 bid = first;
                uint256 four = becomes >> 248;
                for (uint256 fourBefore = was >> 248; four != fourBefore; ++bid) {
                    uint256 choice = four & 3;
                    uint256 choiceBefore = fourBefore & 3;
                    if (choice != choiceBefore) {
                        change[bid] += (choice == YES ? asYes : choice == NO ? weight : 0)
                            - (choiceBefore == YES ? asYes : choiceBefore == NO ? weight : 0);
                    }
                    four >>= 2;
                    fourBefore >>= 2;
                }
                was <<= 8;
                becomes <<= 8;
            }
        }
    }

    /// @dev The mandate's terms are read only when it is late: until then a ballot pays nothing for extensions.
    function _endCount(Count memory count) private {
        mapping(uint256 => uint256) storage tallies = _tallies[count.mandateId];
        uint256 marginBps = 0;
        uint256 quorum = 0;
        uint256 plannedEnd = 0;
        bool watched = count.late;
        if (watched) {
            ITreasury.MandateTerms memory terms = treasury.mandateTerms(count.mandateId);
            (marginBps, quorum) = (terms.marginBps, terms.quorum);
            plannedEnd = _elections[count.mandateId].votingStarts + terms.electionPeriod;
        }
        bool turned = false;
        for (uint256 bid = 0; bid < count.bids; ++bid) {
            uint256 change = count.change[bid];
            if (change == 0) continue;
            uint256 earlier = tallies[bid];
            uint256 later;
            unchecked {
                later = earlier + change;
            }
            tallies[bid] = later;
            if (watched && _isTurn(earlier, later, marginBps, quorum)) (turned, watched) = (true, false);
        }
        if (turned) _extend(count.mandateId, plannedEnd);
    }

    /// @dev The bid's approval has changed, or its tally moved by more than the share of the quorum.
    function _isTurn(uint256 earlier, uint256 later, uint256 marginBps, uint256 quorum) private view returns (bool) {
        (bool wasApproved,) = _approval(earlier, marginBps, quorum);
        (bool approved,) = _approval(later, marginBps, quorum);
        if (approved != wasApproved) return true;
        (uint256 yesBefore, uint256 noBefore) = _split(earlier);
        (uint256 yes, uint256 no) = _split(later);
        uint256 moved =
            Math.max(yes, yesBefore) - Math.min(yes, yesBefore) + Math.max(no, noBefore) - Math.min(no, noBefore);
        return moved * 10_000 > quorum * lateTurnBps;
    }

    /// @dev From now, but never further than all extensions from the end that was planned at the opening.
    function _extend(uint256 mandateId, uint256 plannedEnd) private {
        Election storage chosen = _elections[mandateId];
        uint256 extended =
            Math.min(block.timestamp + lateTurnExtension, plannedEnd + MOST_EXTENSIONS * uint256(lateTurnExtension));
        if (extended <= chosen.votingEnds) return;
        chosen.votingEnds = uint64(extended);
        emit VotingExtended(mandateId, uint64(extended));
    }

    /// @dev Reverts unless `order` has exactly the approved bids, each before the next by the rule. As no two bids rank the
    /// same, a strict order has none twice; so it is complete when its length is the number of approved bids.
    function _requireExactly(
        uint256 mandateId,
        uint16[] calldata order,
        uint256[] memory prices,
        ITreasury.MandateTerms memory terms
    ) private view {
        (uint256[] memory leads, uint256 approved) = _leads(mandateId, terms);
        Standing memory previous;
        for (uint256 i = 0; i < order.length; ++i) {
            // A lead is stored plus one, so that zero marks what is not approved.
            if (order[i] >= leads.length || leads[order[i]] == 0) revert BadCount(i);
            Standing memory next = Standing(leads[order[i]], prices[i], order[i]);
            if (i != 0 && !_ranksBefore(previous, next)) revert BadCount(i);
            previous = next;
        }
        if (order.length != approved) revert BadCount(order.length);
    }

    function _leads(uint256 mandateId, ITreasury.MandateTerms memory terms)
        private
        view
        returns (uint256[] memory leads, uint256 approved)
    {
        mapping(uint256 => uint256) storage tallies = _tallies[mandateId];
        leads = new uint256[](_elections[mandateId].bids);
        // What is not on the ballot has no votes, and no quorum is zero.
        for (uint256 bid = 0; bid < leads.length; ++bid) {
            (bool isApproved_, uint256 lead) = _approval(tallies[bid], terms.marginBps, terms.quorum);
            if (!isApproved_) continue;
            leads[bid] = lead + 1;
            ++approved;
        }
    }

    function _award(uint16[] calldata order, uint256[] memory prices, ITreasury.MandateTerms memory terms)
        private
        pure
        returns (uint16[] memory won, uint256 awarded)
    {
        bool single = terms.awardRule == ITreasury.AwardRule.SINGLE_WINNER;
        won = new uint16[](order.length);
        uint256 count = 0;
        for (uint256 i = 0; i < order.length; ++i) {
            if (prices[i] > terms.cap - awarded) continue;
            awarded += prices[i];
            won[count++] = order[i];
            if (single) break;
        }
        // Shortens the array in place: there are never more winners than approved bids.
        assembly ("memory-safe") {
            mstore(won, count)
        }
    }

    function _finish(uint256 mandateId, uint16[] memory won, uint256 awarded, uint32 standstillPeriod) private {
        Election storage chosen = _elections[mandateId];
        chosen.status = ElectionStatus.DECIDED;
        chosen.standstillEnds = uint64(block.timestamp) + standstillPeriod;
        chosen.awarded = awarded;
        _winners[mandateId] = won;
        for (uint256 i = 0; i < won.length; ++i) {
            _won[mandateId].set(won[i]);
        }
        emit ElectionDecided(mandateId, won, awarded, chosen.standstillEnds);
    }

    function _requireObjectionPossible(uint256 mandateId, bytes32 reasonHash)
        private
        view
        returns (Election storage chosen)
    {
        chosen = _elections[mandateId];
        if (reasonHash == 0) revert ReasonMissing();
        if (chosen.objection != ObjectionStatus.NONE) revert AlreadyObjected(mandateId);
        if (_winners[mandateId].length == 0) revert NothingAwarded(mandateId);
        if (block.timestamp >= chosen.standstillEnds) revert StandstillOver(chosen.standstillEnds);
    }

    function _object(uint256 mandateId, Election storage chosen, address objector, bytes32 reasonHash) private {
        chosen.objection = ObjectionStatus.LIVE;
        chosen.objectionEnds = uint64(block.timestamp) + objectionPeriod;
        emit AwardObjectedTo(mandateId, objector, reasonHash, chosen.objectionEnds, _awardableFrom(chosen));
    }

    function _objectionStatus(Election storage chosen) private view returns (ObjectionStatus) {
        ObjectionStatus stored = chosen.objection;
        if (stored == ObjectionStatus.LIVE && block.timestamp >= chosen.objectionEnds) return ObjectionStatus.LAPSED;
        return stored;
    }

    /// @dev Neither the standstill nor an objection cuts the other short.
    function _awardableFrom(Election storage chosen) private view returns (uint64) {
        return chosen.objectionEnds > chosen.standstillEnds ? chosen.objectionEnds : chosen.standstillEnds;
    }

    /// @dev approved: yes * 10000 >= no * (10000 + margin) and yes + no >= quorum. Then yes is at least no.
    function _approval(uint256 packed, uint256 marginBps, uint256 quorum)
        private
        pure
        returns (bool approved, uint256 lead)
    {
        (uint256 yes, uint256 no) = _split(packed);
        // Cross-multiplied: a division would round and misjudge bids close to the line.
        approved = yes * 10_000 >= no * (10_000 + marginBps) && yes + no >= quorum;
        if (approved) lead = yes - no;
    }

    /// @dev By lead, then the lower price, then the lower index: the book gives indices in the order of commitment, and none
    /// a second time.
    function _ranksBefore(Standing memory left, Standing memory right) private pure returns (bool) {
        if (left.lead != right.lead) return left.lead > right.lead;
        if (left.price != right.price) return left.price < right.price;
        return left.index < right.index;
    }

    function _maskOf(uint16[] memory onBallot, uint256 bids) private pure returns (bytes32[] memory mask) {
        uint256 length = _choicesLength(bids);
        uint256 tail = length > HEAD_BYTES ? (length - HEAD_BYTES + 31) / 32 : 0;
        mask = new bytes32[](1 + tail);
        for (uint256 i = 0; i < onBallot.length; ++i) {
            (uint256 word, uint256 shift) = _positionOf(onBallot[i]);
            mask[word] |= bytes32(uint256(3) << shift);
        }
    }

    function _isOnBallot(bytes32[] memory mask, uint256 bidIndex, uint256 bids) private pure returns (bool) {
        if (bidIndex >= bids) return false;
        (uint256 word, uint256 shift) = _positionOf(bidIndex);
        return (uint256(mask[word]) >> shift) & 3 != 0;
    }

    function _positionOf(uint256 bidIndex) private pure returns (uint256 word, uint256 shift) {
        if (bidIndex < HEAD_BIDS) return (0, _shiftOf(bidIndex));
        uint256 beyond = bidIndex - HEAD_BIDS;
        return (1 + beyond / WORD_BIDS, _shiftOf(beyond % WORD_BIDS));
    }

    /// @dev Four bids per byte, the first in its lowest bits; byte 0 of a word is its highest.
    function _shiftOf(uint256 place) private pure returns (uint256) {
        unchecked {
            return 248 - 8 * (place >> 2) + 2 * (place & 3);
        }
    }

    /// @dev The word of a ballot as it is stored, padded with zeros after the last choice.
    function _wordOf(bytes calldata choices, uint256 word) private pure returns (bytes32) {
        uint256 start = word == 0 ? 0 : HEAD_BYTES + (word - 1) * 32;
        uint256 end = word == 0 ? HEAD_BYTES : start + 32;
        return bytes32(choices[start:end < choices.length ? end : choices.length]);
    }

    function _choicesLength(uint256 bids) private pure returns (uint256) {
        return (bids + 3) / 4;
    }

    function _split(uint256 packed) private pure returns (uint256 yes, uint256 no) {
        return (packed >> 128, uint256(uint128(packed)));
    }
}
