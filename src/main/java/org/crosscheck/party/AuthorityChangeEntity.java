package org.crosscheck.party;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.panache.common.Sort;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A change of parties and concepts after which findings are still to be judged again. */
@Entity
@Table(name = "authority_change")
public class AuthorityChangeEntity extends PanacheEntityBase {
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

    /** What is still to do, oldest first. */
    public static List<AuthorityChangeEntity> pending() {
        return listAll(Sort.by("changedAt", "id"));
    }
}
