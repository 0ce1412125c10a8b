package org.crosscheck.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An operation that is there for everybody, also where reading takes a key: what browsers need in order to sign in. If it changes
 * anything, it must be sent from a page of this server.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface ForEverybody {}
