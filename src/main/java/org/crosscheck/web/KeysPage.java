package org.crosscheck.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.crosscheck.access.KeyService;
import org.crosscheck.access.KeyView;
import org.crosscheck.access.Needs;
import org.crosscheck.access.Role;
import org.crosscheck.http.Page;
import org.crosscheck.http.PageRequest;

/** {@code /keys}: who may call, for admins. */
@Path("/keys")
@Produces(MediaType.TEXT_HTML)
@Blocking
@Needs(Role.ADMIN)
@TemplateData(target = Role.class, namespace = "Role")
public class KeysPage {
    private final KeyService keys;

    KeysPage(KeyService keys) {
        this.keys = keys;
    }

    @CheckedTemplate(basePath = "")
    static class Templates {
        static native TemplateInstance keys(List<KeyView> keys, String next);
    }

    @GET
    public TemplateInstance keys(@BeanParam @Valid PageRequest page) {
        Page<KeyView> found = keys.list(page);
        return Templates.keys(found.items(), found.next());
    }
}
