// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IGovernor} from "@openzeppelin/contracts/governance/IGovernor.sol";
import {TimelockController} from "@openzeppelin/contracts/governance/TimelockController.sol";
import {IVotes} from "@openzeppelin/contracts/governance/utils/IVotes.sol";
import {DaoGovernor} from "../src/DaoGovernor.sol";
import {IDaoGovernor} from "../src/interfaces/IDaoGovernor.sol";
import {Voteless} from "../src/libraries/Voteless.sol";
import {DaoTest} from "./support/DaoTest.sol";
import {GasBurningWallet} from "./support/HostileWallets.sol";
import {SigningWallet} from "./support/SigningWallet.sol";
import {BlockClockToken, PlainToken} from "./support/Tokens.sol";

contract DaoGovernorTest is DaoTest {
    function setUp() public {
        deployDao();
    }

    function test_itIsAGovernorForToolsThatKnowOpenZeppelins() public view {
        assertTrue(governor.supportsInterface(type(IGovernor).interfaceId), "interface");
        assertEq(governor.name(), "DaoGovernor", "name");
        assertEq(governor.version(), "1", "version");
        assertEq(governor.COUNTING_MODE(), "support=bravo&quorum=for,abstain", "counting");
        assertEq(governor.CLOCK_MODE(), "mode=timestamp", "clock");
        assertEq(governor.timelock(), address(timelock), "timelock");
        assertEq(governor.proposalThreshold(), PROPOSAL_THRESHOLD, "threshold");
    }

    /// @dev These three take no proposal id: they tell what no proposal exceeds.
    function test_whatIsAskedWithoutAProposalIsAnsweredForTheStrictestClass() public view {
        assertEq(governor.votingDelay(), 3 hours, "delay");
        assertEq(governor.votingPeriod(), 4 days, "period");
        assertEq(governor.quorum(block.timestamp - 1), 400 ether, "40 % of the supply");
    }

    function test_tokensThatCannotVoteDoNotCountTowardsQuorum() public {
        uint256 first = openVote(adoption("a text"));
        vm.prank(holders[9].addr);
        token.delegate(Voteless.DELEGATE);
        vm.warp(block.timestamp + 1);
        uint256 second = openVote(adoption("another text"));
        assertEq(governor.proposalQuorum(second), 180 ether, "20 % of what can vote");
        assertEq(governor.proposalQuorum(first), 200 ether, "as it was");
        assertEq(governor.quorum(block.timestamp - 1), 360 ether, "of the strictest class");
    }

    function test_theQuorumIsNeverBelowItsFloor() public {
        for (uint256 i = 2; i < 10; ++i) {
            vm.prank(holders[i].addr);
            token.delegate(Voteless.DELEGATE);
        }
        vm.warp(block.timestamp + 1);
        uint256 proposalId = openVote(adoption("a text"));
        assertEq(governor.proposalQuorum(proposalId), QUORUM_FLOOR, "not 40");
        vote(proposalId, 1, FOR);
        closeVote(proposalId);
        assertState(proposalId, IGovernor.ProposalState.Defeated);
    }

    function test_aTokenThatCountsByBlockNumberIsRefused() public {
        IVotes blocks = IVotes(address(new BlockClockToken()));
        vm.expectRevert(abi.encodeWithSelector(IDaoGovernor.WrongClock.selector, "mode=blocknumber&from=default"));
        new DaoGovernor(blocks, timelock, policy, roadmap, 0);
    }

    function test_aTokenWithoutVotesIsRefused() public {
        IVotes plain = IVotes(address(new PlainToken(address(this), 1)));
        vm.expectRevert(abi.encodeWithSelector(IDaoGovernor.WrongClock.selector, ""));
        new DaoGovernor(plain, timelock, policy, roadmap, 0);
    }

    function test_aProposalTakesItsWholeWayToItsEffect() public {
        Action memory action = adoption("a text");
        uint256 proposalId = propose(action);
        assertState(proposalId, IGovernor.ProposalState.Pending);
        vm.warp(governor.proposalSnapshot(proposalId) + 1);
        assertState(proposalId, IGovernor.ProposalState.Active);
        vote(proposalId, 1, FOR);
        vote(proposalId, 2, FOR);
        vote(proposalId, 3, AGAINST);
        closeVote(proposalId);
        assertState(proposalId, IGovernor.ProposalState.Succeeded);
        queue(action);
        assertState(proposalId, IGovernor.ProposalState.Queued);
        vm.warp(governor.proposalEta(proposalId));
        execute(action);
        assertState(proposalId, IGovernor.ProposalState.Executed);
        assertEq(roadmap.adoptedAt(keccak256("a text")), block.timestamp, "adopted by the timelock");
    }

    function test_nothingIsExecutedBeforeTheTimelocksDelay() public {
        Action memory action = adoption("a text");
        uint256 proposalId = openVote(action);
        vote(proposalId, 1, FOR);
        vote(proposalId, 2, FOR);
        closeVote(proposalId);
        vm.expectPartialRevert(IGovernor.GovernorUnexpectedProposalState.selector);
        execute(action);
        queue(action);
        vm.warp(governor.proposalEta(proposalId) - 1);
        vm.expectPartialRevert(TimelockController.TimelockUnexpectedOperationState.selector);
        execute(action);
        assertEq(roadmap.adoptedAt(keccak256("a text")), 0, "not adopted");
    }

    function test_withoutQuorumAProposalIsDefeated() public {
        Action memory action = adoption("a text");
        uint256 proposalId = openVote(action);
        vote(proposalId, 1, FOR);
        closeVote(proposalId);
        assertState(proposalId, IGovernor.ProposalState.Defeated);
        vm.expectPartialRevert(IGovernor.GovernorUnexpectedProposalState.selector);
        queue(action);
    }

    function test_abstentionsCountTowardsQuorumOnly() public {
        uint256 proposalId = openVote(adoption("a text"));
        vote(proposalId, 1, FOR);
        vote(proposalId, 2, ABSTAIN);
        closeVote(proposalId);
        assertState(proposalId, IGovernor.ProposalState.Succeeded);
    }

    function test_aTieIsDefeated() public {
        uint256 proposalId = openVote(adoption("a text"));
        vote(proposalId, 1, FOR);
        vote(proposalId, 2, FOR);
        vote(proposalId, 3, AGAINST);
        vote(proposalId, 4, AGAINST);
        closeVote(proposalId);
        assertState(proposalId, IGovernor.ProposalState.Defeated);
    }

    function test_proposingTakesVotingPower() public {
        (address[] memory targets, uint256[] memory values, bytes[] memory data) = lists(adoption("a text"));
        vm.expectRevert(
            abi.encodeWithSelector(
                IGovernor.GovernorInsufficientProposerVotes.selector, address(this), 0, PROPOSAL_THRESHOLD
            )
        );
        governor.propose(targets, values, data, "a text");
    }

    function test_aNamedProposerCannotBeForestalled() public {
        Action memory action = adoption("a text\n\n#proposer=0x00000000000000000000000000000000000000aa");
        (address[] memory targets, uint256[] memory values, bytes[] memory data) = lists(action);
        vm.prank(holders[1].addr);
        vm.expectRevert(abi.encodeWithSelector(IGovernor.GovernorRestrictedProposer.selector, holders[1].addr));
        governor.propose(targets, values, data, action.description);
    }

    function test_signedVotesCountWithTheirFullWeight() public {
        uint256 proposalId = openVote(adoption("a text"));
        IDaoGovernor.SignedVote[] memory votes = new IDaoGovernor.SignedVote[](3);
        votes[0] = signedVote(proposalId, 1, AGAINST);
        votes[1] = signedVote(proposalId, 2, FOR);
        votes[2] = signedVote(proposalId, 3, ABSTAIN);
        vm.expectEmit(address(governor));
        emit IGovernor.VoteCast(holders[1].addr, proposalId, AGAINST, 100 ether, "");
        vm.expectEmit(address(governor));
        emit IGovernor.VoteCast(holders[2].addr, proposalId, FOR, 100 ether, "");
        vm.expectEmit(address(governor));
        emit IGovernor.VoteCast(holders[3].addr, proposalId, ABSTAIN, 100 ether, "");
        governor.castVotesBySig(proposalId, votes);
        assertTally(proposalId, 100 ether, 100 ether, 100 ether);
        assertTrue(governor.hasVoted(proposalId, holders[1].addr), "has voted");
    }

    function test_aBadVoteIsSkippedAndReportedTheRestCount() public {
        uint256 proposalId = openVote(adoption("a text"));
        vote(proposalId, 4, FOR);
        IDaoGovernor.SignedVote[] memory votes = new IDaoGovernor.SignedVote[](5);
        votes[0] = signedVote(proposalId, 1, FOR);
        votes[1] = signedVote(proposalId, 2, FOR);
        votes[1].support = AGAINST;
        votes[2] = signedVote(proposalId, 3, 3);
        votes[3] = signedVote(proposalId, 4, AGAINST);
        votes[4] = signedVote(proposalId, 5, FOR);
        expectRefusal(proposalId, 2, IGovernor.GovernorInvalidSignature.selector);
        expectRefusal(proposalId, 3, IGovernor.GovernorInvalidVoteType.selector);
        expectRefusal(proposalId, 4, IGovernor.GovernorAlreadyCastVote.selector);
        governor.castVotesBySig(proposalId, votes);
        assertTally(proposalId, 0, 300 ether, 0);
        assertFalse(governor.hasVoted(proposalId, holders[2].addr), "the forged vote spent nothing");
    }

    function test_aSignedVoteCountsOnce() public {
        uint256 proposalId = openVote(adoption("a text"));
        IDaoGovernor.SignedVote[] memory twice = new IDaoGovernor.SignedVote[](2);
        twice[0] = signedVote(proposalId, 1, FOR);
        twice[1] = twice[0];
        expectRefusal(proposalId, 1, IGovernor.GovernorAlreadyCastVote.selector);
        governor.castVotesBySig(proposalId, twice);
        castBatch(proposalId, twice[0]);
        assertTally(proposalId, 0, 100 ether, 0);
    }

    function test_aSignatureForOneProposalIsNoneForAnother() public {
        uint256 first = propose(adoption("a text"));
        uint256 second = openVote(adoption("another text"));
        expectRefusal(second, 1, IGovernor.GovernorInvalidSignature.selector);
        castBatch(second, signedVote(first, 1, FOR));
        assertTally(second, 0, 0, 0);
    }

    function test_aSignatureForAnotherChainIsRefused() public {
        uint256 proposalId = openVote(adoption("a text"));
        IDaoGovernor.SignedVote memory signed = signedVote(proposalId, 1, FOR);
        vm.chainId(block.chainid + 1);
        expectRefusal(proposalId, 1, IGovernor.GovernorInvalidSignature.selector);
        castBatch(proposalId, signed);
    }

    function test_aBatchOutsideTheVotingPeriodIsRefused() public {
        uint256 proposalId = propose(adoption("a text"));
        IDaoGovernor.SignedVote[] memory votes = new IDaoGovernor.SignedVote[](1);
        votes[0] = signedVote(proposalId, 1, FOR);
        vm.expectPartialRevert(IGovernor.GovernorUnexpectedProposalState.selector);
        governor.castVotesBySig(proposalId, votes);
        closeVote(proposalId);
        vm.expectPartialRevert(IGovernor.GovernorUnexpectedProposalState.selector);
        governor.castVotesBySig(proposalId, votes);
    }

    /// @dev Whoever signed for the relay can send the same signature without it.
    function test_aVoteSignedForABatchIsGoodAlone() public {
        uint256 proposalId = openVote(adoption("a text"));
        IDaoGovernor.SignedVote memory signed = signedVote(proposalId, 1, FOR);
        governor.castVoteBySig(proposalId, FOR, signed.voter, signed.signature);
        assertTally(proposalId, 0, 100 ether, 0);
        vm.expectRevert(abi.encodeWithSelector(IGovernor.GovernorAlreadyCastVote.selector, signed.voter));
        governor.castVoteBySig(proposalId, FOR, signed.voter, signed.signature);
    }

    function test_openZeppelinsOwnBallotIsGoodAlone() public {
        uint256 proposalId = openVote(adoption("a text"));
        address voter = holders[1].addr;
        bytes memory signature = sign(holders[1], ballotDigest(proposalId, FOR, voter, governor.nonces(voter)));
        governor.castVoteBySig(proposalId, FOR, voter, signature);
        assertEq(governor.nonces(voter), 1, "its nonce is spent");
        assertTally(proposalId, 0, 100 ether, 0);
    }

    function test_aForgedSignatureIsRefusedAlone() public {
        uint256 proposalId = openVote(adoption("a text"));
        bytes memory forged = signedVote(proposalId, 2, FOR).signature;
        vm.expectRevert(abi.encodeWithSelector(IGovernor.GovernorInvalidSignature.selector, holders[1].addr));
        governor.castVoteBySig(proposalId, FOR, holders[1].addr, forged);
    }

    function test_aBallotWithAReasonIsGoodOnce() public {
        uint256 proposalId = openVote(adoption("a text"));
        address voter = holders[1].addr;
        bytes memory signature = sign(holders[1], extendedDigest(proposalId, FOR, voter, 0, "because", hex"01"));
        vm.expectRevert(abi.encodeWithSelector(IGovernor.GovernorInvalidSignature.selector, voter));
        governor.castVoteWithReasonAndParamsBySig(proposalId, FOR, voter, "another", hex"01", signature);
        governor.castVoteWithReasonAndParamsBySig(proposalId, FOR, voter, "because", hex"01", signature);
        assertTally(proposalId, 0, 100 ether, 0);
        assertEq(governor.nonces(voter), 1, "its nonce is spent");
    }

    /// @dev Code set by EIP-7702 may know nothing of ERC-1271; the key still votes, every way that a key can.
    function test_anAccountWithDelegatedCodeVotesWithItsKey() public {
        uint256 first = propose(adoption("a text"));
        uint256 second = openVote(adoption("another text"));
        address voter = holders[1].addr;
        vm.etch(voter, address(new GasBurningWallet()).code);
        castBatch(first, signedVote(first, 1, FOR));
        assertTally(first, 0, 100 ether, 0);
        bytes memory signature = sign(holders[1], extendedDigest(second, FOR, voter, 0, "because", ""));
        governor.castVoteWithReasonAndParamsBySig(second, FOR, voter, "because", "", signature);
        assertTally(second, 0, 100 ether, 0);
    }

    function test_aContractWalletVotesByErc1271() public {
        address wallet = address(new SigningWallet(holders[9].addr));
        vm.prank(holders[1].addr);
        token.delegate(wallet);
        vm.warp(block.timestamp + 1);
        uint256 proposalId = openVote(adoption("a text"));
        bytes memory signature = sign(holders[9], ballotDigest(proposalId, FOR, wallet, keyedNonce(proposalId)));
        castBatch(proposalId, IDaoGovernor.SignedVote(wallet, FOR, signature));
        assertTally(proposalId, 0, 100 ether, 0);
    }

    function test_aHostileWalletDoesNotSpoilTheBatch() public {
        uint256 proposalId = openVote(adoption("a text"));
        address hostile = address(new GasBurningWallet());
        IDaoGovernor.SignedVote[] memory votes = new IDaoGovernor.SignedVote[](2);
        votes[0] = IDaoGovernor.SignedVote(hostile, FOR, "");
        votes[1] = signedVote(proposalId, 1, FOR);
        vm.expectEmit(address(governor));
        emit IDaoGovernor.VoteRefused(proposalId, hostile, IGovernor.GovernorInvalidSignature.selector);
        governor.castVotesBySig{gas: 700_000}(proposalId, votes);
        assertTally(proposalId, 0, 100 ether, 0);
    }

    function test_votesMovedAfterTheSnapshotChangeNothing() public {
        uint256 proposalId = openVote(adoption("a text"));
        vm.prank(holders[1].addr);
        token.transfer(holders[2].addr, 100 ether);
        castBatch(proposalId, signedVote(proposalId, 1, FOR));
        castBatch(proposalId, signedVote(proposalId, 2, FOR));
        assertTally(proposalId, 0, 200 ether, 0);
    }

    function testFuzz_theTallyIsTheSumOfTheVotes(uint256 choices) public {
        uint256 proposalId = openVote(adoption("a text"));
        IDaoGovernor.SignedVote[] memory votes = new IDaoGovernor.SignedVote[](10);
        uint256[3] memory expected;
        for (uint256 i = 0; i < 10; ++i) {
            uint8 support = uint8((choices >> (8 * i)) % 3);
            votes[i] = signedVote(proposalId, i, support);
            expected[support] += 100 ether;
        }
        governor.castVotesBySig(proposalId, votes);
        assertTally(proposalId, expected[AGAINST], expected[FOR], expected[ABSTAIN]);
    }

    function extendedDigest(
        uint256 proposalId,
        uint8 support,
        address voter,
        uint256 nonce,
        string memory reason,
        bytes memory params
    ) private view returns (bytes32) {
        bytes32 ballot = keccak256(
            abi.encode(
                governor.EXTENDED_BALLOT_TYPEHASH(),
                proposalId,
                support,
                voter,
                nonce,
                keccak256(bytes(reason)),
                keccak256(params)
            )
        );
        return typedDigest(ballot);
    }

    function castBatch(uint256 proposalId, IDaoGovernor.SignedVote memory signed) private {
        IDaoGovernor.SignedVote[] memory votes = new IDaoGovernor.SignedVote[](1);
        votes[0] = signed;
        governor.castVotesBySig(proposalId, votes);
    }

    function expectRefusal(uint256 proposalId, uint256 holder, bytes4 reason) private {
        vm.expectEmit(address(governor));
        emit IDaoGovernor.VoteRefused(proposalId, holders[holder].addr, reason);
    }

    function assertTally(uint256 proposalId, uint256 against, uint256 inFavour, uint256 abstained) private view {
        (uint256 actualAgainst, uint256 actualFor, uint256 actualAbstain) = governor.proposalVotes(proposalId);
        assertEq(actualAgainst, against, "against");
        assertEq(actualFor, inFavour, "for");
        assertEq(actualAbstain, abstained, "abstain");
    }
}
