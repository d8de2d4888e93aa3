package network.spheron.dao.browser;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import network.spheron.dao.journey.Journey;

/** Every page of the portal: the one list that the tour follows. */
final class Pages {
    private final PublicApi api;

    Pages(PublicApi api) {
        this.api = api;
    }

    /** The pages of a platform on which nothing has happened yet. */
    List<TourStop> ofAnEmptyPlatform() {
        return List.of(
                TourStop.open("empty-sips", "/sips"),
                TourStop.open("empty-workstreams", "/workstreams"),
                TourStop.open("empty-treasury", "/treasury"),
                TourStop.open("empty-ledger", "/treasury/ledger"),
                TourStop.open("empty-profile", "/members/me").only(Persona.HOLDER, Persona.CONTRACTOR, Persona.STEWARD),
                TourStop.open("empty-sip-new", "/sips/new").only(Persona.HOLDER),
                TourStop.open("empty-contractor", "/contractor").only(Persona.CONTRACTOR),
                TourStop.open("empty-steward", "/steward").only(Persona.STEWARD));
    }

    /** The pages once the sample job has run, with what it leaves to act on. */
    List<TourStop> afterTheSample(Journey.Outcome sample) {
        Journey.Showcase left = sample.showcase().orElseThrow();
        String mandate = sample.report().mandateId();
        String done = "/workstreams/" + mandate;
        JsonNode bids = api.get("/api" + done).get("bids");
        return List.of(
                TourStop.open("sips", "/sips"),
                TourStop.open("sips-none", "/sips?status=DEFEATED"),
                TourStop.open("sip-voting", left.sip()),
                TourStop.open("sip-executed", "/sips/" + sipOf(mandate)),
                TourStop.open("sip-new", "/sips/new").only(Persona.HOLDER, Persona.CONTRACTOR, Persona.STEWARD),
                TourStop.open("workstreams", "/workstreams"),
                TourStop.open("workstreams-none", "/workstreams?status=failed"),
                TourStop.open("workstream-open", left.workstream()),
                TourStop.open("workstream-awarded", done),
                TourStop.open("bid-form", left.workstream() + "/bid")
                        .only(Persona.HOLDER, Persona.CONTRACTOR, Persona.STEWARD),
                TourStop.open("bid-won", "/bids/" + id(bids, "bidId", is("status", "won"))),
                TourStop.open("bid-lost", "/bids/" + id(bids, "bidId", is("status", "lost"))),
                TourStop.open("bid-disqualified", "/bids/" + id(bids, "bidId", is("status", "disqualified"))),
                TourStop.open("election-decided", "/elections/" + mandate),
                TourStop.open("agreements", "/agreements"),
                TourStop.open("agreement-waiting", left.milestone()),
                TourStop.open("agreement-completed", "/agreements/" + completedAgreement()),
                TourStop.open("contractor", "/contractor").only(Persona.CONTRACTOR),
                TourStop.open("steward", "/steward").only(Persona.STEWARD),
                TourStop.open("treasury", "/treasury"),
                TourStop.open("mandate-closed", "/treasury/mandates/" + mandate),
                TourStop.open("mandate-open", left.workstream().replace("/workstreams/", "/treasury/mandates/")),
                TourStop.open("ledger", "/treasury/ledger"),
                TourStop.open("ledger-account", "/treasury/ledger?account=" + account()),
                TourStop.open("profile", "/members/me").only(Persona.HOLDER, Persona.CONTRACTOR, Persona.STEWARD),
                TourStop.open("not-found", "/sips/999999").answering(404),
                TourStop.open("not-allowed", "/steward").only(Persona.HOLDER).answering(403));
    }

    /** The pages of what is discussed and voted on. */
    List<TourStop> underWay(Journey.UnderWay left) {
        return List.of(
                TourStop.open("sip-discussion", left.discussion()),
                TourStop.open("sip-draft", left.draft()).only(Persona.HOLDER),
                TourStop.open("sip-edit", left.draft() + "/edit").only(Persona.HOLDER),
                TourStop.open("election-voting", election(left)));
    }

    /** An award that holders can still object to. */
    List<TourStop> standstill(Journey.UnderWay left) {
        return List.of(TourStop.open("election-standstill", election(left)));
    }

    /** An approval that holders can still challenge. */
    List<TourStop> challengeable(String agreement) {
        return List.of(TourStop.open("agreement-challengeable", agreement));
    }

    private static String election(Journey.UnderWay left) {
        return "/elections/" + left.mandate();
    }

    private String sipOf(String mandate) {
        return api.get("/api/workstreams/" + mandate).get("sipId").asText();
    }

    private String completedAgreement() {
        return id(api.get("/api/agreements"), "agreementId", is("status", "completed"));
    }

    private String account() {
        String name = api.get("/api/ledger/accounts").get(0).get("account").asText();
        return URLEncoder.encode(name, StandardCharsets.UTF_8);
    }

    private static Predicate<JsonNode> is(String field, String value) {
        return item -> item.path(field).asText().equalsIgnoreCase(value);
    }

    private static String id(JsonNode list, String field, Predicate<JsonNode> wanted) {
        return StreamSupport.stream(list.spliterator(), false)
                .filter(wanted)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("there is no such item in " + list))
                .get(field)
                .asText();
    }
}
