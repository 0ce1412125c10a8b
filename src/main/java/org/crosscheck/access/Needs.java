package org.crosscheck.access;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Who may call an operation, where that is not READER for what reads and EDITOR for what writes. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Needs {
    Role value();

    /**
     * Whether a key for certain stories may call it although the path names none of them: it checks by itself what it writes, by
     * {@link Caller}.
     */
    boolean evenForSomeStories() default false;
}
