package org.stockwright.security;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Something that somebody did.
 *
 * @param id its number; events of one unit of work have numbers in their order
 * @param recorded when
 * @param user who
 * @param action what, for example {@code CHANGED}
 * @param subject the kind of what it was done to: a table, such as {@code item}, or {@code report}, {@code export} and
 *            the like
 * @param key what a person calls it, for example the item's code
 * @param fields what differs, or what more there is to know
 */
public record AuditEvent(long id, Instant recorded, String user, String action, String subject, String key,
    List<Field> fields) {

    /** Takes a copy. */
    public AuditEvent {
        fields = List.copyOf(fields);
    }

    /**
     * One value.
     *
     * @param name the column's or detail's name
     * @param before what it was; empty when it was nothing
     * @param after what it is now; empty when it is nothing
     * @param hidden whether the values are costs, which the user may not see; both are empty then
     */
    public record Field(String name, Optional<String> before, Optional<String> after, boolean hidden) {
    }

}
