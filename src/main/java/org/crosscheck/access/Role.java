package org.crosscheck.access;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What somebody may do. Each role may do what those before it may. */
@Schema(
        name = "Role",
        description =
                "READER reads; EDITOR also writes, in the stories of the key; ADMIN also has to do with keys and with"
                        + " what was deleted.")
public enum Role {
    READER,
    EDITOR,
    ADMIN;

    boolean covers(Role other) {
        return compareTo(other) >= 0;
    }

    /** The highest role among these names, whatever their case; empty where none is the name of a role. */
    static Optional<Role> highest(Collection<String> names, String prefix) {
        Role highest = null;
        for (Role role : values()) {
            String name = prefix + role.name().toLowerCase(Locale.ROOT);
            if (names.stream().anyMatch(name::equalsIgnoreCase)) highest = role;
        }
        return Optional.ofNullable(highest);
    }
}
