package org.crosscheck.report;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.crosscheck.decision.DecisionView;
import org.crosscheck.decision.Outcome;
import org.crosscheck.http.Sha256;
import org.crosscheck.party.PartyEntity;
import org.crosscheck.party.PartyKind;
import org.crosscheck.verdict.Stance;

/**
 * Findings in the words of schema.org. A finding is a Question about Claims; what one voice says of it is a Claim, which appears
 * in the sources that report it; a decision is a ClaimReview of them. Nothing is rated: who says what is not whether it is true.
 */
final class ClaimGraph {
    private static final int HASH_DIGITS = 12;

    private final String story;
    private final String api;
    private final Map<String, PartyEntity> parties;
    private final Map<String, Document> documents;
    private final Map<String, Map<String, Object>> nodes = new LinkedHashMap<>();

    /** A source, as far as a reader wants to find it. */
    record Document(
            String id,
            String publisher,
            String title,
            String url,
            Instant publishedAt,
            String language,
            List<String> derivedFrom) {}

    /** @param api the address under which the API is read */
    ClaimGraph(String story, URI api, Map<String, PartyEntity> parties, Map<String, Document> documents) {
        this.api = api + "v1/";
        this.story = this.api + "stories/" + story;
        this.parties = parties;
        this.documents = documents;
    }

    List<Map<String, Object>> nodes() {
        return List.copyOf(nodes.values());
    }

    void report(String title, long version, List<FindingView> findings) {
        Map<String, Object> report = node("Report", story + "/report");
        report.put("name", title);
        report.put("version", version);
        report.put("publisher", interpreter());
        put(report, "hasPart", references(findings.stream().map(this::address)));
    }

    void finding(FindingView finding) {
        Map<String, Object> question = node("Question", address(finding));
        question.put("name", finding.label());
        question.put("abstract", finding.explanation());
        question.put("keywords", finding.flags());
        List<String> claims = new ArrayList<>();
        for (FindingView.PositionView position : finding.positions()) {
            values(position).forEach(value -> claims.add(claim(finding, position, value)));
        }
        put(question, "about", references(claims.stream()));
        if (finding.decision() != null) question.put("review", review(finding, claims));
    }

    private String address(FindingView finding) {
        return story + "/findings/" + finding.attribute();
    }

    /** What it says, and what it said before. */
    private static Stream<FindingView.ReportedValueView> values(FindingView.PositionView position) {
        return Stream.of(position.values(), position.earlier())
                .filter(Objects::nonNull)
                .flatMap(Collection::stream);
    }

    private String claim(
            FindingView finding, FindingView.PositionView position, FindingView.ReportedValueView reported) {
        String key = reported.value().toValue().key() + " " + reported.asOf();
        String id = address(finding) + "#" + position.voice() + "-"
                + position.stance().name().toLowerCase(Locale.ROOT) + "-"
                + Sha256.hex(key).substring(0, HASH_DIGITS);
        boolean denied = position.stance() == Stance.DENIES;
        Map<String, Object> claim = node("Claim", id);
        claim.put("name", finding.label());
        claim.put(
                "text",
                finding.label() + ": " + (denied ? "not " : "")
                        + reported.value().toValue().describe());
        put(
                claim,
                "description",
                reported.wordings().stream().map(words -> "“" + words + "”").collect(Collectors.joining("; ")));
        claim.put("author", party(position.voice()));
        claim.put("claimInterpreter", interpreter());
        if (reported.asOf() != null) claim.put("temporalCoverage", reported.asOf());
        List<Document> appearances = reported.sources().stream()
                .map(documents::get)
                .filter(Objects::nonNull)
                .sorted(Comparator.comparing(Document::publishedAt).thenComparing(Document::id))
                .toList();
        List<Map<String, Object>> works = appearances.stream().map(this::work).toList();
        put(claim, "appearance", works);
        if (!works.isEmpty()) claim.put("firstAppearance", works.get(0));
        return id;
    }

    private Map<String, Object> work(Document document) {
        String id = source(document.id());
        if (nodes.containsKey(id)) return reference(id);
        PartyEntity publisher = parties.get(document.publisher());
        Map<String, Object> work = node(publisher.kind == PartyKind.OUTLET ? "NewsArticle" : "CreativeWork", id);
        put(work, "name", document.title());
        put(work, "url", document.url());
        work.put("datePublished", document.publishedAt());
        put(work, "inLanguage", document.language());
        work.put("publisher", party(document.publisher()));
        put(work, "isBasedOn", references(document.derivedFrom().stream().map(this::source)));
        return reference(id);
    }

    private String source(String id) {
        return story + "/sources/" + id;
    }

    private Map<String, Object> party(String id) {
        String address = api + "parties/" + id;
        if (nodes.containsKey(address)) return reference(address);
        PartyEntity known = parties.get(id);
        Map<String, Object> party = node(
                switch (known.kind) {
                    case PERSON -> "Person";
                    case OUTLET -> "NewsMediaOrganization";
                    case GOVERNMENT -> "GovernmentOrganization";
                    case ORGANISATION -> "Organization";
                },
                address);
        party.put("name", known.name);
        put(party, "alternateName", List.of(known.aliases));
        return reference(address);
    }

    /** It is this program that reads claims out of works. */
    private Map<String, Object> interpreter() {
        String id = api + "#crosscheck";
        if (!nodes.containsKey(id)) node("Organization", id).put("name", "Crosscheck");
        return reference(id);
    }

    private Map<String, Object> review(FindingView finding, List<String> claims) {
        DecisionView decision = finding.decision();
        String id = address(finding) + "/decision";
        Map<String, Object> review = node("ClaimReview", id);
        review.put("url", id);
        // The claims that a lapsed decision was made on may be others than those that are there now.
        boolean ofClaims = !decision.lapsed() && !claims.isEmpty();
        review.put("claimReviewed", decision.lapsed() ? finding.label() : finding.explanation());
        review.put("itemReviewed", ofClaims ? references(claims.stream()) : List.of(reference(address(finding))));
        review.put("reviewAspect", "how the sources stand to each other, not what is true");
        review.put("reviewBody", said(decision));
        review.put(
                "keywords",
                Stream.of(decision.outcome(), decision.cause())
                        .filter(Objects::nonNull)
                        .toList());
        review.put("creativeWorkStatus", decision.lapsed() ? "Obsolete" : "Published");
        review.put("author", decider(decision.by()));
        review.put("datePublished", decision.at());
        return reference(id);
    }

    private static String said(DecisionView decision) {
        String verdict = "The verdict " + decision.verdict() + " is ";
        String outcome = decision.outcome() == Outcome.EXPLAINED
                ? "explained: " + words(decision.cause())
                : words(decision.outcome());
        String lapsed = decision.lapsed() ? " The facts under it have changed since." : "";
        return verdict + outcome + "." + (decision.note() == null ? "" : " " + decision.note()) + lapsed;
    }

    private static String words(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** A user is a person; whatever else has a key is known by no more than its name. */
    private static Map<String, Object> decider(String by) {
        boolean person = by.startsWith("user:");
        Map<String, Object> decider = new LinkedHashMap<>();
        decider.put("@type", person ? "Person" : "Organization");
        decider.put("name", by.substring(by.indexOf(':') + 1));
        return decider;
    }

    private Map<String, Object> node(String type, String id) {
        Map<String, Object> node = new LinkedHashMap<>();
        node.put("@id", id);
        node.put("@type", type);
        nodes.put(id, node);
        return node;
    }

    private static Map<String, Object> reference(String id) {
        return Map.of("@id", id);
    }

    private static List<Map<String, Object>> references(Stream<String> ids) {
        return ids.map(ClaimGraph::reference).toList();
    }

    /** What is unknown is left out. */
    private static void put(Map<String, Object> node, String property, Object value) {
        boolean unknown = value == null || value.equals("") || value.equals(List.of());
        if (!unknown) node.put(property, value);
    }
}
