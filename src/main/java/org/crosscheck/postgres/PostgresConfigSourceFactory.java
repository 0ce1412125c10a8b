package org.crosscheck.postgres;

import io.quarkus.bootstrap.logging.InitialConfigurator;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.PropertiesConfigSource;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Configures the data source: leaves it to the operator who names a server, and else starts the embedded one and names
 * that. Either way {@value #EMBEDDED} tells the program which it is.
 */
public final class PostgresConfigSourceFactory implements ConfigSourceFactory {
    /** Set here for the program to read: whether the database is the embedded one. */
    public static final String EMBEDDED = "crosscheck.postgres.embedded";

    /** The folder of the embedded server, {@code data} in the working directory by default. */
    private static final String DATA_FOLDER = "crosscheck.data-dir";

    /** Whether what is committed survives a crash of the machine. Only tests can do without. */
    private static final String DURABLE = "crosscheck.postgres.durable";

    private static final String URL = "quarkus.datasource.jdbc.url";

    /** Above that of the environment: a user name left there must not meet the embedded server. */
    private static final int ORDINAL = 500;

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        if (!isOfRunningProgram(context)) {
            return List.of();
        }
        if (!value(context, URL, "").isEmpty()) {
            return source(Map.of(EMBEDDED, "false"));
        }
        try {
            var folder = Path.of(value(context, DATA_FOLDER, "data"))
                    .toAbsolutePath()
                    .normalize();
            var port = portOfServer(folder, Boolean.parseBoolean(value(context, DURABLE, "true")));
            return source(Map.of(
                    URL,
                    "jdbc:postgresql://127.0.0.1:" + port + "/postgres",
                    "quarkus.datasource.username",
                    EmbeddedServer.USER,
                    "quarkus.datasource.password",
                    Password.read(folder.resolve("postgres.password")),
                    EMBEDDED,
                    "true"));
        } catch (StartFailure e) {
            throw reported(e);
        }
    }

    /**
     * Configuration is also read by the build, by the build inside of dev and test mode, and by every JVM that has JUnit
     * on its class path. Only the program's own holds what its build has recorded.
     */
    private static boolean isOfRunningProgram(ConfigSourceContext context) {
        return context.getConfigSources().stream()
                .anyMatch(source -> source.getName().equals("BuildTime RunTime Fixed"));
    }

    /**
     * Starts the server, unless this process has: dev mode starts the program anew after each change, and tests may for
     * each class. Then the class loaders are new too, and only the system's properties remain.
     */
    private static String portOfServer(Path folder, boolean durable) {
        var remembered = "org.crosscheck.postgres.port of " + folder;
        if (System.getProperty(remembered) == null) {
            System.setProperty(remembered, Integer.toString(EmbeddedServer.start(folder, durable)));
        }
        return System.getProperty(remembered);
    }

    /** As what Quarkus prints by its message alone, and exits: this exception, if it has no cause. */
    private static ConfigurationException reported(StartFailure failure) {
        // Drops what libraries said so far. It waits for the configuration of the log and would bury our message.
        InitialConfigurator.DELAYED_HANDLER.setHandlers(new Handler[0]);
        return new ConfigurationException("Crosscheck cannot start. " + failure.getMessage());
    }

    private static String value(ConfigSourceContext context, String name, String otherwise) {
        var value = context.getValue(name);
        return value == null || value.getValue() == null || value.getValue().isBlank() ? otherwise : value.getValue();
    }

    private static List<ConfigSource> source(Map<String, String> properties) {
        return List.of(new PropertiesConfigSource(properties, "PostgreSQL", ORDINAL));
    }
}
