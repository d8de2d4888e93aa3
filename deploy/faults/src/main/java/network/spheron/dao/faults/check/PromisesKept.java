package network.spheron.dao.faults.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import network.spheron.dao.faults.site.Database;
import network.spheron.dao.faults.site.Site;
import network.spheron.dao.journey.Portal;

/** Rule 7: whatever the platform answered with 2xx is still there: accepted transactions, evidence, stewards' signatures, bids. */
final class PromisesKept implements Rule {
    private static final Pattern MILESTONE =
            Pattern.compile("/api/agreements/([0-9]+)/milestones/([0-9]+)/(submissions|decisions)");
    private static final Pattern BIDS = Pattern.compile("/api/workstreams/([0-9]+)/bids");

    private final Site site;

    PromisesKept(Site site) {
        this.site = site;
    }

    @Override
    public String name() {
        return "promises kept";
    }

    @Override
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        Set<String> submissions = new HashSet<>();
        for (String service : Site.SERVICES) {
            submissions.addAll(site.database(service).rows(row -> row.getString(1), "select id from chain_submission"));
        }
        Map<String, Integer> signatures = new HashMap<>();
        Map<String, Integer> evidence = new HashMap<>();
        Map<String, Integer> bids = new HashMap<>();
        for (Portal.Promise promise : site.client().promises()) {
            for (String id : submissionsIn(promise.answer())) {
                if (!submissions.contains(id)) {
                    findings.add(lost("transaction " + id + ", accepted by " + promise.path() + ", is gone"));
                }
            }
            Matcher milestone = MILESTONE.matcher(promise.path());
            if (milestone.matches()) {
                (milestone.group(3).equals("decisions") ? signatures : evidence)
                        .merge(milestone.group(1) + "/" + milestone.group(2), 1, Integer::sum);
            }
            Matcher bid = BIDS.matcher(promise.path());
            if (bid.matches()) {
                bids.merge(bid.group(1), 1, Integer::sum);
            }
        }
        Database marketplace = site.database("marketplace");
        missing(
                "stewards' signatures about milestone",
                signatures,
                marketplace,
                "select subject || '/' || part, count(*) from steward_signature group by 1",
                findings);
        missing(
                "evidence for milestone",
                evidence,
                marketplace,
                "select agreement_id || '/' || position, count(*) from evidence group by 1",
                findings);
        missing(
                "bids under mandate",
                bids,
                marketplace,
                "select mandate_id::text, count(*) from bid group by 1",
                findings);
        return findings;
    }

    private void missing(
            String what, Map<String, Integer> promised, Database database, String query, List<Finding> findings) {
        Map<String, Integer> there = new HashMap<>();
        database.rows(row -> Map.entry(row.getString(1), row.getInt(2)), query)
                .forEach(entry -> there.put(entry.getKey(), entry.getValue()));
        promised.forEach((key, count) -> {
            int found = there.getOrDefault(key, 0);
            if (found < count) {
                findings.add(
                        lost("of " + count + " " + what + " " + key + " that were accepted, " + found + " are there"));
            }
        });
    }

    private static Set<String> submissionsIn(JsonNode answer) {
        Set<String> ids = new HashSet<>();
        answer.findValues("submissionId").stream().filter(JsonNode::isTextual).forEach(id -> ids.add(id.asText()));
        answer.findValues("submission").stream()
                .filter(submission -> submission.path("id").isTextual())
                .forEach(submission -> ids.add(submission.get("id").asText()));
        return ids;
    }
}
