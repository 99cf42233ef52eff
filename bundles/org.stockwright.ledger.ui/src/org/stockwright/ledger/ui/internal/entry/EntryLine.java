package org.stockwright.ledger.ui.internal.entry;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * One line of a movement that is being entered, as it was typed.
 *
 * @param item an item's code, alias or barcode
 * @param quantity how much, as typed
 * @param unit a unit's or pack's code; empty for the item's base unit
 * @param from a location's code; empty for what the kind of movement implies
 * @param to a location's code; empty for what the kind of movement implies
 * @param lot a lot's or serial number's code, or empty
 * @param expires when the lot expires if it is new, as typed, or empty
 * @param reason why, or empty
 */
@SuppressWarnings("nls")
public record EntryLine(String item, String quantity, String unit, String from, String to, String lot, String expires,
    String reason) {

    /** Nothing typed yet. */
    public static final EntryLine EMPTY = new EntryLine("", "", "", "", "", "", "", "");

    private static final String WHOLE = "\\d{1,17}";
    private static final String DECIMAL = "\\d{1,17}\\.\\d{1,9}";

    /** Whether nothing was typed. */
    public boolean isEmpty() {
        return equals(EMPTY);
    }

    /** The same line with another quantity. */
    public EntryLine withQuantity(String text) {
        return new EntryLine(item, text, unit, from, to, lot, expires, reason);
    }

    /** The same line, which goes the way of another for the same reason. */
    public EntryLine goingAs(EntryLine other) {
        return new EntryLine(item, quantity, unit, other.from, other.to, lot, expires, other.reason);
    }

    /**
     * This line with what was scanned added to its quantity; empty when that is something else: another item, unit, lot
     * or expiry. A scan without lot is one more of any.
     */
    Optional<EntryLine> plus(EntryLine scanned) {
        boolean same = item.equals(scanned.item) && unit.equals(scanned.unit)
            && (scanned.lot.isEmpty() || scanned.lot.equals(lot))
            && (scanned.expires.isEmpty() || scanned.expires.equals(expires));
        boolean whole = quantity.matches(WHOLE) && scanned.quantity.matches(WHOLE);
        boolean decimal = quantity.matches(WHOLE + "|" + DECIMAL) && scanned.quantity.matches(DECIMAL);
        return same && (whole || decimal)
            ? Optional.of(withQuantity(new BigDecimal(quantity).add(new BigDecimal(scanned.quantity)).toPlainString()))
            : Optional.empty();
    }

}
