package org.crosscheck.fact;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.crosscheck.source.Copies;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where in a source a fact stands: W3C Web Annotation's TextQuoteSelector and TextPositionSelector in one. */
@Schema(
        name = "Evidence",
        description = "Where in the source the fact stands, as in W3C Web Annotation's TextQuoteSelector and"
                + " TextPositionSelector.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Evidence(
        @Schema(description = "The exact quote.", examples = "59 Tomahawk missiles")
        @NotBlank(message = "Quote the source.")
        @Size(max = 2000)
        String exact,

        @Schema(description = "What stands before the quote.") @Size(max = 500)
        String prefix,

        @Schema(description = "What stands after the quote.") @Size(max = 500)
        String suffix,

        @Schema(description = "Where the quote starts in the source's text, in UTF-16 units.") @Min(0)
        Integer start,

        @Schema(description = "Where the quote ends, exclusive.") @Min(0)
        Integer end) {

    /** Empty words say as little as none. */
    public Evidence {
        prefix = "".equals(prefix) ? null : prefix;
        suffix = "".equals(suffix) ? null : suffix;
    }

    /** The source that {@code evidence} in {@code source} is a copy of; null where it is that source's own, or none is given. */
    static String origin(Evidence evidence, String source, Copies copies) {
        return evidence == null ? null : copies.originOf(source, evidence.start, evidence.end);
    }
}
