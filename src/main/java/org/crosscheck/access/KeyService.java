package org.crosscheck.access;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.crosscheck.http.ETags;
import org.crosscheck.http.Page;
import org.crosscheck.http.PageRequest;
import org.crosscheck.http.Sha256;
import org.crosscheck.problem.ProblemException;
import org.crosscheck.problem.Violations;

/** Makes, changes, revokes and looks up API keys. */
@ApplicationScoped
public class KeyService {
    /** How exactly the last use is kept: so a busy key costs one write a minute. */
    private static final Duration USE_INTERVAL = Duration.ofMinutes(1);

    private final Caller caller;
    private final SharedRevisions revisions;
    private final Clock clock;

    KeyService(Caller caller, SharedRevisions revisions, Clock clock) {
        this.caller = caller;
        this.revisions = revisions;
        this.clock = clock;
    }

    /** The key whose secret has this hash, if it is good now. Notes that it was used. */
    @Transactional
    Optional<KeyView> known(String hash) {
        return good(ApiKeyEntity.byHash(hash));
    }

    /** The key of that id, if it is good now and still has the secret that was made then. Notes that it was used. */
    @Transactional
    Optional<KeyView> known(String id, Instant issuedAt) {
        return good(ApiKeyEntity.byId(id).filter(key -> key.issuedAt.equals(issuedAt)));
    }

    private Optional<KeyView> good(Optional<ApiKeyEntity> found) {
        Instant now = clock.instant();
        Optional<ApiKeyEntity> good = found.filter(key -> key.opens(now));
        good.filter(key -> key.lastUsedAt == null || key.lastUsedAt.isBefore(now.minus(USE_INTERVAL)))
                .ifPresent(key -> ApiKeyEntity.used(key.id, now));
        return good.map(KeyView::of);
    }

    @Transactional
    IssuedKey create(KeyView body) {
        Violations violations = new Violations();
        if (body.id() == null) violations.add("/id", "Give an id; history shows it.");
        check(body, violations);
        violations.throwIfAny();
        if (ApiKeyEntity.byId(body.id()).isPresent())
            throw ProblemException.conflict("There is, or was, a key \"" + body.id()
                    + "\". Choose another id, or POST to its secret for a new secret.");
        String secret = Secret.generate();
        ApiKeyEntity key = new ApiKeyEntity();
        key.id = body.id();
        key.hash = Sha256.hex(secret);
        key.createdAt = clock.instant();
        key.issuedAt = key.createdAt;
        key.createdBy = caller.name();
        key.revision = 1;
        state(key, body);
        key.persist();
        return new IssuedKey(secret, kept(key));
    }

    private void check(KeyView body, Violations violations) {
        if (body.role() == Role.ADMIN && body.stories() != null)
            violations.add("/stories", "Leave it out; an admin may write all stories.");
        if (body.expiresAt() != null && !body.expiresAt().isAfter(clock.instant()))
            violations.add("/expiresAt", "Give a time to come; DELETE a key to end it now.");
    }

    private static void state(ApiKeyEntity key, KeyView body) {
        key.name = body.name();
        key.role = body.role();
        key.stories = body.stories() == null ? null : body.stories().toArray(String[]::new);
        key.expiresAt = body.expiresAt();
    }

    @Transactional
    KeyView replace(String id, KeyView body, ETags tags) {
        List<ApiKeyEntity> admins = ApiKeyEntity.lockAdmins();
        ApiKeyEntity key = existing(id);
        tags.check(ETags.tag(key.revision));
        mustBeGood(key);
        Violations violations = new Violations();
        check(body, violations);
        violations.throwIfAny();
        KeyView before = KeyView.of(key);
        boolean same = before.name().equals(body.name())
                && before.role() == body.role()
                && Objects.equals(before.stories(), body.stories())
                && Objects.equals(before.expiresAt(), body.expiresAt());
        if (same) return before;
        tags.checkKnown(ETags.tag(key.revision));
        if (body.role() != Role.ADMIN || body.expiresAt() != null) mustNotBeLast(key, admins);
        state(key, body);
        key.revision++;
        return kept(key);
    }

    /** A new secret; the old one is refused from now on. */
    @Transactional
    IssuedKey rotate(String id, ETags tags) {
        ApiKeyEntity key = existing(id);
        tags.check(ETags.tag(key.revision));
        mustBeGood(key);
        String secret = Secret.generate();
        key.hash = Sha256.hex(secret);
        key.issuedAt = clock.instant();
        key.revision++;
        return new IssuedKey(secret, kept(key));
    }

    @Transactional
    void revoke(String id, ETags tags) {
        List<ApiKeyEntity> admins = ApiKeyEntity.lockAdmins();
        ApiKeyEntity key = existing(id);
        tags.check(ETags.tag(key.revision));
        if (key.revokedAt != null) return;
        mustNotBeLast(key, admins);
        key.revokedAt = clock.instant();
        key.revision++;
        kept(key);
    }

    private KeyView kept(ApiKeyEntity key) {
        KeyView view = KeyView.of(key);
        revisions.keep(SharedRevisions.Kind.KEY, key.id, key.revision, view.stated());
        return view;
    }

    @Transactional
    Page<HistoryEntry> history(String id, PageRequest page) {
        return revisions.history(SharedRevisions.Kind.KEY, id, page);
    }

    @Transactional
    ObjectNode revision(String id, int revision) {
        return revisions.state(SharedRevisions.Kind.KEY, id, revision);
    }

    private static void mustBeGood(ApiKeyEntity key) {
        if (key.revokedAt != null)
            throw ProblemException.conflict("The key \"" + key.id + "\" is revoked for good. Make a new one.");
    }

    private static void mustNotBeLast(ApiKeyEntity key, List<ApiKeyEntity> admins) {
        boolean last = key.role == Role.ADMIN
                && key.expiresAt == null
                && admins.stream().noneMatch(other -> other.expiresAt == null && !other.id.equals(key.id));
        if (last)
            throw ProblemException.conflict(
                    "\"" + key.id + "\" is the last key of an admin that does not expire. Make another one first.");
    }

    @Transactional
    KeyView view(String id) {
        return KeyView.of(existing(id));
    }

    @Transactional
    public Page<KeyView> list(PageRequest page) {
        return Page.of(
                ApiKeyEntity.after(page.after(1).get(0), page.rows()), page, KeyView::of, key -> List.of(key.id));
    }

    private static ApiKeyEntity existing(String id) {
        return ApiKeyEntity.byId(id).orElseThrow(() -> ProblemException.notFound("key", id));
    }
}
