package org.crosscheck.fact;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.crosscheck.extract.fit.Proposal;
import org.crosscheck.extract.fit.Question;
import org.crosscheck.proposal.Proposed;
import org.crosscheck.proposal.Proposer;
import org.crosscheck.source.SourceEntity;
import org.crosscheck.story.AttributeService;
import org.crosscheck.story.AttributeView;
import org.crosscheck.story.StoryService;
import org.hibernate.Session;

/** Reads submitted texts before they are stored, and so without keeping anybody waiting. */
@ApplicationScoped
class ReadingService {
    private static final String DEFAULT_LANGUAGE = "en";
    /** How attributes have been answered so far: a few facts of each. */
    private static final String ANSWERS = """
            SELECT a.id, f.wording, c.scheme
              FROM attribute a
             CROSS JOIN LATERAL (SELECT wording, concept_id FROM fact
                                  WHERE story_id = :story AND attribute_id = a.id AND status <> 'REJECTED'
                                  ORDER BY id LIMIT 8) f
              LEFT JOIN concept c ON c.id = f.concept_id AND a.type = 'CONCEPT'
             WHERE a.story_id = :story
            """;

    private static final String PARTIES = """
            SELECT party_id FROM story_party WHERE story_id = :story
            UNION SELECT publisher_id FROM source WHERE story_id = :story
            UNION SELECT unnest(voices) FROM finding WHERE story_id = :story
            """;

    private final Session db;
    private final StoryService stories;
    private final AttributeService attributes;
    private final Proposer proposer;

    ReadingService(Session db, StoryService stories, AttributeService attributes, Proposer proposer) {
        this.db = db;
        this.stories = stories;
        this.attributes = attributes;
        this.proposer = proposer;
    }

    /** What reading a text needs to know of its story. */
    record Setting(String language, List<Question> questions, Set<String> parties, String storedText) {}

    /**
     * What the text of {@code body} says; empty where it has none, or none in a language that there are rules for.
     *
     * @param source the source's id, or null where it is still to be given one
     */
    Optional<Reading> read(String story, String source, SubmittedSource body) {
        if (body.text() == null || body.text().isBlank()) return Optional.empty();
        Setting setting = setting(story, source, body);
        var text = new Proposer.Text(body.text(), body.publishedAt(), body.publisher());
        return proposer.propose(setting.language(), text, setting.questions(), setting.parties())
                .map(proposed -> reading(proposed, setting, body.text()));
    }

    private Reading reading(Proposed proposed, Setting setting, String text) {
        NavigableMap<Integer, Integer> unchanged = new TreeMap<>();
        if (setting.storedText() != null) {
            Set<String> stored = proposer.sentences(setting.language(), setting.storedText());
            proposed.sentences().stream()
                    .filter(sentence -> stored.contains(text.substring(sentence.start(), sentence.end())))
                    .forEach(sentence -> unchanged.put(sentence.start(), sentence.end()));
        }
        List<Proposal> fresh = proposed.proposals().stream()
                .filter(proposal -> !Reading.isWithin(unchanged, proposal.start()))
                .toList();
        return new Reading(fresh, unchanged, proposed.by(), proposed.note());
    }

    @Transactional
    Setting setting(String story, String source, SubmittedSource body) {
        String ofStory = stories.stated(stories.existing(story)).language();
        String language = body.language() != null ? body.language() : ofStory != null ? ofStory : DEFAULT_LANGUAGE;
        String stored = source == null
                ? null
                : SourceEntity.byId(story, source).map(entity -> entity.text).orElse(null);
        Set<String> parties = new HashSet<>(db.createNativeQuery(PARTIES, String.class)
                .setParameter("story", story)
                .getResultList());
        return new Setting(language, questions(story), parties, stored);
    }

    private List<Question> questions(String story) {
        Map<String, Set<String>> wordings = new HashMap<>();
        Map<String, Set<String>> schemes = new HashMap<>();
        List<Tuple> rows = db.createNativeQuery(ANSWERS, Tuple.class)
                .setParameter("story", story)
                .getResultList();
        for (Tuple row : rows) {
            String id = row.get(0, String.class);
            if (row.get(1) != null)
                wordings.computeIfAbsent(id, none -> new HashSet<>()).add(row.get(1, String.class));
            if (row.get(2) != null)
                schemes.computeIfAbsent(id, none -> new HashSet<>()).add(row.get(2, String.class));
        }
        return attributes.stated(story).stream()
                .map(attribute -> question(
                        attribute,
                        wordings.getOrDefault(attribute.id(), Set.of()),
                        schemes.getOrDefault(attribute.id(), Set.of())))
                .toList();
    }

    private static Question question(AttributeView attribute, Set<String> wordings, Set<String> schemes) {
        return new Question(
                attribute.id(),
                attribute.type(),
                attribute.unit(),
                attribute.label(),
                attribute.question(),
                attribute.cues(),
                wordings.stream().sorted().toList(),
                schemes,
                attribute.onlyProposed());
    }
}
