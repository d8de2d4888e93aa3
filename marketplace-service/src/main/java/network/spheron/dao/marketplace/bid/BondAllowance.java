package network.spheron.dao.marketplace.bid;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigInteger;
import java.util.List;
import network.spheron.dao.chain.ChainReader;
import network.spheron.dao.contracts.ContractName;
import network.spheron.dao.contracts.GovernanceToken;
import network.spheron.dao.identity.Caller;
import network.spheron.dao.marketplace.workstream.Workstreams;
import network.spheron.dao.web.OwnTransaction;
import network.spheron.dao.web.TokenAmount;
import network.spheron.dao.web.WebConfig;

/** Lets BidBook take a bid's bond, by the bidder's own transaction; the API's way is a permit. */
@ApplicationScoped
class BondAllowance {
    private final Workstreams workstreams;
    private final ChainReader chain;
    private final WebConfig web;
    private final Caller caller;

    BondAllowance(Workstreams workstreams, ChainReader chain, WebConfig web, Caller caller) {
        this.workstreams = workstreams;
        this.chain = chain;
        this.web = web;
        this.caller = caller;
    }

    @Transactional
    OwnTransaction approval(BigInteger mandateId, String wallet) {
        caller.requireWallet(wallet);
        BigInteger bond = workstreams.require(mandateId).terms().bond();
        return OwnTransaction.call(
                chain.address(ContractName.GOVERNANCE_TOKEN),
                GovernanceToken.approve(chain.address(ContractName.BID_BOOK), bond)
                        .data(),
                chain.chainId(),
                List.of(
                        "Allows the BidBook contract to take the bond of "
                                + TokenAmount.format(bond, web.votingDecimals()) + " " + web.votingSymbol()
                                + " from this wallet when your bid is committed.",
                        "The bond comes back when your bid is revealed."));
    }
}
