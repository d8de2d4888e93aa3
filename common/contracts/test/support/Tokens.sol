// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {ERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Permit.sol";
import {ERC20Votes} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Votes.sol";
import {Nonces} from "@openzeppelin/contracts/utils/Nonces.sol";

/// @notice A token without votes; every transfer takes a fee, 0 unless set, that is burnt, and none reaches an address that
/// is blocked. 8 decimals.
contract PlainToken is ERC20 {
    uint256 public feeBps;
    mapping(address account => bool) private blocked;

    error Blocked(address account);

    constructor(address holder, uint256 amount) ERC20("Plain", "PLN") {
        _mint(holder, amount);
    }

    function setFee(uint256 feeBps_) external {
        feeBps = feeBps_;
    }

    function blockAccount(address account) external {
        blocked[account] = true;
    }

    function decimals() public pure override returns (uint8) {
        return 8;
    }

    function _update(address from, address to, uint256 value) internal override {
        if (blocked[to]) revert Blocked(to);
        uint256 fee = from == address(0) || to == address(0) ? 0 : value * feeBps / 10_000;
        super._update(from, to, value - fee);
        if (fee != 0) super._update(from, address(0), fee);
    }
}

/// @notice Votes that are counted by block number, as OpenZeppelin's are unless told otherwise.
contract BlockClockToken is ERC20, ERC20Permit, ERC20Votes {
    constructor() ERC20("Blocks", "BLK") ERC20Permit("Blocks") {}

    function nonces(address owner) public view override(ERC20Permit, Nonces) returns (uint256) {
        return super.nonces(owner);
    }

    function _update(address from, address to, uint256 value) internal override(ERC20, ERC20Votes) {
        super._update(from, to, value);
    }
}
