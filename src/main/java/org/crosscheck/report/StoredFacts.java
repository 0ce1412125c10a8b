package org.crosscheck.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.crosscheck.concept.Taxonomies;
import org.crosscheck.fact.ValueView;
import org.crosscheck.http.OwnJson;
import org.crosscheck.party.PartyEntity;
import org.crosscheck.party.PartyService;
import org.crosscheck.source.Coverage;
import org.crosscheck.source.Lineages;
import org.crosscheck.source.SourceEntity;
import org.crosscheck.source.SourceView;
import org.crosscheck.story.AttributeEntity;
import org.crosscheck.verdict.Attribute;
import org.crosscheck.verdict.Parties;
import org.crosscheck.verdict.Source;
import org.crosscheck.verdict.Stance;
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
                   CASE WHEN f.attribute_id = ANY(:evolving) THEN coalesce(f.as_of, s.published_at) END AS held_at,
                   count(*) AS facts,
                   array_agg(DISTINCT f.source_id) AS sources,
                   array_agg(DISTINCT coalesce(f.copied_from, f.source_id)) AS origins,
                   (array_agg(DISTINCT f.wording COLLATE "C" ORDER BY f.wording COLLATE "C")
                       FILTER (WHERE f.wording IS NOT NULL))[1:%1$d] AS wordings,
                   (array_agg(f.id ORDER BY f.id COLLATE "C"))[1:%1$d] AS ids,
                   CAST((array_agg(f.value ORDER BY f.id COLLATE "C"))[1] AS text) AS value
              FROM fact f
              JOIN LATERAL (SELECT publisher_id, published_at FROM source
                             WHERE story_id = f.story_id AND id = f.source_id OFFSET 0) s ON true
             WHERE f.story_id = :story AND f.attribute_id = ANY(:attributes) AND f.status = 'ACCEPTED'
               AND (CAST(:asOf AS timestamptz) IS NULL OR s.published_at <= :asOf)
             GROUP BY f.attribute_id, voice, f.stance, f.value_key, held_at
            """.formatted(ValueGroup.SAMPLE);

    private final Session db;
    private final Taxonomies taxonomies;
    private final OwnJson json;

    StoredFacts(Session db, Taxonomies taxonomies, OwnJson json) {
        this.db = db;
        this.taxonomies = taxonomies;
        this.json = json;
    }

    /**
     * What decides the findings on {@code attributes}.
     *
     * @param asOf only sources published until then count; all where null
     */
    Evaluation load(String story, List<AttributeEntity> attributes, Instant asOf) {
        Map<String, Collection<ValueGroup>> groups = groups(story, attributes, asOf);
        List<Attribute> questions =
                attributes.stream().map(StoredFacts::attribute).toList();
        List<Source> sources = sources(story, asOf);
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
        Map<String, Collection<ValueGroup>> groups = new HashMap<>();
        if (attributes.isEmpty()) return groups;
        List<Tuple> rows = db.createNativeQuery(GROUPS, Tuple.class)
                .setParameter("story", story)
                .setParameter("attributes", ids(attributes.stream()))
                .setParameter("evolving", ids(attributes.stream().filter(each -> each.evolving)))
                .setParameter("asOf", asOf, Instant.class)
                .getResultList();
        for (Tuple row : rows)
            groups.computeIfAbsent(row.get("attribute_id", String.class), id -> new ArrayList<>())
                    .add(group(row));
        return groups;
    }

    private static String[] ids(Stream<AttributeEntity> attributes) {
        return attributes.map(each -> each.id).toArray(String[]::new);
    }

    private ValueGroup group(Tuple row) {
        String[] wordings = row.get("wordings", String[].class);
        return new ValueGroup(
                row.get("voice", String.class),
                Stance.valueOf(row.get("stance", String.class)),
                value(row.get("value", String.class)),
                row.get("held_at", Instant.class),
                row.get("facts", Long.class),
                new TreeSet<>(List.of(row.get("sources", String[].class))),
                new TreeSet<>(List.of(row.get("origins", String[].class))),
                wordings == null ? List.of() : List.of(wordings),
                List.of(row.get("ids", String[].class)));
    }

    private org.crosscheck.value.Value value(String stored) {
        return stored == null ? null : json.read(stored, ValueView.class).toValue();
    }

    private static List<Source> sources(String story, Instant asOf) {
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
        sources.forEach(source -> named.add(source.publisher()));
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
