package org.crosscheck.fact;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.crosscheck.http.OwnJson;
import org.crosscheck.story.TableCopy;
import org.hibernate.Session;

/** Stores new facts by COPY. The session does not know them: whoever asks for them reads them from the database. */
@ApplicationScoped
class FactCopy {
    private static final TableCopy FACT = new TableCopy(
            "fact",
            "story_id",
            "id",
            "source_id",
            "ordinal",
            "attribute_id",
            "claimant_id",
            "stance",
            "value",
            "value_key",
            "concept_id",
            "wording",
            "certainty",
            "as_of",
            "status",
            "origin",
            "rule",
            "confidence",
            "evidence",
            "reason",
            "copied_from",
            "revision",
            "edit_id");

    private final Session db;
    private final OwnJson json;

    FactCopy(Session db, OwnJson json) {
        this.db = db;
        this.json = json;
    }

    /** Stores {@code facts}, with nothing left to set. */
    void write(Collection<FactEntity> facts) {
        if (facts.isEmpty()) return;
        // Sources answer the same questions: few values are many facts'.
        Map<ValueView, String> values = new HashMap<>();
        FACT.write(
                db,
                facts,
                (fact, row) -> row.add(fact.storyId)
                        .add(fact.id)
                        .add(fact.source)
                        .add(fact.ordinal)
                        .add(fact.attribute)
                        .add(fact.claimant)
                        .add(fact.stance)
                        .add(fact.value == null ? null : values.computeIfAbsent(fact.value, json::write))
                        .add(fact.valueKey)
                        .add(fact.concept)
                        .add(fact.wording)
                        .add(fact.certainty)
                        .add(fact.asOf)
                        .add(fact.status)
                        .add(fact.origin)
                        .add(fact.rule)
                        .add(fact.confidence)
                        .add(fact.evidence == null ? null : json.write(fact.evidence))
                        .add(fact.reason)
                        .add(fact.copiedFrom)
                        .add(fact.revision)
                        .add(fact.edit()));
    }
}
