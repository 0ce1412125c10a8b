package org.crosscheck.fuzz;

import java.net.http.HttpHeaders;
import java.util.Optional;

/** What the program answers. The body of a stream is what came first. */
record Answer(int status, HttpHeaders headers, String body) {

    Optional<String> header(String name) {
        return headers.firstValue(name);
    }

    /** The media type without its parameters; empty where there is none. */
    String type() {
        return header("Content-Type").map(type -> type.split(";")[0].strip()).orElse("");
    }
}
