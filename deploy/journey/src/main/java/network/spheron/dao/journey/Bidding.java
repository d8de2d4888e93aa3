package network.spheron.dao.journey;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import network.spheron.dao.chain.deployment.AddressBook;
import network.spheron.dao.contracts.ContractName;
import network.spheron.dao.contracts.GovernanceToken;
import network.spheron.dao.local.DemoKeys;

/** Brings a workstream's bids in, lets them be revealed and reviewed, up to the opening of the election. */
final class Bidding {
    /** The demo logins that bid. */
    static final int CONTRACTORS = 8;

    /** Key index of the first bid's payee; payees are accounts that have never been used before. */
    private static final int FIRST_PAYEE = 1000;

    private static final int MILESTONES = 2;
    private static final long FIRST_MILESTONE_SECONDS = 30L * 24 * 3600;
    private static final long LATER_MILESTONE_SECONDS = 90L * 24 * 3600;

    private final Stage stage;
    private final Units money;
    private final AddressBook contracts;
    private final List<Actor> contractors = new ArrayList<>();
    private final int milestones;

    Bidding(Stage stage, Units money, AddressBook contracts) {
        this(stage, money, contracts, MILESTONES);
    }

    /** @param milestones how many every bid has */
    Bidding(Stage stage, Units money, AddressBook contracts, int milestones) {
        this.milestones = milestones;
        this.stage = stage;
        this.money = money;
        this.contracts = contracts;
        for (int number = 1; number <= CONTRACTORS; number++) {
            contractors.add(stage.actor("contractor" + number));
        }
    }

    /** A bid of the job and the contractor who makes it. */
    private record Offer(BidRow row, int number, Actor contractor) {}

    /** Brings in every bid; answers with the place of each in the bid book, in the order of the job. */
    List<Integer> bring(BigInteger mandateId, Job job) {
        String path = path(mandateId);
        JsonNode workstream =
                stage.awaitStatus(path, "OPEN", "REVEALING", "REVIEW", "ELECTION", "STANDSTILL", "AWARDED", "FAILED");
        List<Offer> offers = new ArrayList<>();
        for (BidRow row : job.bids()) {
            offers.add(new Offer(row, offers.size(), contractors.get(offers.size() % CONTRACTORS)));
        }
        if (Stage.has(workstream, "OPEN")) {
            commitMissing(mandateId, workstream, offers);
        } else if (!ownBids(mandateId).keySet().containsAll(ids(job))) {
            throw new IllegalStateException("bidding under mandate " + mandateId
                    + " ended before all bids were in: the job was interrupted for too long");
        }
        return places(mandateId, offers);
    }

    private static List<String> ids(Job job) {
        return job.bids().stream().map(BidRow::id).toList();
    }

    private void commitMissing(BigInteger mandateId, JsonNode workstream, List<Offer> offers) {
        Map<String, JsonNode> known = ownBids(mandateId);
        List<Offer> missing = offers.stream()
                .filter(offer -> !known.containsKey(offer.row().id()))
                .toList();
        BigInteger bond = Stage.integer(workstream.get("terms").get("bond"));
        // Permits of one wallet are numbered, so with several bids each an allowance is given once instead.
        boolean severalEach = offers.size() > CONTRACTORS;
        if (!missing.isEmpty()) {
            contractors.stream()
                    .filter(contractor ->
                            severalEach || contractor.equals(offers.get(0).contractor()))
                    .forEach(contractor -> approveBonds(contractor, bond, offers.size()));
        }
        Map<Offer, JsonNode> submitted = new LinkedHashMap<>();
        for (Offer offer : missing) {
            JsonNode prepared = offer.contractor().portal().post(path(mandateId) + "/bid-request", body(offer));
            if (offer.number() == 0) {
                commitDirectly(mandateId, offer, prepared);
            } else {
                submitted.put(offer, relay(mandateId, offer, prepared, !severalEach));
            }
        }
        submitted.forEach((offer, submission) ->
                stage.say("Bid " + offer.row().id() + " committed, sealed", stage.settled(submission)));
    }

    private void approveBonds(Actor contractor, BigInteger bond, int bids) {
        BigInteger allowance = bond.multiply(BigInteger.valueOf(bids / CONTRACTORS + 1));
        JsonNode transaction = Portal.JSON
                .createObjectNode()
                .put("to", contracts.address(ContractName.GOVERNANCE_TOKEN))
                .put(
                        "data",
                        GovernanceToken.approve(contracts.address(ContractName.BID_BOOK), allowance)
                                .data());
        stage.say(
                contractor.name() + " allows the bid book to take the bonds",
                contractor.wallet().send(transaction));
    }

    private void commitDirectly(BigInteger mandateId, Offer offer, JsonNode prepared) {
        String hash = offer.contractor().wallet().send(prepared.get("direct"));
        offer.contractor()
                .portal()
                .post(
                        path(mandateId) + "/bids",
                        Map.of("bidId", prepared.get("bidId").asText(), "direct", true));
        stage.say("Bid " + offer.row().id() + " committed straight to the contract", hash);
    }

    private JsonNode relay(BigInteger mandateId, Offer offer, JsonNode prepared, boolean permit) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("bidId", prepared.get("bidId").asText());
        body.put("signature", offer.contractor().wallet().sign(prepared.get("typedData")));
        if (permit && prepared.hasNonNull("permit")) {
            JsonNode asked = prepared.get("permit");
            body.put(
                    "permit",
                    Map.of(
                            "value",
                            asked.get("message").get("value").asText(),
                            "deadline",
                            asked.get("message").get("deadline").asLong(),
                            "signature",
                            offer.contractor().wallet().sign(asked)));
        }
        return offer.contractor().portal().post(path(mandateId) + "/bids", body).get("submission");
    }

    private Map<String, Object> body(Offer offer) {
        BigInteger price = money.smallest(offer.row().requested());
        return Map.of(
                "bidder", offer.contractor().wallet().address(),
                "title", offer.row().title(),
                "text", reference(offer.row()),
                "payee", DemoKeys.address(FIRST_PAYEE + offer.number()),
                "price", price.toString(),
                "milestones", milestones(price));
    }

    /** A small first one, the others alike, and the rest with the last. */
    private List<Map<String, Object>> milestones(BigInteger price) {
        BigInteger first = price.multiply(BigInteger.valueOf(4)).divide(BigInteger.valueOf(5L * milestones));
        BigInteger rest = price.subtract(first);
        List<Map<String, Object>> terms = new ArrayList<>();
        terms.add(milestone("First release", first, FIRST_MILESTONE_SECONDS));
        BigInteger share = rest.divide(BigInteger.valueOf(milestones - 1L));
        for (int number = 2; number < milestones; number++) {
            terms.add(milestone("Release " + number, share, LATER_MILESTONE_SECONDS));
            rest = rest.subtract(share);
        }
        terms.add(milestone("Final release", rest, LATER_MILESTONE_SECONDS));
        return terms;
    }

    private static Map<String, Object> milestone(String title, BigInteger amount, long seconds) {
        return Map.of("title", title, "amount", amount.toString(), "durationSeconds", seconds);
    }

    private static String reference(BidRow row) {
        return "Reference: " + row.id();
    }

    /** The contractors' bids for this workstream that are on chain or on their way, by the job's bid id. */
    private Map<String, JsonNode> ownBids(BigInteger mandateId) {
        Map<String, JsonNode> bids = new LinkedHashMap<>();
        for (Actor contractor : contractors) {
            for (JsonNode bid : contractor.portal().get("/api/bids?mine=true")) {
                boolean here = bid.get("mandateId").asText().equals(mandateId.toString());
                boolean started = bid.hasNonNull("bidIndex")
                        || (bid.hasNonNull("submission") && !Stage.has(bid.get("submission"), "REFUSED"));
                String text = bid.path("terms").path("text").asText();
                if (here && started && text.startsWith("Reference: ")) {
                    bids.put(text.substring("Reference: ".length()), bid);
                }
            }
        }
        return bids;
    }

    private List<Integer> places(BigInteger mandateId, List<Offer> offers) {
        return Await.value("all bids of mandate " + mandateId + " to be on chain", () -> {
            Map<String, JsonNode> known = ownBids(mandateId);
            List<Integer> places = new ArrayList<>();
            for (Offer offer : offers) {
                Optional.ofNullable(known.get(offer.row().id()))
                        .filter(bid -> bid.hasNonNull("bidIndex"))
                        .ifPresent(bid -> places.add(bid.get("bidIndex").asInt()));
            }
            return places.size() == offers.size() ? Optional.of(places) : Optional.empty();
        });
    }

    /** Closes bidding, waits for every reveal, has the stewards disqualify what the job says, and ends the review. */
    void review(BigInteger mandateId, Job job, List<Integer> places) {
        String path = path(mandateId);
        JsonNode windows = stage.visitor().get(path).get("windows");
        stage.passTo(windows.get("biddingEnds").asLong() + 1);
        Await.until("every bid of mandate " + mandateId + " to be revealed", () -> {
            for (JsonNode bid : stage.visitor().get(path).get("bids")) {
                if (Stage.has(bid, "COMMITTED")) {
                    return false;
                }
            }
            return true;
        });
        stage.say(places.size() + " bids of mandate " + mandateId + " revealed");
        stage.passTo(windows.get("revealEnds").asLong() + 1);
        job.disqualified().ifPresent(bid -> disqualify(mandateId, places.get(indexOf(job, bid)), bid));
        stage.passTo(windows.get("reviewEnds").asLong() + 1);
    }

    private static int indexOf(Job job, String bidId) {
        return job.bids().stream().map(BidRow::id).toList().indexOf(bidId);
    }

    private void disqualify(BigInteger mandateId, int place, String bidId) {
        String path = path(mandateId) + "/bids/" + place;
        if (stage.visitor()
                .get(path(mandateId))
                .get("bids")
                .get(place)
                .path("status")
                .asText()
                .equals("disqualified")) {
            return;
        }
        String reason = "The bid asks for marketing, which the workstream excludes.";
        JsonNode collected = Portal.JSON.createObjectNode();
        for (Actor steward : List.of(stage.actor("steward1"), stage.actor("steward2"))) {
            Map<String, Object> body = new LinkedHashMap<>();
            body.put("steward", steward.wallet().address());
            body.put("reason", reason);
            JsonNode request = stage.onceAllowed(() -> steward.portal().post(path + "/disqualification-request", body));
            body.put("expiry", request.get("expiry").asLong());
            body.put("signature", steward.sign(request));
            collected = steward.portal().post(path + "/disqualifications", body);
        }
        stage.say("Bid " + bidId + " disqualified by two stewards", stage.settled(collected.get("submission")));
    }

    private static String path(BigInteger mandateId) {
        return "/api/workstreams/" + mandateId;
    }
}
