// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {IProposalPolicy} from "./interfaces/IProposalPolicy.sol";
import {IRoadmap} from "./interfaces/IRoadmap.sol";
import {ITreasury} from "./interfaces/ITreasury.sol";

/// @title The table of proposal classes: which call belongs to which class, and how each class is decided.
/// @notice A change of it is an AUTHORITY proposal, and applies to proposals made after it.
contract ProposalPolicy is IProposalPolicy {
    /// @notice The contracts that classes are told by.
    struct Contracts {
        address governor;
        address timelock;
        address treasury;
        address roadmap;
        address council;
    }

    uint256 private constant CLASSES = uint256(type(ProposalClass).max) + 1;
    uint256 private constant BPS = 10_000;

    /// @dev Less would let a minority decide.
    uint256 private constant LEAST_APPROVAL_BPS = 5_000;

    /// @dev The scale on which parts of mandate limits are added up.
    uint256 private constant WHOLE = 1e18;

    address public immutable governor;
    address public immutable timelock;
    address public immutable treasury;
    address public immutable roadmap;
    address public immutable council;

    /// @inheritdoc IProposalPolicy
    uint256 public proposalThreshold;

    /// @inheritdoc IProposalPolicy
    mapping(address target => mapping(bytes4 selector => ProposalClass)) public listed;

    /// @inheritdoc IProposalPolicy
    mapping(address token => uint256) public mandateLimit;

    mapping(ProposalClass class => Rules) private _rules;

    modifier onlyTimelock() {
        if (msg.sender != timelock) revert OnlyTimelock(msg.sender);
        _;
    }

    /// @param rules of every class, in the order of ProposalClass
    constructor(
        Contracts memory contracts,
        uint256 threshold,
        Rules[] memory rules,
        Listing[] memory listings,
        MandateLimit[] memory limits
    ) {
        governor = contracts.governor;
        timelock = contracts.timelock;
        treasury = contracts.treasury;
        roadmap = contracts.roadmap;
        council = contracts.council;
        _setProposalThreshold(threshold);
        if (rules.length != CLASSES) revert BadRule("classes", rules.length);
        for (uint256 i = 0; i < CLASSES; ++i) {
            _setRules(ProposalClass(i), rules[i]);
        }
        for (uint256 i = 0; i < listings.length; ++i) {
            _list(listings[i]);
        }
        for (uint256 i = 0; i < limits.length; ++i) {
            _setMandateLimit(limits[i]);
        }
    }

    /// @inheritdoc IProposalPolicy
    function setRules(ProposalClass class, Rules calldata rules) external onlyTimelock {
        _setRules(class, rules);
    }

    /// @inheritdoc IProposalPolicy
    function list(Listing calldata listing) external onlyTimelock {
        _list(listing);
    }

    /// @inheritdoc IProposalPolicy
    function setMandateLimit(MandateLimit calldata limit) external onlyTimelock {
        _setMandateLimit(limit);
    }

    /// @inheritdoc IProposalPolicy
    function setProposalThreshold(uint256 votes) external onlyTimelock {
        _setProposalThreshold(votes);
    }

    /// @inheritdoc IProposalPolicy
    function classify(address[] calldata targets, uint256[] calldata values, bytes[] calldata calldatas)
        external
        view
        returns (ProposalClass class, bool vetoable, Rules memory rules)
    {
        // What is malformed is refused by the Governor; here it is only not worth a rule of its own.
        if (targets.length != values.length || targets.length != calldatas.length) {
            return (ProposalClass.AUTHORITY, true, strictest());
        }
        class = type(ProposalClass).max;
        uint256 partOfLimits = 0;
        for (uint256 i = 0; i < targets.length; ++i) {
            ProposalClass called = _classOf(targets[i], values[i], calldatas[i]);
            if (called == ProposalClass.MANDATE && targets[i] == treasury) {
                partOfLimits += _partOfLimit(calldatas[i]);
                if (partOfLimits > WHOLE) called = ProposalClass.TREASURY;
            }
            if (called < class) class = called;
            if (targets[i] != roadmap && targets[i] != council) vetoable = true;
            rules = _stricter(rules, _rules[called]);
        }
        if (class == ProposalClass.AUTHORITY) rules = strictest();
    }

    /// @inheritdoc IProposalPolicy
    function rulesOf(ProposalClass class) external view returns (Rules memory) {
        return _rules[class];
    }

    /// @inheritdoc IProposalPolicy
    function strictest() public view returns (Rules memory rules) {
        for (uint256 i = 0; i < CLASSES; ++i) {
            rules = _stricter(rules, _rules[ProposalClass(i)]);
        }
    }

    function _setRules(ProposalClass class, Rules memory rules) private {
        if (rules.quorumBps > BPS) revert BadRule("quorumBps", rules.quorumBps);
        if (rules.approvalBps < LEAST_APPROVAL_BPS || rules.approvalBps >= BPS) {
            revert BadRule("approvalBps", rules.approvalBps);
        }
        // The snapshot must lie after the block in which the proposal becomes known.
        if (rules.votingDelay == 0) revert BadRule("votingDelay", 0);
        if (rules.votingPeriod == 0) revert BadRule("votingPeriod", 0);
        _rules[class] = rules;
        emit RulesChanged(class, rules);
    }

    function _list(Listing memory listing) private {
        bool decidesWhoDecides =
            listing.target == governor || listing.target == timelock || listing.target == address(this);
        if (decidesWhoDecides && listing.class != ProposalClass.AUTHORITY) revert AlwaysAuthority(listing.target);
        listed[listing.target][listing.selector] = listing.class;
        emit ActionListed(listing.target, listing.selector, listing.class);
    }

    function _setMandateLimit(MandateLimit memory limit) private {
        emit MandateLimitChanged(limit.token, mandateLimit[limit.token], limit.amount);
        mandateLimit[limit.token] = limit.amount;
    }

    function _setProposalThreshold(uint256 votes) private {
        emit ProposalThresholdChanged(proposalThreshold, votes);
        proposalThreshold = votes;
    }

    function _classOf(address target, uint256 value, bytes calldata data) private view returns (ProposalClass) {
        if (value != 0 || data.length < 4) return ProposalClass.AUTHORITY;
        bool isGrant = target == treasury && bytes4(data) == ITreasury.grantMandate.selector;
        // Work without a competition is for phase 1; later it takes what a change of the rules would take.
        if (isGrant && IRoadmap(roadmap).phase() != 1 && _granted(data).kind == ITreasury.MandateKind.DIRECT) {
            return ProposalClass.AUTHORITY;
        }
        return listed[target][bytes4(data)];
    }

    /// @dev How much of its token's limit a mandate takes, rounded up; more than WHOLE for one beyond it. So mandates in
    /// different tokens add up, and a large one cannot be cut into small ones of the same proposal.
    function _partOfLimit(bytes calldata data) private view returns (uint256) {
        if (bytes4(data) != ITreasury.grantMandate.selector) return 0;
        ITreasury.MandateTerms memory terms = _granted(data);
        uint256 limit = mandateLimit[terms.token];
        if (terms.cap > limit) return WHOLE + 1;
        return limit == 0 ? 0 : Math.mulDiv(terms.cap, WHOLE, limit, Math.Rounding.Ceil);
    }

    function _granted(bytes calldata data) private pure returns (ITreasury.MandateTerms memory) {
        return abi.decode(data[4:], (ITreasury.MandateTerms));
    }

    function _stricter(Rules memory a, Rules memory b) private pure returns (Rules memory) {
        return Rules({
            quorumFloor: uint128(Math.max(a.quorumFloor, b.quorumFloor)),
            quorumBps: uint16(Math.max(a.quorumBps, b.quorumBps)),
            approvalBps: uint16(Math.max(a.approvalBps, b.approvalBps)),
            votingDelay: uint32(Math.max(a.votingDelay, b.votingDelay)),
            votingPeriod: uint32(Math.max(a.votingPeriod, b.votingPeriod)),
            timelockDelay: uint32(Math.max(a.timelockDelay, b.timelockDelay))
        });
    }
}
