package org.crosscheck.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import io.restassured.http.Cookie;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.crosscheck.http.Api;

/** A browser, as far as HTTP goes: it keeps cookies, follows no redirect unasked, and says for which site it sends a request. */
final class Visitor {
    static final String COOKIE = "crosscheck-session";

    private final Map<String, String> cookies = new LinkedHashMap<>();
    private Response last;

    /** One that is signed in. */
    static Visitor signedIn(String key) {
        Visitor browser = new Visitor();
        assertThat(browser.signIn(key).statusCode()).isEqualTo(303);
        return browser;
    }

    Response signIn(String key, String... headers) {
        return sendForm("key=" + encode(key), headers.length == 0 ? own() : headers);
    }

    Response signInAndGoTo(String key, String to) {
        return sendForm("key=" + encode(key) + "&to=" + encode(to), own());
    }

    /** Sends the form of the page to sign in. */
    Response sendForm(String form, String... headers) {
        return kept(request(headers)
                .contentType("application/x-www-form-urlencoded")
                .body(form)
                .post("/sign-in"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    Response signOut(String... headers) {
        return kept(request(headers.length == 0 ? own() : headers).post("/sign-out"));
    }

    Response get(String path) {
        return kept(request().get(path));
    }

    /** Puts a story, as a page does. */
    Response write(String story, String... headers) {
        return request(headers)
                .contentType("application/json")
                .body("{\"title\": \"A\"}")
                .put("/v1/stories/" + story);
    }

    String caller() {
        return Api.json(get("/v1/caller")).path("name").asText();
    }

    String cookie() {
        return cookies.get(COOKIE);
    }

    /** The names of its cookies. */
    Set<String> cookies() {
        return cookies.keySet();
    }

    /** Another one with the same cookies: it does not learn what happens to them. */
    Visitor copy() {
        Visitor copy = new Visitor();
        copy.cookies.putAll(cookies);
        return copy;
    }

    /** What the last answer said of a cookie. */
    Cookie given(String name) {
        return last.detailedCookie(name);
    }

    static String[] own() {
        return new String[] {"Sec-Fetch-Site", "same-origin"};
    }

    /** As older browsers, and those that came by http, say where a page is from. */
    static String origin() {
        return "http://localhost:" + RestAssured.port;
    }

    private RequestSpecification request(String... headers) {
        String[] all = new String[headers.length + 2];
        System.arraycopy(headers, 0, all, 2, headers.length);
        all[0] = Api.KEY_HEADER;
        all[1] = "";
        for (int i = 0; i < headers.length; i += 2) if (headers[i].equals(Api.KEY_HEADER)) all = headers;
        return Api.with(all).cookies(cookies).redirects().follow(false);
    }

    private Response kept(Response answer) {
        last = answer;
        for (Cookie cookie : answer.detailedCookies()) {
            if (cookie.getMaxAge() == 0) cookies.remove(cookie.getName());
            else cookies.put(cookie.getName(), cookie.getValue());
        }
        return answer;
    }
}
