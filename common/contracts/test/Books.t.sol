// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {Market} from "./support/Market.sol";

/// @dev Whatever is done, in whatever order: paid + refunded + held = funded for every agreement, and
/// allocated = reserved + spent + free for the line, with every token where the books say that it is.
contract BooksTest is Market {
    uint256 private constant STEPS = 60;
    uint256 private constant ACTIONS = 11;

    uint256 private competitionId;
    uint256 private directId;
    uint256 private refused;
    uint256 private done;

    function setUp() public override {
        super.setUp();
        competitionId = openElection(list(30_000 * USD, 20_000 * USD, 10_000 * USD));
        vote(competitionId, 5, 1, "yyy");
        closeVoting(competitionId);
        election.decide(competitionId, order(2, 1, 0));
        passStandstill(competitionId);
        directId = grant(direct());
        for (uint256 i = 0; i < 3; ++i) {
            escrow.create(competitionId, i, milestones(price(i)));
        }
        bytes32 digest = escrow.directAgreementDigest(
            directId, payee(9), 40_000 * USD, keccak256(abi.encode(milestones(40_000 * USD)))
        );
        escrow.createDirect(directId, payee(9), milestones(40_000 * USD), signature(ENTITY_KEY, digest));
    }

    /// forge-config: default.fuzz.runs = 128
    function testFuzz_theBooksBalanceAfterAnySequenceOfActions(uint256 seed) public {
        for (uint256 step = 0; step < STEPS; ++step) {
            uint256 random = uint256(keccak256(abi.encode(seed, step)));
            try this.act(random) {
                ++done;
            } catch {
                ++refused;
            }
            assertLineInBalance();
            for (uint256 id = 1; id <= escrow.agreementCount(); ++id) {
                assertAgreementInBalance(id);
            }
        }
        vm.assertTrue(done > 0, "something was done");
    }

    /// @dev One action at random. External, so that what is refused leaves nothing behind.
    function act(uint256 random) external {
        uint256 id = 1 + random % escrow.agreementCount();
        uint256 index = (random >> 8) % 2;
        uint256 action = (random >> 16) % ACTIONS;
        (,,, uint256 round,,,) = escrow.milestone(id, index);
        (,, address contractor,,,,,,) = escrow.agreement(id);
        if (action < 2) {
            vm.prank(contractor);
            escrow.submit(id, index, round + 1, EVIDENCE);
        } else if (action == 2) {
            escrow.approve(id, index, round, approvalsOf("approve milestone", id, index, round));
        } else if (action == 3) {
            escrow.sendBack(id, index, round, REASON, approvalsOf("send back milestone", id, index, round));
        } else if (action == 4) {
            escrow.reject(id, index, round, REASON, approvalsOf("reject milestone", id, index, round));
        } else if (action == 5) {
            vm.prank(holder(0));
            escrow.challenge(id, index, REASON);
        } else if (action == 6) {
            vm.prank(timelock);
            escrow.rule(id, index, 1, random & (1 << 200) != 0, REASON);
        } else if (action == 7) {
            escrow.release(id, index);
        } else if (action == 8) {
            escrow.refund(id, index);
        } else if (action == 9) {
            vm.warp(block.timestamp + (random >> 24) % 2 days);
        } else {
            treasury.closeMandate(random & (1 << 201) == 0 ? competitionId : directId);
        }
    }

    function price(uint256 i) private pure returns (uint256) {
        return (30_000 - 10_000 * i) * USD;
    }
}
