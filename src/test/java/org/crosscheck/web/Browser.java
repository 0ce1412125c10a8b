package org.crosscheck.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.ColorScheme;
import io.restassured.RestAssured;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * Chromium, as a visitor of the running program uses it: {@code @RegisterExtension Browser browser = new Browser();}. It starts once,
 * every visit has cookies of its own, and a test fails where a page broke one of its own rules: an error of a script or on the console,
 * something that the Content-Security-Policy does not let in, a request to another server.
 */
final class Browser implements BeforeEachCallback, AfterEachCallback {
    /** A visitor who reads German. */
    static final Consumer<NewContextOptions> GERMAN = visitor -> visitor.setLocale("de-DE");
    /** A visitor with a narrow telephone. */
    static final Consumer<NewContextOptions> NARROW = visitor -> visitor.setViewportSize(360, 740);
    /** A visitor whose browser runs no scripts. */
    static final Consumer<NewContextOptions> SCRIPTLESS = visitor -> visitor.setJavaScriptEnabled(false);

    private static final Set<String> SERIOUS = Set.of("serious", "critical");
    private static final Pattern REFUSED = Pattern.compile("Failed to load resource: .* status of 4\\d\\d .*");

    private final List<BrowserContext> visits = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();
    private com.microsoft.playwright.Browser chromium;
    private Predicate<String> expected = complaint -> false;

    @Override
    public void beforeEach(ExtensionContext test) {
        chromium = test.getRoot()
                .getStore(Namespace.GLOBAL)
                .computeIfAbsent(Chromium.class, none -> new Chromium(), Chromium.class)
                .browser;
    }

    @Override
    public void afterEach(ExtensionContext test) {
        visits.forEach(BrowserContext::close);
        visits.clear();
        assertThat(complaints).as("what the browser complained about").isEmpty();
    }

    /** The page at {@code path}, in a new visit: in English, light, 1280 wide, unless told otherwise. */
    @SafeVarargs
    final Page open(String path, Consumer<NewContextOptions>... how) {
        Page page = visit(how).newPage();
        page.navigate(path);
        return page;
    }

    /** A new visit, for more than one page with the same cookies. */
    @SafeVarargs
    final BrowserContext visit(Consumer<NewContextOptions>... how) {
        String site = RestAssured.baseURI + ":" + RestAssured.port;
        NewContextOptions visitor = new NewContextOptions();
        visitor.setBaseURL(site).setLocale("en-GB").setViewportSize(1280, 900).setColorScheme(ColorScheme.LIGHT);
        for (Consumer<NewContextOptions> each : how) each.accept(visitor);
        BrowserContext visit = chromium.newContext(visitor);
        visits.add(visit);
        visit.onConsoleMessage(this::heard);
        visit.onWebError(error -> complained("a script failed: " + error.error()));
        visit.onRequest(request -> asked(site, request));
        return visit;
    }

    /** Answers of 400 to 499 are part of this test: the browser may say on its console that it got one. */
    void expectRefusals() {
        expected = REFUSED.asMatchPredicate();
    }

    private void heard(ConsoleMessage message) {
        if (message.type().equals("error")) complained(message.text());
    }

    private void asked(String site, Request request) {
        if (request.url().matches("https?:.*") && !request.url().startsWith(site + "/"))
            complained("a page asked another server: " + request.url());
    }

    private void complained(String complaint) {
        if (!expected.test(complaint)) complaints.add(complaint);
    }

    /** {@code page} breaks no rule of accessibility that matters, neither light nor dark. */
    static void axe(Page page) {
        List<String> found = new ArrayList<>();
        for (ColorScheme colours : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(colours));
            for (Rule rule : new AxeBuilder(page).setLegacyMode(true).analyze().getViolations())
                if (SERIOUS.contains(rule.getImpact())) found.add(colours + " " + described(rule));
        }
        assertThat(found).as(page.url()).isEmpty();
    }

    /** The rule, and where it is broken. */
    private static String described(Rule rule) {
        StringBuilder text = new StringBuilder(rule.getImpact() + " " + rule.getId() + ": " + rule.getHelp());
        for (CheckedNode node : rule.getNodes())
            text.append("\n  ")
                    .append(node.getTarget())
                    .append(' ')
                    .append(node.getHtml())
                    .append("\n    ")
                    .append(node.getFailureSummary().replace("\n", "\n    "));
        return text.toString();
    }

    /** How far the page can be scrolled to the side, in pixels. */
    static int overflow(Page page) {
        return (int) page.evaluate("Math.max(0, document.documentElement.scrollWidth - innerWidth)");
    }

    /** The process, which ends with the last test. */
    private static final class Chromium implements AutoCloseable {
        private final Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        private final com.microsoft.playwright.Browser browser = playwright
                .chromium()
                .launch(new LaunchOptions().setExecutablePath(program()).setArgs(List.of("--no-sandbox")));

        private static Path program() {
            return installed()
                    .or(() -> {
                        install();
                        return installed();
                    })
                    .orElseThrow(
                            () -> new IllegalStateException("Install Chromium (apt install chromium) to test pages."));
        }

        private static Optional<Path> installed() {
            return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                    .map(folder -> Path.of(folder, "chromium"))
                    .filter(Files::isExecutable)
                    .findFirst();
        }

        /** So that one command passes the tests on a fresh machine: root on Debian, as in CI. Elsewhere it changes nothing. */
        private static void install() {
            String command = "apt-get update -q && DEBIAN_FRONTEND=noninteractive"
                    + " apt-get install -q -y --no-install-recommends chromium fonts-dejavu-core";
            try {
                new ProcessBuilder("sh", "-c", command)
                        .redirectErrorStream(true)
                        .redirectOutput(Redirect.DISCARD)
                        .start()
                        .waitFor();
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void close() {
            playwright.close();
        }
    }
}
