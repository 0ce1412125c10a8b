package org.crosscheck.extract.fit;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.crosscheck.extract.Found;
import org.crosscheck.extract.fit.Cues.Pointer;
import org.crosscheck.extract.fit.Proposal.Stance;
import org.crosscheck.extract.speech.Account;
import org.crosscheck.extract.speech.Certainty;
import org.crosscheck.extract.speech.Claim;
import org.crosscheck.extract.speech.Sentence;
import org.crosscheck.extract.speech.Silence;
import org.crosscheck.extract.speech.Speaker;
import org.crosscheck.extract.text.Tables;
import org.crosscheck.extract.text.Tokens;
import org.crosscheck.value.Concept;
import org.crosscheck.value.Quantity;
import org.crosscheck.value.Topic;
import org.crosscheck.value.Value;

/**
 * Fits what a text says to the questions of a story, and asks new ones where nothing fits. A value goes to the question of its
 * type and unit whose cues stand nearest in its sentence; a topic is spoken of where one of its cues stands; a silence is
 * silence on the questions that its matter points to. Deterministic, and linear in the length of the text.
 */
public final class Fitter {
    /** A score below this is no fit. */
    private static final double LEAST = 0.3;
    /** What an answer without a cue, only by words that earlier answers and the label share with it, is worth at most. */
    private static final double BY_WORDS = 0.6;
    /** A worse answer to a question, from the same claimant, is dropped where the best is so much better. */
    private static final double MUCH_BETTER = 1.4;
    /** What asking a new question is worth: an editor will want to look. */
    private static final double OF_A_NEW_QUESTION = 0.3;
    /** What an answer without a cue is worth where the story asks nothing else of its kind. */
    private static final double OF_THE_ONLY_QUESTION = 0.4;
    /** Within so many tokens of a cue a plain number counts what the cue asks for. */
    private static final int NEAR = 6;

    /** UTF-16 units that the words of a proposal have at most; more is no wording. */
    private static final int LONGEST_EVIDENCE = 1000;
    /** Proposals that are made of one text at most, the best: nobody reviews more. */
    private static final int MOST = 1000;
    /** What attribution by carrying a speaker on leaves of the confidence. */
    private static final double CARRIED = 0.9;

    private final Vocabulary vocabulary;
    private final Cast cast;
    private final List<Question> questions;
    private final String publisher;
    private final Cues cues;
    private final Stems stems;
    private final Answers answers;
    /** Verbs of reported speech, and words that start a relative clause. */
    private final Set<String> shifted;

    private final Set<String> relative;
    private final Set<String> leading;
    private final Set<String> articles;
    private final Set<String> copulas;
    private final Set<String> partitives;

    /**
     * @param publisher the party that publishes the text: its own words need no claimant
     */
    public Fitter(String language, Vocabulary vocabulary, Cast cast, List<Question> questions, String publisher) {
        this.vocabulary = vocabulary;
        this.cast = cast;
        this.questions = questions;
        this.publisher = publisher;
        this.stems = new Stems(language);
        this.cues = new Cues(questions, stems);
        this.answers = new Answers(language, vocabulary, questions, stems);
        this.shifted = Tables.words(language, "reported-verbs.tsv");
        this.relative = Tables.words(language, "relatives.tsv");
        this.leading = Tables.words(language, "leading-prepositions.tsv");
        this.partitives = Tables.words(language, "partitives.tsv");
        this.copulas = Tables.words(language, "copulas.tsv");
        this.articles = Tables.words(language, "articles.tsv");
    }

    /** The facts that a text seems to report, in its order. */
    public List<Proposal> propose(Tokens tokens, Account account, List<Found> values) {
        return new Reading(tokens, account, values).proposals();
    }

    /** A possible answer to a question. */
    private record Fit(Question question, Candidate candidate, double score, int cueFirst, int cueLast) {}

    /** One text being fitted. */
    private final class Reading {
        private final Tokens tokens;
        private final Account account;
        private final List<Found> values;
        private final List<Pointer> pointers;
        private final List<Vocabulary.Mention> mentions;
        private final Drafts drafts;
        private final Candidates candidates;
        private final Nearness nearness;
        private final Map<Proposal.Said, Proposal> proposals = new LinkedHashMap<>();

        Reading(Tokens tokens, Account account, List<Found> values) {
            this.tokens = tokens;
            this.account = account;
            this.values = values;
            this.pointers = cues.find(tokens);
            this.mentions = vocabulary.find(tokens);
            this.drafts = new Drafts(questions, stems);
            this.candidates = new Candidates(tokens, copulas);
            this.nearness = new Nearness(tokens, answers, leading, articles, partitives);
        }

        List<Proposal> proposals() {
            Window<Pointer> pointing = new Window<>(pointers, Pointer::first);
            Window<Vocabulary.Mention> naming = new Window<>(mentions, Vocabulary.Mention::first);
            Window<Found> stating = new Window<>(values, value -> tokens.indexAt(value.start()));
            Window<Silence> silent = new Window<>(account.silences(), silence -> tokens.indexAt(silence.cueStart()));
            Window<Claim> claiming = new Window<>(account.claims(), claim -> tokens.indexAt(claim.start()));
            for (Sentence sentence : account.sentences()) {
                int from = tokens.indexAt(sentence.start());
                int to = tokens.indexAt(sentence.end());
                if (sentence.boilerplate()) continue;
                read(
                        sentence,
                        from,
                        to,
                        pointing.in(from, to),
                        naming.in(from, to),
                        stating.in(from, to),
                        silent.in(from, to),
                        claiming.in(from, to));
            }
            return best();
        }

        private void read(
                Sentence sentence,
                int from,
                int to,
                List<Pointer> pointing,
                List<Vocabulary.Mention> naming,
                List<Found> stating,
                List<Silence> silent,
                List<Claim> claiming) {
            silent.forEach(silence -> proposeSilence(silence, pointing));
            List<Pointer> spoken = pointing.stream()
                    .filter(pointer -> pointer.last() < to && !isInside(pointer, silent))
                    .toList();
            proposeTopics(sentence, spoken);
            proposeValues(sentence, from, to, spoken, candidates.in(from, to, naming, stating, claiming));
        }

        private boolean isInside(Pointer pointer, List<Silence> silent) {
            int start = tokens.at(pointer.first()).start();
            return silent.stream()
                    .anyMatch(silence ->
                            silence.cueStart() <= start && start < Math.max(silence.end(), silence.cueEnd()));
        }

        private void proposeSilence(Silence silence, List<Pointer> pointing) {
            Map<Question, Pointer> matters = new LinkedHashMap<>();
            for (Pointer pointer : pointing) {
                boolean named = silence.start() <= tokens.at(pointer.first()).start()
                        && tokens.at(pointer.last()).end() <= silence.end();
                if (named) matters.merge(pointer.question(), pointer, Fitter::stronger);
            }
            List<Claimant> claimants = claimants(silence.speakers());
            if (claimants.isEmpty() || silence.start() == silence.end()) return;
            if (matters.isEmpty()) {
                Optional<Question> draft =
                        drafts.topic(tokens, tokens.indexAt(silence.start()), tokens.indexAt(silence.end()));
                draft.ifPresent(question -> propose(
                        question,
                        true,
                        claimants,
                        Stance.OMITS,
                        null,
                        silence.cueStart(),
                        silence.end(),
                        Certainty.STATED,
                        silence.rule(),
                        OF_A_NEW_QUESTION));
            }
            // "the dispute over the strike" is a matter of its own, and says nothing of the number of missiles
            if (matters.keySet().stream().anyMatch(question -> question.type() == Value.Type.TOPIC))
                matters.keySet().removeIf(question -> question.type() != Value.Type.TOPIC);
            matters.forEach((question, pointer) -> propose(
                    question,
                    false,
                    claimants,
                    Stance.OMITS,
                    null,
                    silence.cueStart(),
                    silence.end(),
                    Certainty.STATED,
                    silence.rule(),
                    pointer.strength()));
        }

        private void proposeTopics(Sentence sentence, List<Pointer> spoken) {
            Map<Question, Pointer> topics = new LinkedHashMap<>();
            for (Pointer pointer : spoken) {
                if (pointer.question().type() == Value.Type.TOPIC)
                    topics.merge(pointer.question(), pointer, Fitter::stronger);
            }
            topics.forEach((question, pointer) -> affirm(
                    question,
                    false,
                    new Topic(),
                    tokens.at(pointer.first()).start(),
                    tokens.at(pointer.last()).end(),
                    around(sentence, pointer.first(), pointer.last()),
                    "topic.cue",
                    pointer.strength()));
        }

        private void proposeValues(
                Sentence sentence, int from, int to, List<Pointer> spoken, List<Candidate> candidates) {
            List<Fit> fits = new ArrayList<>();
            for (Candidate candidate : candidates) fits.addAll(fits(candidate, spoken, from, to));
            fits.sort(Comparator.comparingDouble(Fit::score)
                    .reversed()
                    .thenComparing(fit -> fit.candidate().first()));
            Set<Candidate> used = new HashSet<>();
            Set<Question> answered = new HashSet<>();
            for (Fit fit : fits) {
                boolean many = fit.candidate().value() instanceof Concept;
                if (!many && used.contains(fit.candidate()) || !answered.add(fit.question())) continue;
                used.add(fit.candidate());
                Value value =
                        answers.as(fit.candidate().value(), fit.candidate().thing(), fit.question());
                int first = Math.min(fit.candidate().first(), fit.cueFirst());
                int last = Math.max(fit.candidate().last(), fit.cueLast());
                boolean near = last - first <= 30;
                affirm(
                        fit.question(),
                        false,
                        value,
                        tokens.at(fit.candidate().first()).start(),
                        tokens.at(fit.candidate().last()).end(),
                        near
                                ? around(sentence, first, last)
                                : around(
                                        sentence,
                                        fit.candidate().first(),
                                        fit.candidate().last()),
                        fit.candidate().rule(),
                        fit.score());
            }
            for (Candidate candidate : candidates) {
                if (!used.contains(candidate)) draft(candidate, sentence, from, to);
            }
        }

        /** Asks what the story does not ask yet. */
        private void draft(Candidate candidate, Sentence sentence, int from, int to) {
            Value value = answers.as(candidate.value(), candidate.thing(), null);
            String unit = value instanceof Quantity quantity ? quantity.unit() : null;
            drafts.value(value, unit, tokens, candidate.first(), candidate.last(), from, to)
                    .ifPresent(question -> affirm(
                            question,
                            true,
                            value,
                            tokens.at(candidate.first()).start(),
                            tokens.at(candidate.last()).end(),
                            around(sentence, candidate.first(), candidate.last()),
                            candidate.rule(),
                            OF_A_NEW_QUESTION));
        }

        private List<Fit> fits(Candidate candidate, List<Pointer> spoken, int from, int to) {
            Map<Question, Fit> fits = new HashMap<>();
            for (Pointer pointer : spoken) {
                Question question = pointer.question();
                int gap = nearness.gap(candidate, pointer);
                boolean lacksUnit = answers.lacksUnit(candidate.value(), question) && gap <= NEAR;
                if (!lacksUnit && !answers.fits(candidate.value(), candidate.thing(), question)) continue;
                double score = nearness.score(candidate, pointer, lacksUnit);
                if (question.proposed()) score = Math.min(score, OF_A_NEW_QUESTION);
                Fit fit = new Fit(question, candidate, score, pointer.first(), pointer.last());
                fits.merge(question, fit, (a, b) -> a.score() >= b.score() ? a : b);
            }
            if (!(candidate.value() instanceof Concept)) fitByWords(candidate, from, to, fits);
            return fits.values().stream().filter(fit -> fit.score() >= LEAST).toList();
        }

        private void fitByWords(Candidate candidate, int from, int to, Map<Question, Fit> fits) {
            Set<String> near =
                    stems.of(tokens, Math.max(from, candidate.first() - 15), Math.min(to, candidate.last() + 16));
            for (Question question : answers.near(near)) {
                if (fits.containsKey(question) || !answers.fits(candidate.value(), candidate.thing(), question))
                    continue;
                double score = BY_WORDS * answers.likeness(question, near);
                boolean only = candidate.value() instanceof Quantity
                        && score == 0
                        && !question.proposed()
                        && answers.touches(question, near)
                        && answers.isOnlyOne(question, candidate.value(), candidate.thing());
                if (only) score = OF_THE_ONLY_QUESTION;
                if (question.proposed()) score = Math.min(score, OF_A_NEW_QUESTION);
                if (score > 0)
                    fits.put(question, new Fit(question, candidate, score, candidate.first(), candidate.last()));
            }
        }

        /** The words of some tokens with a few more around, within their sentence: enough to be read alone. */
        private int[] around(Sentence sentence, int first, int last) {
            int from = first;
            int to = last;
            for (int i = 0; i < 4; i++) {
                if (tokens.at(from - 1).end() > sentence.start() && from > 0 && joins(from - 1)) from--;
                if (tokens.at(to + 1).start() < sentence.end() && to < tokens.size() - 1 && joins(to + 1)) to++;
            }
            return new int[] {
                tokens.at(from).start(), Math.min(sentence.end(), tokens.at(to).end())
            };
        }

        private boolean joins(int token) {
            return tokens.at(token).isWord()
                    || tokens.at(token).isDigits()
                    || tokens.at(token).is("-");
        }

        /** Proposes what is said at {@code start}, by whoever says it there. */
        private void affirm(
                Question question,
                boolean isNew,
                Value value,
                int start,
                int end,
                int[] words,
                String rule,
                double score) {
            List<Claim> claims = account.claimsAt(start, end).stream()
                    .filter(each -> !isAside(each, start))
                    .toList();
            Optional<Claim> claim = claims.stream().findFirst();
            boolean denied =
                    account.deniedAt(start, end) ^ claim.map(Claim::denied).orElse(false);
            Certainty certainty = account.certaintyAt(start, end);
            if (certainty == Certainty.STATED)
                certainty = claim.map(Claim::certainty).orElse(certainty);
            boolean carried = claim.map(Claim::rule).orElse("").endsWith("carried");
            List<Speaker> speakers =
                    claims.stream().flatMap(each -> each.claimant().stream()).toList();
            propose(
                    question,
                    isNew,
                    claimants(speakers),
                    denied ? Stance.DENIES : Stance.AFFIRMS,
                    value,
                    words[0],
                    words[1],
                    certainty,
                    claim.map(each -> rule + " " + each.rule()).orElse(rule),
                    carried ? score * CARRIED : score);
        }

        /**
         * Whether a relative clause stands between the start of a claim and {@code start} that does not follow the tense of
         * reported speech: of "they would send somebody to talks that begin on Friday" the day is the text's own.
         */
        private boolean isAside(Claim claim, int start) {
            if (claim.quoted()) return false;
            boolean reported = false;
            int to = tokens.indexAt(start);
            for (int i = tokens.indexAt(claim.start()); i < to; i++) {
                if (shifted.contains(tokens.at(i).folded())) reported = true;
                if (!reported || !relative.contains(tokens.at(i).folded())) continue;
                String next = tokens.at(i + 1).folded();
                if (stems.isContent(tokens.at(i + 1)) && !tokens.at(i + 1).isCapitalised() && !next.endsWith("ed"))
                    return true;
            }
            return false;
        }

        private List<Claimant> claimants(List<Speaker> speakers) {
            return speakers.stream()
                    .flatMap(speaker -> cast.resolve(speaker).stream())
                    .distinct()
                    .toList();
        }

        private void propose(
                Question question,
                boolean isNew,
                List<Claimant> claimants,
                Stance stance,
                Value value,
                int start,
                int end,
                Certainty certainty,
                String rule,
                double score) {
            List<Optional<Claimant>> voices = claimants.isEmpty()
                    ? List.of(Optional.empty())
                    : claimants.stream()
                            .map(claimant -> Optional.of(claimant)
                                    .filter(each -> !each.id().equals(publisher)))
                            .toList();
            for (Optional<Claimant> voice : voices) {
                if (stance == Stance.OMITS && voice.isEmpty() || end - start > LONGEST_EVIDENCE) continue;
                Proposal proposal = new Proposal(
                        question,
                        isNew,
                        voice,
                        stance,
                        value,
                        value instanceof Concept concept ? vocabulary.newPlaces(concept.concept()) : List.of(),
                        start,
                        end,
                        certainty,
                        rule,
                        confidence(score));
                proposals.merge(
                        proposal.said(), proposal, (a, b) -> b.confidence().compareTo(a.confidence()) > 0 ? b : a);
            }
        }

        /** Without answers that are much worse than another of the same claimant to the same question. */
        private List<Proposal> best() {
            Map<String, BigDecimal> best = new HashMap<>();
            proposals.values().forEach(each -> best.merge(voiceOn(each), each.confidence(), BigDecimal::max));
            return proposals.values().stream()
                    .filter(each -> each.stance() == Stance.OMITS
                            || each.confidence().doubleValue() * MUCH_BETTER
                                    >= best.get(voiceOn(each)).doubleValue())
                    .sorted(Comparator.comparing(Proposal::confidence).reversed())
                    .limit(MOST)
                    .sorted(Comparator.comparingInt(Proposal::start)
                            .thenComparing(each -> each.question().id()))
                    .toList();
        }

        private String voiceOn(Proposal each) {
            return each.question().id() + " "
                    + each.claimant().map(Claimant::id).orElse("");
        }
    }

    private static Pointer stronger(Pointer a, Pointer b) {
        return b.strength() > a.strength() ? b : a;
    }

    private static BigDecimal confidence(double score) {
        return BigDecimal.valueOf(Math.max(0.01, Math.min(0.99, score)))
                .setScale(2, RoundingMode.HALF_UP)
                .stripTrailingZeros();
    }
}
