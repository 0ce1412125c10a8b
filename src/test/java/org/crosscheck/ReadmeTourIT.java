package org.crosscheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.crosscheck.postgres.PackagedProgram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Walks the README's tour, as printed, through the packaged program. */
class ReadmeTourIT {
    private static final Pattern BLOCK = Pattern.compile("```(sh|text)\n(.*?)```", Pattern.DOTALL);

    private record Block(String kind, String content) {}

    @TempDir
    Path data;

    @Test
    void the_tour_prints_what_the_readme_says() throws IOException, InterruptedException {
        List<Block> blocks = tour();
        try (PackagedProgram program = PackagedProgram.start(data, Map.of("CROSSCHECK_ACCESS_ADMIN_KEY", ""))) {
            String settings = blocks.get(0)
                    .content()
                    .replace("http://localhost:8080", program.address().toString())
                    .replace("data/admin.key", data.resolve("admin.key").toString());
            Path key = data.resolve("admin.key");
            assertThat(Files.getPosixFilePermissions(key)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
            assertThat(program.output())
                    .contains(key.toString())
                    .doesNotContain(Files.readString(key).strip());
            int walked = 0;
            for (int i = 1; i + 1 < blocks.size(); i += 2) {
                assertThat(blocks.get(i).kind()).isEqualTo("sh");
                assertThat(blocks.get(i + 1).kind()).isEqualTo("text");
                assertThat(run(settings + blocks.get(i).content()))
                        .as(blocks.get(i).content())
                        .isEqualTo(blocks.get(i + 1).content());
                walked++;
            }
            assertThat(walked).isGreaterThanOrEqualTo(8);
        }
    }

    private static List<Block> tour() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        String tour = readme.substring(readme.indexOf("## A two-minute tour"), readme.indexOf("## Running it"));
        return BLOCK.matcher(tour)
                .results()
                .map(match -> new Block(match.group(1), match.group(2)))
                .toList();
    }

    private static String run(String commands) throws IOException, InterruptedException {
        Process shell = new ProcessBuilder("bash", "-c", commands)
                .redirectErrorStream(true)
                .start();
        shell.getOutputStream().close();
        String output = new String(shell.getInputStream().readAllBytes());
        assertThat(shell.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return output.endsWith("\n") ? output : output + "\n";
    }
}
