package org.crosscheck.problem;

import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Path;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.hibernate.validator.HibernateValidatorFactory;

/**
 * All faults of a small body. Bean Validation is set to stop at the first one, since a large body can have millions, and
 * gathering those takes minutes and all memory.
 */
@Singleton
public class AllFaults {
    private static final int SMALL = 16_384;

    private final Validator thorough;
    private final Validator hasty;

    AllFaults(ValidatorFactory factory) {
        this.thorough = factory.unwrap(HibernateValidatorFactory.class)
                .usingContext()
                .failFast(false)
                .getValidator();
        this.hasty = factory.getValidator();
    }

    /** What is wrong with {@code body}, which was read from {@code bytes} bytes. */
    public Violations in(Object body, int bytes) {
        return sorted((bytes > SMALL ? hasty : thorough).validate(body));
    }

    /** What else is wrong with the body of {@code bytes} bytes in which {@code first} was found; -1 where nobody knows. */
    Violations around(ConstraintViolation<?> first, int bytes) {
        if (bytes < 0 || bytes > SMALL || first.getExecutableParameters() == null) return sorted(List.of(first));
        for (Path.Node node : first.getPropertyPath()) {
            if (!PropertyPointers.isBody(node)) continue;
            Object body = first.getExecutableParameters()[
                    node.as(Path.ParameterNode.class).getParameterIndex()];
            return sorted(body == null ? List.of(first) : thorough.validate(body));
        }
        return sorted(List.of(first));
    }

    private static Violations sorted(Collection<? extends ConstraintViolation<?>> faults) {
        Violations violations = new Violations();
        faults.stream()
                .map(each -> new Violation(PropertyPointers.pointer(each), each.getMessage()))
                .sorted(Comparator.comparing(Violation::pointer).thenComparing(Violation::message))
                .forEach(each -> violations.add(each.pointer(), each.message()));
        return violations;
    }
}
