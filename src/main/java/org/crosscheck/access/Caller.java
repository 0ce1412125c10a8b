package org.crosscheck.access;

import io.quarkus.arc.Arc;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;

/** Who is behind the work that is being done. */
@ApplicationScoped
public class Caller {
    /** What the program does by itself: seeds, findings that follow a changed concept. */
    public static final String SYSTEM = "system";

    /** A request without a key or token. */
    public static final String ANONYMOUS = "anonymous";

    private final CurrentIdentityAssociation identities;

    Caller(CurrentIdentityAssociation identities) {
        this.identities = identities;
    }

    /** As history shows it: {@code key:desk}, {@code user:jane}, {@value #SYSTEM} or {@value #ANONYMOUS}. */
    public String name() {
        if (!Arc.container().requestContext().isActive()) return SYSTEM;
        SecurityIdentity identity = identities.getIdentity();
        return identity.isAnonymous() ? ANONYMOUS : identity.getPrincipal().getName();
    }
}
