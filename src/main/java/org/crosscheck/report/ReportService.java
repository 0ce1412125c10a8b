package org.crosscheck.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.crosscheck.concept.Taxonomies;
import org.crosscheck.decision.Standing;
import org.crosscheck.http.ETags;
import org.crosscheck.http.OwnJson;
import org.crosscheck.http.Page;
import org.crosscheck.http.PageRequest;
import org.crosscheck.party.Authority;
import org.crosscheck.party.PartyEntity;
import org.crosscheck.problem.ProblemException;
import org.crosscheck.problem.ProblemType;
import org.crosscheck.story.AttributeEntity;
import org.crosscheck.story.StoryEntity;
import org.crosscheck.story.StoryService;
import org.crosscheck.value.Taxonomy;
import org.crosscheck.verdict.Attribute;
import org.crosscheck.verdict.Finding;
import org.crosscheck.verdict.Flag;
import org.hibernate.Session;

/** Reads reports and what is made of them. */
@ApplicationScoped
public class ReportService {
    private final Session db;
    private final StoredReports stored;
    private final OwnJson own;
    private final StoredFacts facts;
    private final StoryService stories;
    private final Authority authority;
    private final Taxonomies taxonomies;
    private final EarlierVerdicts earlier;

    ReportService(
            Session db,
            StoredReports stored,
            OwnJson own,
            StoredFacts facts,
            StoryService stories,
            Authority authority,
            Taxonomies taxonomies,
            EarlierVerdicts earlier) {
        this.db = db;
        this.stored = stored;
        this.own = own;
        this.facts = facts;
        this.stories = stories;
        this.authority = authority;
        this.taxonomies = taxonomies;
        this.earlier = earlier;
    }

    /**
     * The entity tag of what is read, without reading it.
     *
     * @param form empty for what is stored; else a suffix that tells forms apart that also depend on parties and concepts
     */
    @Transactional
    String tag(String story, String form) {
        long version = stories.existing(story).version;
        return form.isEmpty() ? ETags.tag(version) : "\"" + version + "." + authority.version() + form + "\"";
    }

    @Transactional
    Snapshot snapshot(String story, ReportQuery query) {
        return query.isStored() ? stored(story) : live(story, query);
    }

    /** As it is stored, all of it, and as this transaction sees it. */
    Snapshot stored(String story) {
        return stored.seen(story, null);
    }

    /** The stored verdict on each attribute. */
    @Transactional
    public Map<String, Flag> verdicts(String story) {
        return FindingEntity.verdicts(story);
    }

    /** The report from that point of view, judged anew, in JSON. */
    @Transactional
    byte[] live(String story, ReportQuery query, Predicate<Snapshot.Entry> filter) {
        return new ReportJson(own).of(live(story, query), filter);
    }

    /** Judges anew, from one state of the database. */
    private Snapshot live(String id, ReportQuery query) {
        seeOneState();
        StoryEntity story = stories.existing(id);
        Evaluation evaluation = facts.load(id, AttributeEntity.accepted(id), query.until());
        return snapshot(id, story.version, evaluation, query.rollUp);
    }

    /** The report on what is not stored, in JSON. */
    byte[] report(String story, Evaluation evaluation) {
        return new ReportJson(own).of(snapshot(story, 0, evaluation, false), entry -> true);
    }

    /** All that this transaction reads, in however many statements, is of one state of the database. */
    void seeOneState() {
        db.createNativeMutationQuery("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
                .executeUpdate();
    }

    private Snapshot snapshot(String story, long version, Evaluation evaluation, boolean rollUp) {
        List<Snapshot.Entry> entries = new ArrayList<>();
        for (Finding finding : evaluation.findings(rollUp)) {
            FindingView view = FindingView.of(finding);
            entries.add(new Snapshot.Entry(
                    finding.attribute(),
                    finding.verdict(),
                    Standing.NONE,
                    List.copyOf(view.voices()),
                    Json.of(own.write(view))));
        }
        return new Snapshot(story, version, evaluation.sources().size(), evaluation.lineages(), entries);
    }

    /** The report in JSON, of only what is not as it was at the version {@code since}. */
    @Transactional
    byte[] changes(String story, long since, Predicate<Snapshot.Entry> filter) {
        Snapshot snapshot = stored(story);
        if (since > snapshot.version())
            throw ProblemException.parameter(
                    "since", "The story is at version " + snapshot.version() + " now; give that or an earlier one.");
        // Whatever led to this version is committed, and does not change any more.
        Map<String, EarlierVerdicts.Change> changes = earlier.between(story, since, snapshot.version());
        return new ReportJson(own).of(snapshot, filter, since, changes);
    }

    @Transactional
    Snapshot finding(String story, String attribute, ReportQuery query) {
        Snapshot snapshot = query.isStored()
                ? stored.seen(story, attribute)
                : live(story, query).only(attribute);
        if (snapshot.entries().isEmpty()) throw ProblemException.notFound("attribute", attribute);
        return snapshot;
    }

    @Transactional
    public ComparisonView comparison(String story, String left, String right, ReportQuery query) {
        if (left.equals(right))
            throw new ProblemException(ProblemType.INVALID_REQUEST, "Name two different voices as left and right.");
        seeOneState();
        Snapshot snapshot = snapshot(story, query);
        for (String voice : List.of(left, right)) {
            if (PartyEntity.existing(Set.of(voice)).isEmpty()) throw ProblemException.notFound("party", voice);
        }
        List<FindingView> findings = findings(snapshot).stream()
                .filter(finding ->
                        finding.voices().contains(left) || finding.voices().contains(right))
                .toList();
        Map<String, Attribute> attributes = attributes(story);
        return new Comparison(left, right, attributes, taxonomy(findings, attributes)).of(snapshot, findings);
    }

    @Transactional
    MatrixView matrix(String story, ReportQuery query) {
        return read(story, query).matrix();
    }

    /** A report, read for people: its findings, and the same laid out. */
    public record Laid(int sources, int lineages, List<FindingView> findings, MatrixView matrix) {}

    @Transactional
    public Laid read(String story, ReportQuery query) {
        seeOneState();
        return laid(story, snapshot(story, query));
    }

    /** The same of one finding. */
    @Transactional
    public Laid read(String story, String attribute, ReportQuery query) {
        seeOneState();
        return laid(story, finding(story, attribute, query));
    }

    private Laid laid(String story, Snapshot snapshot) {
        List<FindingView> findings = findings(snapshot);
        Set<String> voices = new HashSet<>();
        snapshot.entries().forEach(entry -> voices.addAll(entry.voices()));
        Map<String, String> names =
                StoredFacts.parties(PartyEntity.byIds(voices)).names();
        Map<String, Attribute> attributes = attributes(story);
        return new Laid(
                snapshot.sources(),
                snapshot.lineages(),
                findings,
                new Matrix(names, attributes, taxonomy(findings, attributes)).of(snapshot, findings));
    }

    private static Map<String, Attribute> attributes(String story) {
        Map<String, Attribute> attributes = new HashMap<>();
        AttributeEntity.of(story).forEach(each -> attributes.put(each.id, StoredFacts.attribute(each)));
        return attributes;
    }

    private Taxonomy taxonomy(List<FindingView> findings, Map<String, Attribute> attributes) {
        Set<String> concepts = new HashSet<>();
        for (FindingView finding : findings) {
            // A tolerance is of the attribute's unit.
            String unit = attributes.get(finding.attribute()).unit();
            if (unit != null) concepts.add(unit);
            for (FindingView.PositionView position : finding.positions())
                position.values()
                        .forEach(reported ->
                                Evaluation.concept(reported.value().toValue()).ifPresent(concepts::add));
        }
        return taxonomies.around(concepts);
    }

    private List<FindingView> findings(Snapshot snapshot) {
        return snapshot.entries().stream()
                .map(entry -> own.read(entry.json().text(), FindingView.class))
                .toList();
    }

    /** Findings of all stories. */
    @Transactional
    Page<FindingView> across(List<Flag> verdicts, DecisionFilter decisions, PageRequest page) {
        List<String> after = page.after(2);
        return Page.of(
                FindingEntity.after(verdicts, decisions.wanted(), after.get(0), after.get(1), page.rows()),
                page,
                row -> own.read(row.body, FindingView.class).inStory(row.storyId),
                row -> List.of(row.storyId, row.attribute));
    }
}
