// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IGovernor} from "@openzeppelin/contracts/governance/IGovernor.sol";
import {TimelockController} from "@openzeppelin/contracts/governance/TimelockController.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {DaoGovernor} from "../../src/DaoGovernor.sol";
import {Roadmap} from "../../src/Roadmap.sol";
import {IDaoGovernor} from "../../src/interfaces/IDaoGovernor.sol";
import {DaoTest} from "../support/DaoTest.sol";
import {GasTest} from "../support/GasTest.sol";
import {StockGovernor} from "../support/StockGovernor.sol";

/// @notice Casts signed votes one after the other in one transaction, which is what a relay can do with a stock Governor.
contract VoteRelay {
    function castVotesBySig(IGovernor governor, uint256 proposalId, IDaoGovernor.SignedVote[] calldata votes) external {
        for (uint256 i = 0; i < votes.length; ++i) {
            governor.castVoteBySig(proposalId, votes[i].support, votes[i].voter, votes[i].signature);
        }
    }
}

/// @dev The way of a proposal that adopts a text, under the DAO's Governor and under OpenZeppelin's. Voters are not the first
/// ones of their proposal, and have never voted before.
/// forge-config: default.isolate = true
contract GovernorGasTest is DaoTest, GasTest {
    string private constant PEER = "OpenZeppelin Governor";
    uint256 private constant FIRST_OF_BATCH = 2;
    uint256 private constant MOST_IN_BATCH = 200;
    uint256 private constant MOST_PER_BALLOT = 45_000;

    function setUp() public {
        uint256 count = FIRST_OF_BATCH + MOST_IN_BATCH;
        (address[] memory addresses, uint256[] memory amounts) = (new address[](count), new uint256[](count));
        for (uint256 i = 0; i < count; ++i) {
            holders.push(account(string.concat("holder", vm.toString(i))));
            (addresses[i], amounts[i]) = (holders[i].addr, 100 ether);
        }
        deployDao(addresses, amounts);
    }

    function test_propose() public {
        compare("governor.propose", proposing);
    }

    function test_vote() public {
        compare("governor.vote", voting);
    }

    function test_queue() public {
        compare("governor.queue", queueing);
    }

    function test_execute() public {
        compare("governor.execute", executing);
    }

    function test_voteBySig() public {
        uint256 proposalId = openedVote();
        uint256 used = votingBySig(proposalId, keyedNonce(proposalId));
        switchToStock();
        report("governor.voteBySig", used, PEER, votingBySig(openedVote(), 0));
    }

    function test_batchOf50() public {
        compareBatch("governor.ballot.batch50", 50);
    }

    function test_batchOf200() public {
        uint256 perBallot = compareBatch("governor.ballot.batch200", MOST_IN_BATCH);
        vm.assertLe(perBallot, MOST_PER_BALLOT, "gas per ballot");
    }

    function compare(string memory key, function() internal returns (uint256) measure) private {
        uint256 used = measure();
        switchToStock();
        report(key, used, PEER, measure());
    }

    function compareBatch(string memory key, uint256 size) private returns (uint256 perBallot) {
        uint256 proposalId = openedVote();
        governor.castVotesBySig(proposalId, signedVotes(proposalId, keyedNonce(proposalId), size));
        perBallot = Math.ceilDiv(lastTransaction(), size);

        switchToStock();
        VoteRelay relay = new VoteRelay();
        proposalId = openedVote();
        relay.castVotesBySig(governor, proposalId, signedVotes(proposalId, 0, size));
        report(key, perBallot, PEER, Math.ceilDiv(lastTransaction(), size));
    }

    /// @dev From here on the steps of DaoTest are taken with OpenZeppelin's Governor and timelock. A class of the DAO's has a
    /// superset of its functions; only those that both have are called.
    function switchToStock() private {
        address[] memory only = new address[](1);
        only[0] = vm.computeCreateAddress(address(this), vm.getNonce(address(this)) + 1);
        TimelockController stockTimelock = new TimelockController(MIN_DELAY, only, only, address(0));
        StockGovernor stock = new StockGovernor(token, stockTimelock, VOTING_DELAY, VOTING_PERIOD, PROPOSAL_THRESHOLD);
        assertEq(address(stock), only[0], "the Governor is where the timelock expects it");
        governor = DaoGovernor(payable(stock));
        roadmap = new Roadmap(address(stockTimelock), uint64(block.timestamp), address(0xE7), guardian.addr);
        vm.warp(block.timestamp + 1);
    }

    function proposing() private returns (uint256) {
        propose(adoption("a text"));
        return lastTransaction();
    }

    function voting() private returns (uint256) {
        vote(openedVote(), FIRST_OF_BATCH, FOR);
        return lastTransaction();
    }

    function queueing() private returns (uint256) {
        Action memory action = adoption("a text");
        pastVote(action, 50, 0);
        queue(action);
        return lastTransaction();
    }

    function executing() private returns (uint256) {
        queueing();
        Action memory action = adoption("a text");
        vm.warp(governor.proposalEta(idOf(action)));
        execute(action);
        return lastTransaction();
    }

    function votingBySig(uint256 proposalId, uint256 nonce) private returns (uint256) {
        IDaoGovernor.SignedVote memory signed = signedVotes(proposalId, nonce, 1)[0];
        governor.castVoteBySig(proposalId, signed.support, signed.voter, signed.signature);
        return lastTransaction();
    }

    /// @dev A proposal on which one holder has voted.
    function openedVote() private returns (uint256 proposalId) {
        proposalId = openVote(adoption("a text"));
        vote(proposalId, 1, FOR);
    }

    function signedVotes(uint256 proposalId, uint256 nonce, uint256 size)
        private
        view
        returns (IDaoGovernor.SignedVote[] memory signed)
    {
        signed = new IDaoGovernor.SignedVote[](size);
        for (uint256 i = 0; i < size; ++i) {
            Account memory voter = holders[FIRST_OF_BATCH + i];
            bytes memory signature = sign(voter, ballotDigest(proposalId, FOR, voter.addr, nonce));
            signed[i] = IDaoGovernor.SignedVote(voter.addr, FOR, signature);
        }
    }
}
