package network.spheron.dao.faults.site;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.time.Duration;
import network.spheron.dao.local.gate.SignedTransaction;

/** A release that treasury has sent while no blocks are made. */
public final class PendingRelease {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String hash;
    private final SignedTransaction signed;

    private PendingRelease(String hash, SignedTransaction signed) {
        this.hash = hash;
        this.signed = signed;
    }

    /** Stops the making of blocks, begins, and waits until the node has the release. */
    public static PendingRelease after(Site site, Runnable begin) {
        Chain chain = site.chain();
        chain.stopTheClock();
        String sender = Site.relayOf("treasury");
        long nonce = chain.transactions(sender, "latest");
        begin.run();
        Patience.until("a release in the node's pool", PATIENCE, () -> chain.transactions(sender, "pending") > nonce);
        Database treasury = site.database("treasury");
        String query = "select %s from chain_attempt where nonce = ? order by signed_at desc limit 1";
        String hash = treasury.rows(row -> row.getString(1), query.formatted("hash"), nonce)
                .get(0);
        String bytes = treasury.rows(row -> row.getString(1), query.formatted("raw_transaction"), nonce)
                .get(0);
        return new PendingRelease(hash, SignedTransaction.of(bytes));
    }

    public String hash() {
        return hash;
    }

    /** As it was signed, hex. */
    public String bytes() {
        return signed.bytes();
    }

    public String sender() {
        return signed.sender();
    }

    public long nonce() {
        return signed.nonce().longValueExact();
    }

    /** The most wei per unit of gas that it offers. */
    public BigInteger maxFee(Chain chain) {
        JsonNode transaction = chain.transaction(hash).orElseThrow();
        return Chain.quantity(transaction.get("maxFeePerGas"));
    }

    /** How often treasury has signed with its nonce. */
    public long attempts(Site site) {
        return site.database("treasury").number("select count(*) from chain_attempt where nonce = ?", nonce());
    }

    /** Whether treasury has seen it in a block. */
    public boolean isKnownAsMined(Site site) {
        return site.database("treasury")
                        .number(
                                "select count(*) from chain_submission where transaction_hash = ? and status = 'MINED'",
                                hash)
                == 1;
    }
}
