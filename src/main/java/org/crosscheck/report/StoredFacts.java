package org.crosscheck.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.crosscheck.concept.Taxonomies;
import org.crosscheck.fact.CheckedSource;
import org.crosscheck.http.OwnJson;
import org.crosscheck.party.PartyEntity;
import org.crosscheck.party.PartyService;
import org.crosscheck.source.Copies;
import org.crosscheck.source.Coverage;
import org.crosscheck.source.Lineages;
import org.crosscheck.source.SourceEntity;
import org.crosscheck.source.SourceView;
import org.crosscheck.story.AttributeEntity;
import org.crosscheck.story.Touched;
import org.crosscheck.verdict.Attribute;
import org.crosscheck.verdict.Parties;
import org.crosscheck.verdict.Source;
import org.crosscheck.verdict.ValueGroup;
import org.hibernate.Session;

/** Loads what decides findings. PostgreSQL groups the facts: what travels grows with distinct values, not with facts. */
@ApplicationScoped
class StoredFacts {
    /**
     * Gives the same groups as {@link org.crosscheck.verdict.Tally}. Each fact looks its source up (OFFSET keeps that from becoming a
     * plain join): of a story that has just come PostgreSQL has no statistics, takes it to have one fact, and reads all its sources
     * again for each.
     */
    private static final String GROUPS = """
            SELECT f.attribute_id,
                   coalesce(f.claimant_id, s.publisher_id) AS voice,
                   f.stance,
                   CASE WHEN f.attribute_id = ANY(?) THEN coalesce(f.as_of, s.published_at) END AS held_at,
                   CAST((array_agg(f.value ORDER BY f.id COLLATE "C"))[1] AS text) AS value,
                   count(*) AS facts,
                   array_agg(DISTINCT f.source_id COLLATE "C") AS sources,
                   array_agg(DISTINCT coalesce(f.copied_from, f.source_id) COLLATE "C") AS origins,
                   (array_agg(DISTINCT f.wording COLLATE "C" ORDER BY f.wording COLLATE "C")
                       FILTER (WHERE f.wording IS NOT NULL))[1:%1$d] AS wordings,
                   (array_agg(f.id ORDER BY f.id COLLATE "C"))[1:%1$d] AS ids
              FROM fact f
              JOIN LATERAL (SELECT publisher_id, published_at FROM source
                             WHERE story_id = f.story_id AND id = f.source_id OFFSET 0) s ON true
             WHERE f.story_id = ? AND f.%2$s = ANY(?) AND f.status = 'ACCEPTED'
               AND s.published_at <= coalesce(CAST(? AS timestamptz), 'infinity')
             GROUP BY f.attribute_id, voice, f.stance, f.value_key, held_at
            """;

    private static final String BY_ATTRIBUTE = GROUPS.formatted(ValueGroup.SAMPLE, "attribute_id");
    private static final String BY_ID = GROUPS.formatted(ValueGroup.SAMPLE, "id");

    private static final String FULL_ACCOUNTS = """
            SELECT id, publisher_id, covers FROM source WHERE story_id = :story AND coverage = 'COMPLETE'
            """;

    private final Session db;
    private final OwnJson json;
    private final Taxonomies taxonomies;
    private final KeptGroups kept;
    private final WholeStories wholes;

    StoredFacts(Session db, OwnJson json, Taxonomies taxonomies, KeptGroups kept, WholeStories wholes) {
        this.db = db;
        this.json = json;
        this.taxonomies = taxonomies;
        this.kept = kept;
        this.wholes = wholes;
    }

    /**
     * What decides the findings on {@code attributes}, of a locked story. Of the sources, only those are read that decide more than one
     * that is alone; and of facts that others are only added to, those are.
     */
    Evaluation load(String story, List<AttributeEntity> attributes, Touched touched) {
        Map<String, Collection<ValueGroup>> groups = groups(story, attributes, touched);
        return evaluation(attributes, groups, deciding(story));
    }

    private Map<String, Collection<ValueGroup>> groups(
            String story, List<AttributeEntity> attributes, Touched touched) {
        Map<String, Set<String>> added = new HashMap<>();
        for (AttributeEntity attribute : attributes)
            touched.onlyAdded(attribute.id).ifPresent(facts -> added.put(attribute.id, facts));
        Map<String, Map<String, ValueGroup>> known = kept.read(story, added.keySet());
        added.keySet().retainAll(known.keySet());
        String[] fresh = added.values().stream().flatMap(Set::stream).toArray(String[]::new);
        if (fresh.length > 0) kept.add(story, known, groups(BY_ID, story, fresh, attributes, null));

        List<AttributeEntity> due = attributes.stream()
                .filter(attribute -> !known.containsKey(attribute.id))
                .toList();
        kept.forget(
                story,
                due.stream()
                        .map(attribute -> attribute.id)
                        .filter(id -> touched.onlyAdded(id).isEmpty())
                        .toList());
        Map<String, Collection<ValueGroup>> groups = wholes.sources(story)
                .map(sources -> groups(story, due, sources))
                .orElseGet(() -> groups(story, due, (Instant) null));
        kept.keep(story, groups);
        known.forEach((attribute, those) -> groups.put(attribute, those.values()));
        return groups;
    }

    /** The same groups, of facts that are all at hand. */
    private static Map<String, Collection<ValueGroup>> groups(
            String story, List<AttributeEntity> attributes, List<CheckedSource> sources) {
        List<String> withTexts = sources.stream()
                .map(CheckedSource::document)
                .filter(document -> document.text() != null)
                .map(SourceView::id)
                .toList();
        return StatelessReport.groups(
                attributes.stream().map(StoredFacts::attribute).toList(), sources, Copies.stored(story, withTexts));
    }

    /**
     * The same as far as sources published until then decide it, and all of these sources.
     *
     * @param asOf all sources where null
     */
    Evaluation load(String story, List<AttributeEntity> attributes, Instant asOf) {
        return evaluation(attributes, groups(story, attributes, asOf), published(story, asOf));
    }

    private Evaluation evaluation(
            List<AttributeEntity> attributes, Map<String, Collection<ValueGroup>> groups, List<Source> sources) {
        List<Attribute> questions =
                attributes.stream().map(StoredFacts::attribute).toList();
        return new Evaluation(
                questions,
                groups,
                sources,
                taxonomies.around(Evaluation.concepts(questions, groups)),
                parties(groups.values(), sources));
    }

    static Attribute attribute(AttributeEntity each) {
        return new Attribute(each.id, each.label, each.type, each.unit, each.tolerance, each.evolving);
    }

    private Map<String, Collection<ValueGroup>> groups(String story, List<AttributeEntity> attributes, Instant asOf) {
        return attributes.isEmpty()
                ? new HashMap<>()
                : groups(BY_ATTRIBUTE, story, ids(attributes.stream()), attributes, asOf);
    }

    private Map<String, Collection<ValueGroup>> groups(
            String sql, String story, String[] those, List<AttributeEntity> attributes, Instant asOf) {
        Map<String, Collection<ValueGroup>> groups = new HashMap<>();
        String[] evolving = ids(attributes.stream().filter(each -> each.evolving));
        db.doWork(connection -> {
            try (PreparedStatement read = connection.prepareStatement(sql)) {
                read.setArray(1, connection.createArrayOf("text", evolving));
                read.setString(2, story);
                read.setArray(3, connection.createArrayOf("text", those));
                read.setObject(4, asOf == null ? null : asOf.atOffset(ZoneOffset.UTC));
                GroupReader reader = new GroupReader(json);
                try (ResultSet row = read.executeQuery()) {
                    while (row.next())
                        groups.computeIfAbsent(row.getString(1), id -> new ArrayList<>())
                                .add(reader.group(row));
                }
            }
        });
        return groups;
    }

    private static String[] ids(Stream<AttributeEntity> attributes) {
        return attributes.map(each -> each.id).toArray(String[]::new);
    }

    /** Full accounts, and those that go back to others, or others to them. */
    private List<Source> deciding(String story) {
        Lineages lineages = Lineages.stored(story);
        Map<String, Source> deciding = new HashMap<>();
        lineages.of().forEach((source, lineage) -> deciding.put(source, Source.ofLineage(source, lineage)));
        for (Tuple row : db.createNativeQuery(FULL_ACCOUNTS, Tuple.class)
                .setParameter("story", story)
                .getResultList()) {
            String id = row.get("id", String.class);
            Set<String> covers = Set.of(row.get("covers", String[].class));
            deciding.put(id, new Source(id, row.get("publisher_id", String.class), true, covers, lineages.of(id)));
        }
        return List.copyOf(deciding.values());
    }

    private static List<Source> published(String story, Instant asOf) {
        List<SourceView> published = SourceEntity.outlines(story).stream()
                .filter(source -> asOf == null || !source.publishedAt().isAfter(asOf))
                .toList();
        return sources(published, Lineages.stored(story, published));
    }

    /** As the engine takes them. */
    static List<Source> sources(List<SourceView> published, Lineages lineages) {
        return published.stream()
                .map(source -> new Source(
                        source.id(),
                        source.publisher(),
                        source.coverage() == Coverage.COMPLETE,
                        Set.copyOf(source.covers()),
                        lineages.of(source.id())))
                .toList();
    }

    private static Parties parties(Collection<Collection<ValueGroup>> groups, List<Source> sources) {
        Set<String> named = new HashSet<>();
        groups.forEach(ofAttribute -> ofAttribute.forEach(group -> named.add(group.voice())));
        sources.stream().map(Source::publisher).filter(Objects::nonNull).forEach(named::add);
        return parties(PartyService.withWholes(named).values());
    }

    /** As the engine takes them. */
    static Parties parties(Collection<PartyEntity> known) {
        Map<String, String> names = new HashMap<>();
        Map<String, String> partOf = new HashMap<>();
        for (PartyEntity party : known) {
            names.put(party.id, party.name);
            if (party.partOf != null) partOf.put(party.id, party.partOf);
        }
        return new Parties(names, partOf);
    }
}
