// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IStewardCouncil} from "./IStewardCouncil.sol";

/// @title The vote on the bids of one mandate, and the award that follows from it.
/// @notice A ballot is EIP-712 under this contract's domain (name "BidElection", version "1"):
/// `Ballot(uint256 mandateId,address voter,uint256 sequence,bytes choices)`.
/// `choices` holds two bits per bid, bid 0 in the lowest bits of byte 0: 0 none, 1 yes, 2 no, 3 abstain. Its length is
/// exactly ceil(bids / 4); choices for bids that are not on the ballot, and unused bits, must be 0.
/// A sequence is between 1 and 2^64 - 1. A voter's weight is the same for every bid that it says yes or no to.
interface IBidElection {
    enum ElectionStatus {
        NONE,
        VOTING,
        DECIDED
    }

    /// @notice NONE also during the standstill; LAPSED when its period has passed without a vote; UPHELD when a vote has
    /// annulled the award.
    enum ObjectionStatus {
        NONE,
        LIVE,
        LAPSED,
        DISMISSED,
        UPHELD
    }

    /// @notice What holds for every election, fixed at deployment. Periods are in seconds.
    /// @param lateTurnExtension how long before the end a turn is late, and how long voting lasts at least after it
    /// @param lateTurnBps by more than this share of the quorum a bid's tally must move to be a turn, in basis points
    /// @param objectionPeriod how long an objection suspends an award unless a vote ends it; long enough for a vote
    /// @param objectionThreshold least voting power that can object alone, in units of the governance token
    struct Rules {
        uint32 lateTurnExtension;
        uint16 lateTurnBps;
        uint32 objectionPeriod;
        uint256 objectionThreshold;
    }

    struct SignedBallot {
        address voter;
        uint256 sequence;
        bytes choices;
        bytes signature;
    }

    /// @param bidsOnBallot indices of revealed bids that were not disqualified
    event ElectionOpened(
        uint256 indexed mandateId, uint64 votingStarts, uint64 votingEnds, uint64 snapshot, uint16[] bidsOnBallot
    );
    event BallotCast(uint256 indexed mandateId, address indexed voter, uint256 sequence, uint256 weight, bytes choices);
    /// @notice A ballot in a batch was skipped. `reason` is the selector of the error that it would have met alone.
    event BallotRefused(uint256 indexed mandateId, address indexed voter, uint256 sequence, bytes4 reason);
    /// @param winners in the order of award; empty when nobody won
    event ElectionDecided(uint256 indexed mandateId, uint16[] winners, uint256 awarded, uint64 standstillEnds);
    /// @notice Ballots have changed a bid's approval late, or moved its tally far, and voting goes on.
    event VotingExtended(uint256 indexed mandateId, uint64 votingEnds);
    /// @notice The award waits for a vote until `objectionEnds`.
    /// @param objector a holder, the timelock, or the council when stewards signed
    /// @param standstillEnds when the award holds if the objection lapses
    event AwardObjectedTo(
        uint256 indexed mandateId,
        address indexed objector,
        bytes32 reasonHash,
        uint64 objectionEnds,
        uint64 standstillEnds
    );
    /// @notice A vote has ended the objection. Upheld: the award is annulled, and nobody wins.
    /// @param standstillEnds since when, or when, the outcome holds
    event ObjectionResolved(uint256 indexed mandateId, bool upheld, uint64 standstillEnds);

    error BadElectionRule(string rule);
    error ElectionNotOpenable(uint256 mandateId);
    error ElectionNotOpen(uint256 mandateId);
    error VotingClosed(uint64 votingEnds);
    error VotingStillOpen(uint64 votingEnds);
    error BadBallotSignature(address voter);
    error StaleBallot(address voter, uint256 sequence, uint256 current);
    error BadSequence(address voter, uint256 sequence);
    error BadChoices(address voter);
    error NoVotingPower(address voter);
    /// @notice The order given to `decide` is wrong at this position, or ends too early there.
    error BadCount(uint256 position);
    error TooMuchVotingPower(uint256 supply);
    error OnlyTimelock(address caller);
    error ReasonMissing();
    error NothingAwarded(uint256 mandateId);
    error StandstillOver(uint64 standstillEnds);
    error AlreadyObjected(uint256 mandateId);
    error BelowObjectionThreshold(uint256 votes, uint256 needed);
    error NoLiveObjection(ObjectionStatus status);

    /// @notice Puts every revealed, not disqualified bid on the ballot, after the review window. Anyone, once, unless the
    /// mandate is closed.
    /// With no such bid the election is decided at once, with no winner; the standstill runs all the same.
    function open(uint256 mandateId) external;

    /// @notice The voter's own ballot, by its own transaction. A higher sequence replaces an earlier ballot. When it turns a
    /// bid late, voting goes on for the extension, by four of them in all at most; voting power stays that of the snapshot.
    function cast(uint256 mandateId, uint256 sequence, bytes calldata choices) external;

    /// @notice Signed ballots, sent by anyone. A bad one is skipped with BallotRefused; the rest count.
    function castBatch(uint256 mandateId, SignedBallot[] calldata ballots) external;

    /// @notice Verifies the count and decides, after voting. Anyone.
    /// @param order the approved bids, best first: by yes - no, then lower price, then the earlier commitment, which has the
    /// lower index. Exactly all of them.
    function decide(uint256 mandateId, uint16[] calldata order) external;

    /// @notice Suspends the award until the objection lapses or a vote ends it. A holder above the threshold by its votes at
    /// the snapshot, or the timelock; during the standstill, and once per election whoever objects. `reasonHash` is keccak256
    /// of the published reason.
    function objectToAward(uint256 mandateId, bytes32 reasonHash) external;

    /// @notice The same by stewards, sent by anyone: action "object to award", subject mandate id, part and round 0,
    /// contentHash keccak256(abi.encode(winners)). No approver may be bidder or payee under the mandate.
    function objectToAwardAsStewards(
        uint256 mandateId,
        bytes32 reasonHash,
        IStewardCouncil.Approval[] calldata approvals
    ) external;

    /// @notice Ends a live objection. Only the timelock. Upheld annuls the whole award: nobody wins, the mandate can be
    /// closed, and a vote can grant another one.
    function resolveObjection(uint256 mandateId, bool upheld) external;

    /// @notice `standstillEnds` is when the award holds: after the standstill, and after an objection.
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
        );

    function tally(uint256 mandateId, uint256 bidIndex) external view returns (uint256 yes, uint256 no);

    /// @notice Approved by margin and quorum of the mandate, as the tally stands now.
    function isApproved(uint256 mandateId, uint256 bidIndex) external view returns (bool);

    /// @notice In the order of award; empty when nobody won, and after the award was annulled.
    function winners(uint256 mandateId) external view returns (uint16[] memory);

    /// @notice How many bids have won.
    function winnerCount(uint256 mandateId) external view returns (uint256);

    /// @notice Won, and standstill and objection have passed without annulling it.
    function isAwarded(uint256 mandateId, uint256 bidIndex) external view returns (bool);

    /// @notice The one objection, and until when it suspends the award, or did.
    function objection(uint256 mandateId) external view returns (ObjectionStatus status, uint64 ends);

    /// @notice By how much extensions and an objection can put off an award at most, in seconds.
    function longestDelay() external view returns (uint256);

    /// @notice The voter's last ballot; sequence 0 when there is none.
    function ballotOf(uint256 mandateId, address voter)
        external
        view
        returns (uint256 sequence, uint256 weight, bytes memory choices);

    function ballotDigest(uint256 mandateId, address voter, uint256 sequence, bytes calldata choices)
        external
        view
        returns (bytes32);
}
