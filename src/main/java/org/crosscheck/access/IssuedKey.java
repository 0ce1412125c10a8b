package org.crosscheck.access;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A key with its secret. */
@Schema(
        name = "IssuedApiKey",
        requiredProperties = {"secret", "key"},
        description = "A key with its secret, which is shown this once and stored nowhere.")
public record IssuedKey(
        @Schema(description = "What to send as X-API-Key.", examples = "crosscheck_this-is-shown-once")
        String secret,

        KeyView key) {}
