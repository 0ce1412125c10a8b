package org.crosscheck.proposal;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.crosscheck.extract.fit.Cast;
import org.crosscheck.extract.fit.Claimant;
import org.crosscheck.extract.fit.Proposal;
import org.crosscheck.extract.fit.Proposal.Stance;
import org.crosscheck.extract.fit.Question;
import org.crosscheck.extract.fit.SpanReader;
import org.crosscheck.extract.fit.SpanReader.Stated;
import org.crosscheck.extract.speech.Account;
import org.crosscheck.extract.speech.Speaker;
import org.crosscheck.value.Value;

/**
 * Holds the answers of a language model against the text, and makes proposals of those that hold: the quote and the claimant's
 * name are there, and the rules read a value in the words that are said to state it. The value is theirs, never the model's.
 */
final class AnswerCheck {
    /** Of every proposal of a model. A model's own certainty says little, so one number, below that of a good reading by rules. */
    static final BigDecimal CONFIDENCE = new BigDecimal("0.6");

    /** The longest quote that is evidence for anything. */
    private static final int LONGEST_QUOTE = 1000;

    private static final int LONGEST_LABEL = 200;
    private static final int LONGEST_NAME = 100;

    /** Why an answer is left out. */
    private enum Fault {
        MALFORMED("not in the form that was asked for"),
        NOT_IN_TEXT("quotes that are not in the text"),
        TOO_LONG("quotes of more than " + LONGEST_QUOTE + " characters"),
        NO_QUESTION("attributes that the story does not have"),
        NO_CLAIMANT("claimants whom neither the text nor the parties name"),
        NO_VALUE("values that the rules do not read in the words quoted");

        private final String label;

        Fault(String label) {
            this.label = label;
        }
    }

    private final String model;
    private final Proposer.Text text;
    private final Account account;
    private final Cast cast;
    private final SpanReader reader;
    private final Folded folded;
    private final Map<Fault, Integer> faults = new EnumMap<>(Fault.class);

    /** @param account who says what in {@code text} */
    AnswerCheck(String model, Proposer.Text text, Account account, Cast cast, SpanReader reader) {
        this.model = model.substring(0, Math.min(LONGEST_NAME, model.length()));
        this.text = text;
        this.account = account;
        this.cast = cast;
        this.reader = reader;
        this.folded = new Folded(text.text());
    }

    /**
     * The proposals of the answers that hold, and how many do not.
     *
     * @throws NoAnswerException where none holds
     */
    Proposed check(List<JsonNode> answers) throws NoAnswerException {
        List<Proposal> proposals = new ArrayList<>();
        for (JsonNode json : answers)
            Answer.of(json).ifPresentOrElse(answer -> proposals.addAll(check(answer)), () -> leaveOut(Fault.MALFORMED));
        int left = faults.values().stream().mapToInt(Integer::intValue).sum();
        if (left == answers.size())
            throw new NoAnswerException("gave no answer that holds against the text (" + reasons() + ")");
        String note = left == 0
                ? null
                : "Left out " + left + " of " + answers.size() + " answers of the language model: " + reasons() + ".";
        return new Proposed(proposals, account.sentences(), Proposed.By.MODEL, note);
    }

    private String reasons() {
        return faults.entrySet().stream()
                .map(fault -> fault.getKey().label + " (" + fault.getValue() + ")")
                .collect(Collectors.joining(", "));
    }

    private List<Proposal> leaveOut(Fault fault) {
        faults.merge(fault, 1, Integer::sum);
        return List.of();
    }

    private List<Proposal> check(Answer answer) {
        if (answer.quote().length() > LONGEST_QUOTE) return leaveOut(Fault.TOO_LONG);
        Optional<Folded.Span> quote = folded.find(answer.quote());
        if (quote.isEmpty()) return leaveOut(Fault.NOT_IN_TEXT);
        Optional<Question> asked = reader.asked(answer.attribute());
        if (asked.isEmpty() && !asksAnew(answer)) return leaveOut(Fault.NO_QUESTION);
        List<Optional<Claimant>> voices = voices(answer);
        if (voices.isEmpty()) return leaveOut(Fault.NO_CLAIMANT);
        Optional<Stated> stated =
                answer.stance() == Stance.OMITS ? silence(answer, asked) : stated(answer, asked, quote.get());
        if (stated.isEmpty()) return leaveOut(Fault.NO_VALUE);
        return voices.stream()
                .map(voice -> proposal(answer, voice, stated.get(), quote.get()))
                .toList();
    }

    private static boolean asksAnew(Answer answer) {
        int length = answer.label().length();
        return answer.attribute().isEmpty() && length > 0 && length <= LONGEST_LABEL && answer.type() != null;
    }

    private Proposal proposal(Answer answer, Optional<Claimant> voice, Stated stated, Folded.Span quote) {
        return new Proposal(
                stated.question(),
                stated.isNew(),
                voice,
                answer.stance(),
                stated.value(),
                stated.newPlaces(),
                quote.start(),
                quote.end(),
                answer.certainty(),
                ("model " + model + " " + stated.rule()).strip(),
                CONFIDENCE);
    }

    private Optional<Stated> silence(Answer answer, Optional<Question> asked) {
        return asked.or(() -> reader.question(answer.label(), answer.type(), null))
                .map(question -> new Stated(question, reader.isNew(question), null, List.of(), ""));
    }

    private Optional<Stated> stated(Answer answer, Optional<Question> asked, Folded.Span quote) {
        Value.Type type = asked.map(Question::type).orElse(answer.type());
        Optional<Folded.Span> words =
                type == Value.Type.TOPIC ? Optional.of(quote) : folded.find(answer.value(), quote);
        return words.flatMap(at -> asked.isPresent()
                ? reader.answer(asked.get(), at.start(), at.end())
                : reader.answer(answer.label(), type, at.start(), at.end()));
    }

    /** Who says it, an empty one being the text itself; none where nobody has that name. */
    private List<Optional<Claimant>> voices(Answer answer) {
        List<Optional<Claimant>> own = answer.stance() == Stance.OMITS ? List.of() : List.of(Optional.empty());
        if (answer.claimant().isEmpty()) return own;
        Optional<String> inText =
                folded.find(answer.claimant()).map(at -> text.text().substring(at.start(), at.end()));
        List<Claimant> claimants = cast.resolve(speaker(inText.orElse(answer.claimant())));
        boolean known = !claimants.isEmpty() && claimants.stream().noneMatch(Claimant::isNew);
        if (inText.isEmpty() && !known) return List.of();
        List<Optional<Claimant>> voices = claimants.stream()
                .map(claimant -> Optional.of(claimant).filter(each -> !each.id().equals(text.publisher())))
                .filter(voice -> voice.isPresent() || answer.stance() != Stance.OMITS)
                .toList();
        // "officials" are somebody, and yet no party
        return claimants.isEmpty() ? own : voices;
    }

    /** The speaker whom the rules find under that name, of whom the text may say more; else the bare name. */
    private Speaker speaker(String name) {
        return account.claims().stream()
                .flatMap(claim -> claim.speakers().stream())
                .filter(speaker -> Stream.concat(Stream.of(speaker.name()), speaker.mentions().stream())
                        .anyMatch(name::equalsIgnoreCase))
                .findFirst()
                .orElseGet(() -> new Speaker(0, 0, name, Speaker.Kind.UNKNOWN, null, null, List.of()));
    }
}
