package org.crosscheck.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.Level;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.Test;

/** What stays of what is logged of a token. */
class WithoutClaimsTest {
    private static final String LOGGER = "io.quarkus.oidc.runtime.CodeAuthenticationMechanism";

    private static String told(String logger, String format, Object... parameters) {
        ExtLogRecord record = new ExtLogRecord(
                Level.ERROR, format, ExtLogRecord.FormatStyle.PRINTF, WithoutClaimsTest.class.getName());
        record.setLoggerName(logger);
        record.setParameters(parameters);
        assertThat(new WithoutClaims().isLoggable(record)).isTrue();
        return new PatternFormatter("%s").format(record);
    }

    @Test
    void why_a_token_is_no_good_is_logged_and_whose_it_is_not() {
        assertThat(
                        told(
                                LOGGER,
                                "ID token verification has failed: %s",
                                "JWT (claims->{\"iss\":\"https://evil.example\",\"preferred_username\":\"eve\",\"realm_access\":{}})"
                                        + " rejected due to invalid claims. Additional details: [[12] Issuer (iss) 100% wrong]"))
                .isEqualTo("ID token verification has failed: JWT (claims) rejected due to invalid claims."
                        + " Additional details: [[12] Issuer (iss) 100% wrong]");
        assertThat(told(LOGGER, "JWT (claims->{\"sub\":\"eve\"")).isEqualTo("JWT (claims");
    }

    @Test
    void all_else_is_logged_as_it_is() {
        assertThat(told(LOGGER, "Request %s has failed", "x")).isEqualTo("Request x has failed");
        assertThat(told("org.crosscheck", "claims->{}) %s", "x")).isEqualTo("claims->{}) x");
    }
}
