// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {DaoGovernor} from "../../src/DaoGovernor.sol";
import {DaoTimelock} from "../../src/DaoTimelock.sol";
import {ProposalPolicy} from "../../src/ProposalPolicy.sol";
import {IProposalPolicy} from "../../src/interfaces/IProposalPolicy.sol";
import {ListedActions} from "./ListedActions.sol";
import {Market} from "./Market.sol";

/// @title The market under the real Governor and timelock.
abstract contract GovernedMarket is Market, ListedActions {
    DaoGovernor internal governor;

    function setUp() public virtual override {
        uint256 nonce = vm.getNonce(address(this));
        timelock = vm.computeCreateAddress(address(this), nonce + 8);
        super.setUp();
        address governorAt = vm.computeCreateAddress(address(this), nonce + 10);
        DaoTimelock deployed = new DaoTimelock(6 hours, 14 days, governorAt);
        governor = new DaoGovernor(gov, deployed, deployPolicy(governorAt), roadmap, 2 hours);
        vm.assertEq(address(deployed), timelock);
        vm.assertEq(address(governor), governorAt);
        vm.warp(block.timestamp + 1);
    }

    /// @dev Proposed by one holder and passed by the largest, who alone holds half of the votes.
    function passVote(address[] memory targets, bytes[] memory calls) internal {
        uint256[] memory values = new uint256[](targets.length);
        vm.prank(holder(1));
        uint256 proposalId = governor.propose(targets, values, calls, "vote");
        vm.warp(governor.proposalSnapshot(proposalId) + 1);
        vm.prank(holder(5));
        governor.castVote(proposalId, 1);
        vm.warp(governor.proposalDeadline(proposalId) + 1);
        governor.queue(targets, values, calls, keccak256("vote"));
        vm.warp(governor.proposalEta(proposalId));
        governor.execute(targets, values, calls, keccak256("vote"));
    }

    /// @dev Mandates up to their cap by a fifth of the votes, everything else by more.
    function rules() internal pure virtual returns (IProposalPolicy.Rules[] memory all) {
        all = new IProposalPolicy.Rules[](6);
        for (uint256 i = 0; i < 6; ++i) {
            all[i] = IProposalPolicy.Rules(0, 4_000, 6_667, 1 hours, 1 days, 1 days);
        }
        all[uint256(IProposalPolicy.ProposalClass.MANDATE)] = IProposalPolicy.Rules(0, 2_000, 5_000, 1 hours, 1 days, 0);
    }

    function deployPolicy(address governorAt) private returns (ProposalPolicy) {
        Deployed[] memory deployed = new Deployed[](6);
        deployed[0] = Deployed("ROADMAP", address(roadmap));
        deployed[1] = Deployed("STEWARD_COUNCIL", address(council));
        deployed[2] = Deployed("TREASURY", address(treasury));
        deployed[3] = Deployed("BID_BOOK", address(bidBook));
        deployed[4] = Deployed("BID_ELECTION", address(election));
        deployed[5] = Deployed("MILESTONE_ESCROW", address(escrow));
        IProposalPolicy.MandateLimit[] memory limits = new IProposalPolicy.MandateLimit[](1);
        limits[0] = IProposalPolicy.MandateLimit(address(usd), CAP);
        return new ProposalPolicy(
            ProposalPolicy.Contracts(governorAt, timelock, address(treasury), address(roadmap), address(council)),
            100 * GOV,
            rules(),
            listedActions(deployed),
            limits
        );
    }
}
