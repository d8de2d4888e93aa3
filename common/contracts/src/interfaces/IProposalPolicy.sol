// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

/// @title Which rules a proposal is decided by, derived from what it would do and never from what it says.
/// @notice Tokens are counted in the smallest unit of the governance token, shares in basis points, periods in seconds.
interface IProposalPolicy {
    /// @notice What a proposal touches, from the strictest on. AUTHORITY is everything that is not known to be less: who may
    /// decide, unknown contracts and functions, transfers of coins, direct mandates after phase 1, and whatever else the
    /// timelock can call.
    enum ProposalClass {
        AUTHORITY,
        STEWARDS,
        PARAMETERS,
        TREASURY,
        MANDATE,
        TEXT
    }

    /// @notice How a proposal is decided.
    /// @param quorumFloor least votes for and abstaining, however few tokens can vote
    /// @param quorumBps votes for and abstaining that are needed, of the tokens that could vote at the snapshot
    /// @param approvalBps share of the votes for, among those for and against, that must be exceeded
    /// @param votingDelay from the proposal to the snapshot, when voting begins
    /// @param votingPeriod how long voting lasts
    /// @param timelockDelay added to the timelock's own delay
    struct Rules {
        uint128 quorumFloor;
        uint16 quorumBps;
        uint16 approvalBps;
        uint32 votingDelay;
        uint32 votingPeriod;
        uint32 timelockDelay;
    }

    /// @notice A function of a contract and the class of the proposals that call it.
    struct Listing {
        address target;
        bytes4 selector;
        ProposalClass class;
    }

    /// @notice Most that the mandates of one proposal may pay in a token before the proposal is one about the treasury.
    struct MandateLimit {
        address token;
        uint256 amount;
    }

    event RulesChanged(ProposalClass indexed class, Rules rules);
    event ActionListed(address indexed target, bytes4 indexed selector, ProposalClass class);
    event MandateLimitChanged(address indexed token, uint256 previous, uint256 current);
    event ProposalThresholdChanged(uint256 previous, uint256 current);

    error OnlyTimelock(address caller);
    /// @notice `rule` cannot be `value`: with it, nothing could pass, or anything would.
    error BadRule(string rule, uint256 value);
    /// @notice A call to this contract decides who decides, so that it cannot be in a lower class.
    error AlwaysAuthority(address target);

    /// @notice How the calls of a proposal are decided: by the strictest of each rule among their classes.
    /// @return class the strictest class among them
    /// @return vetoable whether the guardian may stop it: not if it is about guardian, stewards and roadmap alone
    function classify(address[] calldata targets, uint256[] calldata values, bytes[] calldata calldatas)
        external
        view
        returns (ProposalClass class, bool vetoable, Rules memory rules);

    /// @notice The strictest of each rule among all classes, which is what AUTHORITY takes.
    function strictest() external view returns (Rules memory);

    /// @notice The rules of a class alone, as set.
    function rulesOf(ProposalClass class) external view returns (Rules memory);

    /// @notice The class of a call to this function, amounts left aside. AUTHORITY unless it is listed.
    function listed(address target, bytes4 selector) external view returns (ProposalClass);

    /// @notice Most that the mandates of one proposal may pay in this token; 0 for a token that is not known.
    function mandateLimit(address token) external view returns (uint256);

    /// @notice Voting power that proposing takes, alone or of sponsors together.
    function proposalThreshold() external view returns (uint256);

    /// @notice Sets the rules of a class. Only the timelock.
    function setRules(ProposalClass class, Rules calldata rules) external;

    /// @notice Puts the calls to a function into a class; AUTHORITY takes it off the list. Only the timelock.
    function list(Listing calldata listing) external;

    /// @notice Sets the limit of a token. Only the timelock.
    function setMandateLimit(MandateLimit calldata limit) external;

    /// @notice Sets the voting power that proposing takes. Only the timelock.
    function setProposalThreshold(uint256 votes) external;
}
