package org.stockwright.security;

import java.time.Instant;
import java.util.Optional;

/**
 * Which events are asked for; an empty text asks for all.
 *
 * @param from recorded then or later
 * @param to recorded then or earlier
 * @param user who acted, exactly
 * @param subject the kind of what it was done to, exactly
 * @param key what it was done to, exactly
 * @param action what was done, exactly
 * @param text somewhere in key or, for those who may see costs, in the values; case does not matter
 */
public record AuditQuery(Optional<Instant> from, Optional<Instant> to, String user, String subject, String key,
    String action, String text) {

    /** All events. */
    public static AuditQuery all() {
        return new AuditQuery(Optional.empty(), Optional.empty(), "", "", "", "", "");
    }

    /** The events of one subject, for example one item. */
    public static AuditQuery of(String subject, String key) {
        return new AuditQuery(Optional.empty(), Optional.empty(), "", subject, key, "", "");
    }

}
