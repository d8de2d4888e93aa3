package network.spheron.dao.faults.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import network.spheron.dao.faults.site.Database;
import network.spheron.dao.faults.site.Site;

/** Rule 8: what has ended stays as it ended, unless the chain was reorganised since it was noted. */
final class EndsAreKept implements Rule {
    private static final String SUBMISSIONS = """
            select 'transaction for ' || idempotency_key || ' (' || id || ')', status from chain_submission
            where settled_at is not null""";

    private final Site site;
    private Map<String, String> noted = new LinkedHashMap<>();
    private int reorgs;

    EndsAreKept(Site site) {
        this.site = site;
    }

    @Override
    public String name() {
        return "ends are kept";
    }

    @Override
    public void remember() {
        noted = now();
        reorgs = site.reorgs();
    }

    @Override
    public List<Finding> findings() {
        if (site.reorgs() != reorgs) {
            return List.of();
        }
        Map<String, String> now = now();
        List<Finding> findings = new ArrayList<>();
        noted.forEach((what, end) -> {
            String found = now.get(what);
            if (found == null) {
                findings.add(lost(what + " had ended as " + end + ", and has not any more"));
            } else if (!found.equals(end)) {
                findings.add(wrong(what + " had ended as " + end + ", and now as " + found));
            }
        });
        return findings;
    }

    private Map<String, String> now() {
        Map<String, String> ends = new LinkedHashMap<>();
        for (String service : Site.SERVICES) {
            add(ends, service + "'s ", site.database(service), SUBMISSIONS);
        }
        add(ends, "treasury's ", site.database("treasury"), """
                select 'payout ' || agreement_id || '/' || milestone, status || ' ' || coalesce(transaction_hash, '')
                from payout where status in ('PAID', 'REFUNDED')
                union all
                select 'award ' || mandate_id || '/' || bid_index, status from award where status in ('FUNDED', 'LAPSED')
                union all
                select 'mandate ' || mandate_id, 'closed' from mandate where closed""");
        add(ends, "marketplace's ", site.database("marketplace"), """
                select 'milestone ' || agreement_id || '/' || position, status || ' ' || coalesce(payment, '')
                from milestone where status in ('PAID', 'REFUNDED')""");
        return ends;
    }

    private static void add(Map<String, String> ends, String owner, Database database, String query) {
        database.rows(row -> Map.entry(owner + row.getString(1), row.getString(2)), query)
                .forEach(end -> ends.put(end.getKey(), end.getValue()));
    }
}
