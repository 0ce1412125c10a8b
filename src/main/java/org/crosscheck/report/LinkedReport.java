package org.crosscheck.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.crosscheck.http.OwnJson;
import org.crosscheck.party.PartyEntity;
import org.crosscheck.story.StoryService;
import org.hibernate.Session;

/** Reads reports as linked data, from one state of the database. */
@ApplicationScoped
class LinkedReport {
    private static final String DOCUMENTS = """
            SELECT id, publisher_id, title, url, published_at, language, derived_from FROM source WHERE story_id = :story
            """;

    private final Session db;
    private final ReportService reports;
    private final StoryService stories;
    private final OwnJson json;

    LinkedReport(Session db, ReportService reports, StoryService stories, OwnJson json) {
        this.db = db;
        this.reports = reports;
        this.stories = stories;
        this.json = json;
    }

    @Transactional
    String report(String story, ReportQuery query, Predicate<Snapshot.Entry> filter, URI api) {
        reports.seeOneState();
        Snapshot snapshot = reports.snapshot(story, query);
        List<FindingView> findings = findings(snapshot, filter);
        ClaimGraph graph = graph(story, findings, api);
        graph.report(stories.stated(stories.existing(story)).title(), snapshot.version(), findings);
        return write(graph);
    }

    @Transactional
    String finding(String story, String attribute, ReportQuery query, URI api) {
        reports.seeOneState();
        List<FindingView> findings = findings(reports.finding(story, attribute, query), entry -> true);
        return write(graph(story, findings, api));
    }

    private List<FindingView> findings(Snapshot snapshot, Predicate<Snapshot.Entry> filter) {
        return snapshot.entries().stream()
                .filter(filter)
                .map(entry -> json.read(entry.json().text(), FindingView.class))
                .toList();
    }

    private ClaimGraph graph(String story, List<FindingView> findings, URI api) {
        Map<String, ClaimGraph.Document> documents = documents(story);
        Set<String> named = new HashSet<>();
        documents.values().forEach(document -> named.add(document.publisher()));
        findings.forEach(finding -> named.addAll(finding.voices()));
        Map<String, PartyEntity> parties = new HashMap<>();
        PartyEntity.byIds(named).forEach(party -> parties.put(party.id, party));
        ClaimGraph graph = new ClaimGraph(story, api, parties, documents);
        findings.forEach(graph::finding);
        return graph;
    }

    private Map<String, ClaimGraph.Document> documents(String story) {
        Map<String, ClaimGraph.Document> documents = new HashMap<>();
        List<Tuple> rows = db.createNativeQuery(DOCUMENTS, Tuple.class)
                .setParameter("story", story)
                .getResultList();
        for (Tuple row : rows) {
            ClaimGraph.Document document = new ClaimGraph.Document(
                    row.get("id", String.class),
                    row.get("publisher_id", String.class),
                    row.get("title", String.class),
                    row.get("url", String.class),
                    row.get("published_at", Instant.class),
                    row.get("language", String.class),
                    List.of(row.get("derived_from", String[].class)));
            documents.put(document.id(), document);
        }
        return documents;
    }

    private String write(ClaimGraph graph) {
        return json.write(new JsonLd(JsonLd.SCHEMA_ORG, graph.nodes()));
    }
}
