package org.crosscheck.web;

import io.quarkus.qute.EngineBuilder;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;

/** Renders every page in the language of whoever looks at it. */
@ApplicationScoped
class Templating {
    private final Visit visit;

    Templating(Visit visit) {
        this.visit = visit;
    }

    void configure(@Observes EngineBuilder engine) {
        engine.addTemplateInstanceInitializer(this::speak);
    }

    private void speak(TemplateInstance page) {
        if (CurrentRequestManager.get() != null) page.setLocale(visit.language());
    }
}
