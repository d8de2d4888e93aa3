// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IAccessControl} from "@openzeppelin/contracts/access/IAccessControl.sol";
import {IGovernor} from "@openzeppelin/contracts/governance/IGovernor.sol";
import {TimelockController} from "@openzeppelin/contracts/governance/TimelockController.sol";
import {Roadmap} from "../src/Roadmap.sol";
import {DaoTest} from "./support/DaoTest.sol";

contract DaoTimelockTest is DaoTest {
    function setUp() public {
        deployDao();
    }

    function test_theGovernorIsTheOnlyProposerCancellerAndExecutor() public view {
        bytes32[3] memory roles = [timelock.PROPOSER_ROLE(), timelock.CANCELLER_ROLE(), timelock.EXECUTOR_ROLE()];
        for (uint256 i = 0; i < roles.length; ++i) {
            assertTrue(timelock.hasRole(roles[i], address(governor)), "the Governor");
            assertFalse(timelock.hasRole(roles[i], address(this)), "the deployer");
            assertFalse(timelock.hasRole(roles[i], address(0)), "everyone");
            assertFalse(timelock.hasRole(roles[i], address(timelock)), "the timelock itself");
        }
        assertEq(timelock.getMinDelay(), MIN_DELAY, "delay");
    }

    function test_theTimelockIsItsOnlyAdmin() public view {
        assertTrue(timelock.hasRole(timelock.DEFAULT_ADMIN_ROLE(), address(timelock)), "the timelock");
        assertFalse(timelock.hasRole(timelock.DEFAULT_ADMIN_ROLE(), address(this)), "the deployer");
        assertFalse(timelock.hasRole(timelock.DEFAULT_ADMIN_ROLE(), address(governor)), "the Governor");
    }

    /// @dev Whoever took the deployer's or the relay's key can do what any stranger can: nothing.
    function test_aCapturedServerKeyCanDoNothing() public {
        address captured = address(this);
        bytes memory call = abi.encodeCall(Roadmap.setServiceEntity, (captured));
        bytes32 role = timelock.PROPOSER_ROLE();

        vm.expectRevert(missing(captured, timelock.PROPOSER_ROLE()));
        timelock.schedule(address(roadmap), 0, call, 0, 0, MIN_DELAY);
        vm.expectRevert(missing(captured, timelock.EXECUTOR_ROLE()));
        timelock.execute(address(roadmap), 0, call, 0, 0);
        vm.expectRevert(missing(captured, timelock.CANCELLER_ROLE()));
        timelock.cancel(0);
        vm.expectRevert(missing(captured, timelock.DEFAULT_ADMIN_ROLE()));
        timelock.grantRole(role, captured);
        vm.expectRevert(abi.encodeWithSelector(TimelockController.TimelockUnauthorizedCaller.selector, captured));
        timelock.updateDelay(0);
        vm.expectRevert(abi.encodeWithSelector(IGovernor.GovernorOnlyExecutor.selector, captured));
        governor.setPolicy(policy);
        vm.expectRevert(abi.encodeWithSelector(IGovernor.GovernorOnlyExecutor.selector, captured));
        governor.relay(address(roadmap), 0, call);
        assertEq(roadmap.serviceEntity(), address(0xE7), "unchanged");
    }

    function test_whatPassedIsNotExecutedAroundTheGovernor() public {
        Action memory action =
            Action(address(roadmap), abi.encodeCall(Roadmap.setServiceEntity, (address(0xE8))), "a new entity");
        uint256 proposalId = openVote(action);
        for (uint256 i = 0; i < 5; ++i) {
            vote(proposalId, i, 1);
        }
        closeVote(proposalId);
        queue(action);
        vm.warp(governor.proposalEta(proposalId));
        (address[] memory targets, uint256[] memory values, bytes[] memory data) = lists(action);
        bytes32 salt = bytes20(address(governor)) ^ keccak256(bytes(action.description));
        vm.expectRevert(missing(address(this), timelock.EXECUTOR_ROLE()));
        timelock.executeBatch(targets, values, data, 0, salt);
        execute(action);
        assertEq(roadmap.serviceEntity(), address(0xE8), "through the Governor");
    }

    /// @dev Even whoever could execute would find nothing: what was not executed in time is no operation any more.
    function test_anOperationIsVoidOnceItsGracePeriodIsOver() public {
        vm.startPrank(address(governor));
        bytes memory call = abi.encodeCall(Roadmap.setServiceEntity, (address(0xE8)));
        bytes32 id = timelock.hashOperation(address(roadmap), 0, call, 0, 0);
        timelock.schedule(address(roadmap), 0, call, 0, 0, MIN_DELAY);
        uint256 ready = timelock.getTimestamp(id);
        vm.warp(ready + GRACE_PERIOD);
        assertTrue(timelock.isOperationReady(id), "on the last second");
        vm.warp(ready + GRACE_PERIOD + 1);
        assertFalse(timelock.isOperation(id), "no operation");
        vm.expectPartialRevert(TimelockController.TimelockUnexpectedOperationState.selector);
        timelock.execute(address(roadmap), 0, call, 0, 0);
        vm.expectPartialRevert(TimelockController.TimelockUnexpectedOperationState.selector);
        timelock.cancel(id);
        timelock.schedule(address(roadmap), 0, call, 0, 0, MIN_DELAY);
        assertTrue(timelock.isOperationPending(id), "decided anew");
    }

    function test_whatWasDoneStaysDone() public {
        vm.startPrank(address(governor));
        bytes memory call = abi.encodeCall(Roadmap.setServiceEntity, (address(0xE8)));
        bytes32 id = timelock.hashOperation(address(roadmap), 0, call, 0, 0);
        timelock.schedule(address(roadmap), 0, call, 0, 0, MIN_DELAY);
        vm.warp(timelock.getTimestamp(id));
        timelock.execute(address(roadmap), 0, call, 0, 0);
        vm.warp(block.timestamp + GRACE_PERIOD + 1 days);
        assertTrue(timelock.isOperationDone(id), "done");
    }

    function test_theDelayChangesByVote() public {
        pass(Action(address(timelock), abi.encodeCall(timelock.updateDelay, (1 days)), "a longer delay"));
        assertEq(timelock.getMinDelay(), 1 days, "delay");
    }

    function missing(address caller, bytes32 role) private pure returns (bytes memory) {
        return abi.encodeWithSelector(IAccessControl.AccessControlUnauthorizedAccount.selector, caller, role);
    }
}
