package org.crosscheck.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The migrations as they are written, and which tables they spread over the shards of Citus. */
final class Migrations {
    private static final Path FOLDER = Path.of("src/main/resources/db/migration");
    private static final Pattern BLOCK = Pattern.compile("DO \\$\\$(.*?)END \\$\\$;", Pattern.DOTALL);
    private static final Pattern DISTRIBUTED = Pattern.compile("create_distributed_table\\('(\\w+)', 'story_id'");
    private static final Pattern SHARED = Pattern.compile("create_reference_table\\('(\\w+)'\\)");
    private static final Pattern EACH = Pattern.compile("FOREACH (\\w+) IN ARRAY ARRAY\\[(.*?)] LOOP", Pattern.DOTALL);

    private Migrations() {}

    /** Each by the name of its file, without comments. */
    static TreeMap<String, String> texts() {
        TreeMap<String, String> texts = new TreeMap<>();
        for (Path file : files()) {
            try {
                String text = Files.readAllLines(file).stream()
                        .map(line -> line.replaceFirst("--.*", ""))
                        .collect(Collectors.joining("\n"));
                texts.put(file.getFileName().toString(), text);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return texts;
    }

    static List<Path> files() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is between DO and END in a migration. */
    static List<String> blocks(String migration) {
        return BLOCK.matcher(migration).results().map(found -> found.group(1)).toList();
    }

    /** The tables that are spread by story. */
    static Set<String> sharded() {
        return named(DISTRIBUTED, "create_distributed_table(");
    }

    /** The tables that all nodes have. */
    static Set<String> shared() {
        return named(SHARED, "create_reference_table(");
    }

    private static Set<String> named(Pattern call, String function) {
        Set<String> tables = new TreeSet<>();
        for (String migration : texts().values()) {
            call.matcher(migration).results().forEach(found -> tables.add(found.group(1)));
            for (MatchResult loop : EACH.matcher(migration).results().toList())
                if (migration.contains(function + loop.group(1)))
                    for (String table : loop.group(2).split(","))
                        tables.add(table.strip().replace("'", ""));
        }
        return tables;
    }
}
