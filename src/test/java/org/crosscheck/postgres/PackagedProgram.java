package org.crosscheck.postgres;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.crosscheck.http.Api;

/** The packaged program in a process of its own, as an operator starts, stops and kills it. */
public final class PackagedProgram implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final Pattern LISTENING = Pattern.compile("Listening on: http://[^:]+:(\\d+)");

    private final Process process;
    private final Path log;

    private PackagedProgram(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** Starts it on a data folder and a free port. It need not be up when this returns. */
    public static PackagedProgram start(Path dataFolder, Map<String, String> environment) throws IOException {
        var log = Files.createTempFile("crosscheck", ".log");
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var program = new ProcessBuilder(java, "-jar", System.getProperty("crosscheck.program"))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        // Not the database that tests may have been given.
        program.environment().keySet().removeIf(name -> name.startsWith("QUARKUS_DATASOURCE_"));
        program.environment().put("CROSSCHECK_DATA_DIR", dataFolder.toString());
        program.environment().put("QUARKUS_HTTP_PORT", "0");
        program.environment().put("CROSSCHECK_ACCESS_ADMIN_KEY", Api.ADMIN_KEY);
        program.environment().putAll(environment);
        return new PackagedProgram(program.start(), log);
    }

    /** Starts it, and waits until it is up. */
    public static PackagedProgram startAndWait(Path dataFolder) throws IOException, InterruptedException {
        var program = start(dataFolder, Map.of());
        program.address();
        return program;
    }

    /** Where it answers. Waits until it does. */
    public URI address() throws IOException, InterruptedException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline && process.isAlive()) {
            var listening = LISTENING.matcher(output());
            if (listening.find()) {
                return URI.create("http://127.0.0.1:" + listening.group(1));
            }
            Thread.sleep(50);
        }
        throw new AssertionError("the program did not come up:\n" + output());
    }

    /** What it has printed so far. */
    public String output() throws IOException {
        return Files.readString(log);
    }

    /** Waits for it to end. */
    public int exitCode() throws InterruptedException {
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("the program does not end");
        }
        return process.exitValue();
    }

    /** kill -9 */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws IOException, InterruptedException {
        process.destroy();
        exitCode();
        Files.delete(log);
    }
}
