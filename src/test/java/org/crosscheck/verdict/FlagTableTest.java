package org.crosscheck.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.crosscheck.value.BroaderGraph;
import org.crosscheck.value.Draw;
import org.crosscheck.value.Intersection;
import org.crosscheck.value.Region;
import org.crosscheck.value.Relation;
import org.crosscheck.value.Value;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Drawn stories: the order of facts changes nothing, and the flags are those of the table, read line by line. */
class FlagTableTest {
    private static final List<String> VOICES = List.of("ap", "kremlin", "nyt", "white-house");
    private static final List<Instant> TIMES = List.of(Newsroom.MONDAY, Newsroom.TUESDAY, Newsroom.WEDNESDAY);

    /** A drawn story of one attribute. */
    private record Story(Attribute attribute, BroaderGraph taxonomy, List<Source> sources, List<Fact> facts) {

        static Story of(Draw draw) {
            Value.Type type = draw.value().type();
            boolean evolving = draw.chance(3);
            BigDecimal tolerance = draw.chance(4) ? BigDecimal.valueOf(draw.below(3)) : null;
            BroaderGraph taxonomy = draw.taxonomy();
            List<Source> sources = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                Set<String> covers = draw.chance(2) ? Set.of() : Set.of(draw.chance(2) ? "it" : "else");
                sources.add(new Source("s" + i, draw.of(VOICES), draw.chance(4), covers, "l" + draw.below(4)));
            }
            Value common = draw.value(type);
            List<Fact> facts = new ArrayList<>();
            int count = draw.below(7);
            for (int i = 0; i < count; i++) {
                Stance stance = draw.chance(8) ? Stance.OMITS : draw.chance(6) ? Stance.DENIES : Stance.AFFIRMS;
                Value value = draw.chance(2) ? draw.widened(common, taxonomy) : draw.value(type);
                facts.add(new Fact(
                        "f" + i,
                        draw.of(sources).id(),
                        "it",
                        draw.of(VOICES),
                        stance,
                        stance == Stance.OMITS ? null : value,
                        draw.chance(2) ? "wording " + draw.below(3) : null,
                        draw.of(TIMES)));
            }
            return new Story(new Attribute("it", "It", type, null, tolerance, evolving), taxonomy, sources, facts);
        }

        Finding judged(List<Fact> inOrder) {
            Tally tally = new Tally(attribute.evolving());
            inOrder.forEach(tally::add);
            return judge().judge(attribute, tally.groups());
        }

        Judge judge() {
            return new Judge(taxonomy, new Parties(Map.of(), Map.of()), sources, false);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("org.crosscheck.value.Draw#seeds")
    void the_flags_are_those_of_the_table(long seed) {
        Draw draw = new Draw(seed);
        for (int i = 0; i < Draw.CASES; i++) {
            Story story = Story.of(draw);
            assertThat(story.judged(story.facts()).flags())
                    .as("%s", story)
                    .containsExactlyElementsOf(new Table(story).flags());
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("org.crosscheck.value.Draw#seeds")
    void the_order_of_facts_changes_nothing(long seed) {
        Draw draw = new Draw(seed);
        for (int i = 0; i < Draw.CASES; i++) {
            Story story = Story.of(draw);
            assertThat(story.judged(draw.shuffled(story.facts())))
                    .as("%s", story)
                    .isEqualTo(story.judged(story.facts()));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("org.crosscheck.value.Draw#seeds")
    void tallying_in_parts_changes_nothing(long seed) {
        Draw draw = new Draw(seed);
        for (int i = 0; i < Draw.CASES; i++) {
            Story story = Story.of(draw);
            Map<List<Object>, ValueGroup> joined = new TreeMap<>(Comparator.comparing(Object::toString));
            int cut = draw.below(story.facts().size() + 1);
            for (List<Fact> part : List.of(
                    story.facts().subList(0, cut),
                    story.facts().subList(cut, story.facts().size()))) {
                Tally tally = new Tally(story.attribute().evolving());
                part.forEach(tally::add);
                for (ValueGroup group : tally.groups()) {
                    String value = group.value() == null ? "" : group.value().key();
                    joined.merge(
                            List.of(group.voice(), group.stance(), value, String.valueOf(group.asOf())),
                            group,
                            ValueGroup::and);
                }
            }
            assertThat(story.judge().judge(story.attribute(), draw.shuffled(List.copyOf(joined.values()))))
                    .as("%s", story)
                    .isEqualTo(story.judged(story.facts()));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("org.crosscheck.value.Draw#seeds")
    void every_finding_is_well_formed(long seed) {
        Draw draw = new Draw(seed);
        for (int i = 0; i < Draw.CASES; i++) {
            Story story = Story.of(draw);
            Finding finding = story.judged(story.facts());
            assertThat(finding.flags()).isNotEmpty().isSorted().doesNotHaveDuplicates();
            assertThat(finding.verdict()).isEqualTo(finding.flags().get(0));
            assertThat(finding.reasons()).hasSameSizeAs(finding.flags());
            assertThat(finding.explanation()).endsWith(".").doesNotContain("null", "nothing", "\n");
            // one sentence; the open end of a time is no full stop
            assertThat(finding.explanation().replace("..", "")).doesNotContain(". ");
            if (finding.flags().contains(Flag.AGREEMENT))
                assertThat(finding.flags())
                        .doesNotContain(Flag.OMISSION, Flag.UNDETERMINED, Flag.REFINEMENT, Flag.UNCORROBORATED);
            assertThat(finding.positions())
                    .isSortedAccordingTo(Comparator.comparing(Position::voice).thenComparing(Position::stance));
        }
    }

    /** DESIGN's table of flags, read line by line over all pairs, without regard to cost. */
    private static final class Table {
        private record Said(String voice, Instant asOf, Optional<Intersection> region, List<Fact> facts) {}

        private final Story story;
        private final boolean evolving;
        private final List<Said> affirmed;
        private final List<Said> denied = new ArrayList<>();
        private final Set<String> lineages = new HashSet<>();

        Table(Story story) {
            this.story = story;
            this.evolving = story.attribute().evolving();
            this.affirmed = latest(Stance.AFFIRMS);
            for (Said position : latest(Stance.DENIES)) {
                for (Fact fact : position.facts())
                    denied.add(new Said(fact.voice(), fact.asOf(), Optional.of(region(fact)), List.of(fact)));
            }
            of(Stance.AFFIRMS).forEach(fact -> lineages.add(lineage(fact)));
        }

        Set<Flag> flags() {
            Set<Flag> flags = EnumSet.noneOf(Flag.class);
            boolean inconsistent =
                    affirmed.stream().anyMatch(said -> said.region().isEmpty());
            boolean ownDenial = false;
            boolean denialBefore = false;
            for (Said said : affirmed) {
                for (Said denial : denied) {
                    if (said.region().isEmpty() || !inside(said, denial)) continue;
                    if (!sameTime(said, denial)) {
                        denialBefore = true;
                        continue;
                    }
                    flags.add(Flag.CONTRADICTION);
                    ownDenial |= said.voice().equals(denial.voice());
                }
            }
            Set<Relation> relations = EnumSet.noneOf(Relation.class);
            boolean apartAtOnce = false;
            for (Said a : affirmed) {
                for (Said b : affirmed) {
                    if (a == b || a.region().isEmpty() || b.region().isEmpty()) continue;
                    Relation relation = relate(a, b);
                    relations.add(relation);
                    apartAtOnce |= relation == Relation.DISJOINT && sameTime(a, b);
                }
            }
            if (inconsistent || apartAtOnce) flags.add(Flag.CONTRADICTION);
            if (omission()) flags.add(Flag.OMISSION);
            if (relations.contains(Relation.INCOMPARABLE)) flags.add(Flag.UNDETERMINED);
            if (evolving && (replaced() || denialBefore)) flags.add(Flag.UPDATE);
            boolean refines = relations.stream().anyMatch(Relation::refines);
            if (refines && !relations.contains(Relation.DISJOINT)) flags.add(Flag.REFINEMENT);
            boolean allEqual = relations.isEmpty() || relations.equals(EnumSet.of(Relation.EQUAL));
            if (!affirmed.isEmpty()
                    && allEqual
                    && !inconsistent
                    && !ownDenial
                    && !flags.contains(Flag.OMISSION)
                    && agreeing() > 1) flags.add(Flag.AGREEMENT);
            if (lineages.size() < 2 || flags.isEmpty()) flags.add(Flag.UNCORROBORATED);
            return flags;
        }

        private long agreeing() {
            Said one = affirmed.get(0);
            return of(Stance.AFFIRMS).stream()
                    .filter(fact -> affirmed.stream()
                                    .anyMatch(said -> said.facts().contains(fact))
                            || region(fact).relate(one.region().orElseThrow(), story.taxonomy()) == Relation.EQUAL)
                    .map(this::lineage)
                    .distinct()
                    .count();
        }

        private boolean omission() {
            List<Fact> affirming = of(Stance.AFFIRMS);
            boolean reported = of(Stance.OMITS).stream()
                    .anyMatch(omits ->
                            affirming.stream().anyMatch(fact -> !fact.voice().equals(omits.voice())));
            boolean observed = story.sources().stream()
                    .filter(source -> source.complete()
                            && (source.covers().isEmpty() || source.covers().contains("it")))
                    .filter(source -> story.facts().stream()
                            .noneMatch(fact -> fact.source().equals(source.id())))
                    .anyMatch(source -> !affirming.isEmpty());
            return reported || observed;
        }

        private boolean replaced() {
            return of(Stance.AFFIRMS).stream()
                    .anyMatch(later -> of(Stance.AFFIRMS).stream()
                            .anyMatch(earlier -> earlier.asOf().isBefore(later.asOf())
                                    && region(later).relate(region(earlier), story.taxonomy()) == Relation.DISJOINT));
        }

        private List<Said> latest(Stance stance) {
            return of(stance).stream().collect(Collectors.groupingBy(Fact::voice)).values().stream()
                    .map(facts -> {
                        Instant last = facts.stream()
                                .map(Fact::asOf)
                                .max(Comparator.naturalOrder())
                                .orElseThrow();
                        List<Fact> standing = facts.stream()
                                .filter(fact -> !evolving || fact.asOf().equals(last))
                                .toList();
                        List<Region> regions = standing.stream()
                                .map(fact -> region(fact).parts().get(0))
                                .toList();
                        return new Said(
                                facts.get(0).voice(), last, Intersection.of(regions, story.taxonomy()), standing);
                    })
                    .toList();
        }

        private List<Fact> of(Stance stance) {
            return story.facts().stream()
                    .filter(fact -> fact.stance() == stance)
                    .toList();
        }

        private Intersection region(Fact fact) {
            return new Intersection(
                    List.of(new Positions(story.attribute(), story.taxonomy(), Map.of()).region(fact.value())));
        }

        private Relation relate(Said a, Said b) {
            return a.region().orElseThrow().relate(b.region().orElseThrow(), story.taxonomy());
        }

        private boolean inside(Said a, Said b) {
            return relate(a, b).isInside();
        }

        private boolean sameTime(Said a, Said b) {
            return !evolving || a.asOf().equals(b.asOf());
        }

        private String lineage(Fact fact) {
            return story.sources().stream()
                    .filter(source -> source.id().equals(fact.source()))
                    .findFirst()
                    .orElseThrow()
                    .lineage();
        }
    }
}
