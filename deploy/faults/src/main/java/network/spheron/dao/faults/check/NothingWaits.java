package network.spheron.dao.faults.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import network.spheron.dao.faults.site.Database;
import network.spheron.dao.faults.site.Site;

/** Rule 4: outboxes are empty, no nonce is missing, and nothing is overdue: no transaction, payout, award or parked event. */
final class NothingWaits implements Rule {
    private final Site site;

    NothingWaits(Site site) {
        this.site = site;
    }

    @Override
    public String name() {
        return "nothing waits";
    }

    @Override
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        for (String service : Site.SERVICES) {
            Database database = site.database(service);
            unsent(service, database, findings);
            nonces(service, database, findings);
            database.rows(
                            row -> row.getString(1) + " is " + row.getString(2),
                            "select idempotency_key, status from chain_submission where settled_at is null")
                    .forEach(open -> findings.add(wrong(service + "'s transaction for " + open)));
            database.rows(
                            row -> row.getString(1) + " of " + row.getString(2) + ": " + row.getString(3),
                            "select aggregate_id, topic, reason from parked_aggregate")
                    .forEach(parked -> findings.add(wrong(service + " has parked " + parked)));
        }
        overdue(site.chain().finalTime(), findings);
        return findings;
    }

    private void unsent(String service, Database database, List<Finding> findings) {
        long unsent = database.number("select count(*) from outbox");
        if (unsent > 0) {
            findings.add(wrong(service + " has " + unsent + " events in its outbox"));
        }
    }

    private void nonces(String service, Database database, List<Finding> findings) {
        String account = Site.relayOf(service);
        long mined = site.chain().transactions(account, "latest");
        long pending = site.chain().transactions(account, "pending");
        if (pending != mined) {
            findings.add(wrong(service + " has " + (pending - mined) + " transactions in the node's pool"));
        }
        Set<Long> signed =
                new HashSet<>(database.rows(row -> row.getLong(1), "select distinct nonce from chain_attempt"));
        for (long nonce = 0; nonce < mined; nonce++) {
            if (!signed.contains(nonce) && !site.isOurs(account, nonce)) {
                findings.add(lost(service + " knows of no transaction with nonce " + nonce + ", which is on chain"));
            }
        }
        signed.stream()
                .filter(nonce -> nonce >= mined)
                .forEach(nonce -> findings.add(
                        wrong(service + " has signed with nonce " + nonce + ", but the chain is at " + mined)));
    }

    private void overdue(long now, List<Finding> findings) {
        Database treasury = site.database("treasury");
        treasury.rows(row -> row.getString(1) + "/" + row.getInt(2) + " is " + row.getString(3), """
                        select agreement_id, milestone, status from payout
                        where status = 'REQUESTED' or (status = 'APPROVED' and due_at < ?)""", now)
                .forEach(late -> findings.add(wrong("payout " + late + " and overdue")));
        treasury.rows(row -> row.getString(1) + "/" + row.getInt(2) + " is " + row.getString(3), """
                        select mandate_id, bid_index, status from award
                        where status = 'REQUESTED' or (status in ('STANDSTILL', 'REFUSED') and due_at < ?)""", now)
                .forEach(late -> findings.add(wrong("award " + late + " and overdue")));
    }
}
