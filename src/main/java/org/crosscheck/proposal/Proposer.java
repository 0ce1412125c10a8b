package org.crosscheck.proposal;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.crosscheck.extract.Extractor;
import org.crosscheck.extract.Found;
import org.crosscheck.extract.fit.Cast;
import org.crosscheck.extract.fit.Question;
import org.crosscheck.extract.fit.SpanReader;
import org.crosscheck.extract.speech.Account;
import org.eclipse.microprofile.context.ManagedExecutor;

/** Proposes the facts that texts report. */
@ApplicationScoped
public class Proposer {
    private final Names names;
    private final LanguageModel model;
    private final Map<String, Extractor> extractors = new ConcurrentHashMap<>();

    Proposer(Names names, LanguageModel model) {
        this.names = names;
        this.model = model;
    }

    /** Loads the rules of the language that most texts are in while nobody waits for them. */
    void warm(@Observes StartupEvent start, ManagedExecutor executor) {
        executor.execute(() -> extractor("en"));
    }

    /** A text to be read, and when and by whom it was published. */
    public record Text(String text, Instant publishedAt, String publisher) {}

    /**
     * What {@code text} seems to report, as the language model reads it where one is configured and answers, else the rules. Empty
     * where there are no rules for its language, which a model needs too: they read its values. Holds no locks, and no transaction
     * while it reads.
     *
     * @param language a BCP 47 tag
     * @param questions what the story asks
     * @param parties the parties that the story names
     */
    public Optional<Proposed> propose(String language, Text text, List<Question> questions, Set<String> parties) {
        return extractor(language).map(extractor -> {
            Names.Known known = names.known(extractor.places());
            Cast cast = new Cast(extractor.language(), known.members(), parties, extractor.places());
            Extractor.Reading reading = extractor.propose(
                    text.text(), at(text.publishedAt()), text.publisher(), known.vocabulary(), cast, questions);
            Proposed byRules =
                    new Proposed(reading.proposals(), reading.account().sentences(), Proposed.By.RULES, null);
            if (!model.isConfigured()) return byRules;
            try {
                List<JsonNode> answers = model.ask(text, questions);
                SpanReader reader = new SpanReader(
                        extractor.language(),
                        known.vocabulary(),
                        questions,
                        text.text(),
                        extractor.values(text.text(), at(text.publishedAt())));
                return new AnswerCheck(model.model(), text, reading.account(), cast, reader).check(answers);
            } catch (NoAnswerException e) {
                return byRules.with(e.note());
            }
        });
    }

    /** The values that {@code text} states; empty where there are no rules for its language. */
    public Optional<List<Found>> values(String language, String text, OffsetDateTime reference) {
        return extractor(language).map(extractor -> extractor.values(text, reference));
    }

    /** Who says what in {@code text}; empty where there are no rules for its language. */
    public Optional<Account> account(String language, String text) {
        return extractor(language).map(extractor -> extractor.account(text));
    }

    /** The sentences of {@code text}. */
    public Set<String> sentences(String language, String text) {
        return account(language, text).stream()
                .flatMap(account -> account.sentences().stream())
                .map(sentence -> text.substring(sentence.start(), sentence.end()))
                .collect(Collectors.toSet());
    }

    /** The rules of a language, which take a second to load. */
    public Optional<Extractor> extractor(String language) {
        String code = Locale.forLanguageTag(language).getLanguage();
        return Extractor.speaks(code)
                ? Optional.of(extractors.computeIfAbsent(code, Extractor::new))
                : Optional.empty();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
