package org.crosscheck.access;

import io.quarkus.logging.LoggingFilter;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.formatters.PatternFormatter;

/**
 * Leaves out of what the library of OpenID Connect logs of a token that is no good the claims in it, which name who wanted to sign in. Why
 * it is no good stays.
 */
@LoggingFilter(name = "without-claims")
public final class WithoutClaims implements Filter {
    private static final String BEGIN = "claims->{";
    private static final String END = "})";
    private static final PatternFormatter MESSAGE = new PatternFormatter("%s");

    @Override
    public boolean isLoggable(LogRecord record) {
        String logger = record.getLoggerName();
        if (logger == null || !logger.startsWith("io.quarkus.oidc") || !(record instanceof ExtLogRecord told))
            return true;
        String message = MESSAGE.format(told);
        int begin = message.indexOf(BEGIN);
        if (begin < 0) return true;
        int end = message.lastIndexOf(END);
        String rest = end < begin ? "" : message.substring(end + 1);
        told.setMessage(message.substring(0, begin) + "claims" + rest, ExtLogRecord.FormatStyle.NO_FORMAT);
        told.setParameters(null);
        return true;
    }
}
