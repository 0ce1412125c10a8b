package org.crosscheck.verdict;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.crosscheck.value.Intersection;
import org.crosscheck.value.Relation;
import org.crosscheck.value.Taxonomy;
import org.crosscheck.value.Value;

/** Compares the positions on one attribute, and says which flags apply on which ground. */
final class Assessment {

    /** A flag that applies, the pair that shows it (or null), and why. */
    record Ground(Flag flag, Deciding deciding, Reason reason) {}

    private final Attribute attribute;
    private final Taxonomy taxonomy;
    private final Positions positions;
    private final List<Positions.Held> held;
    private final List<ValueGroup> affirming;
    private final List<Positions.Held> affirmed;
    private final Pairs pairs;
    private final Optional<Pairs.Pair> contradicting;
    private Denial denialNow;
    private Denial denialBefore;
    private final Set<String> inconsistent = new HashSet<>();

    /** An affirmed region inside a denied one. */
    private record Denial(Stand affirmed, Stand denied, Relation relation) {}

    Assessment(
            Attribute attribute,
            Taxonomy taxonomy,
            Positions positions,
            List<Positions.Held> held,
            List<ValueGroup> affirming) {
        this.attribute = attribute;
        this.taxonomy = taxonomy;
        this.positions = positions;
        this.held = held;
        this.affirming = affirming;
        this.affirmed =
                held.stream().filter(each -> each.stance() == Stance.AFFIRMS).toList();
        List<Stand> stands = affirmed.stream()
                .filter(each -> each.region().isPresent())
                .map(each -> new Stand(each.voice(), each.asOf(), each.region().get()))
                .toList();
        this.pairs = Pairs.among(stands, taxonomy);
        this.contradicting = attribute.evolving() ? disjointAtOneTime(stands) : pairs.disjoint();
        affirmed.stream().filter(each -> each.region().isEmpty()).forEach(each -> inconsistent.add(each.voice()));
        findDenials(stands);
    }

    /** The flags that apply, in the order of DESIGN's table; the first is the verdict. Never empty. */
    List<Ground> grounds(List<Silence> omissions, Set<String> affirmers, int lineages) {
        List<Ground> grounds = Stream.of(
                        contradiction(),
                        omission(omissions, affirmers),
                        undetermined(),
                        update(),
                        refinement(),
                        agreement(omissions),
                        uncorroborated(lineages))
                .flatMap(Optional::stream)
                .toList();
        // What stands may have one origin though something else was said before it.
        return grounds.isEmpty() ? uncorroborated(1).stream().toList() : grounds;
    }

    List<Position> views() {
        return held.stream()
                .map(each -> positions.view(each, inconsistent.contains(each.voice())))
                .toList();
    }

    private Optional<Ground> contradiction() {
        if (contradicting.isPresent())
            return Optional.of(ground(Flag.CONTRADICTION, Reason.Code.DISJOINT_VALUES, contradicting.get()));
        if (denialNow != null) return Optional.of(ground(Flag.CONTRADICTION, denialNow));
        return inconsistent.stream()
                .sorted()
                .findFirst()
                .map(voice -> new Ground(
                        Flag.CONTRADICTION,
                        new Deciding(voice, voice, Relation.DISJOINT),
                        new Reason(Reason.Code.INCONSISTENT_VOICE, values(voice, Stance.AFFIRMS))));
    }

    private static Optional<Ground> omission(List<Silence> omissions, Set<String> affirmers) {
        return omissions.stream().findFirst().map(silence -> {
            String speaker = affirmers.stream()
                    .filter(voice -> !voice.equals(silence.voice()))
                    .findFirst()
                    .orElse(silence.voice());
            return new Ground(
                    Flag.OMISSION,
                    new Deciding(speaker, silence.voice(), null),
                    new Reason(Reason.Code.SILENT_WHILE_AFFIRMED, List.of()));
        });
    }

    private Optional<Ground> undetermined() {
        return pairs.incomparable().map(pair -> ground(Flag.UNDETERMINED, Reason.Code.INCOMPARABLE_VALUES, pair));
    }

    private Optional<Ground> update() {
        if (!attribute.evolving()) return Optional.empty();
        Map<Stand, Value> everSaid = new LinkedHashMap<>();
        affirming.forEach(group -> everSaid.putIfAbsent(stand(group), group.value()));
        return Updates.among(everSaid.keySet(), taxonomy)
                .map(pair -> new Ground(
                        Flag.UPDATE,
                        deciding(pair),
                        new Reason(
                                Reason.Code.REPLACED_BY_LATER,
                                List.of(everSaid.get(pair.left()), everSaid.get(pair.right())))))
                .or(() -> Optional.ofNullable(denialBefore).map(denial -> ground(Flag.UPDATE, denial)));
    }

    private Optional<Ground> refinement() {
        if (pairs.disjoint().isPresent()) return Optional.empty();
        return pairs.refining().map(pair -> ground(Flag.REFINEMENT, Reason.Code.DIFFERENT_PRECISION, pair));
    }

    private Optional<Ground> agreement(List<Silence> omissions) {
        if (affirmed.isEmpty() || !inconsistent.isEmpty() || !omissions.isEmpty() || !pairs.allEqual())
            return Optional.empty();
        Intersection agreed = affirmed.get(0).region().orElseThrow();
        List<ValueGroup> saying = affirmed.stream()
                .flatMap(each -> Stream.concat(
                        each.groups().stream(), each.earlier().stream().filter(group -> says(group, agreed))))
                .toList();
        if (positions.lineages(saying) < 2) return Optional.empty();
        String left = affirmed.get(0).voice();
        Deciding pair =
                affirmed.size() == 1 ? null : new Deciding(left, affirmed.get(1).voice(), Relation.EQUAL);
        return Optional.of(
                new Ground(Flag.AGREEMENT, pair, new Reason(Reason.Code.EQUAL_VALUES, values(left, Stance.AFFIRMS))));
    }

    private boolean says(ValueGroup group, Intersection region) {
        return stand(group).region().relate(region, taxonomy) == Relation.EQUAL;
    }

    private static Optional<Ground> uncorroborated(int lineages) {
        if (lineages > 1) return Optional.empty();
        Reason.Code code = lineages == 1 ? Reason.Code.ONE_LINEAGE : Reason.Code.NOBODY_AFFIRMS;
        return Optional.of(new Ground(Flag.UNCORROBORATED, null, new Reason(code, List.of())));
    }

    private Optional<Pairs.Pair> disjointAtOneTime(List<Stand> stands) {
        Map<Instant, List<Stand>> byTime = new TreeMap<>();
        stands.forEach(stand ->
                byTime.computeIfAbsent(stand.asOf(), time -> new ArrayList<>()).add(stand));
        return byTime.values().stream()
                .map(ofTime -> Pairs.among(ofTime, taxonomy).disjoint())
                .flatMap(Optional::stream)
                .findFirst();
    }

    private void findDenials(List<Stand> stands) {
        List<Stand> denied = held.stream()
                .filter(each -> each.stance() == Stance.DENIES)
                .flatMap(each -> each.groups().stream())
                .map(this::stand)
                .toList();
        Map<String, List<Stand>> deniedBy = denied.stream().collect(Collectors.groupingBy(Stand::voice));
        for (Stand affirmation : stands) {
            deniedBy.getOrDefault(affirmation.voice(), List.of()).stream()
                    .filter(denial -> Objects.equals(affirmation.asOf(), denial.asOf()))
                    .filter(denial -> affirmation
                            .region()
                            .relate(denial.region(), taxonomy)
                            .isInside())
                    .forEach(denial -> inconsistent.add(denial.voice()));
        }
        for (Stand affirmation : stands) {
            for (Stand denial : denied) {
                if (denialNow != null && (denialBefore != null || !attribute.evolving())) return;
                Relation relation = affirmation.region().relate(denial.region(), taxonomy);
                if (!relation.isInside()) continue;
                Denial found = new Denial(affirmation, denial, relation);
                if (!Objects.equals(affirmation.asOf(), denial.asOf()))
                    denialBefore = denialBefore == null ? found : denialBefore;
                else if (denialNow == null) denialNow = found;
            }
        }
    }

    private Stand stand(ValueGroup group) {
        return new Stand(group.voice(), group.asOf(), new Intersection(List.of(positions.region(group.value()))));
    }

    private Ground ground(Flag flag, Reason.Code code, Pairs.Pair pair) {
        Deciding deciding = deciding(pair);
        return new Ground(
                flag, deciding, new Reason(code, operands(deciding.left(), deciding.right(), Stance.AFFIRMS)));
    }

    private static Deciding deciding(Pairs.Pair pair) {
        return new Deciding(pair.left().voice(), pair.right().voice(), pair.relation());
    }

    private Ground ground(Flag flag, Denial denial) {
        String left = denial.affirmed.voice();
        String right = denial.denied.voice();
        return new Ground(
                flag,
                new Deciding(left, right, denial.relation),
                new Reason(Reason.Code.AFFIRMED_AND_DENIED, operands(left, right, Stance.DENIES)));
    }

    private List<Value> operands(String left, String right, Stance rightStance) {
        return Stream.concat(
                        values(left, Stance.AFFIRMS).stream().limit(1),
                        values(right, rightStance).stream().limit(1))
                .toList();
    }

    private List<Value> values(String voice, Stance stance) {
        return find(held, voice, stance).stream()
                .flatMap(each -> each.groups().stream())
                .map(ValueGroup::value)
                .toList();
    }

    private static Optional<Positions.Held> find(Collection<Positions.Held> all, String voice, Stance stance) {
        return all.stream()
                .filter(each -> each.voice().equals(voice) && each.stance() == stance)
                .findFirst();
    }
}
