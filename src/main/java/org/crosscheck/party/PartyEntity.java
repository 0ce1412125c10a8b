package org.crosscheck.party;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.Session;

/** A party's row. */
@Entity
@Table(name = "party")
public class PartyEntity extends PanacheEntityBase {
    @Id
    public String id;

    public String name;

    @Enumerated(EnumType.STRING)
    public PartyKind kind;

    public String[] aliases = {};

    @Column(name = "part_of")
    public String partOf;

    /** Whether no accepted fact names it yet. */
    public boolean proposed;

    int revision;

    static Optional<PartyEntity> byId(String id) {
        return findByIdOptional(id);
    }

    public static List<PartyEntity> byIds(Collection<String> ids) {
        if (ids.isEmpty()) return List.of();
        return getEntityManager()
                .unwrap(Session.class)
                // An array, since there may be more ids than a statement may have parameters.
                .createNativeQuery("SELECT * FROM party WHERE id = ANY(:ids)", PartyEntity.class)
                .setParameter("ids", ids.toArray(String[]::new))
                .getResultList();
    }

    /** Those of {@code ids} that name a party. */
    public static Set<String> existing(Collection<String> ids) {
        return byIds(ids).stream().map(party -> party.id).collect(Collectors.toSet());
    }

    static List<PartyEntity> after(String id, int rows) {
        return find("id > ?1 order by id", id).range(0, rows - 1).list();
    }

    void accept() {
        proposed = false;
        revision++;
    }

    /** Takes over what {@code view} states. What it leaves out stays, or else falls back to its default. */
    boolean state(PartyView view, boolean leftOutStays) {
        String[] newAliases =
                view.aliases() != null ? view.aliases().toArray(String[]::new) : leftOutStays ? aliases : new String[0];
        PartyKind newKind =
                view.kind() != null ? view.kind() : leftOutStays && kind != null ? kind : PartyKind.ORGANISATION;
        String newPartOf = view.partOf() == null && leftOutStays ? partOf : view.partOf();
        boolean newProposed = view.proposed() == null ? leftOutStays && proposed : view.proposed();
        boolean same = kind != null
                && Objects.equals(name, view.name())
                && kind == newKind
                && Arrays.equals(aliases, newAliases)
                && Objects.equals(partOf, newPartOf)
                && proposed == newProposed;
        if (same) return false;
        name = view.name();
        kind = newKind;
        aliases = newAliases;
        partOf = newPartOf;
        proposed = newProposed;
        revision++;
        return true;
    }
}
