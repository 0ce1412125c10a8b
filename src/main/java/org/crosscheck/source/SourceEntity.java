package org.crosscheck.source;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.crosscheck.lineage.Sentences;
import org.crosscheck.story.KeptEntity;
import org.crosscheck.story.RevisionEntity;
import org.crosscheck.story.StoryScopedId;
import org.hibernate.Session;

/** A source's row. */
@Entity
@Table(name = "source")
@IdClass(StoryScopedId.class)
public class SourceEntity extends KeptEntity {
    private static final String OUTLINES = """
            select id, publisher, title, url, publishedAt, language, credits, derivedFrom, coverage, covers
              from SourceEntity where storyId = :story order by ordinal, id
            """;

    @Id
    @Column(name = "story_id")
    public String storyId;

    @Id
    public String id;

    /** Its place among the sources of the story. */
    public int ordinal;

    @Column(name = "publisher_id")
    public String publisher;

    String title;

    String url;

    @Column(name = "published_at")
    public Instant publishedAt;

    String language;

    String[] credits = {};

    @Column(name = "derived_from")
    String[] derivedFrom = {};

    public String text;

    @Enumerated(EnumType.STRING)
    public Coverage coverage;

    String[] covers = {};

    /** The source that it is mostly a copy of, or null. */
    @Column(name = "copied_from")
    String copiedFrom;

    /** The rules by which its sentences were read; null without a text. */
    @Column(name = "read_by")
    Integer readBy;

    @Override
    public Kept kept() {
        return new Kept(storyId, RevisionEntity.Kind.SOURCE, id, ordinal, SourceView.of(this));
    }

    public static Optional<SourceEntity> byId(String story, String id) {
        return findByIdOptional(new StoryScopedId(story, id));
    }

    /** All sources of the story, in its order. */
    public static List<SourceEntity> of(String story) {
        return list("storyId = ?1 order by ordinal, id", story);
    }

    public static List<SourceEntity> of(String story, Collection<String> ids) {
        if (ids.isEmpty()) return List.of();
        return getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery(
                        "SELECT * FROM source WHERE story_id = :story AND id = ANY(:ids)", SourceEntity.class)
                .setParameter("story", story)
                .setParameter("ids", ids.toArray(String[]::new))
                .getResultList();
    }

    /** What all sources of the story, in its order, say of themselves, without their texts, which may be long. */
    public static List<SourceView> outlines(String story) {
        return getEntityManager()
                .createQuery(OUTLINES, Object[].class)
                .setParameter("story", story)
                .getResultList()
                .stream()
                .map(SourceEntity::outline)
                .toList();
    }

    private static SourceView outline(Object[] row) {
        return new SourceView(
                (String) row[0],
                (String) row[1],
                (String) row[2],
                (String) row[3],
                (Instant) row[4],
                (String) row[5],
                List.of((String[]) row[6]),
                List.of((String[]) row[7]),
                null,
                (Coverage) row[8],
                List.of((String[]) row[9]),
                null,
                null,
                null);
    }

    /** The stories with texts that were not read, or by other rules than ours. */
    public static List<String> storiesToRead() {
        return getEntityManager()
                .createQuery(
                        "select distinct storyId from SourceEntity"
                                + " where text is not null and (readBy is null or readBy <> ?1) order by storyId",
                        String.class)
                .setParameter(1, Sentences.RULES)
                .getResultList();
    }

    /** Those of the story's sources with texts that were not read, or by other rules than ours. */
    public static List<SourceEntity> toRead(String story) {
        return list("storyId = ?1 and text is not null and (readBy is null or readBy <> ?2)", story, Sentences.RULES);
    }

    static List<SourceEntity> after(String story, String id, int rows) {
        return find("storyId = ?1 and id > ?2 order by id", story, id)
                .range(0, rows - 1)
                .list();
    }

    public static int nextOrdinal(String story) {
        Integer last = getEntityManager()
                .createQuery("select max(s.ordinal) from SourceEntity s where s.storyId = ?1", Integer.class)
                .setParameter(1, story)
                .getSingleResult();
        return last == null ? 0 : last + 1;
    }

    /** Takes over all that {@code view} states. */
    public void state(SourceView view) {
        publisher = view.publisher();
        title = view.title();
        url = view.url();
        publishedAt = view.publishedAt();
        language = view.language();
        credits = view.credits().toArray(String[]::new);
        derivedFrom = view.derivedFrom().toArray(String[]::new);
        text = view.text();
        coverage = view.coverage();
        covers = view.covers().toArray(String[]::new);
    }

    /** Whether what it copies, or what others copy from it, may differ once it states {@code view}. */
    public boolean copiesOtherwise(SourceView view) {
        return !Objects.equals(text, view.text())
                || !publishedAt.equals(view.publishedAt())
                || (credits.length == 0) != view.credits().isEmpty();
    }
}
