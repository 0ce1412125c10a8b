package org.crosscheck.fact;

import jakarta.ws.rs.QueryParam;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which facts of a story to list. */
public class FactFilter {
    @Parameter(description = "Only facts on this attribute.")
    @QueryParam("attribute")
    String attribute;

    @Parameter(description = "Only what this party says: as a claimant, or as the publisher where nobody else speaks.")
    @QueryParam("voice")
    String voice;

    @Parameter(description = "Only facts of this source.")
    @QueryParam("source")
    String source;

    @Parameter(description = "Only facts with this status.")
    @QueryParam("status")
    Status status;

    /** The facts that pass, after {@code id}, sorted by id. */
    List<FactEntity> find(String story, String id, int rows) {
        StringBuilder where = new StringBuilder("storyId = :story and id > :id");
        Map<String, Object> values = new HashMap<>(Map.of("story", story, "id", id));
        if (attribute != null) {
            where.append(" and attribute = :attribute");
            values.put("attribute", attribute);
        }
        if (source != null) {
            where.append(" and source = :source");
            values.put("source", source);
        }
        if (status != null) {
            where.append(" and status = :status");
            values.put("status", status);
        }
        if (voice != null) {
            where.append(" and (claimant = :voice or (claimant is null and source in"
                    + " (select s.id from SourceEntity s where s.storyId = :story and s.publisher = :voice)))");
            values.put("voice", voice);
        }
        return FactEntity.find(where + " order by id", values)
                .<FactEntity>range(0, rows - 1)
                .list();
    }
}
