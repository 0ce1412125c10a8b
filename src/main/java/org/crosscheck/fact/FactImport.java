package org.crosscheck.fact;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.crosscheck.http.Csv;
import org.crosscheck.http.Existing;
import org.crosscheck.monitor.Tally;
import org.crosscheck.problem.ProblemException;
import org.crosscheck.problem.ProblemType;
import org.crosscheck.problem.Violation;
import org.crosscheck.problem.Violations;
import org.crosscheck.source.Copies;
import org.crosscheck.source.SourceEntity;
import org.crosscheck.source.SourceView;
import org.crosscheck.story.AttributeService;
import org.crosscheck.story.AttributeView;
import org.crosscheck.story.Idempotency;
import org.crosscheck.story.RevisionEntity;
import org.crosscheck.story.Revisions;
import org.crosscheck.story.StoryEntity;
import org.crosscheck.story.StoryWriter;
import org.crosscheck.story.Touched;

/** Takes a table of facts on sources of a story: what is right is stored in one transaction, and what is not is told row by row. */
@ApplicationScoped
class FactImport {
    private static final String ROWS = "crosscheck.import.rows";

    private final StoryWriter writer;
    private final AttributeService attributes;
    private final Editing editing;
    private final Adoption adoption;
    private final Revisions revisions;
    private final Idempotency idempotency;
    private final FactTable table;
    private final Tally tally;
    private final FactCopy copy;

    FactImport(
            StoryWriter writer,
            AttributeService attributes,
            Editing editing,
            Adoption adoption,
            Revisions revisions,
            Idempotency idempotency,
            FactTable table,
            Tally tally,
            FactCopy copy) {
        this.writer = writer;
        this.attributes = attributes;
        this.editing = editing;
        this.adoption = adoption;
        this.revisions = revisions;
        this.idempotency = idempotency;
        this.table = table;
        this.tally = tally;
        this.copy = copy;
    }

    /** @param atomic whether nothing is stored where a row is refused: then that is a 422 problem */
    @Transactional
    Idempotency.Answer take(String storyId, FactTable.Sheet sheet, Existing existing, boolean atomic, String key) {
        adoption.prepare(sheet.named(FactColumn.CLAIMANT));
        StoryEntity story = writer.lock(storyId);
        return idempotency.once(storyId, key, List.of("facts.csv", sheet, existing, atomic), () -> {
            FactImportReport report = new Import(story, sheet, existing).run(atomic);
            count(report);
            return idempotency.answer(200, null, null, report);
        });
    }

    void expect(@Observes StartupEvent start) {
        for (String outcome : List.of("ADDED", "CHANGED", "UNCHANGED", "REFUSED"))
            tally.expect(ROWS, "Rows of imports, by what became of them", "of", "facts", "outcome", outcome);
    }

    private void count(FactImportReport report) {
        count("ADDED", report.added());
        count("CHANGED", report.changed());
        count("UNCHANGED", report.unchanged());
        count("REFUSED", report.refused());
    }

    private void count(String outcome, int rows) {
        tally.add(rows, ROWS, "of", "facts", "outcome", outcome);
    }

    /** One import into a locked story. */
    private final class Import {
        private final StoryEntity story;
        private final FactTable.Sheet sheet;
        private final Existing existing;
        private final Map<String, SourceEntity> sources = new HashMap<>();
        private final Copies copies;
        /** The right rows by the id of their fact, with what each says. */
        private final Map<String, Right> right = new LinkedHashMap<>();

        private final List<FactImportReport.RefusedRow> refused = new ArrayList<>();
        private final Touched touched = new Touched();
        private final List<FactEntity> stored = new ArrayList<>();
        private int changed;
        private int unchanged;

        /** A row that is right by itself. */
        private record Right(long line, NormalFact fact, FactView given) {}

        Import(StoryEntity story, FactTable.Sheet sheet, Existing existing) {
            this.story = story;
            this.sheet = sheet;
            this.existing = existing;
            SourceEntity.of(story.id, sheet.named(FactColumn.SOURCE)).forEach(source -> sources.put(source.id, source));
            this.copies = Copies.stored(story.id, sources.keySet());
        }

        FactImportReport run(boolean atomic) {
            normalize();
            Map<String, FactEntity> present = new HashMap<>();
            FactEntity.byIds(story.id, right.keySet()).forEach(fact -> present.put(fact.id, fact));
            List<Right> fresh = new ArrayList<>();
            for (Right row : right.values()) {
                FactEntity fact = present.get(row.fact().fact().id());
                if (fact == null) fresh.add(row);
                else meet(fact, row);
            }
            refused.sort(Comparator.comparingLong(FactImportReport.RefusedRow::line));
            if (atomic && !refused.isEmpty()) throw refusal();
            add(fresh);
            adoption.adopt(story.id, stored);
            if (!touched.isEmpty()) writer.changed(story, touched);
            return new FactImportReport(fresh.size(), changed, unchanged, refused.size(), refused);
        }

        private void refuse(long line, List<Violation> violations) {
            refused.add(new FactImportReport.RefusedRow(line, violations));
        }

        private void refuse(long line, String pointer, String message) {
            refuse(line, List.of(new Violation(pointer, message)));
        }

        private ProblemException refusal() {
            List<Violation> all = refused.stream()
                    .flatMap(row -> row.violations().stream()
                            .map(each -> new Violation("/" + row.line() + each.pointer(), each.message())))
                    .toList();
            return new ProblemException(
                    ProblemType.VALIDATION,
                    refused.size() + " rows are at fault, so nothing is stored. Change line "
                            + refused.get(0).line() + ": " + all.get(0).message(),
                    all);
        }

        private void normalize() {
            Map<String, AttributeView> questions = Known.byId(attributes.stated(story.id));
            Map<Csv.Row, FactView> facts = new LinkedHashMap<>();
            for (Csv.Row row : sheet.rows()) {
                Violations violations = new Violations();
                String source = sheet.cell(row, FactColumn.SOURCE);
                if (!sources.containsKey(source))
                    violations.add(
                            "/source",
                            source == null
                                    ? "Name the source."
                                    : "The story has no source \"" + source + "\"; submit it first.");
                AttributeView question = questions.get(sheet.cell(row, FactColumn.ATTRIBUTE));
                FactView fact = table.fact(sheet, row, question == null ? null : question.type(), violations)
                        .orElse(null);
                if (violations.isEmpty()) facts.put(row, fact);
                else refuse(row.line(), FactTable.ofCells(violations));
            }
            Known known = known(facts, questions);
            Normalizer normalizer = new Normalizer(questions, known.parties(), known.concepts());
            facts.forEach((row, fact) -> normalize(row, fact, normalizer));
        }

        private void normalize(Csv.Row row, FactView fact, Normalizer normalizer) {
            SourceEntity source = sources.get(sheet.cell(row, FactColumn.SOURCE));
            Violations violations = new Violations();
            NormalFact normal = normalizer
                    .normalize(source.id, source.text, fact, "", violations)
                    .orElse(null);
            if (normal == null) {
                refuse(row.line(), FactTable.ofCells(violations));
                return;
            }
            Right other = right.putIfAbsent(normal.fact().id(), new Right(row.line(), normal, fact));
            if (other == null) return;
            if (other.fact().equals(normal)) unchanged++;
            else
                refuse(
                        row.line(),
                        "/id",
                        "Line " + other.line() + " gives this fact otherwise; give each an id, or keep one.");
        }

        private Known known(Map<Csv.Row, FactView> facts, Map<String, AttributeView> questions) {
            Map<String, List<FactView>> bySource = new HashMap<>();
            facts.forEach((row, fact) -> bySource.computeIfAbsent(
                            sheet.cell(row, FactColumn.SOURCE), none -> new ArrayList<>())
                    .add(fact));
            return Known.namedBy(
                    bySource.entrySet().stream()
                            .map(each -> SubmittedSource.of(
                                    SourceView.of(sources.get(each.getKey())), each.getValue(), null))
                            .toList(),
                    questions);
        }

        /** What {@code row} says of a fact that is there. */
        private void meet(FactEntity fact, Right row) {
            FactView now = fact.view();
            NormalFact normal = row.fact();
            boolean elsewhere = !fact.source.equals(normal.fact().source());
            boolean says =
                    !elsewhere && normal.fact().with(fact.id, null, fact.status).equals(now.stated());
            boolean reviewed = says && saysReview(row, now);
            if (says && (reviewed || existing != Existing.REPLACE) || existing == Existing.SKIP) unchanged++;
            else if (elsewhere)
                refuse(row.line(), "/id", "The source \"" + fact.source + "\" has this fact; choose another id.");
            else if (existing == Existing.REFUSE)
                refuse(
                        row.line(),
                        "/id",
                        "There is a fact \"" + fact.id + "\" already that says something else. Send existing=REPLACE to"
                                + " change it, or choose another id.");
            else if (row.given().revision() != null && row.given().revision() != fact.revision)
                refuse(
                        row.line(),
                        "/revision",
                        "The fact is at revision " + fact.revision + " now; export it again, then change that.");
            else change(fact, row, says);
        }

        /** Whether {@code row} leaves the review as it is. */
        private boolean saysReview(Right row, FactView now) {
            boolean status = row.given().status() == null || row.given().status() == now.status();
            boolean reason =
                    !sheet.has(FactColumn.REASON) || Objects.equals(row.given().reason(), now.reason());
            return status && reason;
        }

        /** A status or reason that the table does not give stays as it is. */
        private void change(FactEntity fact, Right row, boolean says) {
            fact.touched(touched);
            Status status =
                    row.given().status() == null ? fact.status : row.given().status();
            String reason = sheet.has(FactColumn.REASON) ? row.given().reason() : fact.reason;
            FactView statement = row.fact().fact();
            NormalFact normal = new NormalFact(
                    statement.with(fact.id, statement.source(), status),
                    row.fact().value(),
                    row.fact().concept());
            editing.review(fact, says ? null : normal, status, reason, said -> said.copiedFrom(copies));
            fact.touched(touched);
            stored.add(fact);
            changed++;
        }

        private void add(List<Right> rows) {
            Map<String, Integer> first = revisions.first(
                    story.id,
                    RevisionEntity.Kind.FACT,
                    rows.stream().map(row -> row.fact().fact().id()).toList());
            Map<String, Integer> ordinals = FactEntity.nextOrdinals(story.id);
            List<FactEntity> facts = new ArrayList<>();
            for (Right row : rows) {
                FactView statement = row.fact().fact();
                FactEntity fact = new FactEntity();
                fact.storyId = story.id;
                fact.id = statement.id();
                fact.ordinal = ordinals.merge(statement.source(), 1, Integer::sum) - 1;
                fact.state(row.fact());
                fact.copiedFrom = row.fact().copiedFrom(copies);
                fact.reason = row.given().reason();
                facts.add(fact);
                fact.added(touched);
            }
            revisions.create(story.id, facts, fact -> first.get(fact.id));
            copy.write(facts);
            stored.addAll(facts);
        }
    }
}
