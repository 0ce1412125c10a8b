package org.crosscheck.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.crosscheck.report.ReportQuery;

/**
 * From which point of view a page is looked at, for the addresses that it leads to.
 *
 * @param more behind other parameters: empty, or beginning with {@code &}
 */
public record HandedOn(String more) {
    static HandedOn of(ReportQuery query) {
        String asOf = query.asOf() == null ? "" : "&asOf=" + URLEncoder.encode(query.asOf(), StandardCharsets.UTF_8);
        return new HandedOn(asOf + (query.rollUp() ? "&rollUp=true" : ""));
    }

    /** The same, with nothing before it. */
    public String only() {
        return more.isEmpty() ? "" : "?" + more.substring(1);
    }
}
