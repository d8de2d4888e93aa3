// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

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

    /// @notice Puts every revealed, not disqualified bid on the ballot, after the review window. Anyone, once.
    /// With no such bid the election is decided at once, with no winner; the standstill runs all the same.
    function open(uint256 mandateId) external;

    /// @notice The voter's own ballot, by its own transaction. A higher sequence replaces an earlier ballot.
    function cast(uint256 mandateId, uint256 sequence, bytes calldata choices) external;

    /// @notice Signed ballots, sent by anyone. A bad one is skipped with BallotRefused; the rest count.
    function castBatch(uint256 mandateId, SignedBallot[] calldata ballots) external;

    /// @notice Verifies the count and decides, after voting. Anyone.
    /// @param order the approved bids, best first: by yes - no, then lower price, then lower index. Exactly all of them.
    function decide(uint256 mandateId, uint16[] calldata order) external;

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

    function winners(uint256 mandateId) external view returns (uint16[] memory);

    /// @notice Won, and the standstill has passed.
    function isAwarded(uint256 mandateId, uint256 bidIndex) external view returns (bool);

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
