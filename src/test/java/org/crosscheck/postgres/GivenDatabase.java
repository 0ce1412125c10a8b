package org.crosscheck.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * The database that tests run on, where one is given in place of the embedded one. Tests empty their database at each start of the
 * program, so only one that was empty becomes theirs, and a comment on its schema says so to those that come later. Any other is
 * left as it is, and no test runs.
 */
public final class GivenDatabase implements LauncherSessionListener {
    private static final String URL = "quarkus.datasource.jdbc.url";
    private static final String THEIRS = "Belongs to the tests of Crosscheck, which empty it.";

    /** Whether tests empty the database: see application.properties. */
    private static final String CLEAN = "crosscheck.test.clean";

    /** Tables and what is like them, but for what extensions bring. */
    private static final String THERE = """
            SELECT count(*) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
             WHERE n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema'
               AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')
            """;

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        String url = setting(URL);
        if (url == null) return;
        try (Connection connection = DriverManager.getConnection(
                url, setting("quarkus.datasource.username"), setting("quarkus.datasource.password"))) {
            claim(connection, url);
            System.setProperty(CLEAN, "true");
        } catch (SQLException e) {
            throw new IllegalStateException("Tests cannot reach the database " + url + ": " + e.getMessage(), e);
        }
    }

    private static void claim(Connection connection, String url) throws SQLException {
        try (Statement sql = connection.createStatement()) {
            if (THEIRS.equals(string(sql, "SELECT obj_description('public'::regnamespace)"))) return;
            if (!"0".equals(string(sql, THERE)))
                throw new IllegalStateException("Tests empty their database, and there is something in " + url
                        + ". Nothing was changed. Name an empty database.");
            sql.execute("COMMENT ON SCHEMA public IS '" + THEIRS + "'");
        }
    }

    private static String string(Statement sql, String query) throws SQLException {
        try (ResultSet found = sql.executeQuery(query)) {
            found.next();
            return found.getString(1);
        }
    }

    /** As Quarkus would read it; null where there is none. */
    private static String setting(String name) {
        String property = System.getProperty(name);
        return property != null
                ? property
                : System.getenv(name.replace('.', '_').toUpperCase(Locale.ROOT));
    }
}
