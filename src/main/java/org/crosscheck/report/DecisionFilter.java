package org.crosscheck.report;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.crosscheck.decision.Standing;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which findings are shown, by what editors have decided on them. */
public class DecisionFilter {
    @Parameter(
            description =
                    "Only findings whose decision stands so: an outcome, LAPSED where the facts under it have changed"
                            + " since, NONE where nobody has decided.")
    @QueryParam("decision")
    List<Standing> decision;

    @Parameter(
            description =
                    "Whether findings are shown that an editor has dismissed; those whose dismissal has lapsed are.")
    @QueryParam("dismissed")
    @DefaultValue("true")
    boolean dismissed;

    /** How a decision may stand. */
    Set<Standing> wanted() {
        return Arrays.stream(Standing.values()).filter(this::passes).collect(Collectors.toSet());
    }

    boolean passAll() {
        return decision.isEmpty() && dismissed;
    }

    boolean passes(Standing standing) {
        return (decision.isEmpty() || decision.contains(standing)) && (dismissed || standing != Standing.DISMISSED);
    }
}
