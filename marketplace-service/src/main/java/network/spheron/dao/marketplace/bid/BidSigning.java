package network.spheron.dao.marketplace.bid;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import network.spheron.dao.chain.ChainReader;
import network.spheron.dao.chain.signing.SigningDomain;
import network.spheron.dao.chain.signing.TypedData;
import network.spheron.dao.contracts.BidBook;
import network.spheron.dao.contracts.ContractName;
import network.spheron.dao.contracts.GovernanceToken;
import network.spheron.dao.web.OwnTransaction;
import network.spheron.dao.web.TokenAmount;
import network.spheron.dao.web.WebConfig;

/** What a bidder's wallet signs or sends for a bid. */
@ApplicationScoped
class BidSigning {
    private static final String BID_TYPE =
            "Bid(uint256 mandateId,bytes32 purposeHash,address bidder,BidTerms terms)" + BidHashes.TERMS_TYPE;
    private static final String PERMIT_TYPE =
            "Permit(address owner,address spender,uint256 value,uint256 nonce,uint256 deadline)";

    private final ChainReader chain;
    private final WebConfig web;

    BidSigning(ChainReader chain, WebConfig web) {
        this.chain = chain;
        this.web = web;
    }

    /** The bid itself, for BidBook; the purpose is the mandate's. */
    TypedData bid(SealedBid bid, String purposeHash) {
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("mandateId", bid.mandateId());
        message.put("purposeHash", purposeHash);
        message.put("bidder", bid.bidder());
        message.put("terms", bid.terms());
        SigningDomain domain = new SigningDomain("BidBook", "1", chain.chainId(), chain.address(ContractName.BID_BOOK));
        return TypedData.of(domain, BID_TYPE, message);
    }

    /** The permit (ERC-2612) by which BidBook takes the bond, good until the deadline in seconds since the epoch. */
    TypedData permit(String bidder, BigInteger bond, long deadline) {
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("owner", bidder);
        message.put("spender", chain.address(ContractName.BID_BOOK));
        message.put("value", bond);
        message.put("nonce", chain.call(ContractName.GOVERNANCE_TOKEN, GovernanceToken.nonces(bidder)));
        message.put("deadline", deadline);
        String name = chain.call(ContractName.GOVERNANCE_TOKEN, GovernanceToken.name());
        SigningDomain domain =
                new SigningDomain(name, "1", chain.chainId(), chain.address(ContractName.GOVERNANCE_TOKEN));
        return TypedData.of(domain, PERMIT_TYPE, message);
    }

    /** The bid in plain sentences. */
    List<String> words(SealedBid bid, BigInteger bond) {
        String price = money(bid.price());
        String payment = bid.bidder().equals(bid.payee()) ? "this wallet" : bid.payee();
        String milestones = bid.milestones().size() == 1
                ? "one milestone"
                : bid.milestones().size() + " milestones that add up to the price";
        String deposit = bond.signum() == 0
                ? "No bond is taken."
                : "A bond of " + TokenAmount.format(bond, web.votingDecimals()) + " " + web.votingSymbol()
                        + " is held until you reveal; an unrevealed bid loses it.";
        return List.of(
                "You bid " + price + " for the workstream under mandate " + bid.mandateId() + ", in " + milestones
                        + ".",
                "Payments go to " + payment + "; nobody can change that later.",
                "Until bidding closes only a commitment is public. Then the bid is revealed exactly as you sign it now, and"
                        + " that is your acceptance of these terms.",
                deposit);
    }

    /** The commitment as the bidder's own transaction, past every server key. */
    OwnTransaction ownCommit(SealedBid bid) {
        return OwnTransaction.call(
                chain.address(ContractName.BID_BOOK),
                BidBook.commit(bid.mandateId(), bid.commitment()).data(),
                chain.chainId(),
                List.of("Commits your sealed bid of " + money(bid.price()) + " under mandate " + bid.mandateId()
                        + " straight to the BidBook contract. A bond needs an allowance first."));
    }

    /** Taking the bid back, as the bidder's own transaction. */
    OwnTransaction withdrawal(Bid bid) {
        return OwnTransaction.call(
                chain.address(ContractName.BID_BOOK),
                BidBook.withdraw(bid.mandateId(), BigInteger.valueOf(bid.bidIndex()))
                        .data(),
                chain.chainId(),
                List.of("Takes back your bid " + (bid.bidIndex() + 1) + " under mandate " + bid.mandateId()
                        + ". It keeps counting towards the number of bids you may make."));
    }

    private String money(BigInteger amount) {
        return TokenAmount.format(amount, web.paymentDecimals()) + " " + web.paymentSymbol();
    }
}
