package org.stockwright.persistence;

import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;

import org.stockwright.base.Refusal;

/**
 * A module that owns data of the open book, as it described itself when it was installed last.
 *
 * @param id its stable id, for example {@code org.stockwright.service}
 * @param title what people call it
 * @param feature the feature that brings it
 * @param version its version when it was installed last; empty when nobody knows
 * @param since when it was first seen as it is described here
 * @param isMissing whether it is not installed now: its documents are read-only, and what it guards does not move
 * @param kinds the kinds of documents that only it changes
 * @param guards what it checks when it moves
 * @param bundle the symbolic name of the bundle that brings it; empty when it is missing
 */
public record InstalledModule(String id, String title, String feature, String version, Instant since, boolean isMissing,
    List<OwnedKind> kinds, List<Guard> guards, String bundle) {

    /** Takes copies. */
    public InstalledModule {
        kinds = List.copyOf(kinds);
        guards = List.copyOf(guards);
    }

    /**
     * A kind of documents of a module, with what is needed to show them without it.
     *
     * @param id the kind's id, for example {@code service-case}
     * @param title what people call one
     * @param permission the permission without which its documents are not seen
     * @param isPricedAtCost whether its prices are costs, which not everybody may see
     */
    public record OwnedKind(String id, String title, String permission, boolean isPricedAtCost) {
    }

    /** What a module guards. */
    public enum Subject {
        /** Items: the column has their numbers. */
        ITEM,
        /** Lots and serial numbers: the column has the numbers of their rows. */
        LOT
    }

    /**
     * Stock that only moves while the module is there to check it: that whose item or lot is in a column of one of the module's
     * tables.
     *
     * @param subject what the column names
     * @param table the module's table, in lower case
     * @param column its column, in lower case
     */
    public record Guard(Subject subject, String table, String column) {

        private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,63}");

        /**
         * Checks the names, which become a part of SQL.
         *
         * @throws IllegalArgumentException when one is not of small letters, digits and underscores
         */
        public Guard {
            if (!NAME.matcher(table).matches() || !NAME.matcher(column).matches()) {
                throw new IllegalArgumentException("No name of a table and column: " + table + ' ' + column);
            }
        }

    }

    /** Says that it is missing, and what to do. */
    public Refusal refusal() {
        return Refusal.of(StoreRefusal.MODULE_MISSING, title, feature).hint(hint());
    }

    /** What to do about a missing one, in a sentence. */
    public String hint() {
        return "Install the feature " + feature + (version.isEmpty() ? "" : " " + version + " or newer")
            + ", then open the book again.";
    }

}
