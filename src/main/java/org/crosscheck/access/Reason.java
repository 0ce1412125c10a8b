package org.crosscheck.access;

import jakarta.enterprise.context.RequestScoped;

/** Why a request changes what it changes, as its header says. */
@RequestScoped
class Reason {
    private String text;

    /** Null where the request does not say. */
    String text() {
        return text;
    }

    void give(String given) {
        text = given;
    }
}
