package org.crosscheck.verdict;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.crosscheck.value.Taxonomy;

/** Judges the attributes of one story: value groups in, findings out. Safe for many threads. */
public final class Judge {
    private final Taxonomy taxonomy;
    private final Parties parties;
    private final List<Source> accounts;
    private final Map<String, String> lineageOf = new HashMap<>();
    private final boolean rollUp;

    /**
     * @param sources of the story, at least its full accounts and those that go back to others; who is left out is alone
     * @param rollUp whether the voice of a party joins that of the party that it is part of
     */
    public Judge(Taxonomy taxonomy, Parties parties, Collection<Source> sources, boolean rollUp) {
        this.taxonomy = taxonomy;
        this.parties = parties;
        this.rollUp = rollUp;
        this.accounts = sources.stream()
                .filter(Source::complete)
                .sorted(Comparator.comparing(Source::id))
                .toList();
        sources.forEach(source -> lineageOf.put(source.id(), source.lineage()));
    }

    /** The finding on {@code attribute}, from all value groups of its accepted facts, in any order. */
    public Finding judge(Attribute attribute, Collection<ValueGroup> given) {
        List<ValueGroup> groups = new ArrayList<>(rollUp ? rolledUp(given) : given);
        groups.sort(ValueGroup.ORDER);
        List<ValueGroup> affirming = ofStance(groups, Stance.AFFIRMS);
        Set<String> affirmers = new TreeSet<>();
        affirming.forEach(group -> affirmers.add(group.voice()));

        Positions positions = new Positions(attribute, taxonomy, lineageOf);
        Assessment assessment = new Assessment(attribute, taxonomy, positions, positions.of(groups), affirming);
        List<Silence> silences = silences(attribute, groups, affirmers);
        Support support = support(positions, affirming);
        List<Assessment.Ground> grounds = assessment.grounds(
                silences.stream().filter(flagged(affirmers)).toList(), affirmers, support.lineages());
        Assessment.Ground first = grounds.get(0);
        List<Position> views = assessment.views();
        return new Finding(
                attribute.id(),
                attribute.label(),
                attribute.type(),
                first.flag(),
                grounds.stream().map(Assessment.Ground::flag).toList(),
                views,
                silences,
                support,
                first.deciding(),
                grounds.stream().map(Assessment.Ground::reason).toList(),
                new Explanation(parties, views, silences, support).of(first));
    }

    private static Support support(Positions positions, List<ValueGroup> affirming) {
        long facts = affirming.stream().mapToLong(ValueGroup::count).sum();
        return new Support(facts, Positions.sources(affirming), positions.lineages(affirming));
    }

    /** A silence counts as an omission where it is observed, or where somebody else affirms. */
    private static Predicate<Silence> flagged(Set<String> affirmers) {
        return silence -> silence.known() == Silence.Known.OBSERVED
                || affirmers.stream().anyMatch(voice -> !voice.equals(silence.voice()));
    }

    /** Reported silences, and those that full accounts show when another source affirms. */
    private List<Silence> silences(Attribute attribute, Collection<ValueGroup> groups, Set<String> affirmers) {
        Map<String, Set<String>> reported = new LinkedHashMap<>();
        ofStance(groups, Stance.OMITS)
                .forEach(group -> reported.computeIfAbsent(group.voice(), voice -> new TreeSet<>())
                        .addAll(group.sources()));
        List<Silence> silences = new ArrayList<>();
        reported.forEach(
                (voice, by) -> silences.add(new Silence(voice, Silence.Known.REPORTED, List.copyOf(by), null)));
        if (affirmers.isEmpty() || accounts.isEmpty()) return silences;
        Set<String> speaking = new HashSet<>();
        groups.forEach(group -> speaking.addAll(group.sources()));
        for (Source account : accounts) {
            if (account.accountsFor(attribute.id()) && !speaking.contains(account.id()))
                silences.add(new Silence(voice(account.publisher()), Silence.Known.OBSERVED, List.of(), account.id()));
        }
        silences.sort(Comparator.comparing(Silence::voice)
                .thenComparing(Silence::known)
                .thenComparing(Silence::source, Comparator.nullsFirst(Comparator.naturalOrder())));
        return silences;
    }

    private String voice(String party) {
        return rollUp ? parties.root(party) : party;
    }

    private static List<ValueGroup> ofStance(Collection<ValueGroup> groups, Stance stance) {
        return groups.stream().filter(group -> group.stance() == stance).toList();
    }

    private Collection<ValueGroup> rolledUp(Collection<ValueGroup> groups) {
        Map<List<Object>, ValueGroup> joined = new HashMap<>();
        for (ValueGroup group : groups) {
            ValueGroup spoken = group.spokenBy(voice(group.voice()));
            String value = spoken.value() == null ? "" : spoken.value().key();
            Object time = spoken.asOf() == null ? "" : spoken.asOf();
            joined.merge(List.of(spoken.voice(), spoken.stance(), value, time), spoken, ValueGroup::and);
        }
        return joined.values();
    }
}
