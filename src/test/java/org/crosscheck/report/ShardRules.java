package org.crosscheck.report;

import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.hibernate.resource.jdbc.spi.StatementInspector;

/**
 * Holds every statement that the program sends while the API is tested against the rules that let it run on Citus, sharded by story.
 * One that breaks them is not sent, so that the test fails that made the program send it.
 */
@PersistenceUnitExtension
public class ShardRules implements StatementInspector {
    private static final long serialVersionUID = 1L;

    private static final Set<String> SHARDED = Migrations.sharded();
    private static final Pattern TABLE =
            Pattern.compile("\\b(?:from|join|update|into)\\s+(?:only\\s+)?(\\w+)", Pattern.CASE_INSENSITIVE);
    /** What names the story, by itself or first of a key. */
    private static final Pattern STORY = Pattern.compile(
            "\\bstory_id\\s*(?:=|in\\b)|\\(\\s*(?:\\w+\\.)?story_id\\s*,[^()]*\\)\\s*(?:=|in\\b)",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern INSERT = Pattern.compile("^\\s*insert\\s+into\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern LOCK = Pattern.compile("\\bfor (no key )?update\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern WRITE_IN_CTE =
            Pattern.compile("\\bas\\s*(?:materialized\\s*)?\\(\\s*(insert|update|delete)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern CHANGES_SHARD = Pattern.compile(
            "\\bupdate\\b.*\\bset\\b(?:(?!\\bwhere\\b).)*\\bstory_id\\s*=", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** What asks all shards, of one table, and why it may. */
    private static final List<Pattern> ACROSS = List.of(
            // lists of stories, and of their findings
            Pattern.compile(
                    "^\\s*select .* from story \\w+ where (?!.*\\bjoin\\b).*",
                    Pattern.CASE_INSENSITIVE | Pattern.DOTALL),
            Pattern.compile(
                    "^\\s*select .* from finding \\w+ where \\(\\w+\\.story_id,\\w+\\.attribute_id\\)>\\(",
                    Pattern.CASE_INSENSITIVE),
            // the findings that rest on a party or a concept, after it has changed
            Pattern.compile(
                    "^\\s*select .* from finding\\s+where voices && ", Pattern.CASE_INSENSITIVE | Pattern.DOTALL),
            // changes of all stories, by their number
            Pattern.compile(
                    "^\\s*select (?=.*\\bnumber\\b).* from verdict_change\\b(?!.*\\bjoin\\b)",
                    Pattern.CASE_INSENSITIVE | Pattern.DOTALL),
            // at a start: whose texts were read by other rules
            Pattern.compile(
                    "^\\s*select distinct \\w+\\.story_id from source \\w+ where .*read_by", Pattern.CASE_INSENSITIVE),
            // what is forgotten by age
            Pattern.compile(
                    "^\\s*delete from imported_dossier \\w* ?where (\\w+\\.)?imported_at<", Pattern.CASE_INSENSITIVE));

    @Override
    public String inspect(String sql) {
        broken(sql).ifPresent(rule -> {
            throw new IllegalStateException("Citus would not run this, or badly: " + rule + ": " + sql);
        });
        return sql;
    }

    /** The rule that a statement breaks, if it breaks one. */
    static Optional<String> broken(String sql) {
        long tables = TABLE.matcher(sql)
                .results()
                .map(found -> found.group(1).toLowerCase(Locale.ROOT))
                .filter(SHARDED::contains)
                .count();
        if (tables == 0) return Optional.empty();
        if (CHANGES_SHARD.matcher(sql).find()) return Optional.of("a row stays in its story");
        if (WRITE_IN_CTE.matcher(sql).find()) return Optional.of("no write in a WITH");
        if (LOCK.matcher(sql).find() && tables > 1) return Optional.of("locks are taken on one table");
        if (INSERT.matcher(sql).find()) tables--;
        long named = STORY.matcher(sql).results().map(MatchResult::group).count();
        boolean across = ACROSS.stream().anyMatch(each -> each.matcher(sql).find());
        return named >= tables || across ? Optional.empty() : Optional.of("story_id belongs into every WHERE and JOIN");
    }
}
