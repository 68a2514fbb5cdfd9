package org.unknot.account;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Who may come through a route at all, before any record is asked for. A route without one is closed. Records are opened by
 * the {@link Gate} alone: a door that stands open still shows nobody's record. At a method it counts before that at its type.
 */
@Documented
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface Door {

    For value();

    /** For staff only: who of them; none named means any of them. */
    Role[] roles() default {};

    /**
     * Whether the proof of who one is must be fresh, that is within the last five minutes: of staff a passkey or two factors, of
     * others any proof.
     */
    boolean fresh() default false;

    /** Who. */
    enum For {
        ANYONE,
        SIGNED_IN,
        /** Whoever has a role, and proved themselves by a passkey or two factors in this session. */
        STAFF
    }
}
