package org.crosscheck.fact;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.crosscheck.http.Ids;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An editor's word on many facts: all of it is taken, or none. */
@Schema(name = "Reviews", description = "An editor's word on many facts: all of it is taken, or none.")
public record Reviews(
        @NotEmpty(message = "Give at least one review.") @Size(max = 5000)
        List<@Valid @NotNull(message = "Remove the empty review.") Item> reviews) {

    /** An editor's word on one fact among many. */
    @Schema(name = "FactReview", description = "An editor's word on one fact among many.")
    public record Item(
            @Schema(description = "The fact.")
            @NotNull(message = "Name the fact.")
            @Pattern(regexp = Ids.PATTERN, message = Ids.ADVICE)
            String fact,

            @NotNull(message = "Give a status.") Status status,

            @Schema(description = "Why.", examples = "not in the text") @Size(max = 1000)
            String reason,

            @Schema(
                    description =
                            "The revision that was looked at: where the fact has changed since, nothing is taken.")
            Integer revision,

            @Schema(description = "What the fact should say instead; its status is that of the review.") @Valid
            FactView replacement) {}
}
