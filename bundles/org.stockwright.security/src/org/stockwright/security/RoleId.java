package org.stockwright.security;

/**
 * The identity of a role, unique in one database. Shown to nobody; people use names.
 *
 * @param value the number the database knows it by
 */
public record RoleId(long value) implements Comparable<RoleId> {

    @Override
    public int compareTo(RoleId other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }

}
