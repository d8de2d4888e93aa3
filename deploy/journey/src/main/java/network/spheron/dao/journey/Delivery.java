package network.spheron.dao.journey;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes agreements from funding to the last payment: evidence, decisions of the stewards, challenge windows, payouts. */
public final class Delivery {
    private final Stage stage;
    private final Map<String, Actor> contractors = new HashMap<>();
    private final List<Actor> stewards;

    public Delivery(Stage stage) {
        this.stage = stage;
        for (int number = 1; number <= Bidding.CONTRACTORS; number++) {
            Actor contractor = stage.actor("contractor" + number);
            contractors.put(contractor.wallet().address(), contractor);
        }
        this.stewards = List.of(stage.actor("steward1"), stage.actor("steward2"));
    }

    /** A milestone of an agreement, with the agreement's contractor. */
    public record Work(String agreementId, int index, Actor contractor) {
        /** Its address in the API. */
        public String path() {
            return "/api/agreements/" + agreementId + "/milestones/" + index;
        }

        /** What people call it. */
        public String name() {
            return "Agreement " + agreementId + ", milestone " + index;
        }
    }

    /** The agreements of these bids, once the treasury has funded them; in the order of the places. */
    public List<JsonNode> agreements(BigInteger mandateId, List<Integer> winners) {
        List<JsonNode> agreements = new ArrayList<>();
        for (Integer place : winners) {
            JsonNode agreement = Await.value("the agreement of bid " + place + " of mandate " + mandateId, () -> {
                String bidId = bidId(mandateId, place);
                for (JsonNode line : stage.visitor().get("/api/agreements")) {
                    JsonNode view = stage.visitor()
                            .get("/api/agreements/" + line.get("agreementId").asText());
                    if (view.path("bidId").asText().equals(bidId)) {
                        return Optional.of(view);
                    }
                }
                return Optional.empty();
            });
            stage.say(
                    "Agreement " + agreement.get("agreementId").asText() + " funded for bid " + place,
                    agreement.get("funding").asText());
            agreements.add(agreement);
        }
        return agreements;
    }

    private String bidId(BigInteger mandateId, int place) {
        for (JsonNode bid : stage.visitor().get("/api/workstreams/" + mandateId).get("bids")) {
            if (bid.get("bidIndex").asInt() == place) {
                return bid.get("bidId").asText();
            }
        }
        throw new IllegalStateException("mandate " + mandateId + " has no bid " + place);
    }

    /** Delivers every milestone of these agreements; the very first one is sent back once. */
    void deliver(List<JsonNode> agreements) {
        List<Work> works = new ArrayList<>();
        for (JsonNode agreement : agreements) {
            works.addAll(works(agreement));
        }
        if (works.isEmpty()) {
            return;
        }
        submitAll(works);
        sendBackOnce(works.get(0));
        approveAll(works);
        stage.passTo(works.stream().mapToLong(this::challengeEnds).max().orElseThrow() + 1);
        for (Work work : works) {
            JsonNode paid = Await.value(
                    work.name() + " to be paid",
                    () -> Optional.of(view(work)).filter(milestone -> Stage.has(milestone, "PAID")));
            stage.say(work.name() + " paid to the payee", paid.get("payment").asText());
        }
    }

    /** Submits one milestone and leaves it to the stewards. */
    void submitFirst(JsonNode agreement) {
        submitAll(List.of(work(agreement, 0)));
    }

    /** Has one milestone approved: the stewards' decision can be challenged. */
    void approveFirst(JsonNode agreement) {
        List<Work> first = List.of(work(agreement, 0));
        submitAll(first);
        approveAll(first);
    }

    /** Every milestone of an agreement. */
    public List<Work> works(JsonNode agreement) {
        List<Work> works = new ArrayList<>();
        agreement
                .get("milestones")
                .forEach(milestone ->
                        works.add(work(agreement, milestone.get("index").asInt())));
        return works;
    }

    /** Has two stewards approve a milestone; what an earlier attempt has left behind is no obstacle. */
    public void approve(Work work) {
        decide(work, "APPROVE", "");
    }

    private Work work(JsonNode agreement, int index) {
        Actor contractor = contractors.get(agreement.get("contractor").asText());
        if (contractor == null) {
            throw new IllegalStateException("no demo login is contractor of " + agreement.get("agreementId"));
        }
        return new Work(agreement.get("agreementId").asText(), index, contractor);
    }

    /** The milestone as the platform shows it. */
    public JsonNode view(Work work) {
        return stage.visitor()
                .get("/api/agreements/" + work.agreementId())
                .get("milestones")
                .get(work.index());
    }

    /** When the decision about it can no longer be challenged, in seconds since the epoch; 0 while there is none. */
    public long challengeEnds(Work work) {
        JsonNode milestone = view(work);
        return milestone.hasNonNull("challengeEnds")
                ? milestone.get("challengeEnds").asLong()
                : 0;
    }

    /** Submits every one of these that is not submitted yet, and waits until all are. */
    public void submitAll(List<Work> works) {
        Map<Work, JsonNode> submitted = new LinkedHashMap<>();
        for (Work work : works) {
            if (Stage.has(view(work), "PENDING")) {
                submitted.put(work, submit(work, "First delivery"));
            }
        }
        submitted.forEach(
                (work, submission) -> stage.say(work.name() + " submitted with evidence", stage.settled(submission)));
        works.forEach(work -> Await.until(work.name() + " to be submitted", () -> !Stage.has(view(work), "PENDING")));
    }

    private JsonNode submit(Work work, String note) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("evidenceUrl", "https://example.org/evidence/" + work.agreementId() + "/" + work.index());
        body.put("evidenceHash", "0x" + "%064x".formatted(work.agreementId().hashCode() * 31L + work.index() + 1));
        body.put("note", note);
        JsonNode request = work.contractor().portal().post(work.path() + "/submission-request", body);
        body.put("signature", work.contractor().sign(request));
        return work.contractor().portal().post(work.path() + "/submissions", body);
    }

    /** Sends a milestone back, submits it again, and shows that an approval of the first round counts for nothing. */
    private void sendBackOnce(Work work) {
        JsonNode milestone = view(work);
        if (Stage.has(milestone, "SUBMITTED") && milestone.get("round").asInt() == 1) {
            Map<String, Object> early = decision(stewards.get(0), work, "APPROVE", "");
            early.put("signature", stewards.get(0).sign(request(stewards.get(0), work, early)));
            stage.say(
                    work.name() + " sent back by two stewards",
                    stage.settled(decide(work, "SEND_BACK", "Tests are missing.")));
            JsonNode again = Await.value(work.name() + " to be sent back", () -> {
                try {
                    return Stage.has(view(work), "SENT_BACK")
                            ? Optional.of(submit(work, "Second delivery, with tests"))
                            : Optional.empty();
                } catch (ApiRefused notYet) {
                    return Optional.empty();
                }
            });
            stage.say(work.name() + " submitted again, round 2", stage.settled(again));
            Await.until(
                    "round 2 of " + work.name(),
                    () -> view(work).get("round").asInt() == 2 && Stage.has(view(work), "SUBMITTED"));
            refuseOldApproval(work, early);
        }
    }

    private void refuseOldApproval(Work work, Map<String, Object> early) {
        try {
            stewards.get(0).portal().post(work.path() + "/decisions", early);
        } catch (ApiRefused refused) {
            stage.say(work.name() + ": an approval of round 1 does not count for round 2 (" + refused.type() + ")");
            return;
        }
        throw new IllegalStateException("an approval of round 1 was taken for round 2 of " + work.name());
    }

    private void approveAll(List<Work> works) {
        Map<Work, JsonNode> approved = new LinkedHashMap<>();
        for (Work work : works) {
            if (Stage.has(view(work), "SUBMITTED")) {
                approved.put(work, decide(work, "APPROVE", ""));
            }
        }
        approved.forEach(
                (work, submission) -> stage.say(work.name() + " approved by two stewards", stage.settled(submission)));
        works.forEach(
                work -> Await.until(work.name() + " to be approved", () -> Stage.has(view(work), "APPROVED", "PAID")));
    }

    private JsonNode decide(Work work, String decision, String reason) {
        JsonNode collected = Portal.JSON.createObjectNode();
        for (Actor steward : stewards) {
            Map<String, Object> body = decision(steward, work, decision, reason);
            body.put("signature", steward.sign(request(steward, work, body)));
            try {
                collected = steward.portal().post(work.path() + "/decisions", body);
            } catch (ApiRefused refused) {
                // An interrupted job may have left the first signature behind.
                if (!refused.type().endsWith(":already-signed")) {
                    throw refused;
                }
            }
        }
        return collected.get("submission");
    }

    private Map<String, Object> decision(Actor steward, Work work, String decision, String reason) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("steward", steward.wallet().address());
        body.put("decision", decision);
        body.put("round", view(work).get("round").asInt());
        if (!reason.isEmpty()) {
            body.put("reason", reason);
        }
        return body;
    }

    private JsonNode request(Actor steward, Work work, Map<String, Object> body) {
        JsonNode request = steward.portal().post(work.path() + "/decision-request", body);
        body.put("expiry", request.get("expiry").asLong());
        return request;
    }
}
