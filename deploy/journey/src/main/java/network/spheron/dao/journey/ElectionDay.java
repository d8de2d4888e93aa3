package network.spheron.dao.journey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Has the roster vote on a workstream's bids, and waits for the count and the end of the standstill. */
final class ElectionDay {
    /** Ballots in one request to the relay. */
    private static final int BATCH = 18;

    private final Stage stage;
    private final Actor poster;

    ElectionDay(Stage stage) {
        this.stage = stage;
        this.poster = stage.actor("bob");
    }

    /** A voter's wallet and choices, two bits per bid, 0x-prefixed hex. */
    private record Ballot(Wallet voter, String choices) {}

    /** Votes on several workstreams side by side, and answers when all are decided and their standstills have passed. */
    void hold(Map<BigInteger, Votes> elections) {
        decide(elections);
        elections.keySet().forEach(this::awaitStandstill);
    }

    void awaitStandstill(BigInteger mandateId) {
        stage.passTo(windowEnd(mandateId, "standstillEnds"));
    }

    /** Votes on several workstreams side by side, and answers when all are decided: their awards can be objected to. */
    void decide(Map<BigInteger, Votes> elections) {
        elections.forEach((mandateId, votes) -> {
            JsonNode election =
                    stage.awaitStatus(path(mandateId), "VOTING", "DECIDED", "STANDSTILL", "COUNTING", "FAILED");
            if (Stage.has(election, "VOTING")) {
                stage.say("Election " + mandateId + " is open over "
                        + votes.bids().size() + " bids");
                vote(mandateId, votes);
            } else if (!missing(votes, ballotsCast(mandateId)).isEmpty()) {
                throw new IllegalStateException("the vote under mandate " + mandateId
                        + " ended before all ballots were in: the job was interrupted for too long");
            }
        });
        elections.keySet().forEach(mandateId -> stage.passTo(windowEnd(mandateId, "votingEnds")));
        elections.keySet().forEach(mandateId -> {
            JsonNode decided = Await.value(
                    "election " + mandateId + " to be decided",
                    () -> Optional.of(stage.visitor().get(path(mandateId)))
                            .filter(view -> view.hasNonNull("decidedTransaction")));
            stage.say(
                    "Election " + mandateId + " decided, the count verified by the contract",
                    decided.get("decidedTransaction").asText());
        });
    }

    /** The heaviest holder of the roster votes yes to all bids. */
    void voteForAll(BigInteger mandateId, List<Integer> places) {
        stage.awaitStatus(path(mandateId), "VOTING");
        List<Roster.Choice> choices = Collections.nCopies(places.size(), Roster.Choice.YES);
        byte[] packed = Roster.pack(choices, places, Collections.max(places) + 1);
        Ballot ballot =
                new Ballot(wallet(Roster.BITS - 1), "0x" + HexFormat.of().formatHex(packed));
        post(mandateId, List.of(ballot), ballotsCast(mandateId))
                .forEach(hash -> stage.say("Election " + mandateId + ": one ballot for every bid", hash));
    }

    /** How the roster votes: on which bids, at which places of the bid book, and which of them are off the ballot. */
    record Votes(List<BidRow> bids, List<Integer> places, Optional<String> disqualified) {
        private String choices(int holder) {
            List<Roster.Choice> choices = new ArrayList<>(Roster.choices(holder, bids));
            for (int i = 0; i < bids.size(); i++) {
                if (disqualified.equals(Optional.of(bids.get(i).id()))) {
                    choices.set(i, Roster.Choice.NONE);
                }
            }
            return "0x" + HexFormat.of().formatHex(Roster.pack(choices, places, Collections.max(places) + 1));
        }

        private String nothing() {
            return "0x" + "00".repeat((Collections.max(places) + 4) / 4);
        }
    }

    private long windowEnd(BigInteger mandateId, String window) {
        return stage.visitor().get(path(mandateId)).get("windows").get(window).asLong() + 1;
    }

    private void vote(BigInteger mandateId, Votes votes) {
        Map<String, JsonNode> cast = ballotsCast(mandateId);
        List<Ballot> missing = missing(votes, cast);
        if (cast.isEmpty()) {
            Ballot hasty = new Ballot(wallet(0), votes.nothing());
            stage.say(
                    "A holder casts a ballot, to be changed later",
                    post(mandateId, List.of(hasty), Map.of()).get(0));
            cast = ballotsCast(mandateId);
        }
        for (int from = 0; from < missing.size(); from += BATCH) {
            List<Ballot> batch = missing.subList(from, Math.min(from + BATCH, missing.size()));
            for (String hash : post(mandateId, batch, cast)) {
                stage.say("Election " + mandateId + ": " + batch.size() + " signed ballots counted", hash);
            }
        }
    }

    private List<Ballot> missing(Votes votes, Map<String, JsonNode> cast) {
        List<Ballot> missing = new ArrayList<>();
        for (int holder = 0; holder < Roster.size(); holder++) {
            Ballot ballot = new Ballot(wallet(holder), votes.choices(holder));
            JsonNode earlier = cast.get(ballot.voter().address());
            if (earlier == null || !earlier.get("choices").asText().equals(ballot.choices())) {
                missing.add(ballot);
            }
        }
        return missing;
    }

    private List<String> post(BigInteger mandateId, List<Ballot> ballots, Map<String, JsonNode> cast) {
        List<Map<String, Object>> signed = new ArrayList<>();
        for (Ballot ballot : ballots) {
            JsonNode earlier = cast.get(ballot.voter().address());
            long sequence = earlier == null ? 1 : earlier.get("sequence").asLong() + 1;
            String request = path(mandateId) + "/ballot-request?voter="
                    + ballot.voter().address() + "&sequence=" + sequence + "&choices=" + ballot.choices();
            JsonNode typedData =
                    stage.onceAllowed(() -> stage.visitor().get(request)).get("typedData");
            signed.add(Map.of(
                    "voter", ballot.voter().address(),
                    "sequence", Long.toString(sequence),
                    "choices", ballot.choices(),
                    "signature", ballot.voter().sign(typedData)));
        }
        List<String> hashes = new ArrayList<>();
        for (ObjectNode submission :
                Submissions.of(poster.portal().post(path(mandateId) + "/ballots", Map.of("ballots", signed)))) {
            hashes.add(stage.settled(submission));
        }
        return hashes;
    }

    private Map<String, JsonNode> ballotsCast(BigInteger mandateId) {
        Map<String, JsonNode> cast = new HashMap<>();
        Await.value(
                        "ballots under way to be counted",
                        () -> Optional.of(stage.visitor().get(path(mandateId) + "/ballots?size=500"))
                                .filter(ballots -> StreamSupport.stream(
                                                ballots.get("underWay").spliterator(), false)
                                        .noneMatch(ballot -> Stage.has(ballot, "PENDING"))))
                .get("ballots")
                .forEach(ballot -> cast.put(ballot.get("voter").asText(), ballot));
        return cast;
    }

    private Wallet wallet(int holder) {
        return new Wallet(Roster.keyIndex(holder), stage.rpc());
    }

    private static String path(BigInteger mandateId) {
        return "/api/elections/" + mandateId;
    }
}
