package org.crosscheck.verdict;

import java.util.List;
import org.crosscheck.value.Value;

/**
 * The verdict on one attribute.
 *
 * @param verdict the first of {@code flags}
 * @param flags all that apply, in the order of {@link Flag}; never empty
 * @param deciding the pair behind the verdict; null where no pair decides
 * @param reasons one for each flag, in the same order
 * @param explanation one plain sentence on the verdict
 */
public record Finding(
        String attribute,
        String label,
        Value.Type type,
        Flag verdict,
        List<Flag> flags,
        List<Position> positions,
        List<Silence> silences,
        Support support,
        Deciding deciding,
        List<Reason> reasons,
        String explanation) {}
