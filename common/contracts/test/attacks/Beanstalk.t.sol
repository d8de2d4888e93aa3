// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IGovernor} from "@openzeppelin/contracts/governance/IGovernor.sol";
import {DaoTest} from "../support/DaoTest.sol";
import {Vault} from "../support/Vault.sol";

/// @title Beanstalk, April 2022: 182 million dollars by votes that were borrowed for the length of one transaction.
/// @notice Votes counted by what one held at the moment, and two thirds of them could execute at once. A flash loan gave the
/// attacker 99.84 % of them. Here votes count as of a snapshot that lies before voting and after the proposal, execution waits
/// for the end of the vote and the timelock, and the lender's tokens are part of what the quorum is measured by.
/// @dev All twenty votes with their real ballots, on a token of which the voters held what they voted with. The nineteen
/// honest ones pass under the strictest rules; the borrowed one fails, with the same calls and the same ballots.
contract BeanstalkTest is DaoTest {
    string private constant BALLOTS = "../../../shared/data/ballots/beanstalk-bips.csv";
    string private constant STOLEN = "BIP-18";
    address private constant LENDER = address(0x1E4D);

    struct Ballot {
        string proposal;
        address voter;
        uint8 choice;
        uint256 power;
    }

    Vault private vault;
    Ballot[] private ballots;
    uint256 private passed;

    function test_beanstalk_realVotesPassAndBorrowedOnesDoNot() public {
        vm.skip(!isThere(), string.concat("no ballots at ", BALLOTS));
        vm.readLine(BALLOTS);
        for (Ballot memory next = read(); bytes(next.proposal).length != 0; next = read()) {
            if (ballots.length != 0 && !same(next.proposal, ballots[0].proposal)) replay();
            ballots.push(next);
        }
        replay();
        assertEq(passed, 19, "honest votes passed");
    }

    function replay() private {
        string memory name = ballots[0].proposal;
        bool isStolen = same(name, STOLEN);
        address borrower = isStolen ? largest() : address(0);
        deploy(borrower);
        vm.prank(ballots[0].voter == borrower ? ballots[1].voter : ballots[0].voter);
        (address[] memory targets, uint256[] memory values, bytes[] memory data) = lists(payout(name));
        uint256 proposalId = governor.propose(targets, values, data, name);
        vm.warp(governor.proposalSnapshot(proposalId) + 1);

        uint256 honest = 0;
        for (uint256 i = 0; i < ballots.length; ++i) {
            if (ballots[i].voter == borrower) borrowAndVote(proposalId, ballots[i]);
            else honest += ballots[i].power;
            if (ballots[i].voter == borrower) continue;
            vm.prank(ballots[i].voter);
            governor.castVote(proposalId, ballots[i].choice);
        }
        (uint256 against, uint256 inFavour, uint256 abstained) = governor.proposalVotes(proposalId);
        assertEq(against + inFavour + abstained, honest, string.concat(name, ": every ballot, and nothing borrowed"));
        closeVote(proposalId);
        if (isStolen) {
            assertState(proposalId, IGovernor.ProposalState.Defeated);
        } else {
            queue(payout(name));
            vm.warp(governor.proposalEta(proposalId));
            execute(payout(name));
            assertEq(vault.paid(LENDER), 1, name);
            ++passed;
        }
        delete ballots;
    }

    /// @dev In one transaction: borrow, delegate, vote, try to execute, give back.
    function borrowAndVote(uint256 proposalId, Ballot memory ballot) private {
        vm.prank(LENDER);
        token.transfer(ballot.voter, ballot.power);
        vm.startPrank(ballot.voter);
        token.delegate(ballot.voter);
        assertEq(token.getVotes(ballot.voter), ballot.power, "borrowed votes");
        assertEq(governor.castVote(proposalId, ballot.choice), 0, "weigh nothing");
        (address[] memory targets, uint256[] memory values, bytes[] memory data) = lists(payout(ballot.proposal));
        vm.expectPartialRevert(IGovernor.GovernorUnexpectedProposalState.selector);
        governor.execute(targets, values, data, keccak256(bytes(ballot.proposal)));
        token.transfer(LENDER, ballot.power);
        vm.stopPrank();
    }

    /// @dev Every voter holds what it voted with; what was borrowed is the lender's.
    function deploy(address borrower) private {
        (address[] memory addresses, uint256[] memory amounts) =
            (new address[](ballots.length), new uint256[](ballots.length));
        for (uint256 i = 0; i < ballots.length; ++i) {
            addresses[i] = ballots[i].voter == borrower ? LENDER : ballots[i].voter;
            amounts[i] = ballots[i].power;
        }
        deployDao(addresses, amounts);
        vault = new Vault(address(timelock));
    }

    function payout(string memory name) private view returns (Action memory) {
        return Action(address(vault), abi.encodeCall(Vault.pay, (LENDER, 1)), name);
    }

    function largest() private view returns (address voter) {
        uint256 most = 0;
        for (uint256 i = 0; i < ballots.length; ++i) {
            if (ballots[i].power > most) (voter, most) = (ballots[i].voter, ballots[i].power);
        }
    }

    /// @dev The next line: proposal, voter, choice (1 is for), voting power in whole units. Empty at the end of the file.
    function read() private returns (Ballot memory) {
        string memory line = vm.readLine(BALLOTS);
        if (bytes(line).length == 0) return Ballot("", address(0), 0, 0);
        string[] memory fields = vm.split(line, ",");
        return Ballot(
            fields[0], vm.parseAddress(fields[1]), uint8(vm.parseUint(fields[2])), vm.parseUint(fields[3]) * 1 ether
        );
    }

    /// @dev Forge refuses, rather than denies, what is in a folder that does not exist.
    function isThere() private view returns (bool) {
        try vm.exists(BALLOTS) returns (bool found) {
            return found;
        } catch {
            return false;
        }
    }

    function same(string memory a, string memory b) private pure returns (bool) {
        return keccak256(bytes(a)) == keccak256(bytes(b));
    }
}
