package org.crosscheck.party;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.panache.common.Sort;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A change of parties and concepts after which findings are still to be judged again. */
@Entity
@Table(name = "authority_change")
public class AuthorityChangeEntity extends PanacheEntityBase {
    private static final String WAITING =
            "SELECT count(*), CAST(extract(epoch FROM min(changed_at)) AS float8) FROM authority_change";

    @Id
    public UUID id;

    /** Parties whose name has changed. */
    public String[] parties;

    /** Concepts whose relations or names may have changed. */
    public String[] concepts;

    @Column(name = "changed_at")
    Instant changedAt;

    /** Forgets changes that have been followed. Somebody else may have followed and forgotten the same. */
    public static void done(List<AuthorityChangeEntity> changes) {
        delete("id in ?1", changes.stream().map(change -> change.id).toList());
    }

    /** How many are still to do, and when the first was made, in seconds since 1970, if there is one. */
    public static Tuple waiting() {
        return getSession().createNativeQuery(WAITING, Tuple.class).getSingleResult();
    }

    /** What is still to do, oldest first. */
    public static List<AuthorityChangeEntity> pending() {
        return listAll(Sort.by("changedAt", "id"));
    }
}
