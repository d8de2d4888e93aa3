// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {GovernanceToken} from "../../src/GovernanceToken.sol";

/// @notice Hears of every transfer before the sender does.
interface ITransferListener {
    function onTransfer() external;
}

/// @notice A payment token that calls a listener at every transfer (as ERC-777 did), so that it can act in between. None reaches
/// an address that is blocked.
contract CallingToken is ERC20 {
    ITransferListener private immutable _listener;
    mapping(address account => bool) private _blocked;

    error Blocked(address account);

    constructor(address holder, uint256 amount, ITransferListener listener) ERC20("Calling", "CALL") {
        _mint(holder, amount);
        _listener = listener;
    }

    function setBlocked(address account, bool blocked) external {
        _blocked[account] = blocked;
    }

    function transfer(address to, uint256 amount) public override returns (bool) {
        if (_blocked[to]) revert Blocked(to);
        super.transfer(to, amount);
        _listener.onTransfer();
        return true;
    }
}

/// @notice A governance token that does so too.
contract CallingVotes is GovernanceToken {
    ITransferListener private immutable _listener;

    constructor(address[] memory holders, uint256[] memory amounts, ITransferListener listener)
        GovernanceToken(holders, amounts)
    {
        _listener = listener;
    }

    function transfer(address to, uint256 amount) public override returns (bool) {
        super.transfer(to, amount);
        _listener.onTransfer();
        return true;
    }

    function transferFrom(address from, address to, uint256 amount) public override returns (bool) {
        super.transferFrom(from, to, amount);
        _listener.onTransfer();
        return true;
    }
}
