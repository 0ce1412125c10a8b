package org.crosscheck.party;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.crosscheck.access.Caller;
import org.crosscheck.access.HistoryEntry;
import org.crosscheck.access.SharedRevisions;
import org.crosscheck.access.SharedRevisions.Kind;
import org.crosscheck.http.ETags;
import org.crosscheck.http.Page;
import org.crosscheck.http.PageRequest;
import org.crosscheck.problem.ProblemException;
import org.crosscheck.problem.Violations;
import org.crosscheck.value.Hierarchy;

/** Reads and writes parties. */
@ApplicationScoped
public class PartyService {
    private final Authority authority;
    private final Caller caller;
    private final SharedRevisions revisions;

    PartyService(Authority authority, Caller caller, SharedRevisions revisions) {
        this.authority = authority;
        this.caller = caller;
        this.revisions = revisions;
    }

    /** What a PUT did. */
    record Written(PartyView party, boolean created) {}

    @Transactional
    Written put(String id, PartyView body, ETags tags) {
        authority.change();
        Optional<PartyEntity> known = PartyEntity.byId(id);
        String current = known.map(stored -> ETags.tag(stored.revision)).orElse(null);
        tags.check(current);
        PartyView party = body.withId(id);
        Violations violations = new Violations();
        check(List.of(party), "", violations, true);
        violations.throwIfAny();
        if (!write(List.of(party), false).isEmpty()) {
            tags.checkKnown(current);
            authority.changed(List.of(id), List.of());
        }
        return new Written(view(id), known.isEmpty());
    }

    /**
     * Looks for dangling and circular {@code partOf} among {@code stated}, on top of what is stored.
     *
     * @param pointer where the parties stand in the body
     * @param single whether the body is one party, so that pointers need no index
     */
    public void check(List<PartyView> stated, String pointer, Violations violations, boolean single) {
        Map<String, String> partOf = new LinkedHashMap<>();
        Set<String> known = new HashSet<>();
        stated.forEach(party -> known.add(party.id()));
        for (PartyView party : stated) if (party.partOf() != null) partOf.put(party.id(), party.partOf());
        Map<String, PartyEntity> stored = withWholes(stated, partOf.values());
        stored.forEach((id, party) -> {
            known.add(id);
            if (party.partOf != null) partOf.putIfAbsent(id, party.partOf);
        });
        Optional<List<String>> cycle = cycle(partOf);
        for (int i = 0; i < stated.size(); i++) {
            PartyView party = stated.get(i);
            String at = pointer + (single ? "" : "/" + i) + "/partOf";
            if (party.partOf() != null && !known.contains(party.partOf()))
                violations.add(at, "There is no party \"" + party.partOf() + "\"; state it too, or leave partOf out.");
            if (cycle.isPresent() && party.partOf() != null && cycle.get().contains(party.id())) {
                violations.add(
                        at,
                        "Parties would be part of each other in a circle: " + String.join(" → ", cycle.get()) + ".");
                cycle = Optional.empty();
            }
        }
    }

    private static Optional<List<String>> cycle(Map<String, String> partOf) {
        Map<String, List<String>> links = new HashMap<>();
        partOf.forEach((id, whole) -> links.put(id, List.of(whole)));
        return Hierarchy.cycle(links);
    }

    /** The stored parties that {@code stated} names, and whatever those are part of. */
    private static Map<String, PartyEntity> withWholes(List<PartyView> stated, Collection<String> wholes) {
        Set<String> ids = new HashSet<>(wholes);
        stated.forEach(party -> ids.add(party.id()));
        return withWholes(ids);
    }

    /** The stored parties among {@code ids}, and whatever they are part of. */
    public static Map<String, PartyEntity> withWholes(Collection<String> ids) {
        Map<String, PartyEntity> all = new HashMap<>();
        Set<String> wanted = new HashSet<>(ids);
        while (!wanted.isEmpty()) {
            List<PartyEntity> found = PartyEntity.byIds(wanted);
            wanted = new HashSet<>();
            for (PartyEntity party : found) {
                all.put(party.id, party);
                if (party.partOf != null && !all.containsKey(party.partOf)) wanted.add(party.partOf);
            }
        }
        return all;
    }

    /** Whether stating {@code parties} would change what is stored. Takes no lock, changes nothing. */
    public boolean wouldChange(List<PartyView> parties) {
        Map<String, PartyView> stored = new HashMap<>();
        PartyEntity.byIds(parties.stream().map(PartyView::id).toList())
                .forEach(party -> stored.put(party.id, PartyView.of(party, false)));
        return parties.stream().anyMatch(party -> !party.isStatedBy(stored.get(party.id())));
    }

    /**
     * Stores what {@code parties} state; the caller has locked the authority files. Wholes may come after their parts. Returns the
     * ids of those that changed.
     */
    public Set<String> write(List<PartyView> parties, boolean leftOutStays) {
        Map<String, PartyEntity> stored = new HashMap<>();
        PartyEntity.byIds(parties.stream().map(PartyView::id).toList()).forEach(party -> stored.put(party.id, party));
        Map<String, Integer> last = revisions.last(
                Kind.PARTY,
                parties.stream()
                        .map(PartyView::id)
                        .filter(id -> !stored.containsKey(id))
                        .toList());
        Set<String> changed = new HashSet<>();
        Map<PartyEntity, String> wholes = new LinkedHashMap<>();
        for (PartyView view : parties) {
            PartyEntity party = stored.get(view.id());
            if (party != null) {
                if (!party.state(view, leftOutStays)) continue;
                caller.mustWriteAll("The party \"" + view.id() + "\"");
                changed.add(view.id());
                keep(party);
                continue;
            }
            party = new PartyEntity();
            party.id = view.id();
            party.revision = last.get(view.id());
            party.state(view, leftOutStays);
            changed.add(view.id());
            keep(party);
            wholes.put(party, party.partOf);
            party.partOf = null;
        }
        PartyEntity.persist(wholes.keySet());
        PartyEntity.flush();
        wholes.forEach((party, whole) -> party.partOf = whole);
        PartyEntity.flush();
        return changed;
    }

    /** Those of {@code ids}, and of what they are part of, that are only proposed. */
    public Set<String> proposed(Collection<String> ids) {
        Set<String> proposed = new TreeSet<>();
        withWholes(ids).values().stream().filter(party -> party.proposed).forEach(party -> proposed.add(party.id));
        return proposed;
    }

    /** Makes proposed parties parties like all others; the caller has locked the authority files for a change. */
    public void accept(Collection<String> ids) {
        Set<String> proposed = proposed(ids);
        if (proposed.isEmpty()) return;
        for (PartyEntity party : PartyEntity.byIds(proposed)) {
            party.accept();
            keep(party);
        }
        authority.changed(proposed, List.of());
    }

    private void keep(PartyEntity party) {
        revisions.keep(Kind.PARTY, party.id, party.revision, PartyView.of(party, true));
    }

    @Transactional
    void delete(String id, ETags tags) {
        authority.change();
        PartyEntity party = PartyEntity.byId(id).orElseThrow(() -> ProblemException.notFound("party", id));
        tags.check(ETags.tag(party.revision));
        revisions.keepDeletion(Kind.PARTY, id, party.revision);
        party.delete();
        PartyEntity.flush();
        authority.changed(List.of(id), List.of());
    }

    @Transactional
    PartyView view(String id) {
        return PartyEntity.byId(id)
                .map(party -> PartyView.of(party, true))
                .orElseThrow(() -> ProblemException.notFound("party", id));
    }

    @Transactional
    Page<PartyView> list(PageRequest page) {
        return Page.of(
                PartyEntity.after(page.after(1).get(0), page.rows()),
                page,
                party -> PartyView.of(party, true),
                party -> List.of(party.id));
    }

    @Transactional
    Page<HistoryEntry> history(String id, PageRequest page) {
        return revisions.history(Kind.PARTY, id, page);
    }

    /** What the party said at that revision, in JSON. */
    @Transactional
    ObjectNode revision(String id, int revision) {
        return revisions.state(Kind.PARTY, id, revision);
    }

    /** All parties, as a dossier states them. */
    public List<PartyView> all() {
        return PartyEntity.<PartyEntity>listAll().stream()
                .map(party -> PartyView.of(party, false))
                .toList();
    }

    /** What the parties among {@code ids} are called, by id. */
    @Transactional
    public Map<String, String> names(Collection<String> ids) {
        Map<String, String> names = new HashMap<>();
        PartyEntity.byIds(ids).forEach(party -> names.put(party.id, party.name));
        return names;
    }

    /** The parties called {@code ids}, as a dossier states them. */
    public List<PartyView> stated(Collection<String> ids) {
        return PartyEntity.byIds(ids).stream()
                .map(party -> PartyView.of(party, false))
                .toList();
    }
}
