package network.spheron.dao.faults.check;

import java.util.List;
import network.spheron.dao.faults.site.Site;

/** Reads chain, ledger, outbox, inbox and the client's own record, and says in words what does not hold. */
public final class Checker {
    private final List<Rule> rules;

    private Checker(List<Rule> rules) {
        this.rules = rules;
    }

    /** All rules, in the order of docs/faults.md. */
    public static Checker of(Site site) {
        return new Checker(List.of(
                new ReleasedOnce(site),
                new ApprovedIsPaid(site),
                new LedgerIsTheChain(site),
                new NothingWaits(site),
                new EventsAppliedOnce(site),
                new ApprovedByDistinctStewards(site),
                new PromisesKept(site),
                new EndsAreKept(site)));
    }

    /** Takes note of what has ended by now, so that it is missed when it is no longer so. */
    public void remember() {
        rules.forEach(Rule::remember);
    }

    /** What does not hold now. A platform at work may have some for a moment; one at rest has none. */
    public List<Finding> findings() {
        return rules.stream().flatMap(rule -> rule.findings().stream()).toList();
    }
}
