package org.crosscheck.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.crosscheck.party.PartyService;
import org.crosscheck.party.PartyView;

/** The names under which editors choose parties. */
@ApplicationScoped
public class PartyNames {
    private final PartyService parties;

    PartyNames(PartyService parties) {
        this.parties = parties;
    }

    /**
     * A party to choose.
     *
     * @param name no other party has the same
     */
    public record Name(String id, String name) {}

    /** All, by name; where several have one name, each has its id behind it. */
    List<Name> all() {
        List<PartyView> all = parties.all();
        Map<String, Long> named = all.stream()
                .map(PartyView::name)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return all.stream()
                .map(party -> new Name(
                        party.id(),
                        named.get(party.name()) > 1 ? party.name() + " (" + party.id() + ")" : party.name()))
                .sorted(Comparator.comparing(Name::name))
                .toList();
    }
}
