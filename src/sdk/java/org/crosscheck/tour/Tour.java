package org.crosscheck.tour;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.crosscheck.client.ApiClient;
import org.crosscheck.client.ApiException;
import org.crosscheck.client.ApiResponse;
import org.crosscheck.client.ChangesApi;
import org.crosscheck.client.ChangesApi.APIListStoryChangesRequest;
import org.crosscheck.client.DecisionsApi;
import org.crosscheck.client.DecisionsApi.APIDeleteDecisionRequest;
import org.crosscheck.client.DecisionsApi.APIGetDecisionRequest;
import org.crosscheck.client.DecisionsApi.APIPutDecisionRequest;
import org.crosscheck.client.DossiersApi;
import org.crosscheck.client.DossiersApi.APICheckDossierRequest;
import org.crosscheck.client.DossiersApi.APIExportDossierRequest;
import org.crosscheck.client.DossiersApi.APIImportDossierRequest;
import org.crosscheck.client.FactsApi;
import org.crosscheck.client.FactsApi.APIAddFactRequest;
import org.crosscheck.client.FactsApi.APIGetFactRequest;
import org.crosscheck.client.FactsApi.APIListFactsRequest;
import org.crosscheck.client.FactsApi.APIReviewFactRequest;
import org.crosscheck.client.KeysApi;
import org.crosscheck.client.KeysApi.APICreateKeyRequest;
import org.crosscheck.client.KeysApi.APIRevokeKeyRequest;
import org.crosscheck.client.NormalizationApi;
import org.crosscheck.client.NormalizationApi.APINormalizeRequest;
import org.crosscheck.client.PartiesApi;
import org.crosscheck.client.PartiesApi.APIDeletePartyRequest;
import org.crosscheck.client.PartiesApi.APIPutPartyRequest;
import org.crosscheck.client.ReportsApi;
import org.crosscheck.client.ReportsApi.APICompareVoicesRequest;
import org.crosscheck.client.ReportsApi.APIGetFindingRequest;
import org.crosscheck.client.ReportsApi.APIGetReportRequest;
import org.crosscheck.client.SourcesApi;
import org.crosscheck.client.SourcesApi.APIDeleteSourceRequest;
import org.crosscheck.client.SourcesApi.APIListSourceHistoryRequest;
import org.crosscheck.client.SourcesApi.APIPutSourceRequest;
import org.crosscheck.client.SourcesApi.APIRestoreSourceRequest;
import org.crosscheck.client.SourcesApi.APISubmitSourceRequest;
import org.crosscheck.client.model.ApiKey;
import org.crosscheck.client.model.ComparisonRow;
import org.crosscheck.client.model.Decision;
import org.crosscheck.client.model.DecisionOutcome;
import org.crosscheck.client.model.Dossier;
import org.crosscheck.client.model.Fact;
import org.crosscheck.client.model.FactStatus;
import org.crosscheck.client.model.Finding;
import org.crosscheck.client.model.Flag;
import org.crosscheck.client.model.HistoryChange;
import org.crosscheck.client.model.HistoryEntry;
import org.crosscheck.client.model.IssuedApiKey;
import org.crosscheck.client.model.NormalizeRequest;
import org.crosscheck.client.model.NormalizedValue;
import org.crosscheck.client.model.OrdinalValue;
import org.crosscheck.client.model.Party;
import org.crosscheck.client.model.PartyKind;
import org.crosscheck.client.model.Problem;
import org.crosscheck.client.model.QuantityValue;
import org.crosscheck.client.model.Report;
import org.crosscheck.client.model.Review;
import org.crosscheck.client.model.Role;
import org.crosscheck.client.model.Stance;
import org.crosscheck.client.model.SubmittedSource;
import org.crosscheck.client.model.TimeValue;
import org.crosscheck.client.model.VerdictChange;

/** The README's tour through the generated Java client: {@code Tour <base URL> <admin's key>}. Ends with 1 where it differs. */
public final class Tour {
    private static final String STORY = "trump-putin-call-2017-05-02";
    private static final Map<String, Integer> SUMMARY = Map.of(
            "CONTRADICTION",
            4,
            "OMISSION",
            12,
            "UNDETERMINED",
            4,
            "REFINEMENT",
            13,
            "AGREEMENT",
            21,
            "UNCORROBORATED",
            31);
    private static final String PLANET = "planet-2017-05-03";
    private static final String ANY_STATE = "*";

    private final String url;
    private final ApiClient admin;

    private Tour(String url, String key) {
        this.url = url;
        this.admin = client(key);
    }

    public static void main(String[] arguments) throws Exception {
        var tour = new Tour(arguments[0], arguments[1]);
        tour.reads();
        tour.refuses();
        tour.carriesDossiers();
        tour.submits();
        tour.tellsWhatIsAtFault();
        tour.readsTexts();
        tour.decides();
        tour.losesNothing();
        tour.tidiesUp();
        System.out.println("Java: the tour is as the README says");
    }

    private ApiClient client(String key) {
        var client = new ApiClient();
        client.updateBaseUri(url);
        if (key != null) client.setRequestInterceptor(request -> request.header("X-API-Key", key));
        return client;
    }

    private void reads() throws ApiException {
        var reports = new ReportsApi(client(null));
        Report report =
                reports.getReport(APIGetReportRequest.newBuilder().story(STORY).build());
        expect("summary", SUMMARY, report.getSummary());
        Finding zones = reports.getFinding(APIGetFindingRequest.newBuilder()
                .story(STORY)
                .attribute("safe-zones")
                .build());
        expect("safe-zones", Flag.OMISSION, zones.getVerdict());
        expect(
                "its explanation",
                true,
                zones.getExplanation().startsWith("White House speaks of it, while Kremlin does not mention it"));
        Finding call = reports.getFinding(APIGetFindingRequest.newBuilder()
                .story(STORY)
                .attribute("call-number")
                .build());
        expect("call-number's lineages", 2, call.getSupport().getLineages());
        expect("call-number's value", 3L, number(call));
        List<ComparisonRow> right = reports.compareVoices(APICompareVoicesRequest.newBuilder()
                        .story(STORY)
                        .left("white-house")
                        .right("kremlin")
                        .build())
                .getOnlyRight();
        expect(
                "of which only the Kremlin speaks",
                "ministers-dialogue",
                right.get(0).getAttribute());
    }

    private static long number(Finding finding) {
        return finding.getPositions().get(0).getValues().get(0).getValue() instanceof OrdinalValue ordinal
                ? ordinal.getNumber()
                : -1;
    }

    private void refuses() throws Exception {
        expect("without a key", 401, code(() -> new PartiesApi(client(null)).putParty(putPlanet())));
        expect("with a wrong key", 401, code(() -> new PartiesApi(client("no-key")).putParty(putPlanet())));
        var keys = new KeysApi(admin);
        expect("who I am", Role.ADMIN, keys.getCaller().getRole());
        IssuedApiKey reader = keys.createKey(APICreateKeyRequest.newBuilder()
                .apiKey(new ApiKey().id("java-reader").name("A reader").role(Role.READER))
                .build());
        ApiClient asReader = client(reader.getSecret());
        expect(
                "who the reader is",
                "key:java-reader",
                new KeysApi(asReader).getCaller().getName());
        expect("a reader who writes", 403, code(() -> new PartiesApi(asReader).putParty(putPlanet())));
        keys.revokeKey(APIRevokeKeyRequest.newBuilder().key("java-reader").build());
        expect("a revoked key", 401, code(() -> new KeysApi(asReader).getCaller()));
    }

    private static APIPutPartyRequest putPlanet() {
        var planet = new Party().name("Daily Planet").kind(PartyKind.OUTLET);
        return APIPutPartyRequest.newBuilder()
                .party("daily-planet")
                .body(planet)
                .build();
    }

    private void submits() throws ApiException {
        long before = new ReportsApi(client(null))
                .getReport(APIGetReportRequest.newBuilder().story(STORY).build())
                .getVersion();
        expect(
                "a party",
                201,
                new PartiesApi(admin).putPartyWithHttpInfo(putPlanet()).getStatusCode());
        var fact = new Fact()
                .id("planet-fourth")
                .attribute("call-number")
                .value(new OrdinalValue().number(4L))
                .wording("their fourth call");
        var source = new SubmittedSource()
                .id(PLANET)
                .publisher("daily-planet")
                .publishedAt(OffsetDateTime.parse("2017-05-03T06:00:00Z"))
                .addFactsItem(fact);
        SubmittedSource stored = new SourcesApi(admin)
                .submitSource(APISubmitSourceRequest.newBuilder()
                        .story(STORY)
                        .submittedSource(source)
                        .build());
        expect("its fact", FactStatus.ACCEPTED, stored.getFacts().get(0).getStatus());
        var reports = new ReportsApi(admin);
        Finding finding = reports.getFinding(APIGetFindingRequest.newBuilder()
                .story(STORY)
                .attribute("call-number")
                .build());
        expect("call-number now", Flag.CONTRADICTION, finding.getVerdict());
        VerdictChange change = new ChangesApi(client(null))
                .listStoryChanges(APIListStoryChangesRequest.newBuilder()
                        .story(STORY)
                        .since(before)
                        .build())
                .getItems()
                .get(0);
        expect("what changed", "call-number", change.getAttribute());
        expect("from", Flag.AGREEMENT, change.getFrom().getVerdict());
        expect("by which fact", List.of("planet-fourth"), change.getCause().getFacts());
        var facts = new FactsApi(admin);
        var review = new Review().status(FactStatus.REJECTED).reason("a miscount");
        expect(
                "a review of I know not what",
                428,
                code(() -> facts.reviewFact(APIReviewFactRequest.newBuilder()
                        .story(STORY)
                        .fact("planet-fourth")
                        .review(review)
                        .build())));
        String state = state(facts.getFactWithHttpInfo(APIGetFactRequest.newBuilder()
                .story(STORY)
                .fact("planet-fourth")
                .build()));
        expect(
                "the fact",
                FactStatus.REJECTED,
                facts.reviewFact(APIReviewFactRequest.newBuilder()
                                .story(STORY)
                                .fact("planet-fourth")
                                .review(review)
                                .ifMatch(state)
                                .build())
                        .getStatus());
        expect(
                "call-number again",
                Flag.AGREEMENT,
                reports.getFinding(APIGetFindingRequest.newBuilder()
                                .story(STORY)
                                .attribute("call-number")
                                .build())
                        .getVerdict());
    }

    private void tellsWhatIsAtFault() throws JsonProcessingException {
        var fact = new Fact()
                .attribute("missiles-launched")
                .value(new QuantityValue().min(BigDecimal.valueOf(60)).max(BigDecimal.valueOf(50)));
        Problem problem = problem(() -> new FactsApi(admin)
                .addFact(APIAddFactRequest.newBuilder()
                        .story(STORY)
                        .source(PLANET)
                        .fact(fact)
                        .build()));
        expect("the problem", "urn:crosscheck:problem:validation", problem.getType());
        expect("where", "/value/min", problem.getViolations().get(0).getPointer());
    }

    private void readsTexts() throws ApiException {
        var source = new SubmittedSource()
                .publisher("daily-planet")
                .publishedAt(OffsetDateTime.parse("2017-05-03T06:00:00Z"))
                .language("en")
                .text("It was the third call since the inauguration. The Kremlin made no mention of safe zones.");
        new SourcesApi(admin)
                .putSource(APIPutSourceRequest.newBuilder()
                        .story(STORY)
                        .source(PLANET)
                        .body(source)
                        .ifMatch(ANY_STATE)
                        .build());
        List<Fact> proposed = new FactsApi(admin)
                .listFacts(APIListFactsRequest.newBuilder()
                        .story(STORY)
                        .source(PLANET)
                        .status(FactStatus.PROPOSED)
                        .build())
                .getItems();
        expect(
                "what is proposed",
                List.of("call-number", "safe-zones"),
                proposed.stream().map(Fact::getAttribute).toList());
        expect("of the Kremlin", Stance.OMITS, proposed.get(1).getStance());
        var request = new NormalizeRequest()
                .text("In July nearly 60 Tomahawk cruise missiles, worth US$90m, were fired.")
                .referenceTime(OffsetDateTime.parse("2017-05-02T22:00:00Z"));
        List<NormalizedValue> values = new NormalizationApi(client(null))
                .normalize(APINormalizeRequest.newBuilder()
                        .normalizeRequest(request)
                        .build())
                .getValues();
        expect("July", "2017-07", values.get(0).getValue() instanceof TimeValue time ? time.getEdtf() : "");
        expect(
                "nearly 60",
                new BigDecimal(54),
                values.get(1).getValue() instanceof QuantityValue some ? some.getMin() : null);
    }

    private void decides() throws ApiException {
        var decisions = new DecisionsApi(admin);
        var decision = new Decision().outcome(DecisionOutcome.CONFIRMED).note("read twice");
        Decision stored = decisions.putDecision(APIPutDecisionRequest.newBuilder()
                .story(STORY)
                .attribute("safe-zones")
                .decision(decision)
                .build());
        expect("on which verdict", Flag.OMISSION, stored.getVerdict());
        expect(
                "what holds",
                false,
                decisions
                        .getDecision(APIGetDecisionRequest.newBuilder()
                                .story(STORY)
                                .attribute("safe-zones")
                                .build())
                        .getLapsed());
        decisions.deleteDecision(APIDeleteDecisionRequest.newBuilder()
                .story(STORY)
                .attribute("safe-zones")
                .build());
        expect(
                "no decision",
                404,
                code(() -> decisions.getDecision(APIGetDecisionRequest.newBuilder()
                        .story(STORY)
                        .attribute("safe-zones")
                        .build())));
    }

    private void carriesDossiers() throws ApiException {
        var dossiers = new DossiersApi(admin);
        ApiResponse<Dossier> read = dossiers.exportDossierWithHttpInfo(
                APIExportDossierRequest.newBuilder().story(STORY).build());
        Dossier dossier = read.getData();
        expect(
                "checked",
                SUMMARY,
                dossiers.checkDossier(APICheckDossierRequest.newBuilder()
                                .dossier(dossier)
                                .build())
                        .getSummary());
        ApiResponse<Dossier> again = dossiers.importDossierWithHttpInfo(APIImportDossierRequest.newBuilder()
                .story(STORY)
                .dossier(dossier)
                .ifMatch(state(read))
                .build());
        expect("put back as it was read", dossier, again.getData());
        expect("its state", state(read), state(again));
    }

    private void losesNothing() throws ApiException {
        var sources = new SourcesApi(admin);
        sources.deleteSource(APIDeleteSourceRequest.newBuilder()
                .story(STORY)
                .source(PLANET)
                .crosscheckReason("withdrawn by the paper")
                .build());
        List<HistoryEntry> history = sources.listSourceHistory(APIListSourceHistoryRequest.newBuilder()
                        .story(STORY)
                        .source(PLANET)
                        .build())
                .getItems();
        HistoryEntry last = history.get(history.size() - 1);
        expect("what became of the source", HistoryChange.DELETED, last.getChange());
        expect("why", "withdrawn by the paper", last.getReason());
        expect(
                "it is back",
                201,
                sources.restoreSourceWithHttpInfo(APIRestoreSourceRequest.newBuilder()
                                .story(STORY)
                                .source(PLANET)
                                .build())
                        .getStatusCode());
    }

    private void tidiesUp() throws ApiException {
        expect(
                "the source is gone",
                204,
                new SourcesApi(admin)
                        .deleteSourceWithHttpInfo(APIDeleteSourceRequest.newBuilder()
                                .story(STORY)
                                .source(PLANET)
                                .build())
                        .getStatusCode());
        expect(
                "the party is gone",
                204,
                new PartiesApi(admin)
                        .deletePartyWithHttpInfo(APIDeletePartyRequest.newBuilder()
                                .party("daily-planet")
                                .build())
                        .getStatusCode());
    }

    private static String state(ApiResponse<?> response) {
        return response.getHeaders().get("etag").get(0);
    }

    private interface Call {
        void run() throws ApiException;
    }

    /** The status with which {@code call} is refused. */
    private static int code(Call call) {
        try {
            call.run();
            return 0;
        } catch (ApiException e) {
            return e.getCode();
        }
    }

    private Problem problem(Call call) throws JsonProcessingException {
        try {
            call.run();
            throw new AssertionError("not refused");
        } catch (ApiException e) {
            return admin.getObjectMapper().readValue(e.getResponseBody(), Problem.class);
        }
    }

    private static void expect(String what, Object expected, Object is) {
        System.out.printf("  %s: %s%n", what, is instanceof Dossier ? "the same" : is);
        if (!expected.equals(is))
            throw new AssertionError("%s: expected %s, but it is %s".formatted(what, expected, is));
    }
}
