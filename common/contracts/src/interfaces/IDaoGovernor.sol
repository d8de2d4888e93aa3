// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

/// @title What DaoGovernor adds to OpenZeppelin's Governor; the rest is its unchanged interface and events.
interface IDaoGovernor {
    /// @notice OpenZeppelin's `Ballot(uint256 proposalId,uint8 support,address voter,uint256 nonce)`, signed with the
    /// nonce `uint256(uint192(proposalId)) << 64`: a key of its own per proposal, spent by having voted.
    struct SignedVote {
        address voter;
        uint8 support;
        bytes signature;
    }

    /// @notice A vote in a batch was skipped. `reason` is the selector of the error that it would have met alone.
    event VoteRefused(uint256 indexed proposalId, address indexed voter, bytes4 reason);

    /// @notice The token counts its votes by `mode` (ERC-6372) and not by timestamp; it needs the VotesWrapper.
    error WrongClock(string mode);

    /// @notice Casts signed votes, sent by anyone. A bad one is skipped with VoteRefused; the rest count.
    function castVotesBySig(uint256 proposalId, SignedVote[] calldata votes) external;
}
