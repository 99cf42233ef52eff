package org.stockwright.ledger.ui.internal.entry;

/**
 * One line of a movement that is being entered, as it was typed.
 *
 * @param item an item's code, alias or barcode
 * @param quantity how much, as typed
 * @param unit a unit's or pack's code; empty for the item's base unit
 * @param from a location's code; empty for what the kind of movement implies
 * @param to a location's code; empty for what the kind of movement implies
 * @param lot a lot's or serial number's code, or empty
 * @param reason why, or empty
 */
public record EntryLine(String item, String quantity, String unit, String from, String to, String lot,
    String reason) {

    /** Nothing typed yet. */
    public static final EntryLine EMPTY = new EntryLine("", "", "", "", "", "", ""); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$ //$NON-NLS-6$ //$NON-NLS-7$

    /** Whether nothing was typed. */
    public boolean isEmpty() {
        return equals(EMPTY);
    }

    /** The same line with another quantity. */
    public EntryLine withQuantity(String text) {
        return new EntryLine(item, text, unit, from, to, lot, reason);
    }

}
