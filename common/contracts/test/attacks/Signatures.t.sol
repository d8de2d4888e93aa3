// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {Strings} from "@openzeppelin/contracts/utils/Strings.sol";
import {StewardCouncil} from "../../src/StewardCouncil.sol";
import {BidBook} from "../../src/BidBook.sol";
import {BidElection} from "../../src/BidElection.sol";
import {DaoGovernor} from "../../src/DaoGovernor.sol";
import {DaoTimelock} from "../../src/DaoTimelock.sol";
import {MilestoneEscrow} from "../../src/MilestoneEscrow.sol";
import {IBidBook} from "../../src/interfaces/IBidBook.sol";
import {IBidElection} from "../../src/interfaces/IBidElection.sol";
import {IDaoGovernor} from "../../src/interfaces/IDaoGovernor.sol";
import {IMilestoneEscrow} from "../../src/interfaces/IMilestoneEscrow.sol";
import {IStewardCouncil} from "../../src/interfaces/IStewardCouncil.sol";
import {ITreasury} from "../../src/interfaces/ITreasury.sol";
import {GovernedMarket} from "../support/GovernedMarket.sol";
import {
    AgreeableWallet,
    EchoingWallet,
    GasBurningWallet,
    LoopingWallet,
    RevertingYesWallet
} from "../support/HostileWallets.sol";
import {SigningWallet} from "../support/SigningWallet.sol";

/// @title What attackers do to signatures, tried on every kind that the contracts take.
/// @notice Every kind is EIP-712 with chain and contract in its domain, and checked by one library, which has tests of its own;
/// here it is shown that no kind goes around it. All are good unchanged, and each test changes one thing.
contract SignatureAttacksTest is GovernedMarket {
    uint256 private constant ORDER = 0xFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFEBAAEDCE6AF48A03BBFD25E8CD0364141;
    bytes32 private constant COMMITMENT = keccak256("commitment");
    string private constant TEXT = "text";
    uint256 private constant PRICE = 40_000 * USD;
    uint8 private constant KINDS = 10;

    enum Kind {
        BID,
        BALLOT,
        DECISION,
        VOTE,
        ARGUED_VOTE,
        SPONSORSHIP,
        SUBMISSION,
        DIRECT_AGREEMENT,
        CHANGE_ORDER,
        PAYEE_CHANGE
    }

    uint256 private bidding;
    uint256 private voting;
    uint256 private proposalId;
    uint256 private arguedId;
    uint256 private directMandate;
    uint256 private agreementId;
    uint64 private expiry;

    /// @dev One workstream open for bids, one election, two proposals, one mandate for the service entity and one agreement, all
    /// of which are open at the same time. Holder 0 is the first steward, one signature is enough, and is the service entity, too;
    /// the agreement is its own, and is to pay it.
    function setUp() public override {
        super.setUp();
        voting = openElection(list(1_000 * USD));
        proposalId = proposed("a text");
        arguedId = proposed("another text");
        vm.warp(governor.proposalSnapshot(arguedId) + 1);
        bidding = openWorkstream();
        vm.prank(holder(0));
        gov.approve(address(bidBook), 2 * BOND);
        address[] memory first = new address[](1);
        first[0] = holder(0);
        vm.prank(timelock);
        council.change(first, new address[](0), 1);
        vm.prank(timelock);
        roadmap.setServiceEntity(holder(0));
        directMandate = grantDirect();
        makeDirect(signed(Kind.DIRECT_AGREEMENT));
        agreementId = escrow.agreementCount();
        directMandate = grantDirect();
        expiry = uint64(block.timestamp + 1 hours);
    }

    function test_everySignatureIsGoodAsItWasGiven() public {
        for (uint8 kind = 0; kind < KINDS; ++kind) {
            accepts(Kind(kind), signed(Kind(kind)));
        }
    }

    /// @notice A signature for a test network, or from before a fork, sent on this chain.
    function test_theWrongChain() public {
        for (uint8 kind = 0; kind < KINDS; ++kind) {
            uint256 here = block.chainid;
            vm.chainId(here + 1);
            bytes memory elsewhere = signed(Kind(kind));
            vm.chainId(here);
            refuses(Kind(kind), elsewhere);
        }
    }

    /// @notice A signature for another deployment of the same contracts.
    function test_theWrongContract() public {
        (IBidBook otherBook, IBidElection otherElection, IStewardCouncil otherCouncil, DaoGovernor otherGovernor) =
            (bidBook, election, council, governor);
        IMilestoneEscrow otherEscrow = escrow;
        address[] memory first = new address[](1);
        first[0] = holder(0);
        bidBook = new BidBook(treasury, roadmap, council, election, gov, timelock);
        election = new BidElection(treasury, bidBook, gov, council, timelock, electionRules());
        council = new StewardCouncil(timelock, roadmap, first, 1);
        governor = new DaoGovernor(gov, DaoTimelock(payable(timelock)), otherGovernor.policy(), roadmap, 2 hours);
        escrow = new MilestoneEscrow(
            treasury,
            bidBook,
            election,
            council,
            roadmap,
            gov,
            timelock,
            IMilestoneEscrow.ChallengeRules(CHALLENGE_THRESHOLD, CHALLENGE_BOND, RULING_PERIOD)
        );
        bytes[KINDS] memory elsewhere;
        for (uint8 kind = 0; kind < KINDS; ++kind) {
            elsewhere[kind] = signed(Kind(kind));
        }
        bidBook = BidBook(address(otherBook));
        election = BidElection(address(otherElection));
        council = StewardCouncil(address(otherCouncil));
        governor = otherGovernor;
        escrow = MilestoneEscrow(address(otherEscrow));
        for (uint8 kind = 0; kind < KINDS; ++kind) {
            refuses(Kind(kind), elsewhere[kind]);
        }
    }

    /// @notice A signature of one kind, offered as one of another.
    function test_theWrongKind() public {
        for (uint8 kind = 0; kind < KINDS; ++kind) {
            for (uint8 other = 0; other < KINDS; ++other) {
                if (other != kind) refuses(Kind(kind), signed(Kind(other)));
            }
        }
    }

    /// @notice A byte too many or too few, the short form of EIP-2098, which would be a second form of the same signature,
    /// nothing at all, and a length that should cost the others of a batch their gas.
    function test_theWrongLength() public {
        for (uint8 kind = 0; kind < KINDS; ++kind) {
            bytes memory good = signed(Kind(kind));
            (uint8 v, bytes32 r, bytes32 s) = vm.sign(FIRST_HOLDER_KEY, digestOf(Kind(kind)));
            refuses(Kind(kind), bytes.concat(good, hex"00"));
            refuses(Kind(kind), abi.encodePacked(r, s));
            refuses(Kind(kind), abi.encodePacked(r, uint256(s) | (uint256(v - 27) << 255)));
            refuses(Kind(kind), "");
            refuses(Kind(kind), new bytes(65));
            refuses(Kind(kind), new bytes(100_000));
        }
    }

    /// @notice The second signature that everyone can make of a first one: s mirrored, which is the high one, and v turned.
    function test_theMalleatedTwin() public {
        for (uint8 kind = 0; kind < KINDS; ++kind) {
            (uint8 v, bytes32 r, bytes32 s) = vm.sign(FIRST_HOLDER_KEY, digestOf(Kind(kind)));
            refuses(Kind(kind), abi.encodePacked(r, bytes32(ORDER - uint256(s)), v == 27 ? uint8(28) : uint8(27)));
            refuses(Kind(kind), abi.encodePacked(r, bytes32(ORDER - uint256(s)), v));
            refuses(Kind(kind), abi.encodePacked(r, s, v - 27));
        }
    }

    /// @notice A block is orphaned, and what was signed in it is sent again: by the chain id nothing tells the two histories.
    /// @dev What spends a signature is state, and goes with the block. So it counts in the new history exactly once: a bid by
    /// its commitment, a ballot by its sequence, a vote by having voted or by its nonce, a sponsor's by its proposal, a submission
    /// by its round, a direct agreement by its mandate, changes of an agreement or of its payee by their number. A decision is
    /// spent by the contract that acts on it.
    function test_replayedAfterAReorg() public {
        for (uint8 i = 0; i < KINDS; ++i) {
            Kind kind = Kind(i);
            if (kind == Kind.DECISION) continue;
            bytes memory good = signed(kind);
            uint256 fork = vm.snapshotState();
            accepts(kind, good);
            vm.revertToState(fork);
            accepts(kind, good);
            // What the old ballot would undo: the same again would not be seen.
            if (kind == Kind.BALLOT) vote(voting, 0, 2, "n");
            vm.assertFalse(isAccepted(kind, good), "a second time in the same history");
        }
    }

    /// @notice A signature that was given and kept, to be sent when it suits.
    /// @dev Decisions and sponsorships carry an expiry. The others end with what they are for: bidding, the election, the vote,
    /// the milestone's due date, the mandate. Two are bounded by their number instead; see below.
    function test_expired() public {
        bytes[KINDS] memory kept;
        for (uint8 kind = 0; kind < KINDS; ++kind) {
            kept[kind] = signed(Kind(kind));
        }
        vm.warp(expiry + 30 days);
        for (uint8 kind = 0; kind < KINDS; ++kind) {
            bool isNumbered = Kind(kind) == Kind.CHANGE_ORDER || Kind(kind) == Kind.PAYEE_CHANGE;
            vm.assertEq(isAccepted(Kind(kind), kept[kind]), isNumbered, "after its time");
        }
    }

    /// @notice A change of an agreement that its contractor signed, and that the other side does not want yet.
    /// @dev It waits for the other side as long as no other change takes its number and the milestones are still to be done.
    function test_aKeptChangeOrderIsGoodUntilItsNumberIsTaken() public {
        bytes memory kept = signed(Kind.CHANGE_ORDER);
        uint256 fork = vm.snapshotState();
        IMilestoneEscrow.Change[] memory other = changes();
        other[0].to.duration = 50 days;
        bytes32 digest = escrow.changeOrderDigest(agreementId, 1, keccak256(abi.encode(other)));
        vm.prank(timelock);
        escrow.changeOrder(
            agreementId, 1, other, signature(FIRST_HOLDER_KEY, digest), new IStewardCouncil.Approval[](0)
        );
        refuses(Kind.CHANGE_ORDER, kept);

        vm.revertToState(fork);
        vm.prank(timelock);
        escrow.terminate(agreementId, REASON);
        refuses(Kind.CHANGE_ORDER, kept);

        vm.revertToState(fork);
        vm.warp(block.timestamp + 21 days);
        escrow.refund(agreementId, 1);
        refuses(Kind.CHANGE_ORDER, kept);
    }

    /// @notice A change of payee that was signed and not sent, until the payee wants another or none.
    /// @dev The payee ends it without anybody's help: by a request of the same number, or by having this one sent and cancelling
    /// it. Who is no longer the payee has nothing left to say.
    function test_aKeptPayeeChangeIsGoodUntilItsNumberIsTaken() public {
        bytes memory kept = signed(Kind.PAYEE_CHANGE);
        uint256 fork = vm.snapshotState();
        bytes32 digest = escrow.payeeChangeDigest(agreementId, 1, payee(2));
        escrow.changePayee(agreementId, 1, payee(2), signature(FIRST_HOLDER_KEY, digest));
        refuses(Kind.PAYEE_CHANGE, kept);

        vm.revertToState(fork);
        accepts(Kind.PAYEE_CHANGE, kept);
        vm.prank(holder(0));
        escrow.cancelPayeeChange(agreementId);
        refuses(Kind.PAYEE_CHANGE, kept);

        vm.revertToState(fork);
        digest = escrow.payeeChangeDigest(agreementId, 2, payee(3));
        bytes memory next = signature(FIRST_HOLDER_KEY, digest);
        accepts(Kind.PAYEE_CHANGE, kept);
        vm.warp(block.timestamp + 1 days);
        escrow.completePayeeChange(agreementId);
        vm.expectRevert(abi.encodeWithSelector(IMilestoneEscrow.BadPayeeSignature.selector, payee(1)));
        escrow.changePayee(agreementId, 2, payee(3), next);
    }

    /// @notice The evidence of a round that was sent back, offered again as that of the next.
    function test_aKeptSubmissionIsForItsRound() public {
        bytes memory kept = signed(Kind.SUBMISSION);
        accepts(Kind.SUBMISSION, kept);
        vm.prank(timelock);
        escrow.sendBack(agreementId, 0, 1, REASON, new IStewardCouncil.Approval[](0));
        refuses(Kind.SUBMISSION, kept);
        vm.expectRevert(abi.encodeWithSelector(IMilestoneEscrow.BadSubmissionSignature.selector, holder(0)));
        escrow.submitBySig(agreementId, 0, 2, EVIDENCE, kept);
    }

    /// @notice An agreement that was signed by who is not the service entity any more.
    function test_aKeptDirectAgreementIsTheEntitysInOffice() public {
        bytes memory kept = signed(Kind.DIRECT_AGREEMENT);
        vm.prank(timelock);
        roadmap.setServiceEntity(holder(1));
        refuses(Kind.DIRECT_AGREEMENT, kept);
    }

    /// @notice A vote with a reason, kept by a relay, though its voter has signed something else since.
    /// @dev Its nonce is the next of the voter's, so that whatever uses that one ends it.
    function test_aKeptArguedVoteIsGoodUntilItsNonceIsUsed() public {
        bytes memory kept = signed(Kind.ARGUED_VOTE);
        bytes32 ballot = keccak256(
            abi.encode(governor.BALLOT_TYPEHASH(), proposalId, uint8(0), holder(0), governor.nonces(holder(0)))
        );
        governor.castVoteBySig(proposalId, 0, holder(0), signature(FIRST_HOLDER_KEY, ofGovernor(ballot)));
        refuses(Kind.ARGUED_VOTE, kept);
    }

    /// @notice Wallets that say yes to everything bind themselves only: they have no votes, seat or bond but their own. But some
    /// that say nothing at all look as if they said yes: by `true`, by repeating the question, by reverting with the answer.
    function test_walletsThatLie() public {
        bytes memory code = address(new AgreeableWallet()).code;
        bytes[3] memory liars = [code, address(new EchoingWallet()).code, address(new RevertingYesWallet()).code];
        for (uint256 i = 0; i < liars.length; ++i) {
            vm.etch(holder(0), liars[i]);
            for (uint8 kind = 0; kind < KINDS; ++kind) {
                refuses(Kind(kind), hex"01");
            }
        }
    }

    /// @notice Wallets that use up all gas, or never come to an end, so that nobody's signature is heard.
    /// @dev Each gets its share and no more; 700,000 is enough for two shares and the check itself.
    function test_walletsThatLoopAndBurnGas() public {
        bytes[2] memory hostile = [address(new GasBurningWallet()).code, address(new LoopingWallet()).code];
        for (uint256 i = 0; i < hostile.length; ++i) {
            vm.etch(holder(0), hostile[i]);
            for (uint8 kind = 0; kind < KINDS; ++kind) {
                bytes memory nothing = hex"01";
                uint256 before = gasleft();
                refuses(Kind(kind), nothing);
                vm.assertLt(before - gasleft(), 700_000, "gas");
            }
        }
    }

    /// @notice An account that has been given code (EIP-7702): hostile code must not take its key's word away, and code that
    /// answers for another key is what its owner wanted.
    function test_anAccountWithDelegatedCode() public {
        vm.signAndAttachDelegation(address(new GasBurningWallet()), FIRST_HOLDER_KEY);
        (bool done,) = anyone.call("");
        vm.assertTrue(done);
        vm.assertEq(holder(0).code.length, 23, "delegated");
        uint256 fork = vm.snapshotState();
        for (uint8 kind = 0; kind < KINDS; ++kind) {
            accepts(Kind(kind), signed(Kind(kind)));
        }
        vm.revertToState(fork);
        vm.etch(holder(0), abi.encodePacked(hex"ef0100", new SigningWallet(vm.addr(7))));
        for (uint8 kind = 0; kind < KINDS; ++kind) {
            refuses(Kind(kind), signature(8, digestOf(Kind(kind))));
            accepts(Kind(kind), signature(7, digestOf(Kind(kind))));
        }
    }

    /// @notice An account whose code is a precompiled contract's: calls to it succeed and return nothing.
    function test_anAccountThatDelegatesToAPrecompile() public {
        vm.etch(holder(0), abi.encodePacked(hex"ef0100", address(4)));
        for (uint8 kind = 0; kind < KINDS; ++kind) {
            refuses(Kind(kind), hex"01");
        }
    }

    function accepts(Kind kind, bytes memory given) private {
        vm.assertTrue(isAccepted(kind, given), "a good signature");
    }

    function refuses(Kind kind, bytes memory given) private {
        vm.assertFalse(isAccepted(kind, given), string.concat("kind ", vm.toString(uint256(kind))));
    }

    /// @dev By what it has done, not by what it has returned.
    function isAccepted(Kind kind, bytes memory given) private returns (bool) {
        if (kind == Kind.BID) return isBidAccepted(given);
        if (kind == Kind.BALLOT) return isBallotAccepted(given);
        if (kind == Kind.DECISION) return isDecisionAccepted(given);
        if (kind == Kind.VOTE) return isVoteAccepted(given);
        if (kind == Kind.ARGUED_VOTE) return isArguedVoteAccepted(given);
        if (kind == Kind.SPONSORSHIP) return isSponsorshipAccepted(given);
        if (kind == Kind.SUBMISSION) return isSubmissionAccepted(given);
        if (kind == Kind.DIRECT_AGREEMENT) return isDirectAgreementAccepted(given);
        return kind == Kind.CHANGE_ORDER ? isChangeOrderAccepted(given) : isPayeeChangeAccepted(given);
    }

    function isBidAccepted(bytes memory given) private returns (bool) {
        uint256 before = bidBook.bidCount(bidding);
        try bidBook.commitBySig(bidding, holder(0), COMMITMENT, given, noPermit()) {} catch {}
        return bidBook.bidCount(bidding) != before;
    }

    function isBallotAccepted(bytes memory given) private returns (bool) {
        (uint256 before,) = election.tally(voting, 0);
        IBidElection.SignedBallot[] memory batch = new IBidElection.SignedBallot[](1);
        batch[0] = IBidElection.SignedBallot(holder(0), 1, packed("y"), given);
        try election.castBatch(voting, batch) {} catch {}
        (uint256 afterwards,) = election.tally(voting, 0);
        return afterwards != before;
    }

    function isDecisionAccepted(bytes memory given) private view returns (bool) {
        IStewardCouncil.Approval[] memory one = new IStewardCouncil.Approval[](1);
        one[0] = IStewardCouncil.Approval(holder(0), expiry, given);
        try council.requireApproved(what(), one) {
            return true;
        } catch {
            return false;
        }
    }

    function isVoteAccepted(bytes memory given) private returns (bool) {
        (, uint256 before,) = governor.proposalVotes(proposalId);
        IDaoGovernor.SignedVote[] memory batch = new IDaoGovernor.SignedVote[](1);
        batch[0] = IDaoGovernor.SignedVote(holder(0), 1, given);
        try governor.castVotesBySig(proposalId, batch) {} catch {}
        (, uint256 afterwards,) = governor.proposalVotes(proposalId);
        return afterwards != before;
    }

    function isArguedVoteAccepted(bytes memory given) private returns (bool) {
        (, uint256 before,) = governor.proposalVotes(arguedId);
        try governor.castVoteWithReasonAndParamsBySig(arguedId, 1, holder(0), TEXT, "", given) {} catch {}
        (, uint256 afterwards,) = governor.proposalVotes(arguedId);
        return afterwards != before;
    }

    function isSponsorshipAccepted(bytes memory given) private returns (bool) {
        (address[] memory targets, uint256[] memory values, bytes[] memory data) = adopting("a sponsored text");
        uint256 before = governor.sponsored(holder(0));
        IDaoGovernor.Sponsorship[] memory one = new IDaoGovernor.Sponsorship[](1);
        one[0] = IDaoGovernor.Sponsorship(holder(0), expiry, given);
        vm.prank(anyone);
        try governor.proposeBySig(targets, values, data, namingAnyone(), one) {} catch {}
        return governor.sponsored(holder(0)) != before;
    }

    function isSubmissionAccepted(bytes memory given) private returns (bool) {
        (,,, uint256 before,,,) = escrow.milestone(agreementId, 0);
        try escrow.submitBySig(agreementId, 0, 1, EVIDENCE, given) {} catch {}
        (,,, uint256 afterwards,,,) = escrow.milestone(agreementId, 0);
        return afterwards != before;
    }

    function isDirectAgreementAccepted(bytes memory given) private returns (bool) {
        uint256 before = escrow.agreementCount();
        makeDirect(given);
        return escrow.agreementCount() != before;
    }

    function isChangeOrderAccepted(bytes memory given) private returns (bool) {
        (, uint256 before,,,,) = escrow.changesTo(agreementId);
        vm.prank(timelock);
        try escrow.changeOrder(agreementId, 1, changes(), given, new IStewardCouncil.Approval[](0)) {} catch {}
        (, uint256 afterwards,,,,) = escrow.changesTo(agreementId);
        return afterwards != before;
    }

    function isPayeeChangeAccepted(bytes memory given) private returns (bool) {
        (,,, uint256 before,,) = escrow.changesTo(agreementId);
        try escrow.changePayee(agreementId, 1, payee(1), given) {} catch {}
        (,,, uint256 afterwards,,) = escrow.changesTo(agreementId);
        return afterwards != before;
    }

    function grantDirect() private returns (uint256) {
        ITreasury.MandateTerms memory terms = direct();
        terms.expiry = uint64(block.timestamp + 20 days);
        return grant(terms);
    }

    function makeDirect(bytes memory given) private {
        try escrow.createDirect(directMandate, holder(0), milestones(PRICE), given) {} catch {}
    }

    function signed(Kind kind) private view returns (bytes memory) {
        return signature(FIRST_HOLDER_KEY, digestOf(kind));
    }

    function digestOf(Kind kind) private view returns (bytes32) {
        if (kind == Kind.BID) return bidBook.bidDigest(bidding, holder(0), COMMITMENT);
        if (kind == Kind.BALLOT) return election.ballotDigest(voting, holder(0), 1, packed("y"));
        if (kind == Kind.DECISION) return council.digest(what(), holder(0), expiry);
        if (kind == Kind.SUBMISSION) return escrow.submissionDigest(agreementId, 0, 1, EVIDENCE);
        if (kind == Kind.DIRECT_AGREEMENT) {
            bytes32 planned = keccak256(abi.encode(milestones(PRICE)));
            return escrow.directAgreementDigest(directMandate, holder(0), PRICE, planned);
        }
        if (kind == Kind.CHANGE_ORDER) {
            return escrow.changeOrderDigest(agreementId, 1, keccak256(abi.encode(changes())));
        }
        if (kind == Kind.PAYEE_CHANGE) return escrow.payeeChangeDigest(agreementId, 1, payee(1));
        return ofGovernor(kind == Kind.SPONSORSHIP ? sponsorship() : ballotOf(kind));
    }

    function ballotOf(Kind kind) private view returns (bytes32) {
        if (kind == Kind.VOTE) {
            uint256 nonce = uint256(uint192(proposalId)) << 64;
            return keccak256(abi.encode(governor.BALLOT_TYPEHASH(), proposalId, uint8(1), holder(0), nonce));
        }
        bytes32 typeHash = governor.EXTENDED_BALLOT_TYPEHASH();
        uint256 next = governor.nonces(holder(0));
        return
            keccak256(abi.encode(typeHash, arguedId, uint8(1), holder(0), next, keccak256(bytes(TEXT)), keccak256("")));
    }

    function sponsorship() private view returns (bytes32) {
        (address[] memory targets, uint256[] memory values, bytes[] memory data) = adopting("a sponsored text");
        uint256 id = governor.getProposalId(targets, values, data, keccak256(bytes(namingAnyone())));
        bytes32 typeHash = keccak256("Sponsorship(address sponsor,address proposer,uint256 proposalId,uint64 expiry)");
        return keccak256(abi.encode(typeHash, holder(0), anyone, id, expiry));
    }

    function ofGovernor(bytes32 hash) private view returns (bytes32) {
        bytes32 domain = keccak256(
            abi.encode(
                keccak256("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"),
                keccak256("DaoGovernor"),
                keccak256("1"),
                block.chainid,
                address(governor)
            )
        );
        return keccak256(abi.encodePacked(hex"1901", domain, hash));
    }

    function proposed(string memory text) private returns (uint256) {
        (address[] memory targets, uint256[] memory values, bytes[] memory data) = adopting(text);
        vm.prank(holder(5));
        return governor.propose(targets, values, data, TEXT);
    }

    function adopting(string memory text)
        private
        view
        returns (address[] memory targets, uint256[] memory values, bytes[] memory data)
    {
        (targets, values, data) = (new address[](1), new uint256[](1), new bytes[](1));
        (targets[0], data[0]) = (address(roadmap), abi.encodeCall(roadmap.adopt, (keccak256(bytes(text)))));
    }

    function namingAnyone() private view returns (string memory) {
        return string.concat(TEXT, "\n\n#proposer=", Strings.toHexString(anyone));
    }

    /// @dev The second milestone gets more time.
    function changes() private pure returns (IMilestoneEscrow.Change[] memory one) {
        one = new IMilestoneEscrow.Change[](1);
        one[0] = IMilestoneEscrow.Change(1, IBidBook.Milestone(PRICE - PRICE / 4, 40 days, REASON));
    }

    function what() private view returns (IStewardCouncil.Decision memory) {
        return decision("approve milestone", address(escrow), 1, 0, 1);
    }
}
