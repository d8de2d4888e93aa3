// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IVotes} from "@openzeppelin/contracts/governance/utils/IVotes.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Permit.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {ReentrancyGuard} from "@openzeppelin/contracts/utils/ReentrancyGuard.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {IBidBook} from "./interfaces/IBidBook.sol";
import {IBidElection} from "./interfaces/IBidElection.sol";
import {IRoadmap} from "./interfaces/IRoadmap.sol";
import {IStewardCouncil} from "./interfaces/IStewardCouncil.sol";
import {ITreasury} from "./interfaces/ITreasury.sol";
import {Milestones} from "./libraries/Milestones.sol";
import {Payees} from "./libraries/Payees.sol";
import {Signatures} from "./libraries/Signatures.sol";
import {Voteless} from "./libraries/Voteless.sol";

/// @title Sealed bids: committed while bidding is open, revealed after it, reviewed by the stewards.
contract BidBook is IBidBook, EIP712, ReentrancyGuard {
    using SafeERC20 for IERC20;
    using Milestones for Milestone[];

    struct Windows {
        uint64 openedAt;
        uint64 biddingEnds;
        uint64 revealEnds;
        uint64 reviewEnds;
    }

    struct Bid {
        address bidder;
        uint64 committedAt;
        BidStatus status;
        bool bondHeld;
        bool readmitted;
        bytes32 commitment;
        uint256 price;
        address payee;
        bytes32 milestonesHash;
    }

    bytes32 private constant TERMS_TYPEHASH = keccak256(
        "BidTerms(address bidder,address payee,address token,uint256 price,bytes32 milestonesHash,bytes32 textHash,bytes32 salt)"
    );
    bytes32 private constant BID_TYPEHASH = keccak256(
        "Bid(uint256 mandateId,bytes32 purposeHash,address bidder,BidTerms terms)BidTerms(address bidder,address payee,address token,uint256 price,bytes32 milestonesHash,bytes32 textHash,bytes32 salt)"
    );

    ITreasury public immutable treasury;
    IRoadmap public immutable roadmap;
    IStewardCouncil public immutable council;
    IBidElection public immutable election;
    IERC20 public immutable bondToken;
    address public immutable timelock;

    mapping(uint256 mandateId => Windows) private _windows;
    mapping(uint256 mandateId => Bid[]) private _bids;
    mapping(uint256 mandateId => mapping(address bidder => uint256)) private _bidsOf;
    /// @dev Keyed by mandate and bidder too: a commitment copied from the mempool must not keep its owner out.
    mapping(bytes32 mandateBidderAndCommitment => bool) private _used;

    constructor(
        ITreasury treasury_,
        IRoadmap roadmap_,
        IStewardCouncil council_,
        IBidElection election_,
        IERC20 bondToken_,
        address timelock_
    ) EIP712("BidBook", "1") {
        treasury = treasury_;
        roadmap = roadmap_;
        council = council_;
        election = election_;
        bondToken = bondToken_;
        timelock = timelock_;
        Voteless.renounce(IVotes(address(bondToken_)));
    }

    /// @inheritdoc IBidBook
    function open(uint256 mandateId) external {
        ITreasury.MandateTerms memory terms = treasury.mandateTerms(mandateId);
        if (terms.kind != ITreasury.MandateKind.COMPETITION) revert NotACompetition(mandateId);
        if (_windows[mandateId].openedAt != 0) revert WorkstreamAlreadyOpen(mandateId);
        if (roadmap.phase() != 2) revert ITreasury.CompetitionNeedsPhaseTwo();

        Windows memory window;
        window.openedAt = uint64(block.timestamp);
        window.biddingEnds = window.openedAt + terms.biddingPeriod;
        window.revealEnds = window.biddingEnds + terms.revealPeriod;
        window.reviewEnds = window.revealEnds + terms.reviewPeriod;
        // What could not be funded in time should not be put out for bids. The challenge period is never zero; here it is the
        // time left for opening, counting and making agreements.
        uint256 fundable = window.reviewEnds + terms.electionPeriod + terms.standstillPeriod + election.longestDelay()
            + terms.challengePeriod;
        uint64 expiry = treasury.mandateExpiry(mandateId);
        if (fundable > expiry) revert ExpiresTooEarly(expiry, fundable);

        _windows[mandateId] = window;
        emit WorkstreamOpened(mandateId, window.openedAt, window.biddingEnds, window.revealEnds, window.reviewEnds);
    }

    /// @inheritdoc IBidBook
    function commit(uint256 mandateId, bytes32 commitment) external nonReentrant returns (uint256 bidIndex) {
        return _commit(mandateId, msg.sender, commitment);
    }

    /// @inheritdoc IBidBook
    function commitBySig(
        uint256 mandateId,
        address bidder,
        bytes32 commitment,
        bytes calldata signature,
        BondPermit calldata permit
    ) external nonReentrant returns (uint256 bidIndex) {
        if (!Signatures.isValid(bidder, bidDigest(mandateId, bidder, commitment), signature)) {
            revert BadBidSignature(bidder);
        }
        if (permit.value != 0) {
            // Anyone may have used the permit before; the transfer of the bond decides whether the allowance is there.
            try IERC20Permit(address(bondToken))
                .permit(bidder, address(this), permit.value, permit.deadline, permit.v, permit.r, permit.s) {}
                catch {}
        }
        return _commit(mandateId, bidder, commitment);
    }

    /// @inheritdoc IBidBook
    function withdraw(uint256 mandateId, uint256 bidIndex) external {
        Bid storage chosen = _requireStatus(mandateId, bidIndex, BidStatus.COMMITTED);
        if (msg.sender != chosen.bidder) revert NotTheBidder(msg.sender);
        _requireBiddingOpen(mandateId);
        chosen.status = BidStatus.WITHDRAWN;
        emit BidWithdrawn(mandateId, bidIndex);
    }

    /// @inheritdoc IBidBook
    function reveal(uint256 mandateId, uint256 bidIndex, BidTerms calldata terms, Milestone[] calldata milestones)
        external
        nonReentrant
    {
        Bid storage chosen = _requireStatus(mandateId, bidIndex, BidStatus.COMMITTED);
        Windows memory window = _windows[mandateId];
        if (block.timestamp < window.biddingEnds || block.timestamp >= window.revealEnds) {
            revert NotInRevealWindow(window.biddingEnds, window.revealEnds);
        }
        bytes32 opened = commitmentOf(terms);
        if (opened != chosen.commitment) revert CommitmentMismatch(opened, chosen.commitment);
        _requireSound(mandateId, chosen.bidder, terms, milestones);

        chosen.status = BidStatus.REVEALED;
        chosen.price = terms.price;
        chosen.payee = terms.payee;
        chosen.milestonesHash = terms.milestonesHash;
        emit BidRevealed(mandateId, bidIndex, chosen.bidder, terms, milestones);
        if (chosen.bondHeld) _returnBond(mandateId, bidIndex, chosen);
    }

    /// @inheritdoc IBidBook
    function disqualify(
        uint256 mandateId,
        uint256 bidIndex,
        bytes32 reasonHash,
        IStewardCouncil.Approval[] calldata approvals
    ) external {
        Bid storage chosen = _requireStatus(mandateId, bidIndex, BidStatus.REVEALED);
        if (reasonHash == 0) revert ReasonMissing();
        Windows memory window = _windows[mandateId];
        bool byVote = msg.sender == timelock;
        if (block.timestamp < window.revealEnds || (!byVote && block.timestamp >= window.reviewEnds)) {
            revert NotInReviewWindow(window.revealEnds, window.reviewEnds);
        }
        if (byVote) _requireBallotNotOpen(mandateId);
        else if (chosen.readmitted) revert ReadmittedByVote(mandateId, bidIndex);
        else _requireDisqualified(mandateId, bidIndex, chosen.commitment, reasonHash, approvals);
        chosen.status = BidStatus.DISQUALIFIED;
        emit BidDisqualified(mandateId, bidIndex, reasonHash);
    }

    /// @inheritdoc IBidBook
    function readmit(uint256 mandateId, uint256 bidIndex) external {
        if (msg.sender != timelock) revert OnlyTimelock(msg.sender);
        Bid storage chosen = _requireStatus(mandateId, bidIndex, BidStatus.DISQUALIFIED);
        _requireBallotNotOpen(mandateId);
        (chosen.status, chosen.readmitted) = (BidStatus.REVEALED, true);
        emit BidReadmitted(mandateId, bidIndex);
    }

    /// @inheritdoc IBidBook
    function returnBond(uint256 mandateId, uint256 bidIndex) external nonReentrant {
        Bid storage chosen = _requireStatus(mandateId, bidIndex, BidStatus.WITHDRAWN);
        uint64 biddingEnds = _windows[mandateId].biddingEnds;
        if (block.timestamp < biddingEnds) revert BiddingStillOpen(biddingEnds);
        _returnBond(mandateId, bidIndex, chosen);
    }

    /// @inheritdoc IBidBook
    function forfeitBond(uint256 mandateId, uint256 bidIndex) external nonReentrant {
        Bid storage chosen = _requireStatus(mandateId, bidIndex, BidStatus.COMMITTED);
        uint64 revealEnds = _windows[mandateId].revealEnds;
        if (block.timestamp < revealEnds) revert RevealStillOpen(revealEnds);
        uint256 amount = _takeBond(mandateId, bidIndex, chosen);
        emit BondForfeited(mandateId, bidIndex, amount);
        bondToken.safeTransfer(address(treasury), amount);
    }

    /// @inheritdoc IBidBook
    function windows(uint256 mandateId)
        external
        view
        returns (uint64 openedAt, uint64 biddingEnds, uint64 revealEnds, uint64 reviewEnds)
    {
        Windows storage window = _windows[mandateId];
        return (window.openedAt, window.biddingEnds, window.revealEnds, window.reviewEnds);
    }

    /// @inheritdoc IBidBook
    function bidCount(uint256 mandateId) external view returns (uint256) {
        return _bids[mandateId].length;
    }

    /// @inheritdoc IBidBook
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
        )
    {
        Bid storage chosen = _known(mandateId, bidIndex);
        return (
            chosen.status,
            chosen.bidder,
            chosen.committedAt,
            chosen.commitment,
            chosen.price,
            chosen.payee,
            chosen.milestonesHash
        );
    }

    /// @inheritdoc IBidBook
    function revealedBids(uint256 mandateId) external view returns (uint16[] memory revealed) {
        Bid[] storage all = _bids[mandateId];
        uint256 count = all.length;
        revealed = new uint16[](count);
        uint256 found = 0;
        for (uint256 i = 0; i < count; ++i) {
            if (all[i].status == BidStatus.REVEALED) revealed[found++] = uint16(i);
        }
        // Shortens the array in place: there are never more found than counted.
        assembly ("memory-safe") {
            mstore(revealed, found)
        }
    }

    /// @inheritdoc IBidBook
    function prices(uint256 mandateId, uint16[] calldata bidIndices) external view returns (uint256[] memory found) {
        found = new uint256[](bidIndices.length);
        for (uint256 i = 0; i < bidIndices.length; ++i) {
            found[i] = _known(mandateId, bidIndices[i]).price;
        }
    }

    /// @inheritdoc IBidBook
    function requireNoInterest(uint256 mandateId, IStewardCouncil.Approval[] calldata approvals) public view {
        Bid[] storage all = _bids[mandateId];
        uint256 count = all.length;
        for (uint256 i = 0; i < approvals.length; ++i) {
            if (_bidsOf[mandateId][approvals[i].steward] != 0) revert StewardHasInterest(approvals[i].steward);
        }
        for (uint256 bidIndex = 0; bidIndex < count; ++bidIndex) {
            address paid = all[bidIndex].payee;
            for (uint256 i = 0; i < approvals.length; ++i) {
                if (approvals[i].steward == paid) revert StewardHasInterest(paid);
            }
        }
    }

    /// @inheritdoc IBidBook
    function bidDigest(uint256 mandateId, address bidder, bytes32 commitment) public view returns (bytes32) {
        bytes32 purposeHash = treasury.mandateTerms(mandateId).purposeHash;
        return _hashTypedDataV4(keccak256(abi.encode(BID_TYPEHASH, mandateId, purposeHash, bidder, commitment)));
    }

    /// @inheritdoc IBidBook
    function commitmentOf(BidTerms calldata terms) public pure returns (bytes32) {
        return keccak256(abi.encode(TERMS_TYPEHASH, terms));
    }

    function _commit(uint256 mandateId, address bidder, bytes32 commitment) private returns (uint256 bidIndex) {
        _requireBiddingOpen(mandateId);
        ITreasury.MandateTerms memory terms = treasury.mandateTerms(mandateId);
        Bid[] storage all = _bids[mandateId];
        bidIndex = all.length;
        if (bidIndex >= terms.maxBids) revert TooManyBids(terms.maxBids);
        if (_bidsOf[mandateId][bidder] >= terms.bidsPerBidder) {
            revert TooManyBidsByBidder(bidder, terms.bidsPerBidder);
        }
        bytes32 key = keccak256(abi.encode(mandateId, bidder, commitment));
        if (_used[key]) revert CommitmentAlreadyUsed(commitment);

        _used[key] = true;
        ++_bidsOf[mandateId][bidder];
        Bid storage made = all.push();
        made.bidder = bidder;
        made.committedAt = uint64(block.timestamp);
        made.status = BidStatus.COMMITTED;
        made.bondHeld = terms.bond != 0;
        made.commitment = commitment;
        emit BidCommitted(mandateId, bidIndex, bidder, commitment);
        if (terms.bond != 0) bondToken.safeTransferFrom(bidder, address(this), terms.bond);
    }

    /// @dev A competitor, or who is paid by one, does not judge either.
    function _requireDisqualified(
        uint256 mandateId,
        uint256 bidIndex,
        bytes32 commitment,
        bytes32 reasonHash,
        IStewardCouncil.Approval[] calldata approvals
    ) private view {
        requireNoInterest(mandateId, approvals);
        council.requireApproved(
            IStewardCouncil.Decision({
                action: "disqualify bid",
                target: address(this),
                subject: mandateId,
                part: bidIndex,
                round: 0,
                contentHash: commitment,
                reasonHash: reasonHash
            }),
            approvals
        );
    }

    function _requireSound(uint256 mandateId, address bidder, BidTerms calldata terms, Milestone[] calldata milestones)
        private
        view
    {
        ITreasury.MandateTerms memory mandate = treasury.mandateTerms(mandateId);
        if (terms.bidder != bidder) revert BadBidTerms("bidder");
        if (!Payees.isPayable(treasury, terms.payee, mandate.token)) revert BadBidTerms("payee");
        // Or else naming stewards as payees, who may not know of it, would keep them from reviewing any bid.
        if (terms.payee != bidder && council.isSteward(terms.payee)) revert BadBidTerms("payee");
        if (terms.token != mandate.token) revert BadBidTerms("token");
        if (terms.price > mandate.cap) revert BadBidTerms("price");
        if (milestones.hash() != terms.milestonesHash) revert BadBidTerms("milestonesHash");
        if (milestones.total() != terms.price) revert BadMilestones("sum");
    }

    function _returnBond(uint256 mandateId, uint256 bidIndex, Bid storage chosen) private {
        uint256 amount = _takeBond(mandateId, bidIndex, chosen);
        emit BondReturned(mandateId, bidIndex, chosen.bidder, amount);
        bondToken.safeTransfer(chosen.bidder, amount);
    }

    /// @dev Marks the bond as paid out; the caller pays it.
    function _takeBond(uint256 mandateId, uint256 bidIndex, Bid storage chosen) private returns (uint256 amount) {
        if (!chosen.bondHeld) revert NoBondHeld(mandateId, bidIndex);
        chosen.bondHeld = false;
        return treasury.mandateTerms(mandateId).bond;
    }

    function _requireBiddingOpen(uint256 mandateId) private view {
        uint64 biddingEnds = _windows[mandateId].biddingEnds;
        if (biddingEnds == 0) revert WorkstreamNotOpen(mandateId);
        if (block.timestamp >= biddingEnds) revert BiddingClosed(biddingEnds);
    }

    function _requireBallotNotOpen(uint256 mandateId) private view {
        (IBidElection.ElectionStatus status,,,,,,) = election.election(mandateId);
        if (status != IBidElection.ElectionStatus.NONE) revert BallotAlreadyOpen(mandateId);
    }

    function _requireStatus(uint256 mandateId, uint256 bidIndex, BidStatus needed)
        private
        view
        returns (Bid storage chosen)
    {
        chosen = _known(mandateId, bidIndex);
        if (chosen.status != needed) revert WrongBidStatus(chosen.status);
    }

    function _known(uint256 mandateId, uint256 bidIndex) private view returns (Bid storage) {
        if (bidIndex >= _bids[mandateId].length) revert UnknownBid(mandateId, bidIndex);
        return _bids[mandateId][bidIndex];
    }
}
