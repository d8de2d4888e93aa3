// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IStewardCouncil} from "./IStewardCouncil.sol";

/// @title Sealed bids for a mandate: commit, reveal, review.
/// @notice A bid is signed once, as EIP-712 under this contract's domain (name "BidBook", version "1"):
/// `Bid(uint256 mandateId,bytes32 purposeHash,address bidder,BidTerms terms)BidTerms(address bidder,address payee,address token,uint256 price,bytes32 milestonesHash,bytes32 textHash,bytes32 salt)`.
/// The purpose is the mandate's: after a reorganization an id may be that of another mandate, for which the bid is none.
/// The commitment is hashStruct(terms), so the signature is checked at commit time while the terms stay hidden by the salt.
/// The terms name the bidder, so that nobody can reveal a commitment copied from someone else.
/// A window that ends at t is open before t and closed from t on.
interface IBidBook {
    enum BidStatus {
        NONE,
        COMMITTED,
        REVEALED,
        DISQUALIFIED,
        WITHDRAWN
    }

    /// @param bidder must be the one who committed
    /// @param token must be the mandate's
    /// @param price sum of the milestones, within the mandate's cap
    struct BidTerms {
        address bidder;
        address payee;
        address token;
        uint256 price;
        bytes32 milestonesHash;
        bytes32 textHash;
        bytes32 salt;
    }

    /// @notice One milestone of a bid. milestonesHash = keccak256(abi.encode(Milestone[])).
    /// @param duration seconds from the agreement's start until the milestone is due
    /// @param descriptionHash keccak256 of the milestone's text
    struct Milestone {
        uint256 amount;
        uint64 duration;
        bytes32 descriptionHash;
    }

    /// @notice ERC-2612 permit for the bond; `value` 0 means none is given.
    struct BondPermit {
        uint256 value;
        uint256 deadline;
        uint8 v;
        bytes32 r;
        bytes32 s;
    }

    /// @notice All windows are fixed here. The election's voting power is the one at `biddingEnds`.
    event WorkstreamOpened(
        uint256 indexed mandateId, uint64 openedAt, uint64 biddingEnds, uint64 revealEnds, uint64 reviewEnds
    );
    event BidCommitted(uint256 indexed mandateId, uint256 indexed bidIndex, address indexed bidder, bytes32 commitment);
    event BidWithdrawn(uint256 indexed mandateId, uint256 indexed bidIndex);
    event BidRevealed(
        uint256 indexed mandateId,
        uint256 indexed bidIndex,
        address indexed bidder,
        BidTerms terms,
        Milestone[] milestones
    );
    event BidDisqualified(uint256 indexed mandateId, uint256 indexed bidIndex, bytes32 reasonHash);
    /// @notice A vote has put a disqualified bid back on the ballot.
    event BidReadmitted(uint256 indexed mandateId, uint256 indexed bidIndex);
    event BondReturned(uint256 indexed mandateId, uint256 indexed bidIndex, address indexed bidder, uint256 amount);
    event BondForfeited(uint256 indexed mandateId, uint256 indexed bidIndex, uint256 amount);

    error WorkstreamNotOpen(uint256 mandateId);
    error WorkstreamAlreadyOpen(uint256 mandateId);
    error NotACompetition(uint256 mandateId);
    error BiddingClosed(uint64 biddingEnds);
    error BiddingStillOpen(uint64 biddingEnds);
    error RevealStillOpen(uint64 revealEnds);
    error NotInRevealWindow(uint64 opens, uint64 closes);
    error NotInReviewWindow(uint64 opens, uint64 closes);
    error TooManyBids(uint256 limit);
    error TooManyBidsByBidder(address bidder, uint256 limit);
    error CommitmentAlreadyUsed(bytes32 commitment);
    error BadBidSignature(address bidder);
    error UnknownBid(uint256 mandateId, uint256 bidIndex);
    error WrongBidStatus(BidStatus status);
    error NotTheBidder(address caller);
    error CommitmentMismatch(bytes32 opened, bytes32 committed);
    error BadBidTerms(string term);
    error BadMilestones(string term);
    error NoBondHeld(uint256 mandateId, uint256 bidIndex);
    error ReasonMissing();
    error StewardHasInterest(address steward);
    error ReadmittedByVote(uint256 mandateId, uint256 bidIndex);
    error OnlyTimelock(address caller);
    error BallotAlreadyOpen(uint256 mandateId);
    error ExpiresTooEarly(uint64 expiry, uint256 needed);

    /// @notice Opens the bidding for a competition mandate, in phase 2. Anyone, once, and only if the mandate outlasts all its
    /// windows, the longest extension of the vote, an objection, and its challenge period, which is left for whatever comes late.
    function open(uint256 mandateId) external;

    /// @notice The bidder's own commitment, by its own transaction.
    function commit(uint256 mandateId, bytes32 commitment) external returns (uint256 bidIndex);

    /// @notice A signed bid, sent by anyone. A permit that was already used, or is void, is no obstacle where the
    /// allowance is sufficient.
    function commitBySig(
        uint256 mandateId,
        address bidder,
        bytes32 commitment,
        bytes calldata signature,
        BondPermit calldata permit
    ) external returns (uint256 bidIndex);

    /// @notice Takes a bid back while bidding is open. The bidder only. Its index stays used, and its bond is returned by
    /// `returnBond` once bidding has closed: one bond must not be able to fill the list of bids.
    function withdraw(uint256 mandateId, uint256 bidIndex) external;

    /// @notice Opens a commitment. Anyone who knows the terms; the bond goes back to the bidder. There are 1 to 20
    /// milestones, each with an amount and a duration above zero, and the price is their sum.
    function reveal(uint256 mandateId, uint256 bidIndex, BidTerms calldata terms, Milestone[] calldata milestones)
        external;

    /// @notice Takes a revealed bid off the ballot: action "disqualify bid", subject mandate id, part bid index, round 0,
    /// contentHash the commitment, reasonHash not zero. No approver may be bidder or payee under the mandate. The timelock
    /// may do so without approvals, and until the ballot opens.
    function disqualify(
        uint256 mandateId,
        uint256 bidIndex,
        bytes32 reasonHash,
        IStewardCouncil.Approval[] calldata approvals
    ) external;

    /// @notice Puts a disqualified bid back, until the ballot opens. Only the timelock.
    function readmit(uint256 mandateId, uint256 bidIndex) external;

    /// @notice Pays a withdrawn bid's bond back to its bidder, once bidding has closed. Anyone.
    function returnBond(uint256 mandateId, uint256 bidIndex) external;

    /// @notice Pays an unrevealed bid's bond to the treasury, after the reveal window. Anyone.
    function forfeitBond(uint256 mandateId, uint256 bidIndex) external;

    function windows(uint256 mandateId)
        external
        view
        returns (uint64 openedAt, uint64 biddingEnds, uint64 revealEnds, uint64 reviewEnds);

    function bidCount(uint256 mandateId) external view returns (uint256);

    /// @notice One bid. `committedAt` is in seconds since the epoch; price, payee and milestonesHash are zero until revealed.
    function bid(uint256 mandateId, uint256 bidIndex)
        external
        view
        returns (
            BidStatus status,
            address bidder,
            uint64 committedAt,
            bytes32 commitment,
            uint256 price,
            address payee,
            bytes32 milestonesHash
        );

    /// @notice Indices of the revealed bids that are not disqualified, ascending.
    function revealedBids(uint256 mandateId) external view returns (uint16[] memory);

    /// @notice The prices of the given bids, in the same order; zero for one that is not revealed.
    function prices(uint256 mandateId, uint16[] calldata bidIndices) external view returns (uint256[] memory);

    /// @notice Reverts if one who signed is a bidder, or the payee of a revealed bid, under the mandate.
    function requireNoInterest(uint256 mandateId, IStewardCouncil.Approval[] calldata approvals) external view;

    /// @notice The EIP-712 digest that the bidder signs.
    function bidDigest(uint256 mandateId, address bidder, bytes32 commitment) external view returns (bytes32);

    /// @notice hashStruct(terms): the commitment.
    function commitmentOf(BidTerms calldata terms) external pure returns (bytes32);
}
