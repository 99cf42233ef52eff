package org.stockwright.security;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The permission that a caller of this method needs. On a type it stands for all of its methods that say nothing else.
 * Without the permission a method that yields an {@link org.stockwright.base.Outcome} refuses, any other one throws
 * {@link AccessDenied}; nothing of it runs.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ ElementType.METHOD, ElementType.TYPE })
public @interface Requires {

    /** The permission's id, for example {@code ledger.post}. */
    String value();

}
