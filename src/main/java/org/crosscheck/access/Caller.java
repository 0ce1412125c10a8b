package org.crosscheck.access;

import io.quarkus.arc.Arc;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonArray;
import jakarta.json.JsonString;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.crosscheck.problem.ProblemException;
import org.crosscheck.problem.ProblemType;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Who is behind the work that is being done. */
@ApplicationScoped
public class Caller {
    /** What the program does by itself: seeds, findings that follow a changed concept. */
    public static final String SYSTEM = "system";

    /** A request without a key, token or session. */
    public static final String ANONYMOUS = "anonymous";

    /** The attribute of an identity that has the stories of its key; absent where it may write all. */
    static final String STORIES = "crosscheck.stories";

    private final CurrentIdentityAssociation identities;
    private final CurrentVertxRequest request;
    private final AccessSettings settings;
    private final Reason reason;

    Caller(CurrentIdentityAssociation identities, CurrentVertxRequest request, AccessSettings settings, Reason reason) {
        this.identities = identities;
        this.request = request;
        this.settings = settings;
        this.reason = reason;
    }

    /** As history shows it: {@code key:desk}, {@code user:jane}, {@value #SYSTEM} or {@value #ANONYMOUS}. */
    public String name() {
        return isRequest() ? name(identities.getIdentity()) : SYSTEM;
    }

    static String name(SecurityIdentity identity) {
        if (identity.isAnonymous()) return ANONYMOUS;
        String name = identity.getPrincipal().getName();
        return identity.getPrincipal() instanceof JsonWebToken ? "user:" + name : name;
    }

    /** Whether it may write that story. */
    public boolean mayWrite(String story) {
        return !isRequest() || mayTouch(identities.getIdentity(), story);
    }

    /** Ends the request with a 403 problem where the caller may only write certain stories: {@code what} is shared by all. */
    public void mustWriteAll(String what) {
        if (isRequest() && stories(identities.getIdentity()).isPresent())
            throw new ProblemException(
                    ProblemType.FORBIDDEN,
                    what
                            + " is shared by all stories, and your key is for some. You may add what is not there yet; ask an"
                            + " editor of all stories to change it.");
    }

    /** Who it is, as the API shows it. */
    public CallerResource.CallerView view() {
        SecurityIdentity identity = identities.getIdentity();
        return new CallerResource.CallerView(
                name(identity),
                role(identity).orElse(null),
                stories(identity).map(List::copyOf).orElse(null));
    }

    private boolean isRequest() {
        return Arc.container().requestContext().isActive() && request.getCurrent() != null;
    }

    Optional<Role> role(SecurityIdentity identity) {
        return Role.highest(
                identity.getRoles(),
                identity.getPrincipal() instanceof JsonWebToken
                        ? settings.oidc().rolePrefix().orElse("")
                        : "");
    }

    boolean mayTouch(SecurityIdentity identity, String story) {
        return role(identity).filter(Role.ADMIN::equals).isPresent()
                || stories(identity).map(stories -> stories.contains(story)).orElse(true);
    }

    /** The only stories that it may write; empty where it may write all. */
    Optional<Collection<String>> stories(SecurityIdentity identity) {
        if (identity.getPrincipal() instanceof JsonWebToken token) {
            Object claim = token.getClaim(settings.oidc().storiesClaim());
            return Optional.ofNullable(claim).map(Caller::texts);
        }
        return Optional.ofNullable(identity.getAttribute(STORIES));
    }

    private static Collection<String> texts(Object claim) {
        if (claim instanceof JsonArray array)
            return array.getValuesAs(JsonString.class).stream()
                    .map(JsonString::getString)
                    .toList();
        if (claim instanceof Collection<?> all)
            return all.stream().map(String::valueOf).toList();
        return List.of(claim instanceof JsonString text ? text.getString() : claim.toString());
    }

    /** Why, as the request's header {@value ReasonHeader#NAME} says; null where it does not say, or nobody asked. */
    public String reason() {
        return isRequest() ? reason.text() : null;
    }
}
