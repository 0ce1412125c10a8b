package org.crosscheck.story;

import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which stories are listed, and in which order. */
public class StoryQuery {
    @Parameter(description = "Only stories whose id or title contains this, whatever its case.")
    @QueryParam("search")
    @DefaultValue("")
    @Size(max = 200)
    String search = "";

    @Parameter(description = "By id, or those first in which anything changed last.")
    @QueryParam("order")
    @DefaultValue("ID")
    Order order = Order.ID;

    /** What comes first. */
    @Schema(name = "StoryOrder")
    public enum Order {
        ID,
        NEWEST
    }

    /** The stories that contain {@code search}, those that changed last first. */
    public static StoryQuery newest(String search) {
        StoryQuery query = new StoryQuery();
        query.search = search;
        query.order = Order.NEWEST;
        return query;
    }
}
