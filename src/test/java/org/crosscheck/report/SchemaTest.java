package org.crosscheck.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.Column;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Table;
import jakarta.persistence.metamodel.Attribute;
import jakarta.persistence.metamodel.EntityType;
import jakarta.persistence.metamodel.SingularAttribute;
import java.io.IOException;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Member;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.crosscheck.dossier.Client;
import org.crosscheck.http.Sha256;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** The migrated schema, and the SQL that we send, keep the rules that let both run on Citus, sharded by story. */
@QuarkusTest
class SchemaTest {
    /** What all stories share: reference tables on Citus; and what Flyway keeps for itself. */
    private static final String SHARED = Stream.concat(Migrations.shared().stream(), Stream.of("flyway_schema_history"))
            .collect(Collectors.joining("', '", "'", "'"));

    /** Migrations that others have run, each with its SHA-256; a release adds those that are new. */
    private static final Path RUN = Path.of("src/test/resources/migrations.sha256");

    private static final Pattern TEXT_BLOCK = Pattern.compile("\"\"\"(.*?)\"\"\"", Pattern.DOTALL);
    private static final Pattern STRING = Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\.)*)\"");

    @TestHTTPResource
    URI address;

    @Inject
    DataSource database;

    @Inject
    EntityManager entities;

    @ConfigProperty(name = "quarkus.flyway.init-sql")
    String migrationsBeginWith;

    @ConfigProperty(name = "quarkus.datasource.jdbc.additional-jdbc-properties.reWriteBatchedInserts")
    boolean batchesAreRewritten;

    @Test
    void every_key_of_what_belongs_to_a_story_has_the_story() throws SQLException {
        assertThat(query("SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'"
                        + " AND relname NOT IN (" + SHARED + ")"))
                .contains("story", "attribute", "source", "fact", "finding", "revision", "answered_post");
        assertThat(query("SELECT relname FROM pg_class c WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'"
                        + " AND relname NOT IN (" + SHARED + ") AND NOT EXISTS (SELECT FROM pg_index i"
                        + " JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = i.indkey[0]"
                        + " WHERE i.indrelid = c.oid AND i.indisprimary AND a.attname = 'story_id')"))
                .as("tables whose primary key does not start with story_id")
                .isEmpty();
        assertThat(query("SELECT i.indexrelid::regclass::text FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid"
                        + " WHERE c.relnamespace = 'public'::regnamespace AND i.indisunique AND c.relname NOT IN ("
                        + SHARED + ") AND NOT EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid"
                        + " AND a.attnum = ANY(i.indkey) AND a.attname = 'story_id')"))
                .as("unique indexes without story_id")
                .isEmpty();
    }

    @Test
    void every_table_is_spread_by_story_or_on_all_nodes() throws SQLException {
        assertThat(Migrations.sharded()).isNotEmpty().doesNotContainAnyElementsOf(Migrations.shared());
        assertThat(query(
                        "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')"
                                + " AND relname <> 'flyway_schema_history'"))
                .as("a table's migration distributes it where Citus is")
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(Migrations.sharded().stream(), Migrations.shared().stream())
                                .toList());
        assertThat(query("SELECT c.relname FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace"
                        + " AND c.relkind = 'r' AND c.relname IN (" + SHARED
                        + ") AND EXISTS (SELECT FROM pg_attribute a"
                        + " WHERE a.attrelid = c.oid AND a.attname = 'story_id')"))
                .as("what is shared belongs to no story")
                .isEmpty();
    }

    @Test
    void what_only_citus_has_is_asked_for_only_where_it_is() {
        Migrations.texts().forEach((file, migration) -> {
            String outside = migration;
            for (String block : Migrations.blocks(migration)) {
                if (!block.contains("citus")) continue;
                outside = outside.replace(block, "");
                assertThat(block)
                        .as(file)
                        .contains("IF EXISTS (SELECT FROM pg_extension WHERE extname = 'citus') THEN");
            }
            assertThat(outside).as(file).doesNotContain("create_distributed", "create_reference", "citus");
            assertThat(migration).as(file).doesNotContain("CONCURRENTLY", "SECURITY DEFINER", "GENERATED");
            assertThat(Pattern.compile("create_distributed_table\\((.*?)\\)")
                            .matcher(migration)
                            .results()
                            .map(found -> found.group(1)))
                    .as("all shards of a story are on one node: %s", file)
                    .allMatch(spread -> spread.equals("'story', 'story_id'")
                            || spread.endsWith(", 'story_id', colocate_with => 'story'"));
        });
    }

    @Test
    void foreign_keys_are_added_shard_by_shard_after_their_tables_were_spread() {
        Migrations.texts().forEach((file, migration) -> {
            int key = migration.indexOf("FOREIGN KEY");
            if (key < 0) return;
            assertThat(migration.substring(0, key))
                    .as(file)
                    .contains("SET LOCAL citus.multi_shard_modify_mode TO 'sequential'");
            assertThat(migration.lastIndexOf("create_distributed_table"))
                    .as(file)
                    .isLessThan(key);
            assertThat(migration.lastIndexOf("create_reference_table")).as(file).isLessThan(key);
        });
    }

    @Test
    void migrations_change_what_is_shared_and_what_is_spread_in_one_transaction() {
        // Without this Citus refuses to alter a table on all nodes after one that refers to it.
        assertThat(migrationsBeginWith).isEqualTo("SET citus.multi_shard_modify_mode TO 'sequential'");
    }

    @Test
    void a_migration_that_somebody_may_have_run_is_never_edited() throws IOException {
        List<String> known = Files.readAllLines(RUN);
        List<String> now = new ArrayList<>();
        for (Path file : Migrations.files()) now.add(Sha256.hex(Files.readString(file)) + "  " + file.getFileName());
        assertThat(now).as("add a migration; never change one").containsAll(known);
    }

    @Test
    void rows_are_known_by_their_story_first_and_loaded_without_joins() {
        for (EntityType<?> entity : entities.getMetamodel().getEntities()) {
            String table = entity.getJavaType().getAnnotation(Table.class).name();
            if (!Migrations.sharded().contains(table)) continue;
            assertThat(entity.getAttributes().stream().filter(Attribute::isAssociation))
                    .as("%s leads to no other row", table)
                    .isEmpty();
            assertThat(entity.getAttributes().stream()
                            .filter(attribute -> attribute instanceof SingularAttribute<?, ?> one && one.isId())
                            .map(attribute -> column(attribute.getJavaMember())))
                    .as(table)
                    .contains("story_id");
        }
    }

    private static String column(Member member) {
        Column column = ((AnnotatedElement) member).getAnnotation(Column.class);
        return column == null ? member.getName() : column.name();
    }

    @Test
    void foreign_keys_stay_within_a_story_or_lead_to_what_is_shared() throws SQLException {
        String keyHasStory = " EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = %s AND a.attnum = ANY(%s)"
                + " AND a.attname = 'story_id')";
        assertThat(query("SELECT conname FROM pg_constraint WHERE contype = 'f'"))
                .hasSizeGreaterThan(10);
        assertThat(query("SELECT conname FROM pg_constraint k JOIN pg_class here ON here.oid = k.conrelid"
                        + " JOIN pg_class there ON there.oid = k.confrelid WHERE k.contype = 'f'"
                        + " AND there.relname NOT IN (" + SHARED + ") AND (here.relname IN (" + SHARED + ")"
                        + " OR NOT" + keyHasStory.formatted("here.oid", "k.conkey")
                        + " OR NOT" + keyHasStory.formatted("there.oid", "k.confkey") + ")"))
                .isEmpty();
        assertThat(query("SELECT conname FROM pg_constraint WHERE conrelid = 'fact'::regclass AND contype = 'f'"))
                .containsExactlyInAnyOrder(
                        "fact_source_fk", "fact_attribute_fk", "fact_claimant_fk", "fact_concept_fk");
    }

    @Test
    void every_constraint_is_named_by_us() throws SQLException {
        // NOT NULL is a constraint too since PostgreSQL 18, and nobody looks for it by name.
        assertThat(query("SELECT conname FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid"
                        + " WHERE c.relnamespace = 'public'::regnamespace AND c.relname <> 'flyway_schema_history'"
                        + " AND contype <> 'n' AND conname ~ '_(pkey|fkey|key|check|excl)\\d*$'"))
                .isEmpty();
    }

    @Test
    void times_are_instants_ids_are_ours_and_nothing_runs_behind_our_back() throws SQLException {
        String ours = " WHERE table_schema = 'public' AND table_name <> 'flyway_schema_history' AND ";
        assertThat(query("SELECT table_name || '.' || column_name FROM information_schema.columns" + ours
                        + "data_type IN ('date', 'timestamp without time zone', 'time with time zone',"
                        + " 'time without time zone')"))
                .isEmpty();
        assertThat(query("SELECT table_name || '.' || column_name FROM information_schema.columns" + ours
                        + "(column_default IS NOT NULL OR is_identity = 'YES' OR is_generated = 'ALWAYS')"))
                .isEmpty();
        assertThat(query("SELECT tgname FROM pg_trigger WHERE NOT tgisinternal"))
                .isEmpty();
        assertThat(query("SELECT proname FROM pg_proc WHERE pronamespace = 'public'::regnamespace"))
                .isEmpty();
    }

    @Test
    void no_statement_does_what_shards_cannot() throws IOException {
        Pattern forbidden = Pattern.compile(
                "advisory|\\bnotify\\b|\\blisten\\b|create (or replace )?(trigger|function)|grouping sets|\\bcube\\b"
                        + "|\\bnow\\s*\\(|current_(timestamp|date|time)|local_?time|(clock|statement|transaction)_timestamp"
                        + "|timeofday|\\brandom\\s*\\(|gen_random_uuid|uuidv7|\\b(next|curr|last)val\\b|\\bserial\\b"
                        + "|set\\s+story_id|prepare transaction",
                Pattern.CASE_INSENSITIVE);
        for (String sql : statements())
            assertThat(forbidden.matcher(sql).find()).as(sql).isFalse();
        for (String sql : strings()) assertThat(ShardRules.broken(sql)).as(sql).isEmpty();
        assertThat(statements().stream().filter(sql -> sql.contains("WITH RECURSIVE")))
                .as("only what is shared may recurse")
                .allSatisfy(sql -> assertThat(sql).contains("concept_broader").doesNotContain("story_id"));
    }

    @Test
    void many_rows_travel_in_one_statement() {
        assertThat(batchesAreRewritten).isTrue();
    }

    @Test
    void what_is_still_referred_to_is_not_deleted_and_the_database_does_not_show_in_the_answer() {
        Client api = new Client(address);
        api.put("/v1/stories/schema/dossier", """
                {"story": {"title": "Schema"}, "parties": [{"id": "schema-party", "name": "Party"}],
                 "concepts": [{"id": "schema-concept", "label": "Concept"}],
                 "attributes": [{"id": "kind", "type": "CONCEPT"}],
                 "sources": [{"id": "s", "publisher": "schema-party", "publishedAt": "2017-05-02T00:00:00Z",
                              "facts": [{"attribute": "kind",
                                         "value": {"type": "CONCEPT", "concept": "schema-concept"}}]}]}""");
        for (String path : List.of("/v1/parties/schema-party", "/v1/concepts/schema-concept")) {
            Client.Answer answer = api.send("DELETE", path, null);
            assertThat(answer.status()).isEqualTo(409);
            assertThat(answer.body()).contains("still refers").doesNotContain("_fk", "constraint", "SQL");
            api.get(path);
        }
    }

    @Test
    void a_report_and_lists_of_findings_are_read_by_index() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("INSERT INTO story SELECT 'plan' || n, '', NULL, NULL, 1, 1, 0, 0, '2017-05-02'"
                    + " FROM generate_series(1, 400) n");
            statement.execute("INSERT INTO attribute SELECT 'plan' || n, 'a' || a, a, '', NULL, 'TOPIC', NULL, '{}',"
                    + " NULL, false, 1, false FROM generate_series(1, 400) n, generate_series(1, 30) a");
            statement.execute("INSERT INTO finding SELECT story_id, id, ordinal,"
                    + " CASE WHEN ordinal % 7 = 0 THEN 'CONTRADICTION' ELSE 'AGREEMENT' END, '{}', '{}', '{}',"
                    + " CASE WHEN ordinal % 10 = 3 THEN 'LAPSED' ELSE 'NONE' END"
                    + " FROM attribute WHERE story_id LIKE 'plan%'");
            statement.execute("ANALYZE story, finding");
            String stored = StoredReports.STORED
                    .replace("CAST(? AS text) IS NULL OR f.attribute_id = ?", "true")
                    .replace("st.story_id = ? AND st.version >= ?", "st.story_id = 'plan7' AND st.version >= 0");
            assertThat(plan(connection, stored))
                    .contains("story_pk", "finding_pk")
                    .doesNotContain("Seq Scan");
            String across = "SELECT * FROM finding WHERE verdict IN ('CONTRADICTION') AND"
                    + " (story_id, attribute_id) > ('plan7', 'a3') ORDER BY story_id, attribute_id LIMIT 11";
            assertThat(plan(connection, across))
                    .contains("finding_by_verdict", "Index Cond", "ROW(story_id, attribute_id) >")
                    .doesNotContain("Sort", "Seq Scan", "Filter");
            assertThat(plan(connection, across.replace("verdict IN ('CONTRADICTION')", "decision IN ('LAPSED')")))
                    .contains("finding_by_decision", "Index Cond", "ROW(story_id, attribute_id) >")
                    .doesNotContain("Sort", "Seq Scan", "Filter");
            connection.rollback();
        }
    }

    private static String plan(Connection connection, String sql) throws SQLException {
        return String.join("\n", query(connection, "EXPLAIN " + sql));
    }

    private List<String> query(String sql) throws SQLException {
        try (var connection = database.getConnection()) {
            return query(connection, sql);
        }
    }

    private static List<String> query(Connection connection, String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (var statement = connection.createStatement();
                var found = statement.executeQuery(sql)) {
            while (found.next()) rows.add(found.getString(1));
        }
        return rows;
    }

    /** The migrations, and every string in our code that may be SQL. */
    private static List<String> statements() throws IOException {
        return Stream.concat(Migrations.texts().values().stream(), strings().stream())
                .toList();
    }

    private static List<String> strings() throws IOException {
        List<String> strings = new ArrayList<>();
        for (Path file : files("src/main/java", ".java")) {
            String code = Files.readString(file);
            TEXT_BLOCK.matcher(code).results().map(found -> found.group(1)).forEach(strings::add);
            STRING.matcher(TEXT_BLOCK.matcher(code).replaceAll(""))
                    .results()
                    .map(found -> found.group(1))
                    .forEach(strings::add);
        }
        Pattern verb = Pattern.compile("\\b(SELECT|INSERT|UPDATE|DELETE|LOCK|SET|CREATE)\\b");
        return strings.stream().filter(sql -> verb.matcher(sql).find()).toList();
    }

    private static List<Path> files(String folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        }
    }
}
