// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IProposalPolicy} from "./IProposalPolicy.sol";

/// @title What DaoGovernor adds to OpenZeppelin's Governor; the rest is its unchanged interface and events.
interface IDaoGovernor {
    /// @notice OpenZeppelin's `Ballot(uint256 proposalId,uint8 support,address voter,uint256 nonce)`, signed with the
    /// nonce `uint256(uint192(proposalId)) << 64`: a key of its own per proposal, spent by having voted.
    struct SignedVote {
        address voter;
        uint8 support;
        bytes signature;
    }

    /// @notice A holder's word for a proposal, under the Governor's EIP-712 domain:
    /// `Sponsorship(address sponsor,address proposer,uint256 proposalId,uint64 expiry)`. It is good for this proposer alone, who
    /// sends it, for exactly these calls and this description, and through `expiry` (seconds since the epoch).
    struct Sponsorship {
        address sponsor;
        uint64 expiry;
        bytes signature;
    }

    /// @notice A sponsor's votes back this proposal, and no other while it is pending or active.
    event ProposalSponsored(uint256 indexed proposalId, address indexed sponsor, uint256 votes);

    /// @notice The rules that a proposal is decided by, fixed when it was made.
    event ProposalClassified(
        uint256 indexed proposalId,
        IProposalPolicy.ProposalClass indexed class,
        bool vetoable,
        IProposalPolicy.Rules rules
    );

    /// @notice The outcome has changed late, and voting goes on until `extendedDeadline`. OpenZeppelin's event.
    event ProposalExtended(uint256 indexed proposalId, uint64 extendedDeadline);

    /// @notice The guardian has stopped a passed proposal. Comes with OpenZeppelin's ProposalCanceled.
    event ProposalVetoed(uint256 indexed proposalId, address indexed guardian, string reason);

    /// @notice Proposals made from now on are classified by another policy.
    event PolicyChanged(address indexed previous, address indexed current);

    /// @notice A vote in a batch was skipped. `reason` is the selector of the error that it would have met alone.
    event VoteRefused(uint256 indexed proposalId, address indexed voter, bytes4 reason);

    /// @notice The token counts its votes by `mode` (ERC-6372) and not by timestamp, or has none; it needs the VotesWrapper.
    error WrongClock(string mode);
    /// @notice A contract that the proposal calls has another code than when it was proposed. The two are the hashes over the
    /// code hashes of all targets.
    error TargetsChanged(uint256 proposalId, bytes32 pinned, bytes32 found);
    error NotTheGuardian(address caller);
    /// @notice The proposal is about guardian, stewards and roadmap, or was passed again after a veto with more approval.
    error NotVetoable(uint256 proposalId);
    error ReasonMissing();
    /// @notice The description does not end with `#proposer=` and an address, so that another could propose the same first.
    error ProposerNotNamed();
    error SponsorsNotAscending(address previous, address next);
    error SponsorshipExpired(address sponsor, uint64 expiry);
    error BadSponsorship(address sponsor);
    /// @notice The sponsor's votes back another proposal that is pending or active.
    error SponsorIsBusy(address sponsor, uint256 proposalId);
    /// @notice The policy does not see its own replacement as a matter of AUTHORITY.
    error UnfitPolicy(address policy);

    /// @notice What classifies new proposals.
    function policy() external view returns (IProposalPolicy);

    /// @notice Seconds that a vote lasts at least after its outcome has changed, within MOST_EXTENSIONS times this beyond
    /// the original deadline.
    function lateFlipExtension() external view returns (uint32);

    /// @notice How a proposal is decided, beside its quorum and OpenZeppelin's snapshot and deadline.
    /// @return class the strictest class of its calls
    /// @return vetoable whether the guardian may stop it
    /// @return approvalBps share of the votes for, among those for and against, that must be exceeded
    /// @return timelockDelay seconds that its execution waits beyond the timelock's own delay
    function proposalRules(uint256 proposalId)
        external
        view
        returns (IProposalPolicy.ProposalClass class, bool vetoable, uint16 approvalBps, uint32 timelockDelay);

    /// @notice Votes for and abstaining that a proposal needs. Known once its snapshot has passed.
    function proposalQuorum(uint256 proposalId) external view returns (uint256);

    /// @notice The last proposal that an account has sponsored; 0 for none. The account is bound, not its tokens: moved to
    /// another account, they can back another proposal a second later.
    function sponsored(address sponsor) external view returns (uint256 proposalId);

    /// @notice Proposes with the votes of sponsors, who together reach `proposalThreshold()`. The caller is the proposer, needs
    /// no votes, and is named at the end of the description; own votes count if the proposer signs as a sponsor too.
    /// @param sponsorships in ascending order of the sponsors' addresses, which makes them distinct
    function proposeBySig(
        address[] memory targets,
        uint256[] memory values,
        bytes[] memory calldatas,
        string memory description,
        Sponsorship[] calldata sponsorships
    ) external returns (uint256 proposalId);

    /// @notice Casts signed votes, sent by anyone. A bad one is skipped with VoteRefused; the rest count.
    function castVotesBySig(uint256 proposalId, SignedVote[] calldata votes) external;

    /// @notice Stops a proposal that has passed and is not executed yet. Only the guardian, until its sunset, and with a
    /// reason. Passed again, with more approval than before or more than halfway from what its rules ask for to unanimity, it cannot
    /// be stopped.
    function veto(uint256 proposalId, string calldata reason) external;

    /// @notice Replaces the policy. Only by a proposal.
    function setPolicy(IProposalPolicy newPolicy) external;
}
