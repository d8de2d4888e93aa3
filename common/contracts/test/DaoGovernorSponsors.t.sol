// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IGovernor} from "@openzeppelin/contracts/governance/IGovernor.sol";
import {Strings} from "@openzeppelin/contracts/utils/Strings.sol";
import {IDaoGovernor} from "../src/interfaces/IDaoGovernor.sol";
import {DaoTest} from "./support/DaoTest.sol";
import {SigningWallet} from "./support/SigningWallet.sol";

/// @dev Ten holders of 30 votes each: none of them reaches the threshold of 50 alone.
contract DaoGovernorSponsorsTest is DaoTest {
    address private constant PROPOSER = address(0x9801);

    uint64 private expiry;

    function setUp() public {
        Account[] memory sorted = accounts("sponsor", 10);
        (address[] memory addresses, uint256[] memory amounts) = (new address[](10), new uint256[](10));
        for (uint256 i = 0; i < 10; ++i) {
            holders.push(sorted[i]);
            (addresses[i], amounts[i]) = (sorted[i].addr, 30 ether);
        }
        deployDao(addresses, amounts);
        expiry = uint64(block.timestamp + 1 days);
    }

    function test_sponsorsTogetherReachWhatNoneReachesAlone() public {
        Action memory action = named("a text");
        uint256 proposalId = idOf(action);
        vm.expectEmit(address(governor));
        emit IDaoGovernor.ProposalSponsored(proposalId, holders[2].addr, 30 ether);
        vm.expectEmit(address(governor));
        emit IDaoGovernor.ProposalSponsored(proposalId, holders[5].addr, 30 ether);
        assertEq(sponsor(action, two(action, 2, 5)), proposalId, "id");
        assertEq(governor.proposalProposer(proposalId), PROPOSER, "proposer");
        assertEq(governor.sponsored(holders[2].addr), proposalId, "backs it");
        assertState(proposalId, IGovernor.ProposalState.Pending);
    }

    function test_belowTheThresholdNothingIsProposed() public {
        Action memory action = named("a text");
        IDaoGovernor.Sponsorship[] memory one = new IDaoGovernor.Sponsorship[](1);
        one[0] = word(action, 2);
        vm.expectRevert(refusal(30 ether));
        sponsor(action, one);
        vm.expectRevert(refusal(0));
        sponsor(action, new IDaoGovernor.Sponsorship[](0));
        assertEq(governor.sponsored(holders[2].addr), 0, "backs nothing");
    }

    function test_exactlyTheThresholdIsEnough() public {
        vm.prank(holders[2].addr);
        token.transfer(holders[7].addr, 10 ether);
        vm.warp(block.timestamp + 1);
        Action memory action = named("a text");
        sponsor(action, two(action, 2, 5));
        assertState(idOf(action), IGovernor.ProposalState.Pending);
    }

    function test_aSponsorCountsOnce() public {
        Action memory action = named("a text");
        IDaoGovernor.Sponsorship[] memory words = two(action, 2, 2);
        vm.expectRevert(
            abi.encodeWithSelector(IDaoGovernor.SponsorsNotAscending.selector, holders[2].addr, holders[2].addr)
        );
        sponsor(action, words);
        words = two(action, 5, 2);
        vm.expectRevert(
            abi.encodeWithSelector(IDaoGovernor.SponsorsNotAscending.selector, holders[5].addr, holders[2].addr)
        );
        sponsor(action, words);
    }

    function test_aWordIsGoodThroughItsExpiry() public {
        Action memory action = named("a text");
        IDaoGovernor.Sponsorship[] memory words = two(action, 2, 5);
        vm.warp(uint256(expiry) + 1);
        vm.expectRevert(abi.encodeWithSelector(IDaoGovernor.SponsorshipExpired.selector, holders[2].addr, expiry));
        sponsor(action, words);
        vm.warp(expiry);
        sponsor(action, words);
    }

    function test_anotherExpiryThanTheSignedOneIsRefused() public {
        Action memory action = named("a text");
        IDaoGovernor.Sponsorship[] memory words = two(action, 2, 5);
        words[1].expiry += 1;
        vm.expectRevert(abi.encodeWithSelector(IDaoGovernor.BadSponsorship.selector, holders[5].addr));
        sponsor(action, words);
    }

    function test_aWordForOneProposalIsNoneForAnother() public {
        Action memory action = named("a text");
        IDaoGovernor.Sponsorship[] memory words = two(action, 2, 5);
        Action memory other = named("another text");
        vm.expectRevert(abi.encodeWithSelector(IDaoGovernor.BadSponsorship.selector, holders[2].addr));
        sponsor(other, words);
        // The description is a part of what is signed, too.
        other = named("a text");
        other.description = string.concat("Other words", other.description);
        vm.expectRevert(abi.encodeWithSelector(IDaoGovernor.BadSponsorship.selector, holders[2].addr));
        sponsor(other, words);
    }

    /// @dev So that nobody who saw the content first can take the id, and cancel it.
    function test_theDescriptionNamesTheProposer() public {
        Action memory action = adoption("a text that names nobody");
        IDaoGovernor.Sponsorship[] memory words = two(action, 2, 5);
        vm.expectRevert(IDaoGovernor.ProposerNotNamed.selector);
        sponsor(action, words);
    }

    /// @dev Even with sponsors of their own: the proposal that was named for somebody is theirs to make.
    function test_nobodyElseMakesANamedProposal() public {
        address other = address(0x07E4);
        Action memory action = named("a text");
        IDaoGovernor.Sponsorship[] memory words = new IDaoGovernor.Sponsorship[](2);
        (words[0], words[1]) = (word(action, 2, other), word(action, 5, other));
        (address[] memory targets, uint256[] memory values, bytes[] memory data) = lists(action);
        vm.expectRevert(abi.encodeWithSelector(IGovernor.GovernorRestrictedProposer.selector, other));
        vm.prank(other);
        governor.proposeBySig(targets, values, data, action.description, words);
    }

    function test_aSponsorBacksOneLiveProposal() public {
        Action memory first = named("a text");
        Action memory second = named("another text");
        uint256 firstId = sponsor(first, two(first, 2, 5));
        IDaoGovernor.Sponsorship[] memory words = two(second, 5, 7);
        bytes memory busy = abi.encodeWithSelector(IDaoGovernor.SponsorIsBusy.selector, holders[5].addr, firstId);
        vm.expectRevert(busy);
        sponsor(second, words);
        vm.warp(governor.proposalDeadline(firstId));
        expiry = uint64(block.timestamp + 1 days);
        words = two(second, 5, 7);
        vm.expectRevert(busy);
        sponsor(second, words);
        closeVote(firstId);
        assertState(sponsor(second, words), IGovernor.ProposalState.Pending);
    }

    function test_aCancelledProposalFreesItsSponsors() public {
        Action memory first = named("a text");
        sponsor(first, two(first, 2, 5));
        (address[] memory targets, uint256[] memory values, bytes[] memory data) = lists(first);
        vm.prank(PROPOSER);
        governor.cancel(targets, values, data, keccak256(bytes(first.description)));
        Action memory second = named("another text");
        assertState(sponsor(second, two(second, 2, 5)), IGovernor.ProposalState.Pending);
    }

    function test_theProposersOwnVotesCountIfSignedFor() public {
        Action memory action = adoption("a text");
        action.description = withProposer("a text", holders[2].addr);
        IDaoGovernor.Sponsorship[] memory words = new IDaoGovernor.Sponsorship[](2);
        words[0] = word(action, 2, holders[2].addr);
        words[1] = word(action, 5, holders[2].addr);
        (address[] memory targets, uint256[] memory values, bytes[] memory data) = lists(action);
        vm.prank(holders[2].addr);
        governor.proposeBySig(targets, values, data, action.description, words);
        assertState(idOf(action), IGovernor.ProposalState.Pending);
    }

    function test_aContractWalletSponsorsByErc1271() public {
        address wallet = address(new SigningWallet(holders[2].addr));
        vm.prank(holders[2].addr);
        token.transfer(wallet, 30 ether);
        vm.prank(wallet);
        token.delegate(wallet);
        vm.warp(block.timestamp + 1);
        Action memory action = named("a text");
        IDaoGovernor.Sponsorship[] memory words = new IDaoGovernor.Sponsorship[](2);
        bytes memory signature = sign(holders[2], digest(action, wallet, PROPOSER));
        bool first = wallet < holders[5].addr;
        words[first ? 0 : 1] = IDaoGovernor.Sponsorship(wallet, expiry, signature);
        words[first ? 1 : 0] = word(action, 5);
        assertState(sponsor(action, words), IGovernor.ProposalState.Pending);
    }

    /// @dev What is borrowed for the length of a transaction does not help to propose.
    function test_votesOfThisVerySecondDoNotCount() public {
        vm.prank(holders[7].addr);
        token.transfer(holders[2].addr, 30 ether);
        Action memory action = named("a text");
        IDaoGovernor.Sponsorship[] memory one = new IDaoGovernor.Sponsorship[](1);
        one[0] = word(action, 2);
        vm.expectRevert(refusal(30 ether));
        sponsor(action, one);
        vm.warp(block.timestamp + 1);
        sponsor(action, one);
    }

    function test_whoReachesTheThresholdAloneNeedsNoSponsor() public {
        vm.prank(holders[7].addr);
        token.delegate(holders[0].addr);
        vm.warp(block.timestamp + 1);
        propose(adoption("a text"));
        propose(adoption("another text"));
        assertEq(governor.sponsored(holders[0].addr), 0, "backs nothing");
    }

    function sponsor(Action memory action, IDaoGovernor.Sponsorship[] memory words) private returns (uint256) {
        (address[] memory targets, uint256[] memory values, bytes[] memory data) = lists(action);
        vm.prank(PROPOSER);
        return governor.proposeBySig(targets, values, data, action.description, words);
    }

    function named(string memory text) private view returns (Action memory action) {
        action = adoption(text);
        action.description = withProposer(text, PROPOSER);
    }

    function withProposer(string memory text, address proposer) private pure returns (string memory) {
        return string.concat(text, "\n\n#proposer=", Strings.toHexString(proposer));
    }

    function two(Action memory action, uint256 first, uint256 second)
        private
        view
        returns (IDaoGovernor.Sponsorship[] memory words)
    {
        words = new IDaoGovernor.Sponsorship[](2);
        (words[0], words[1]) = (word(action, first), word(action, second));
    }

    function word(Action memory action, uint256 holder) private view returns (IDaoGovernor.Sponsorship memory) {
        return word(action, holder, PROPOSER);
    }

    function word(Action memory action, uint256 holder, address proposer)
        private
        view
        returns (IDaoGovernor.Sponsorship memory)
    {
        bytes memory signature = sign(holders[holder], digest(action, holders[holder].addr, proposer));
        return IDaoGovernor.Sponsorship(holders[holder].addr, expiry, signature);
    }

    function digest(Action memory action, address by, address proposer) private view returns (bytes32) {
        bytes32 typeHash = keccak256("Sponsorship(address sponsor,address proposer,uint256 proposalId,uint64 expiry)");
        return typedDigest(keccak256(abi.encode(typeHash, by, proposer, idOf(action), expiry)));
    }

    function refusal(uint256 votes_) private pure returns (bytes memory) {
        return abi.encodeWithSelector(
            IGovernor.GovernorInsufficientProposerVotes.selector, PROPOSER, votes_, PROPOSAL_THRESHOLD
        );
    }
}
