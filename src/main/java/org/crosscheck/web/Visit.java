package org.crosscheck.web;

import io.quarkus.qute.RawString;
import io.quarkus.runtime.BlockingOperationControl;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.crosscheck.access.Caller;
import org.crosscheck.access.CallerResource.CallerView;
import org.crosscheck.access.Role;

/** What every page knows of the request that it answers: who looks at it, in which language, at which address. */
@Named("visit")
@RequestScoped
public class Visit {
    /** Keeps the language that was chosen. */
    static final String LANGUAGE_COOKIE = "crosscheck-language";

    private static final String LANGUAGE_PARAMETER = "lang";
    private static final String SIGN_IN = "/sign-in";
    private static final CallerView NOBODY = new CallerView(Caller.ANONYMOUS, null, null);
    private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.GERMAN);

    private final Caller caller;
    private final Style style;

    @Context
    UriInfo uri;

    @Context
    HttpHeaders headers;

    private CallerView who;

    Visit(Caller caller, Style style) {
        this.caller = caller;
        this.style = style;
    }

    /** Who looks at it: without a role where nobody has signed in, or where the request ended before it was known who. */
    public CallerView caller() {
        if (who == null && BlockingOperationControl.isBlockingAllowed()) who = found();
        return who == null ? NOBODY : who;
    }

    /** A page about a database that is down cannot ask it who is there. */
    private CallerView found() {
        try {
            return caller.view();
        } catch (RuntimeException unknown) {
            return NOBODY;
        }
    }

    public boolean signedIn() {
        return caller().role() != null;
    }

    public boolean admin() {
        return caller().role() == Role.ADMIN;
    }

    /** Whether it may write that story. */
    public boolean edits(String story) {
        return signedIn() && caller().role() != Role.READER && caller.mayWrite(story);
    }

    /** Whether it may write any story. */
    public boolean edits() {
        return signedIn() && caller().role() != Role.READER;
    }

    /** The language that was asked for now or before; else the best that the browser asks for. */
    public Locale language() {
        return chosenLanguage()
                .or(() -> Optional.ofNullable(headers.getCookies().get(LANGUAGE_COOKIE))
                        .map(Cookie::getValue)
                        .flatMap(Visit::language))
                .or(this::accepted)
                .orElse(LANGUAGES.get(0));
    }

    private Optional<Locale> accepted() {
        try {
            String header = headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE);
            return header == null
                    ? Optional.empty()
                    : Optional.ofNullable(Locale.lookup(Locale.LanguageRange.parse(header), LANGUAGES));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    /** The language that this request chooses for all that follow. */
    Optional<Locale> chosenLanguage() {
        return Optional.ofNullable(uri.getQueryParameters().getFirst(LANGUAGE_PARAMETER))
                .flatMap(Visit::language);
    }

    private static Optional<Locale> language(String tag) {
        return LANGUAGES.stream()
                .filter(language -> language.getLanguage().equals(tag))
                .findFirst();
    }

    /** A language that pages are there in. */
    public record Choice(String tag, String name, String address, boolean current) {}

    public List<Choice> languages() {
        return LANGUAGES.stream()
                .map(language -> new Choice(
                        language.getLanguage(),
                        language.getDisplayName(language),
                        with(LANGUAGE_PARAMETER, language.getLanguage()),
                        language.equals(language())))
                .toList();
    }

    /** The path and query of this page. */
    public String here() {
        return local(uri.getRequestUriBuilder());
    }

    /** The path and query of this page, with this value of a parameter in place of those that it has. */
    public String with(String parameter, Object value) {
        return with(parameter, new Object[] {value});
    }

    /** As {@link #with(String, Object)}, for several values, which templates cannot give; none leave the parameter out. */
    public String with(String parameter, Object... values) {
        return local(uri.getRequestUriBuilder().replaceQueryParam(parameter, values.length == 0 ? null : values));
    }

    static String local(UriBuilder builder) {
        URI address = builder.build();
        return address.getRawQuery() == null
                ? address.getRawPath()
                : address.getRawPath() + "?" + address.getRawQuery();
    }

    /** Where to sign in, and come back from to this page. */
    public String signInAddress() {
        return uri.getPath().equals(SIGN_IN)
                ? here()
                : SIGN_IN + "?to=" + URLEncoder.encode(here(), StandardCharsets.UTF_8);
    }

    /** The whole address of a path, for those who read the page elsewhere. */
    public String address(String path) {
        return uri.getBaseUri().resolve(path).toString();
    }

    public RawString style() {
        return style.css();
    }

    /** A date and time in words, UTC. */
    public String time(Instant instant) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                        .withLocale(ShownTimes.region(language()))
                        .withZone(ZoneOffset.UTC)
                        .format(instant)
                + " UTC";
    }
}
