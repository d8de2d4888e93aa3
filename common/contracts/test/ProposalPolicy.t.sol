// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {DaoGovernor} from "../src/DaoGovernor.sol";
import {ProposalPolicy} from "../src/ProposalPolicy.sol";
import {Roadmap} from "../src/Roadmap.sol";
import {StewardCouncil} from "../src/StewardCouncil.sol";
import {IProposalPolicy} from "../src/interfaces/IProposalPolicy.sol";
import {ITreasury} from "../src/interfaces/ITreasury.sol";
import {DaoTest} from "./support/DaoTest.sol";

contract ProposalPolicyTest is DaoTest {
    IProposalPolicy.ProposalClass private constant AUTHORITY = IProposalPolicy.ProposalClass.AUTHORITY;
    IProposalPolicy.ProposalClass private constant STEWARDS = IProposalPolicy.ProposalClass.STEWARDS;
    IProposalPolicy.ProposalClass private constant TREASURY_ = IProposalPolicy.ProposalClass.TREASURY;
    IProposalPolicy.ProposalClass private constant MANDATE = IProposalPolicy.ProposalClass.MANDATE;
    IProposalPolicy.ProposalClass private constant TEXT = IProposalPolicy.ProposalClass.TEXT;

    address[] private targets;
    uint256[] private values;
    bytes[] private calldatas;

    function setUp() public {
        deployDao();
    }

    function test_aTextIsTheLightestClass() public {
        add(address(roadmap), abi.encodeCall(Roadmap.adopt, ("text")));
        assertClass(TEXT);
        assertRules(policy.rulesOf(TEXT));
    }

    function test_aMandateIsJudgedByItsAmount() public {
        add(TREASURY, mandate(PAYMENT_TOKEN, MANDATE_LIMIT));
        assertClass(MANDATE);
        assertRules(policy.rulesOf(MANDATE));
        clear();
        add(TREASURY, mandate(PAYMENT_TOKEN, MANDATE_LIMIT + 1));
        assertClass(TREASURY_);
        assertRules(policy.rulesOf(TREASURY_));
    }

    /// @dev A large mandate cannot be cut into small ones of the same proposal.
    function testFuzz_mandatesOfOneProposalAddUp(uint256 cuts, uint256 excess) public {
        cuts = bound(cuts, 2, 20);
        excess = bound(excess, 0, 1);
        for (uint256 i = 0; i < cuts; ++i) {
            uint256 part = MANDATE_LIMIT / cuts;
            if (i == 0) part += MANDATE_LIMIT % cuts;
            add(TREASURY, mandate(PAYMENT_TOKEN, part));
        }
        if (excess == 1) add(TREASURY, mandate(PAYMENT_TOKEN, 1));
        (IProposalPolicy.ProposalClass class,,) = policy.classify(targets, values, calldatas);
        assertTrue(class == (excess == 1 ? TREASURY_ : MANDATE), "class of the sum");
    }

    function test_mandatesInDifferentTokensAddUpByTheirLimits() public {
        setLimit(address(0x70), 10 ether);
        add(TREASURY, mandate(PAYMENT_TOKEN, MANDATE_LIMIT / 2));
        add(TREASURY, mandate(address(0x70), 5 ether));
        assertClass(MANDATE);
        calldatas[1] = mandate(address(0x70), 5 ether + 1);
        assertClass(TREASURY_);
    }

    function test_aTokenWithoutALimitIsAMatterOfTheTreasury() public {
        add(TREASURY, mandate(address(0x70), 1));
        assertClass(TREASURY_);
        calldatas[0] = mandate(address(0x70), 0);
        assertClass(MANDATE);
    }

    /// @dev However large: the sum of parts must not overflow into a small one.
    function test_theLargestMandatesDoNotOverflow() public {
        setLimit(PAYMENT_TOKEN, type(uint256).max);
        add(TREASURY, mandate(PAYMENT_TOKEN, type(uint256).max));
        assertClass(MANDATE);
        add(TREASURY, mandate(PAYMENT_TOKEN, type(uint256).max));
        assertClass(TREASURY_);
        add(TREASURY, mandate(address(0x70), type(uint256).max));
        assertClass(TREASURY_);
    }

    function test_aDirectMandateIsOfTheStrictestClassFromPhaseTwoOn() public {
        add(TREASURY, mandate(PAYMENT_TOKEN, 1));
        vm.warp(roadmap.phaseTwoStart() - 1);
        assertClass(MANDATE);
        vm.warp(roadmap.phaseTwoStart());
        assertClass(AUTHORITY);
        assertRules(policy.strictest());
        add(address(roadmap), abi.encodeCall(Roadmap.adopt, ("text")));
        assertClass(AUTHORITY);
    }

    function test_aCompetitionIsJudgedByItsAmountInBothPhases() public {
        ITreasury.MandateTerms memory terms;
        terms.kind = ITreasury.MandateKind.COMPETITION;
        (terms.token, terms.cap) = (PAYMENT_TOKEN, MANDATE_LIMIT);
        add(TREASURY, abi.encodeCall(ITreasury.grantMandate, (terms)));
        assertClass(MANDATE);
        vm.warp(roadmap.phaseTwoStart());
        assertClass(MANDATE);
    }

    function test_noListingMakesALateDirectMandateLighter() public {
        vm.warp(roadmap.phaseTwoStart());
        vm.prank(address(timelock));
        policy.list(listing(TREASURY, ITreasury.grantMandate.selector, TEXT));
        add(TREASURY, mandate(PAYMENT_TOKEN, 1));
        assertClass(AUTHORITY);
    }

    function test_whatIsUnknownIsTheStrictestClass() public {
        assertStrictest(address(0xDEAD), abi.encodeCall(Roadmap.adopt, ("text")), "an unknown contract");
        assertStrictest(address(roadmap), hex"12345678", "an unknown function");
        assertStrictest(address(roadmap), "", "no function");
        assertStrictest(address(roadmap), hex"123456", "less than a selector");
        assertStrictest(address(governor), abi.encodeCall(governor.relay, (TREASURY, 0, "")), "relay");
        assertStrictest(address(governor), abi.encodeCall(governor.setPolicy, (policy)), "another policy");
        assertStrictest(address(timelock), abi.encodeCall(timelock.updateDelay, (0)), "the timelock's delay");
        assertStrictest(
            address(timelock), abi.encodeCall(timelock.grantRole, (timelock.PROPOSER_ROLE(), TREASURY)), "a role"
        );
        assertStrictest(address(policy), abi.encodeCall(policy.setProposalThreshold, (0)), "the policy itself");
        assertStrictest(address(0xDEAD), abi.encodeWithSignature("upgradeTo(address)", TREASURY), "a proxy");
    }

    function test_aCallIsToldByFourBytesAndNotByFewer() public {
        list(address(roadmap), hex"12345600", TEXT);
        add(address(roadmap), hex"12345600");
        assertClass(TEXT);
        calldatas[0] = hex"123456";
        assertClass(AUTHORITY);
    }

    function test_amountsMatterInMandatesOfTheTreasuryOnly() public {
        list(address(0xDEAD), ITreasury.grantMandate.selector, MANDATE);
        list(TREASURY, hex"12345678", MANDATE);
        add(address(0xDEAD), mandate(PAYMENT_TOKEN, MANDATE_LIMIT + 1));
        add(TREASURY, hex"12345678");
        assertClass(MANDATE);
    }

    /// @dev Whatever its amount: the limit makes a mandate's class stricter, and never lighter.
    function test_aMandateInAStricterClassStaysThere() public {
        list(TREASURY, ITreasury.grantMandate.selector, AUTHORITY);
        add(TREASURY, mandate(PAYMENT_TOKEN, MANDATE_LIMIT + 1));
        assertClass(AUTHORITY);
    }

    function test_coinsMakeAnyCallTheStrictestClass() public {
        add(address(roadmap), abi.encodeCall(Roadmap.adopt, ("text")));
        values[0] = 1;
        assertClass(AUTHORITY);
    }

    function test_whatIsMalformedIsTheStrictestClass() public {
        add(address(roadmap), abi.encodeCall(Roadmap.adopt, ("text")));
        values.push(0);
        assertClass(AUTHORITY);
        values.pop();
        calldatas.push("");
        assertClass(AUTHORITY);
    }

    function test_aBatchTakesTheStrictestOfEachRule() public {
        add(address(roadmap), abi.encodeCall(Roadmap.setServiceEntity, (address(1))));
        add(TREASURY, mandate(PAYMENT_TOKEN, MANDATE_LIMIT + 1));
        add(address(roadmap), abi.encodeCall(Roadmap.adopt, ("text")));
        assertClass(STEWARDS);
        assertRules(IProposalPolicy.Rules(QUORUM_FLOOR, 3_500, 6_000, 2 hours, 4 days, 18 hours));
    }

    /// @dev Whatever the table says of AUTHORITY: no lighter class may be stricter in anything.
    function test_authorityTakesTheStrictestOfAllClasses() public {
        add(address(0xDEAD), "");
        assertRules(IProposalPolicy.Rules(QUORUM_FLOOR, 4_000, 6_667, 3 hours, 4 days, 1 days));
        IProposalPolicy.Rules memory floor = IProposalPolicy.Rules(999 ether, 1, 5_000, 1, 1, 0);
        vm.prank(address(timelock));
        policy.setRules(TEXT, floor);
        assertRules(IProposalPolicy.Rules(999 ether, 4_000, 6_667, 3 hours, 4 days, 1 days));
    }

    function testFuzz_addingACallNeverMakesAProposalLighter(uint256 seed) public {
        for (uint256 i = 0; i < 6; ++i) {
            (,, IProposalPolicy.Rules memory before) = policy.classify(targets, values, calldatas);
            addAny(uint256(keccak256(abi.encode(seed, i))) % 6);
            (,, IProposalPolicy.Rules memory then) = policy.classify(targets, values, calldatas);
            assertTrue(then.quorumFloor >= before.quorumFloor && then.quorumBps >= before.quorumBps, "quorum");
            assertTrue(then.approvalBps >= before.approvalBps, "approval");
            assertTrue(then.votingDelay >= before.votingDelay && then.votingPeriod >= before.votingPeriod, "periods");
            assertTrue(then.timelockDelay >= before.timelockDelay, "timelock");
        }
    }

    function test_theGuardianHasNoSayOnGuardianStewardsAndRoadmap() public {
        add(address(roadmap), abi.encodeCall(Roadmap.appointGuardian, (address(0), 0)));
        add(address(council), abi.encodeCall(StewardCouncil.change, (new address[](0), new address[](0), 1)));
        assertVetoable(false);
        // Hidden among other calls, it protects none of them, wherever they stand.
        add(TREASURY, mandate(PAYMENT_TOKEN, 1));
        assertVetoable(true);
        add(address(council), abi.encodeCall(StewardCouncil.change, (new address[](0), new address[](0), 1)));
        assertVetoable(true);
    }

    function test_theTableChangesByVoteOnly() public {
        IProposalPolicy.Rules memory some = policy.rulesOf(TEXT);
        bytes memory refusal = abi.encodeWithSelector(IProposalPolicy.OnlyTimelock.selector, address(this));
        vm.expectRevert(refusal);
        policy.setRules(TEXT, some);
        vm.expectRevert(refusal);
        policy.list(listing(TREASURY, 0x12345678, TEXT));
        vm.expectRevert(refusal);
        policy.setMandateLimit(IProposalPolicy.MandateLimit(PAYMENT_TOKEN, 1));
        vm.expectRevert(refusal);
        policy.setProposalThreshold(1);

        some.quorumBps = 1_234;
        pass(Action(address(policy), abi.encodeCall(policy.setRules, (TEXT, some)), "another quorum for texts"));
        assertEq(policy.rulesOf(TEXT).quorumBps, 1_234, "quorum");
    }

    function test_everyChangeIsLogged() public {
        IProposalPolicy.Rules memory some = policy.rulesOf(TEXT);
        vm.startPrank(address(timelock));
        vm.expectEmit(address(policy));
        emit IProposalPolicy.RulesChanged(MANDATE, some);
        policy.setRules(MANDATE, some);
        vm.expectEmit(address(policy));
        emit IProposalPolicy.ActionListed(TREASURY, 0x12345678, TREASURY_);
        policy.list(listing(TREASURY, 0x12345678, TREASURY_));
        vm.expectEmit(address(policy));
        emit IProposalPolicy.MandateLimitChanged(PAYMENT_TOKEN, MANDATE_LIMIT, 7);
        policy.setMandateLimit(IProposalPolicy.MandateLimit(PAYMENT_TOKEN, 7));
        vm.expectEmit(address(policy));
        emit IProposalPolicy.ProposalThresholdChanged(PROPOSAL_THRESHOLD, 8);
        policy.setProposalThreshold(8);
    }

    function test_whatIsTakenOffTheListIsAuthorityAgain() public {
        add(address(roadmap), abi.encodeCall(Roadmap.adopt, ("text")));
        list(address(roadmap), Roadmap.adopt.selector, AUTHORITY);
        assertClass(AUTHORITY);
    }

    /// @dev Or a light vote could change who decides, and by that everything else.
    function test_whoDecidesIsNeverALighterMatter() public {
        address[3] memory deciding = [address(governor), address(timelock), address(policy)];
        vm.startPrank(address(timelock));
        for (uint256 i = 0; i < 3; ++i) {
            vm.expectRevert(abi.encodeWithSelector(IProposalPolicy.AlwaysAuthority.selector, deciding[i]));
            policy.list(listing(deciding[i], DaoGovernor.setPolicy.selector, STEWARDS));
        }
    }

    function test_rulesThatCannotWorkAreRefused() public {
        assertRefused(IProposalPolicy.Rules(0, 10_001, 5_000, 1, 1, 0), "quorumBps", 10_001);
        assertRefused(IProposalPolicy.Rules(0, 10_000, 4_999, 1, 1, 0), "approvalBps", 4_999);
        assertRefused(IProposalPolicy.Rules(0, 10_000, 10_000, 1, 1, 0), "approvalBps", 10_000);
        assertRefused(IProposalPolicy.Rules(0, 10_000, 5_000, 0, 1, 0), "votingDelay", 0);
        assertRefused(IProposalPolicy.Rules(0, 10_000, 5_000, 1, 0, 0), "votingPeriod", 0);
    }

    function test_everyClassNeedsItsRules() public {
        vm.expectRevert(abi.encodeWithSelector(IProposalPolicy.BadRule.selector, "classes", 5));
        new ProposalPolicy(
            ProposalPolicy.Contracts(address(0), address(0), address(0), address(0), address(0)),
            0,
            new IProposalPolicy.Rules[](5),
            listings(),
            limits()
        );
    }

    function addAny(uint256 kind) private {
        if (kind == 0) add(address(0xDEAD), "");
        else if (kind == 1) add(address(roadmap), abi.encodeCall(Roadmap.setServiceEntity, (address(1))));
        else if (kind == 2) add(TREASURY, mandate(PAYMENT_TOKEN, MANDATE_LIMIT + 1));
        else if (kind == 3) add(TREASURY, mandate(PAYMENT_TOKEN, MANDATE_LIMIT / 2));
        else add(address(roadmap), abi.encodeCall(Roadmap.adopt, ("text")));
    }

    function list(address target, bytes4 selector, IProposalPolicy.ProposalClass class) private {
        vm.prank(address(timelock));
        policy.list(listing(target, selector, class));
    }

    function setLimit(address paymentToken, uint256 amount) private {
        vm.prank(address(timelock));
        policy.setMandateLimit(IProposalPolicy.MandateLimit(paymentToken, amount));
    }

    function add(address target, bytes memory data) private {
        targets.push(target);
        values.push(0);
        calldatas.push(data);
    }

    function clear() private {
        delete targets;
        delete values;
        delete calldatas;
    }

    function assertStrictest(address target, bytes memory data, string memory what) private {
        clear();
        add(target, data);
        (IProposalPolicy.ProposalClass class,,) = policy.classify(targets, values, calldatas);
        assertTrue(class == AUTHORITY, what);
        assertRules(policy.strictest());
    }

    function assertRefused(IProposalPolicy.Rules memory bad, string memory rule, uint256 value) private {
        vm.expectRevert(abi.encodeWithSelector(IProposalPolicy.BadRule.selector, rule, value));
        vm.prank(address(timelock));
        policy.setRules(TEXT, bad);
    }

    function assertClass(IProposalPolicy.ProposalClass expected) private view {
        (IProposalPolicy.ProposalClass class,,) = policy.classify(targets, values, calldatas);
        assertEq(uint256(class), uint256(expected), "class");
    }

    function assertVetoable(bool expected) private view {
        (, bool vetoable,) = policy.classify(targets, values, calldatas);
        assertEq(vetoable, expected, "vetoable");
    }

    function assertRules(IProposalPolicy.Rules memory expected) private view {
        (,, IProposalPolicy.Rules memory actual) = policy.classify(targets, values, calldatas);
        assertEq(keccak256(abi.encode(actual)), keccak256(abi.encode(expected)), "rules");
    }
}
