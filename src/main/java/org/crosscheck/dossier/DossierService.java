package org.crosscheck.dossier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.crosscheck.concept.ConceptService;
import org.crosscheck.concept.Taxonomies;
import org.crosscheck.fact.CheckedSource;
import org.crosscheck.fact.FactStore;
import org.crosscheck.http.ETags;
import org.crosscheck.http.Existing;
import org.crosscheck.party.Authority;
import org.crosscheck.party.PartyService;
import org.crosscheck.problem.ProblemException;
import org.crosscheck.report.StatelessReport;
import org.crosscheck.report.WholeStories;
import org.crosscheck.source.SourceEntity;
import org.crosscheck.source.SourceView;
import org.crosscheck.story.AttributeService;
import org.crosscheck.story.StoryEntity;
import org.crosscheck.story.StoryService;
import org.crosscheck.story.StoryWriter;
import org.crosscheck.story.Touched;

/** Imports dossiers, each in one transaction, and checks them without storing. */
@ApplicationScoped
class DossierService {
    private final Authority authority;
    private final StoryService stories;
    private final StoryWriter writer;
    private final PartyService parties;
    private final ConceptService concepts;
    private final Taxonomies taxonomies;
    private final AttributeService attributes;
    private final FactStore facts;
    private final DossierCheck check;
    private final StatedNames names;
    private final StatelessReport stateless;
    private final DossierExport export;
    private final Imports imports;
    private final WholeStories wholes;

    DossierService(
            Authority authority,
            StoryService stories,
            StoryWriter writer,
            PartyService parties,
            ConceptService concepts,
            Taxonomies taxonomies,
            AttributeService attributes,
            FactStore facts,
            DossierCheck check,
            StatedNames names,
            StatelessReport stateless,
            DossierExport export,
            Imports imports,
            WholeStories wholes) {
        this.authority = authority;
        this.stories = stories;
        this.writer = writer;
        this.parties = parties;
        this.concepts = concepts;
        this.taxonomies = taxonomies;
        this.attributes = attributes;
        this.facts = facts;
        this.check = check;
        this.names = names;
        this.stateless = stateless;
        this.export = export;
        this.imports = imports;
        this.wholes = wholes;
    }

    /** What a PUT did. */
    record Written(DossierView dossier, String tag, boolean created) {}

    /** Makes a story what {@code dossier} says. What is the same already is not touched. */
    @Transactional
    Written put(String id, DossierView dossier, ETags tags) {
        boolean restates = lockAuthority(dossier, Turn.ALONE);
        StoryEntity story = stories.lockOrCreate(id);
        boolean created = story.isNew();
        String current = created ? null : export.tag(id);
        tags.check(current);
        store(story, dossier, restates, () -> tags.checkKnown(current));
        return new Written(export.dossier(id), export.tag(id), created);
    }

    /**
     * Makes a locked story what {@code dossier} says. Tells whether that changes anything.
     *
     * @param allowed is run before a change, and throws where it is not allowed
     */
    private boolean store(StoryEntity story, DossierView dossier, boolean restates, Runnable allowed) {
        String id = story.id;
        boolean created = story.isNew();
        List<CheckedSource> sources = check.check(dossier);
        Touched touched = new Touched();
        boolean renamed = restates && writeAuthority(dossier, touched);
        boolean changed = stories.describe(story, dossier.story());
        boolean namesOthers = created || names.differ(id, dossier);
        List<String> shown = !created && namesOthers ? export.names(id) : List.of();
        if (namesOthers) names.replace(id, dossier);
        Set<String> asked = attributes.state(id, dossier.attributes());
        asked.forEach(touched::question);
        changed |= !asked.isEmpty();
        Optional<Touched> restated = facts.store(story, sources, created ? List.of() : leaving(id, sources));
        restated.ifPresent(touched::addAll);
        changed |= restated.isPresent();
        // What is new has nothing else, and the order that the dossier gives.
        if (!created) {
            Optional<Touched> reordered = facts.order(story, sources);
            reordered.ifPresent(touched::addAll);
            changed |= reordered.isPresent();
            changed |= attributes.retain(id, dossier.attributes());
        }
        if (!shown.isEmpty()) changed |= !shown.equals(export.names(id));
        if (!changed && !renamed) return false;
        allowed.run();
        wholes.isStored(id, sources);
        writer.changed(story, touched);
        return true;
    }

    /** A dossier of an import of many, and how it is known again: by the import's name and its own SHA-256. */
    record Imported(String importId, String fingerprint, DossierView dossier) {}

    /** What a dossier that is stored while others are has to do with those. */
    interface Turn {
        /** There are no others. */
        Turn ALONE = new Turn() {
            @Override
            public void pass() {}

            @Override
            public void comesAlone() {}
        };

        /** Lets those behind it go ahead, since it leaves parties and concepts as they are. */
        void pass();

        /** Throws {@link NotYet} unless all before it are done, since it changes parties or concepts. */
        void comesAlone();
    }

    /** To be taken once all before it are done: a transaction that waited for those might last too long. */
    static final class NotYet extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotYet() {
            super("others come first", null, false, false);
        }
    }

    /** Takes one of many dossiers, and remembers that it did. */
    @Transactional
    ImportLine take(long line, Imported imported, Existing existing, Turn turn) {
        String id = imported.dossier().story().id();
        Optional<ImportLine> before = before(line, imported);
        if (before.isPresent()) return before.get();
        boolean restates = lockAuthority(imported.dossier(), turn);
        StoryEntity story = stories.lockOrCreate(id);
        boolean created = story.isNew();
        // The same stream may come twice at once.
        if (!created) before = before(line, imported);
        if (before.isPresent()) return before.get();
        boolean left = !created && existing == Existing.SKIP;
        boolean refuses = !created && existing == Existing.REFUSE;
        boolean changed = !left
                && store(story, imported.dossier(), restates, () -> {
                    if (refuses) throw exists(id);
                });
        ImportLine.Outcome outcome = left ? ImportLine.Outcome.SKIPPED : ImportLine.Outcome.of(created, changed);
        imports.remember(imported.importId(), story, imported.fingerprint(), outcome);
        return ImportLine.done(line, id, outcome, story.version, false);
    }

    private static ProblemException exists(String story) {
        return ProblemException.conflict("There is a story \"" + story
                + "\" already that is not what this line says. Send existing=REPLACE to make it so, or existing=SKIP.");
    }

    /** What the same import did with the same dossier before. */
    private Optional<ImportLine> before(long line, Imported imported) {
        String id = imported.dossier().story().id();
        return imports.done(imported.importId(), id, imported.fingerprint())
                .map(done -> ImportLine.done(line, id, done.outcome, done.version, true));
    }

    /** Imports {@code dossier} unless its story is there, or was there before. Tells whether it did. */
    @Transactional
    boolean putOnce(DossierView dossier) {
        String id = dossier.story().id();
        if (stories.isKnown(id)) return false;
        put(id, dossier, ETags.unconditional());
        return true;
    }

    /**
     * Only a dossier that changes parties or concepts keeps other stories waiting. One that states them as they are has stated
     * them, even where somebody changes them before we get the lock: that change is the later one. Tells whether it changes them.
     */
    private boolean lockAuthority(DossierView dossier, Turn turn) {
        boolean changes = parties.wouldChange(dossier.parties()) || concepts.wouldChange(dossier.concepts());
        if (changes) {
            turn.comesAlone();
            authority.change();
        } else {
            authority.read();
            turn.pass();
        }
        return changes;
    }

    /** Stores parties and concepts, and tells whether any changed. That may touch all that the story asks. */
    private boolean writeAuthority(DossierView dossier, Touched story) {
        Set<String> changedParties = parties.write(dossier.parties(), true);
        Set<String> touched = taxonomies.touchedBy(concepts.changing(dossier.concepts()));
        Set<String> changedConcepts = concepts.write(dossier.concepts(), true);
        if (changedParties.isEmpty() && changedConcepts.isEmpty()) return false;
        touched.addAll(taxonomies.touchedBy(changedConcepts));
        authority.changed(changedParties, touched);
        dossier.attributes().forEach(attribute -> story.authority(attribute.id(), changedParties, touched));
        return true;
    }

    private static List<String> leaving(String story, List<CheckedSource> sources) {
        Set<String> staying = new HashSet<>();
        sources.forEach(source -> staying.add(source.document().id()));
        return SourceEntity.outlines(story).stream()
                .map(SourceView::id)
                .filter(id -> !staying.contains(id))
                .toList();
    }

    /** The report on {@code dossier}, in JSON. Stores nothing. */
    @Transactional
    byte[] report(DossierView dossier) {
        List<CheckedSource> sources = check.check(dossier);
        return stateless.of(dossier.story().id(), dossier.attributes(), sources, dossier.concepts(), dossier.parties());
    }
}
