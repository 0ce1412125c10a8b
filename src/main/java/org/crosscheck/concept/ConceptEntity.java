package org.crosscheck.concept;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.hibernate.annotations.BatchSize;

/** A concept's row, and its links to what is broader. */
@Entity
@Table(name = "concept")
public class ConceptEntity extends PanacheEntityBase {
    @Id
    public String id;

    String scheme;

    public String label;

    String[] aliases = {};

    @ElementCollection(fetch = FetchType.LAZY)
    @CollectionTable(name = "concept_broader", joinColumns = @JoinColumn(name = "concept_id"))
    @Column(name = "broader_id")
    @OrderColumn(name = "ordinal")
    @BatchSize(size = 500)
    List<String> broader = new ArrayList<>();

    int revision;

    static Optional<ConceptEntity> byId(String id) {
        return findByIdOptional(id);
    }

    static List<ConceptEntity> byIds(Collection<String> ids) {
        if (ids.isEmpty()) return List.of();
        return getEntityManager()
                .unwrap(Session.class)
                // An array, since there may be more ids than a statement may have parameters.
                .createNativeQuery("SELECT * FROM concept WHERE id = ANY(:ids)", ConceptEntity.class)
                .setParameter("ids", ids.toArray(String[]::new))
                .getResultList();
    }

    /** Those of {@code ids} that name a concept. */
    public static Set<String> existing(Collection<String> ids) {
        return byIds(ids).stream().map(concept -> concept.id).collect(Collectors.toSet());
    }

    static List<ConceptEntity> after(String id, int rows) {
        return find("id > ?1 order by id", id).range(0, rows - 1).list();
    }

    /** Takes over what {@code view} states. What it leaves out stays, or else falls back to its default. */
    boolean state(ConceptView view, boolean leftOutStays) {
        String newScheme = view.scheme() != null
                ? view.scheme()
                : leftOutStays && scheme != null ? scheme : ConceptView.DEFAULT_SCHEME;
        String[] newAliases =
                view.aliases() != null ? view.aliases().toArray(String[]::new) : leftOutStays ? aliases : new String[0];
        List<String> newBroader = view.broader() != null ? view.broader() : leftOutStays ? broader : List.of();
        boolean same = scheme != null
                && label.equals(view.label())
                && newScheme.equals(scheme)
                && Arrays.equals(aliases, newAliases)
                && broader.equals(newBroader);
        if (same) return false;
        label = view.label();
        scheme = newScheme;
        aliases = newAliases;
        if (!broader.equals(newBroader)) broader = new ArrayList<>(newBroader);
        revision++;
        return true;
    }
}
