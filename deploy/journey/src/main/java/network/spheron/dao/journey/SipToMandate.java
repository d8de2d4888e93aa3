package network.spheron.dao.journey;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import network.spheron.dao.local.DemoKeys;

/** Takes SIPs from draft to executed, several side by side, and answers with the mandates that they granted. */
final class SipToMandate {
    private static final int MOST_ATTEMPTS = 20;
    private static final int FOR = 1;
    /** Roster holders who vote through the relay besides Bob and Carol. */
    private static final int RELAYED_VOTERS = 6;

    private final Stage stage;
    private final Actor author;
    private final Actor commenter;

    SipToMandate(Stage stage) {
        this.stage = stage;
        this.author = stage.actor("alice");
        this.commenter = stage.actor("bob");
    }

    /** The mandates in the order of the competitions; whatever of it has been done before is not done again. */
    List<BigInteger> grant(List<Competition> competitions) {
        List<JsonNode> sips = new ArrayList<>();
        for (Competition competition : competitions) {
            sips.add(proposed(competition));
        }
        sips.forEach(this::vote);
        List<BigInteger> mandates = new ArrayList<>();
        for (JsonNode sip : sips) {
            stage.passTo(sip.get("proposal").get("voteEnd").asLong() + 1);
        }
        for (JsonNode sip : sips) {
            execute(path(sip));
        }
        for (JsonNode sip : sips) {
            mandates.add(mandate(stage.visitor().get(path(sip))));
        }
        return mandates;
    }

    /** Opens a SIP for discussion, with a first comment. */
    JsonNode discussed(Competition competition) {
        JsonNode sip = drafted(competition);
        if (!Stage.has(sip, "DRAFT")) {
            return sip;
        }
        JsonNode open = author.portal().post(path(sip) + "/discuss", null);
        stage.say("SIP " + id(open) + " is open for discussion: " + competition.title());
        commenter
                .portal()
                .post(path(sip) + "/comments", Map.of("text", "The budget and the periods look right to me."));
        return open;
    }

    /** Proposes a SIP and leaves it to the voters. */
    JsonNode proposed(Competition competition) {
        JsonNode sip = discussed(competition);
        String path = path(sip);
        if (Stage.has(sip, "DISCUSSION")) {
            sip = author.portal().post(path + "/finalize", null);
        }
        if (Stage.has(sip, "FINAL")) {
            String hash = author.wallet().send(author.portal().get(path + "/proposal-request"));
            author.portal().post(path + "/proposal", Map.of("transactionHash", hash));
            stage.say("SIP " + id(sip) + " proposed by the author's own wallet", hash);
        }
        return stage.awaitStatus(path, "VOTING", "PASSED", "QUEUED", "EXECUTED", "IMPLEMENTED");
    }

    /** The SIP for this competition that is still on its way or has succeeded, or a new draft. */
    JsonNode drafted(Competition competition) {
        for (int attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
            String suffix = attempt == 1 ? "" : " (attempt " + attempt + ")";
            Optional<JsonNode> known = search(competition, suffix);
            if (known.isEmpty()) {
                return author.portal()
                        .post(
                                "/api/sips",
                                competition.sip(suffix, author.wallet().address(), stage.chainTime()));
            }
            if (!Stage.has(known.get(), "DEFEATED", "VETOED", "CANCELLED", "EXPIRED")) {
                return known.get();
            }
        }
        throw new IllegalStateException(competition.title() + " was defeated too often");
    }

    private Optional<JsonNode> search(Competition competition, String suffix) {
        String title = competition.title() + suffix;
        JsonNode page;
        int number = 0;
        do {
            page = stage.visitor().get("/api/sips?size=100&page=" + number++);
            for (JsonNode item : page.get("items")) {
                if (item.get("title").asText().equals(title)) {
                    JsonNode sip = stage.visitor().get(path(item));
                    if (competition.isTold(sip.get("text").asText())) {
                        return Optional.of(sip);
                    }
                }
            }
        } while ((long) number * 100 < page.get("total").asLong());
        return Optional.empty();
    }

    private void vote(JsonNode sip) {
        if (!Stage.has(sip, "VOTING")) {
            return;
        }
        String path = path(sip);
        stage.passTo(sip.get("proposal").get("voteStart").asLong() + 1);
        Set<String> voted = voted(path);
        if (!voted.contains(author.wallet().address())) {
            String request = path + "/vote-transaction?support=" + FOR + "&voter="
                    + author.wallet().address();
            JsonNode transaction = stage.onceAllowed(() -> author.portal().get(request));
            stage.say(
                    "SIP " + id(sip) + ": vote by the holder's own transaction",
                    author.wallet().send(transaction));
        }
        relayVotes(sip, voted);
    }

    /** Who has voted; votes that the relay still carries are waited for, and refused ones do not count. */
    private Set<String> voted(String path) {
        Set<String> voters = new HashSet<>();
        Await.value(
                        "votes under way to be counted",
                        () -> Optional.of(stage.visitor().get(path + "/votes?size=500"))
                                .filter(votes -> StreamSupport.stream(
                                                votes.get("underWay").spliterator(), false)
                                        .noneMatch(vote -> Stage.has(vote, "PENDING"))))
                .get("votes")
                .forEach(vote -> voters.add(vote.get("voter").asText()));
        return voters;
    }

    private void relayVotes(JsonNode sip, Set<String> voted) {
        List<Wallet> voters =
                new ArrayList<>(List.of(commenter.wallet(), stage.actor("carol").wallet()));
        for (int power = 0; power < RELAYED_VOTERS; power++) {
            voters.add(new Wallet(
                    DemoKeys.rosterIndex(DemoKeys.RosterSet.YES, DemoKeys.ROSTER_SET_SIZE - 1 - power), stage.rpc()));
        }
        List<Map<String, Object>> votes = new ArrayList<>();
        for (Wallet voter : voters) {
            if (!voted.contains(voter.address())) {
                JsonNode request = commenter
                        .portal()
                        .get(path(sip) + "/vote-request?support=" + FOR + "&voter=" + voter.address());
                votes.add(Map.of(
                        "voter", voter.address(), "support", FOR, "signature", voter.sign(request.get("typedData"))));
            }
        }
        if (!votes.isEmpty()) {
            JsonNode answer = commenter.portal().post(path(sip) + "/votes", Map.of("votes", votes));
            Submissions.of(answer)
                    .forEach(id -> stage.say(
                            "SIP " + id(sip) + ": " + votes.size() + " signed votes relayed", stage.settled(id)));
        }
    }

    private void execute(String path) {
        JsonNode queued = stage.awaitStatus(path, "QUEUED", "EXECUTED", "IMPLEMENTED", "DEFEATED");
        if (Stage.has(queued, "DEFEATED")) {
            throw new IllegalStateException(queued.get("title").asText() + " was defeated");
        }
        if (Stage.has(queued, "QUEUED")) {
            stage.say(
                    "SIP " + id(queued) + " passed and queued in the timelock",
                    queued.get("proposal").get("transactions").path("queued").asText());
            JsonNode eta = Await.value(
                    "the timelock's delay of " + path,
                    () -> Optional.ofNullable(
                                    stage.visitor().get(path).get("proposal").get("executableAt"))
                            .filter(JsonNode::isNumber));
            stage.passTo(eta.asLong() + 1);
        }
        JsonNode executed = stage.awaitStatus(path, "EXECUTED", "IMPLEMENTED");
        stage.say(
                "SIP " + id(executed) + " executed",
                executed.get("proposal").get("transactions").path("ended").asText());
    }

    private BigInteger mandate(JsonNode sip) {
        String purpose = sip.get("proposal").get("textHash").asText();
        return Await.value("the mandate of SIP " + id(sip), () -> {
            for (JsonNode mandate : stage.visitor().get("/api/mandates")) {
                if (mandate.get("terms").get("purposeHash").asText().equals(purpose)) {
                    return Optional.of(Stage.integer(mandate.get("mandateId")));
                }
            }
            return Optional.empty();
        });
    }

    private static String path(JsonNode sip) {
        return "/api/sips/" + id(sip);
    }

    private static String id(JsonNode sip) {
        return sip.get("id").asText();
    }
}
