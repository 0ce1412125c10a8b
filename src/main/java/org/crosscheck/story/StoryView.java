package org.crosscheck.story;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Objects;
import org.crosscheck.http.Ids;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A story in JSON. */
@Schema(name = "Story", description = "One event or question that several sources report on.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StoryView(
        @Schema(
                description = "Id; in a PUT it may be left out, since the path has it. Never changes.",
                examples = "trump-putin-call-2017-05-02")
        @Pattern(regexp = Ids.PATTERN, message = Ids.ADVICE)
        String id,

        @Schema(examples = "Trump and Putin speak by phone") @NotBlank(message = "Give a title.") @Size(max = 500)
        String title,

        @Schema(description = "BCP 47 language tag.", examples = "en")
        @Pattern(regexp = StoryView.LANGUAGE, message = StoryView.LANGUAGE_ADVICE)
        String language,

        @Schema(description = "When it happened, as EDTF level 1.", examples = "2017-05-02") @Size(max = 64)
        String occurredOn,

        @Schema(description = "Which proposals are accepted without an editor; none where left out.") @Valid
        AutoAccept autoAccept,

        @Schema(readOnly = true, description = "Counts changes of this description; ignored in requests.")
        Integer revision,

        @Schema(readOnly = true, description = "When anything in the story last changed; ignored in requests.")
        Instant updatedAt) {

    /** The shape of BCP 47 tags, loosely. */
    public static final String LANGUAGE = "^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,8}$";

    public static final String LANGUAGE_ADVICE = "Give a BCP 47 language tag, such as en or pt-BR.";

    /** This description under the id that the path gives. */
    public StoryView withId(String path) {
        return new StoryView(path, title, language, occurredOn, autoAccept, null, null);
    }

    static StoryView of(StoryEntity story) {
        return new StoryView(
                story.id,
                story.title,
                story.language,
                story.occurredOn,
                story.autoAccept == null ? null : new AutoAccept(story.autoAccept),
                story.revision,
                story.updatedAt);
    }

    /** The description alone, as a dossier states it. */
    public StoryView stated() {
        return withId(id);
    }

    boolean describes(StoryEntity story) {
        return title.equals(story.title)
                && Objects.equals(language, story.language)
                && Objects.equals(occurredOn, story.occurredOn)
                && Objects.equals(minimumConfidence(), story.autoAccept);
    }

    /** The confidence from which on proposals are accepted; null where an editor must. */
    BigDecimal minimumConfidence() {
        return autoAccept == null
                ? null
                : autoAccept
                        .minimumConfidence()
                        .setScale(AutoAccept.DECIMALS, RoundingMode.HALF_UP)
                        .stripTrailingZeros();
    }

    /** That proposals are accepted without an editor. */
    @Schema(name = "AutoAccept", description = "Proposals that are accepted without an editor.")
    public record AutoAccept(
            @Schema(description = "From this confidence on, 0 to 1.", examples = "0.8")
            @NotNull(message = "Give the least confidence, 0 to 1.")
            @DecimalMin(value = "0", message = "Give a confidence of 0 to 1.")
            @DecimalMax(value = "1", message = "Give a confidence of 0 to 1.")
            BigDecimal minimumConfidence) {
        static final int DECIMALS = 4;
    }
}
