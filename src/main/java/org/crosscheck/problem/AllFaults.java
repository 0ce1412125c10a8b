package org.crosscheck.problem;

import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Path;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import java.util.Collection;
import java.util.List;
import org.hibernate.validator.HibernateValidatorFactory;

/**
 * All faults of a small body. Bean Validation is set to stop at the first one, since a large body can have millions, and
 * gathering those takes minutes and all memory.
 */
@Singleton
class AllFaults {
    private static final int SMALL = 16_384;

    private final Validator thorough;

    AllFaults(ValidatorFactory factory) {
        this.thorough = factory.unwrap(HibernateValidatorFactory.class)
                .usingContext()
                .failFast(false)
                .getValidator();
    }

    /** What else is wrong with the body of {@code bytes} bytes in which {@code first} was found; -1 where nobody knows. */
    Collection<? extends ConstraintViolation<?>> in(ConstraintViolation<?> first, int bytes) {
        if (bytes < 0 || bytes > SMALL || first.getExecutableParameters() == null) return List.of(first);
        for (Path.Node node : first.getPropertyPath()) {
            if (!PropertyPointers.isBody(node)) continue;
            Object body = first.getExecutableParameters()[
                    node.as(Path.ParameterNode.class).getParameterIndex()];
            return body == null ? List.of(first) : thorough.validate(body);
        }
        return List.of(first);
    }
}
