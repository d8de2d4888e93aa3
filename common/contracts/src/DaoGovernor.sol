// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {Governor} from "@openzeppelin/contracts/governance/Governor.sol";
import {GovernorCountingSimple} from "@openzeppelin/contracts/governance/extensions/GovernorCountingSimple.sol";
import {GovernorPreventLateQuorum} from "@openzeppelin/contracts/governance/extensions/GovernorPreventLateQuorum.sol";
import {GovernorSettings} from "@openzeppelin/contracts/governance/extensions/GovernorSettings.sol";
import {GovernorTimelockControl} from "@openzeppelin/contracts/governance/extensions/GovernorTimelockControl.sol";
import {GovernorVotes} from "@openzeppelin/contracts/governance/extensions/GovernorVotes.sol";
import {
    GovernorVotesQuorumFraction
} from "@openzeppelin/contracts/governance/extensions/GovernorVotesQuorumFraction.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {IVotes} from "@openzeppelin/contracts/governance/utils/IVotes.sol";
import {DaoTimelock} from "./DaoTimelock.sol";
import {IDaoGovernor} from "./interfaces/IDaoGovernor.sol";
import {Signatures} from "./libraries/Signatures.sol";
import {Voteless} from "./libraries/Voteless.sol";

/// @title The vote of the token holders: OpenZeppelin's Governor, plus signed votes in batches.
/// @notice EIP-712 domain: name "DaoGovernor", version "1". Anyone may queue and execute what has passed.
contract DaoGovernor is
    Governor,
    GovernorSettings,
    GovernorCountingSimple,
    GovernorVotes,
    GovernorVotesQuorumFraction,
    GovernorTimelockControl,
    GovernorPreventLateQuorum,
    IDaoGovernor
{
    /// @param votingDelay_ seconds between a proposal and the start of its vote
    /// @param votingPeriod_ seconds that a vote lasts
    /// @param proposalThreshold_ voting power needed to propose
    /// @param quorumBps for and abstain votes needed, in basis points of the tokens that can vote
    /// @param lateQuorumExtension seconds that a vote lasts at least after quorum was reached
    constructor(
        IVotes token_,
        DaoTimelock timelock_,
        uint48 votingDelay_,
        uint32 votingPeriod_,
        uint256 proposalThreshold_,
        uint256 quorumBps,
        uint48 lateQuorumExtension
    )
        Governor("DaoGovernor")
        GovernorSettings(votingDelay_, votingPeriod_, proposalThreshold_)
        GovernorVotes(token_)
        GovernorVotesQuorumFraction(quorumBps)
        GovernorTimelockControl(timelock_)
        GovernorPreventLateQuorum(lateQuorumExtension)
    {
        // By block number, every period here would mean something else.
        string memory mode = CLOCK_MODE();
        if (keccak256(bytes(mode)) != keccak256("mode=timestamp")) revert WrongClock(mode);
    }

    /// @inheritdoc IDaoGovernor
    function castVotesBySig(uint256 proposalId, SignedVote[] calldata votes) external {
        _validateStateBitmap(proposalId, _encodeStateBitmap(ProposalState.Active));
        uint256 snapshot = proposalSnapshot(proposalId);
        for (uint256 i = 0; i < votes.length; ++i) {
            SignedVote calldata vote = votes[i];
            bytes4 reason = _refusal(proposalId, vote);
            if (reason == 0) {
                uint256 weight = _getVotes(vote.voter, snapshot, _defaultParams());
                _countVote(proposalId, vote.voter, vote.support, weight, _defaultParams());
                emit VoteCast(vote.voter, proposalId, vote.support, weight, "");
            } else {
                emit VoteRefused(proposalId, vote.voter, reason);
            }
        }
        _tallyUpdated(proposalId);
    }

    /// @notice Votes for and abstaining that a decision takes: a fraction of the tokens that can vote at all.
    function quorum(uint256 timepoint) public view override(Governor, GovernorVotesQuorumFraction) returns (uint256) {
        uint256 voting = token().getPastTotalSupply(timepoint) - Voteless.pastHoldings(token(), timepoint);
        return Math.mulDiv(voting, quorumNumerator(timepoint), quorumDenominator());
    }

    /// @notice Basis points.
    function quorumDenominator() public pure override returns (uint256) {
        return 10_000;
    }

    function proposalThreshold() public view override(Governor, GovernorSettings) returns (uint256) {
        return super.proposalThreshold();
    }

    function proposalDeadline(uint256 proposalId)
        public
        view
        override(Governor, GovernorPreventLateQuorum)
        returns (uint256)
    {
        return super.proposalDeadline(proposalId);
    }

    function proposalNeedsQueuing(uint256 proposalId)
        public
        view
        override(Governor, GovernorTimelockControl)
        returns (bool)
    {
        return super.proposalNeedsQueuing(proposalId);
    }

    function state(uint256 proposalId) public view override(Governor, GovernorTimelockControl) returns (ProposalState) {
        return super.state(proposalId);
    }

    /// @dev The selector of the error that the vote would meet alone; 0 when it counts.
    function _refusal(uint256 proposalId, SignedVote calldata vote) private view returns (bytes4) {
        if (hasVoted(proposalId, vote.voter)) return GovernorAlreadyCastVote.selector;
        if (vote.support > uint8(VoteType.Abstain)) return GovernorInvalidVoteType.selector;
        if (!_isKeyedBallot(proposalId, vote.support, vote.voter, vote.signature)) {
            return GovernorInvalidSignature.selector;
        }
        return 0;
    }

    /// @dev A vote signed for a batch is good for a transaction of its own as well, so that no relay can withhold it.
    function _validateVoteSig(uint256 proposalId, uint8 support, address voter, bytes memory signature)
        internal
        override
        returns (bool)
    {
        return _isKeyedBallot(proposalId, support, voter, signature)
            || super._validateVoteSig(proposalId, support, voter, signature);
    }

    /// @dev The nonce is a constant per proposal and never stored: having voted is what spends it.
    function _isKeyedBallot(uint256 proposalId, uint8 support, address voter, bytes memory signature)
        private
        view
        returns (bool)
    {
        uint256 nonce = uint256(uint192(proposalId)) << 64;
        bytes32 digest = _hashTypedDataV4(keccak256(abi.encode(BALLOT_TYPEHASH, proposalId, support, voter, nonce)));
        return Signatures.isValid(voter, digest, signature);
    }

    function _tallyUpdated(uint256 proposalId) internal override(Governor, GovernorPreventLateQuorum) {
        super._tallyUpdated(proposalId);
    }

    function _queueOperations(
        uint256 proposalId,
        address[] memory targets,
        uint256[] memory values,
        bytes[] memory calldatas,
        bytes32 descriptionHash
    ) internal override(Governor, GovernorTimelockControl) returns (uint48) {
        return super._queueOperations(proposalId, targets, values, calldatas, descriptionHash);
    }

    function _executeOperations(
        uint256 proposalId,
        address[] memory targets,
        uint256[] memory values,
        bytes[] memory calldatas,
        bytes32 descriptionHash
    ) internal override(Governor, GovernorTimelockControl) {
        super._executeOperations(proposalId, targets, values, calldatas, descriptionHash);
    }

    function _cancel(
        address[] memory targets,
        uint256[] memory values,
        bytes[] memory calldatas,
        bytes32 descriptionHash
    ) internal override(Governor, GovernorTimelockControl) returns (uint256) {
        return super._cancel(targets, values, calldatas, descriptionHash);
    }

    function _executor() internal view override(Governor, GovernorTimelockControl) returns (address) {
        return super._executor();
    }
}
