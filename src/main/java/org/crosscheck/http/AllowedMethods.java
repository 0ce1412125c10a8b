package org.crosscheck.http;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Answers 405 and OPTIONS with the methods that a path has. RESTEasy looks at only one of the classes that share the start of a
 * path, and so answers 404, or forgets methods.
 */
@Provider
@PreMatching
public class AllowedMethods implements ContainerRequestFilter {
    private final List<Template> templates;

    @Context
    RoutingContext call;

    /** A path's parts, null where it has a parameter, and its methods. */
    private record Template(String[] parts, Set<String> methods) {

        static Template of(String path, Set<String> methods) {
            String[] parts = path.split("/", -1);
            for (int i = 0; i < parts.length; i++) if (parts[i].startsWith("{")) parts[i] = null;
            return new Template(parts, methods);
        }

        boolean matches(String[] path) {
            if (path.length != parts.length) return false;
            for (int i = 0; i < path.length; i++)
                if (parts[i] == null ? path[i].isEmpty() : !parts[i].equals(path[i])) return false;
            return true;
        }
    }

    AllowedMethods(BeanManager beans) {
        Map<String, Set<String>> byTemplate = new TreeMap<>();
        for (Bean<?> bean : beans.getBeans(Object.class, Any.Literal.INSTANCE)) {
            Path root = bean.getBeanClass().getAnnotation(Path.class);
            if (root == null) continue;
            for (Method method : bean.getBeanClass().getMethods()) collect(root.value(), method, byTemplate);
        }
        templates = byTemplate.entrySet().stream()
                .map(each -> Template.of(each.getKey(), each.getValue()))
                .toList();
    }

    private static void collect(String root, Method method, Map<String, Set<String>> byTemplate) {
        Path path = method.getAnnotation(Path.class);
        String template = path == null ? root : root + path.value();
        for (Annotation annotation : method.getAnnotations()) {
            HttpMethod http = annotation.annotationType().getAnnotation(HttpMethod.class);
            if (http == null) continue;
            Set<String> here = byTemplate.computeIfAbsent(template, fresh -> new TreeSet<>(Set.of("OPTIONS")));
            here.add(http.value());
            if (http.value().equals(HttpMethod.GET)) here.add(HttpMethod.HEAD);
        }
    }

    @Override
    public void filter(ContainerRequestContext request) {
        String[] path = call.request().path().split("/", -1);
        Set<String> allowed = new TreeSet<>();
        for (Template template : templates) if (template.matches(path)) allowed.addAll(template.methods());
        if (allowed.isEmpty()) return;
        if (request.getMethod().equals(HttpMethod.OPTIONS))
            request.abortWith(Response.noContent().allow(allowed).build());
        else if (!allowed.contains(request.getMethod()))
            throw new NotAllowedException(Response.status(Response.Status.METHOD_NOT_ALLOWED)
                    .allow(allowed)
                    .build());
    }
}
