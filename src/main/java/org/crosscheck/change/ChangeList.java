package org.crosscheck.change;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A page of changes. */
@Schema(
        name = "VerdictChangeList",
        requiredProperties = {"items"})
public record ChangeList(List<ChangeView> items) {}
