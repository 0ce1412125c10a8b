package org.crosscheck.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.crosscheck.http.Sha256;

/** The scripts and pictures that pages load. Browsers may keep them: another content has another address. */
@ApplicationScoped
class Assets {
    private static final String FOLDER = "/assets/";

    private final Map<String, String> addresses = new ConcurrentHashMap<>();

    String address(String name) {
        return addresses.computeIfAbsent(name, Assets::versioned);
    }

    private static String versioned(String name) {
        try (InputStream in = Assets.class.getResourceAsStream("/META-INF/resources" + FOLDER + name)) {
            return FOLDER + name + "?v=" + Sha256.hex(in.readAllBytes()).substring(0, 10);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
