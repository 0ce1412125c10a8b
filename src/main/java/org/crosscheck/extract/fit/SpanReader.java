package org.crosscheck.extract.fit;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.crosscheck.extract.Found;
import org.crosscheck.extract.text.Tokens;
import org.crosscheck.value.Concept;
import org.crosscheck.value.InvalidValueException;
import org.crosscheck.value.Quantity;
import org.crosscheck.value.Text;
import org.crosscheck.value.Topic;
import org.crosscheck.value.Value;

/**
 * Reads what words of a text answer to a question, where somebody else, such as a language model, says that they do. The values
 * are those that the rules read in the whole text, and they must be of the type, and of the unit or kind, that is asked for.
 */
public final class SpanReader {

    /**
     * What the words state.
     *
     * @param isNew whether the story does not ask the question yet
     * @param newPlaces places that the value names and that are no concepts yet, the broadest first
     * @param rule the rule that read the value
     */
    public record Stated(Question question, boolean isNew, Value value, List<Place> newPlaces, String rule) {}

    private record Candidate(Value value, String thing, int start, int end, String rule) {}

    private final Vocabulary vocabulary;
    private final List<Question> questions;
    private final String text;
    private final List<Candidate> values;
    private final List<Candidate> names;
    private final Answers answers;
    private final Drafts drafts;

    /** @param values what the rules read in {@code text} */
    public SpanReader(
            String language, Vocabulary vocabulary, List<Question> questions, String text, List<Found> values) {
        this.vocabulary = vocabulary;
        this.questions = questions;
        this.text = text;
        Stems stems = new Stems(language);
        this.answers = new Answers(language, vocabulary, questions, stems);
        this.drafts = new Drafts(questions, stems);
        this.values = values.stream()
                .map(found -> new Candidate(found.value(), found.thing(), found.start(), found.end(), found.rule()))
                .toList();
        Tokens tokens = Tokens.of(text);
        this.names = vocabulary.find(tokens).stream()
                .map(mention -> new Candidate(
                        new Concept(mention.concept()),
                        null,
                        tokens.at(mention.first()).start(),
                        tokens.at(mention.last()).end(),
                        "concept.name"))
                .toList();
    }

    /** What the words from {@code start} up to {@code end} answer to {@code question}; empty where they state no such value. */
    public Optional<Stated> answer(Question question, int start, int end) {
        return switch (question.type()) {
            case TOPIC -> Optional.of(stated(question, new Topic(), "topic"));
            case TEXT -> words(start, end).map(words -> stated(question, words, "text"));
            default ->
                best(question.type(), start, end, each -> answers.fits(each.value(), each.thing(), question))
                        .map(each -> stated(question, answers.as(each.value(), each.thing(), question), each.rule()));
        };
    }

    /** What the words answer to a question that the story asks under this label already, or might ask. */
    public Optional<Stated> answer(String label, Value.Type type, int start, int end) {
        return question(label, type, unit(type, start, end)).flatMap(question -> answer(question, start, end));
    }

    /** The question of that type that the story asks under this label, or might; none where no id can be made of the label. */
    public Optional<Question> question(String label, Value.Type type, String unit) {
        return questions.stream()
                .filter(asked -> asked.type() == type && asked.label().equalsIgnoreCase(label))
                .findFirst()
                .or(() -> drafts.labelled(label, type, unit));
    }

    /** The question of the story with that id. */
    public Optional<Question> asked(String id) {
        return questions.stream().filter(question -> question.id().equals(id)).findFirst();
    }

    /** Whether the story does not ask {@code question} yet. */
    public boolean isNew(Question question) {
        return !questions.contains(question);
    }

    private Stated stated(Question question, Value value, String rule) {
        List<Place> places = value instanceof Concept concept ? vocabulary.newPlaces(concept.concept()) : List.of();
        return new Stated(question, isNew(question), value, places, rule);
    }

    private Optional<Value> words(int start, int end) {
        try {
            return Optional.of(new Text(text.substring(start, end).strip().replaceAll("\\s+", " ")));
        } catch (InvalidValueException noWords) {
            return Optional.empty();
        }
    }

    private String unit(Value.Type type, int start, int end) {
        return best(type, start, end, any -> true)
                .filter(each -> each.value() instanceof Quantity)
                .map(each -> ((Quantity) answers.as(each.value(), each.thing(), null)).unit())
                .orElse(null);
    }

    /** The candidate that shares most with the words; of two the longer, which says more. */
    private Optional<Candidate> best(Value.Type type, int start, int end, Predicate<Candidate> fits) {
        return (type == Value.Type.CONCEPT ? names : values)
                .stream()
                        .filter(each -> each.value().type() == type && each.start() < end && start < each.end())
                        .filter(fits)
                        .max(Comparator.<Candidate>comparingInt(
                                        each -> Math.min(end, each.end()) - Math.max(start, each.start()))
                                .thenComparingInt(each -> each.end() - each.start()));
    }
}
