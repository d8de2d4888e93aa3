// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {StewardCouncil} from "../../src/StewardCouncil.sol";
import {BidBook} from "../../src/BidBook.sol";
import {BidElection} from "../../src/BidElection.sol";
import {DaoGovernor} from "../../src/DaoGovernor.sol";
import {DaoTimelock} from "../../src/DaoTimelock.sol";
import {IBidBook} from "../../src/interfaces/IBidBook.sol";
import {IBidElection} from "../../src/interfaces/IBidElection.sol";
import {IDaoGovernor} from "../../src/interfaces/IDaoGovernor.sol";
import {IStewardCouncil} from "../../src/interfaces/IStewardCouncil.sol";
import {GovernedMarket} from "../support/GovernedMarket.sol";
import {
    AgreeableWallet,
    EchoingWallet,
    GasBurningWallet,
    LoopingWallet,
    RevertingYesWallet
} from "../support/HostileWallets.sol";
import {SigningWallet} from "../support/SigningWallet.sol";

/// @title What attackers do to signatures, tried on all four kinds: bids, ballots, steward decisions and votes.
/// @notice Every kind is EIP-712 with chain and contract in its domain, and checked by one library, which has tests of its own;
/// here it is shown that no kind goes around it. All four are good unchanged, and each test changes one thing.
contract SignatureAttacksTest is GovernedMarket {
    uint256 private constant ORDER = 0xFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFEBAAEDCE6AF48A03BBFD25E8CD0364141;
    bytes32 private constant COMMITMENT = keccak256("commitment");
    string private constant TEXT = "text";
    uint8 private constant KINDS = 4;

    enum Kind {
        BID,
        BALLOT,
        DECISION,
        VOTE
    }

    uint256 private bidding;
    uint256 private voting;
    uint256 private proposalId;
    uint64 private expiry;

    /// @dev One workstream open for bids, one election, and one proposal, all of which are open at the same time. The first
    /// steward is holder 0, one signature is enough.
    function setUp() public override {
        super.setUp();
        (address[] memory targets, uint256[] memory values, bytes[] memory data) =
            (new address[](1), new uint256[](1), new bytes[](1));
        (targets[0], data[0]) = (address(roadmap), abi.encodeCall(roadmap.adopt, (keccak256("text"))));
        voting = openElection(list(1_000 * USD));
        vm.prank(holder(5));
        proposalId = governor.propose(targets, values, data, TEXT);
        vm.warp(governor.proposalSnapshot(proposalId) + 1);
        bidding = openWorkstream();
        vm.prank(holder(0));
        gov.approve(address(bidBook), 2 * BOND);
        address[] memory first = new address[](1);
        first[0] = holder(0);
        vm.prank(timelock);
        council.change(first, new address[](0), 1);
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
        address[] memory first = new address[](1);
        first[0] = holder(0);
        bidBook = new BidBook(treasury, roadmap, council, election, gov, timelock);
        election = new BidElection(treasury, bidBook, gov, council, timelock, electionRules());
        council = new StewardCouncil(timelock, roadmap, first, 1);
        governor = new DaoGovernor(gov, DaoTimelock(payable(timelock)), otherGovernor.policy(), roadmap, 2 hours);
        bytes[KINDS] memory elsewhere;
        for (uint8 kind = 0; kind < KINDS; ++kind) {
            elsewhere[kind] = signed(Kind(kind));
        }
        bidBook = BidBook(address(otherBook));
        election = BidElection(address(otherElection));
        council = StewardCouncil(address(otherCouncil));
        governor = otherGovernor;
        for (uint8 kind = 0; kind < KINDS; ++kind) {
            refuses(Kind(kind), elsewhere[kind]);
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
    /// its commitment, a ballot by its sequence, a vote by having voted. A decision is spent by the contract that acts on it.
    function test_replayedAfterAReorg() public {
        Kind[3] memory spent = [Kind.BID, Kind.BALLOT, Kind.VOTE];
        for (uint256 i = 0; i < spent.length; ++i) {
            bytes memory good = signed(spent[i]);
            uint256 fork = vm.snapshotState();
            accepts(spent[i], good);
            vm.revertToState(fork);
            accepts(spent[i], good);
            // What the old ballot would undo: the same again would not be seen.
            if (spent[i] == Kind.BALLOT) vote(voting, 0, 2, "n");
            vm.assertFalse(isAccepted(spent[i], good), "a second time in the same history");
        }
    }

    /// @notice A decision that was signed and kept, to be sent when it suits.
    /// @dev Decisions carry an expiry. The others end with what they are for: bidding, the election, the vote.
    function test_expired() public {
        bytes[KINDS] memory kept;
        for (uint8 kind = 0; kind < KINDS; ++kind) {
            kept[kind] = signed(Kind(kind));
        }
        vm.warp(expiry + 30 days);
        for (uint8 kind = 0; kind < KINDS; ++kind) {
            vm.assertFalse(isAccepted(Kind(kind), kept[kind]), "after its time");
        }
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
        return kind == Kind.DECISION ? isDecisionAccepted(given) : isVoteAccepted(given);
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

    function signed(Kind kind) private view returns (bytes memory) {
        return signature(FIRST_HOLDER_KEY, digestOf(kind));
    }

    function digestOf(Kind kind) private view returns (bytes32) {
        if (kind == Kind.BID) return bidBook.bidDigest(bidding, holder(0), COMMITMENT);
        if (kind == Kind.BALLOT) return election.ballotDigest(voting, holder(0), 1, packed("y"));
        if (kind == Kind.DECISION) return council.digest(what(), holder(0), expiry);
        bytes32 ballot = keccak256(
            abi.encode(governor.BALLOT_TYPEHASH(), proposalId, uint8(1), holder(0), uint256(uint192(proposalId)) << 64)
        );
        bytes32 domain = keccak256(
            abi.encode(
                keccak256("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"),
                keccak256("DaoGovernor"),
                keccak256("1"),
                block.chainid,
                address(governor)
            )
        );
        return keccak256(abi.encodePacked(hex"1901", domain, ballot));
    }

    function what() private view returns (IStewardCouncil.Decision memory) {
        return decision("approve milestone", address(escrow), 1, 0, 1);
    }
}
