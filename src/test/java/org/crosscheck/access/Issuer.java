package org.crosscheck.access;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.math.BigInteger;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An OpenID Connect issuer on this machine. It is down until a test opens it. */
public class Issuer implements QuarkusTestResourceLifecycleManager {
    private static final WireMockServer SERVER =
            new WireMockServer(options().dynamicPort().bindAddress("127.0.0.1"));
    private static final KeyPair KEYS = keys();

    @Override
    public Map<String, String> start() {
        SERVER.start();
        return Map.of("crosscheck.access.oidc.issuer", SERVER.baseUrl());
    }

    @Override
    public void stop() {
        SERVER.stop();
    }

    /** Answers from now on. */
    static void open() {
        SERVER.stubFor(get(urlEqualTo("/.well-known/openid-configuration"))
                .willReturn(okJson("""
                {"issuer": "BASE", "jwks_uri": "BASE/jwks", "token_endpoint": "BASE/token",
                 "authorization_endpoint": "BASE/authorize", "subject_types_supported": ["public"],
                 "response_types_supported": ["code"], "id_token_signing_alg_values_supported": ["RS256"]}
                """.replace("BASE", SERVER.baseUrl()))));
        RSAPublicKey key = (RSAPublicKey) KEYS.getPublic();
        SERVER.stubFor(get(urlEqualTo("/jwks"))
                .willReturn(okJson("""
                {"keys": [{"kty": "RSA", "alg": "RS256", "use": "sig", "kid": "1", "n": "%s", "e": "%s"}]}
                """.formatted(base64(key.getModulus()), base64(key.getPublicExponent())))));
    }

    /** Gives these tokens to whoever comes with a code. */
    static void grants(JwtClaimsBuilder idToken, JwtClaimsBuilder accessToken) {
        SERVER.stubFor(WireMock.post(urlEqualTo("/token"))
                .willReturn(okJson("""
                {"token_type": "Bearer", "expires_in": 300, "id_token": "%s", "access_token": "%s"}
                """.formatted(signed(idToken), signed(accessToken)))));
    }

    /** Takes no codes any more. */
    static void refusesCodes() {
        SERVER.stubFor(WireMock.post(urlEqualTo("/token"))
                .willReturn(WireMock.jsonResponse("{\"error\": \"invalid_grant\"}", 400)));
    }

    /** What the last one who came with a code sent. */
    static Map<String, String> lastGrant() {
        List<LoggedRequest> requests = SERVER.findAll(WireMock.postRequestedFor(urlEqualTo("/token")));
        return form(requests.get(requests.size() - 1).getBodyAsString());
    }

    /** Names and values of a query or a form. */
    static Map<String, String> form(String text) {
        Map<String, String> form = new LinkedHashMap<>();
        for (String pair : text.split("&")) {
            String[] parts = pair.split("=", 2);
            form.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return form;
    }

    private static String base64(BigInteger number) {
        byte[] bytes = number.toByteArray();
        byte[] unsigned = bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(unsigned);
    }

    /** A token of this issuer for Crosscheck. */
    static JwtClaimsBuilder token(String user, String... roles) {
        return Jwt.issuer(SERVER.baseUrl())
                .subject("id-of-" + user)
                .preferredUserName(user)
                .audience("crosscheck")
                .claim("realm_access", Map.of("roles", List.of(roles)));
    }

    static String signed(JwtClaimsBuilder token) {
        return token.jws().keyId("1").sign(KEYS.getPrivate());
    }

    /** Signed with a key that the issuer does not have. */
    static String forged(JwtClaimsBuilder token) {
        return token.jws().keyId("1").sign(keys().getPrivate());
    }

    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
