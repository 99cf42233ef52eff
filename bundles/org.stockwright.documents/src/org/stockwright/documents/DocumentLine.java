package org.stockwright.documents;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

import org.stockwright.base.ItemId;
import org.stockwright.base.LocationId;
import org.stockwright.base.Quantity;

/**
 * A line of a document as it is stored.
 *
 * @param id its identity
 * @param document the document that it belongs to
 * @param line its number in the document, from 1
 * @param itemId the item
 * @param item its code
 * @param itemName its name
 * @param quantity how much, in the item's base unit; positive
 * @param entered the number that was entered
 * @param enteredUnit the code of the unit that it was entered in
 * @param lot the lot's or serial number's code, or empty
 * @param location the place that the line is about, if it names one
 * @param locationCode its code, or empty
 * @param price per entered unit in the document's currency, if it has one and it may be seen
 * @param due when it is wanted, if that differs from the document
 * @param promised when it was promised, if it was
 * @param note more words, or empty
 * @param source the line of the document before that it goes on with, if there is one
 * @param parent the line of the same document that it is a part of, as a kit's component is
 * @param progress what became of it, each in the item's base unit; steps that were never taken are missing
 */
public record DocumentLine(LineId id, DocumentId document, int line, ItemId itemId, String item, String itemName,
    Quantity quantity, BigDecimal entered, String enteredUnit, String lot, Optional<LocationId> location,
    String locationCode, Optional<BigDecimal> price, Optional<LocalDate> due, Optional<LocalDate> promised, String note,
    Optional<LineId> source, Optional<LineId> parent, Map<Step, BigDecimal> progress) {

    /** Takes a copy of the progress. */
    public DocumentLine {
        progress = Map.copyOf(progress);
    }

    /** How much of it went through a step, in the item's base unit. */
    public BigDecimal done(Step step) {
        return progress.getOrDefault(step, BigDecimal.ZERO);
    }

    /** How much is still to go through a step: what is wanted and not cancelled, less what went through; not negative. */
    public BigDecimal open(Step step) {
        return quantity.amount().subtract(done(Step.CANCELLED)).subtract(done(step)).max(BigDecimal.ZERO);
    }

    /** The line's price times the entered quantity, unrounded; nothing without a price. */
    public Optional<BigDecimal> amount() {
        return price.map(entered::multiply);
    }

}
