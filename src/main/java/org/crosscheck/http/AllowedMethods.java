package org.crosscheck.http;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Answers 405 and OPTIONS with the methods that a path has. RESTEasy looks at only one of the classes that share the start of a
 * path, and so answers 404, or forgets methods.
 */
@Provider
@PreMatching
public class AllowedMethods implements ContainerRequestFilter {
    private final Map<Pattern, Set<String>> methods;

    AllowedMethods(BeanManager beans) {
        Map<String, Set<String>> byTemplate = new TreeMap<>();
        for (Bean<?> bean : beans.getBeans(Object.class, Any.Literal.INSTANCE)) {
            Path root = bean.getBeanClass().getAnnotation(Path.class);
            if (root == null) continue;
            for (Method method : bean.getBeanClass().getMethods()) collect(root.value(), method, byTemplate);
        }
        methods = byTemplate.entrySet().stream()
                .collect(Collectors.toMap(each -> pattern(each.getKey()), Map.Entry::getValue));
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

    private static Pattern pattern(String template) {
        return Pattern.compile(Arrays.stream(template.split("/"))
                .map(part -> part.startsWith("{") ? "[^/]+" : Pattern.quote(part))
                .collect(Collectors.joining("/")));
    }

    @Override
    public void filter(ContainerRequestContext request) {
        String path = request.getUriInfo().getRequestUri().getRawPath();
        Set<String> allowed = methods.entrySet().stream()
                .filter(each -> each.getKey().matcher(path).matches())
                .flatMap(each -> each.getValue().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        if (allowed.isEmpty()) return;
        if (request.getMethod().equals(HttpMethod.OPTIONS))
            request.abortWith(Response.noContent().allow(allowed).build());
        else if (!allowed.contains(request.getMethod()))
            throw new NotAllowedException(Response.status(Response.Status.METHOD_NOT_ALLOWED)
                    .allow(allowed)
                    .build());
    }
}
