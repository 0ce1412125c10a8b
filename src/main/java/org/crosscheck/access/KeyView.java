package org.crosscheck.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.crosscheck.http.Ids;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An API key in JSON, without the key itself. */
@Schema(name = "ApiKey", description = "An API key, without its secret.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record KeyView(
        @Schema(
                description = "Id; in a PUT it may be left out, since the path has it. History shows it as key:{id}.",
                examples = "kremlin-desk")
        @Pattern(regexp = Ids.PATTERN, message = Ids.ADVICE)
        String id,

        @Schema(description = "What it is for, or whose it is.", examples = "Desk that reads the Kremlin")
        @NotBlank(message = "Give a name.")
        @Size(max = 200)
        String name,

        @NotNull(message = "Give a role: READER, EDITOR or ADMIN.")
        Role role,

        @Schema(
                description = "The only stories that it may write, and, where reading is closed, read. Left out: all.",
                examples = "[\"trump-putin-call-2017-05-02\"]")
        @Size(min = 1, max = 1000)
        List<@NotNull(message = "Give ids of stories.") @Pattern(regexp = Ids.PATTERN, message = Ids.ADVICE) String>
                stories,

        @Schema(description = "From when on it is refused. Left out: never.")
        Instant expiresAt,

        @Schema(readOnly = true, description = "Ignored in requests.")
        Instant createdAt,

        @Schema(readOnly = true, description = "Who made it; ignored in requests.")
        String createdBy,

        @Schema(readOnly = true, description = "When its secret was made; ignored in requests.")
        Instant issuedAt,

        @Schema(readOnly = true, description = "Since when it is refused for good; ignored in requests.")
        Instant revokedAt,

        @Schema(readOnly = true, description = "When it was last used, to the minute; ignored in requests.")
        Instant lastUsedAt,

        @Schema(readOnly = true, description = "Counts changes; ignored in requests.")
        Integer revision) {

    static KeyView of(ApiKeyEntity key) {
        return new KeyView(
                key.id,
                key.name,
                key.role,
                key.stories == null ? null : List.of(key.stories),
                key.expiresAt,
                key.createdAt,
                key.createdBy,
                key.issuedAt,
                key.revokedAt,
                key.lastUsedAt,
                key.revision);
    }

    /** What it says, without whether it is used: history keeps that. */
    KeyView stated() {
        return new KeyView(
                id, name, role, stories, expiresAt, createdAt, createdBy, issuedAt, revokedAt, null, revision);
    }
}
