package org.crosscheck.access;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import java.util.List;

/**
 * Whoever has a key, or is signed in.
 *
 * @param name as history shows it
 * @param stories the only ones that they may write; null where they may write all
 */
record Holder(String name, Role role, List<String> stories) {

    static Holder of(KeyView key) {
        return new Holder("key:" + key.id(), key.role(), key.stories());
    }

    SecurityIdentity identity() {
        QuarkusSecurityIdentity.Builder identity = QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(name))
                .addRole(role.name());
        if (stories != null) identity.addAttribute(Caller.STORIES, List.copyOf(stories));
        return identity.build();
    }
}
