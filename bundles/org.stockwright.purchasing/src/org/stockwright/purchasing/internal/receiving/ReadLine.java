package org.stockwright.purchasing.internal.receiving;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

import org.stockwright.base.LocationId;
import org.stockwright.base.Quantity;
import org.stockwright.catalog.Item;
import org.stockwright.documents.LineId;

/**
 * A line that arrives, with its item found and its quantities in the base unit.
 *
 * @param number its number in the request, from 1
 * @param source the line that wants the goods, if it was named
 * @param item what
 * @param entered how much, as it was entered
 * @param unit the code of the unit that it was entered in
 * @param quantity how much came
 * @param rejected how much of it is rejected at once
 * @param lot the lot or serial number, or empty
 * @param expires when a new lot expires, if the goods say so
 * @param place where it is put down
 * @param status the quality status that was asked for, or empty
 * @param rejectedStatus the status of rejected goods
 * @param reason why goods were rejected, or empty
 * @param unitCost cost per base unit, if it was named
 */
record ReadLine(int number, Optional<LineId> source, Item item, BigDecimal entered, String unit, Quantity quantity,
    BigDecimal rejected, String lot, Optional<LocalDate> expires, Optional<LocationId> place, String status,
    String rejectedStatus, String reason, Optional<BigDecimal> unitCost) {

    /** A part of it, in the base unit, for a line that wants it. */
    ReadLine part(LineId line, BigDecimal amount, BigDecimal ofRejected) {
        boolean whole = amount.compareTo(quantity.amount()) == 0;
        return new ReadLine(number, Optional.of(line), item, whole ? entered : amount,
            whole ? unit : quantity.unit().code(), new Quantity(amount, quantity.unit()), ofRejected, lot, expires,
            place, status, rejectedStatus, reason, unitCost);
    }

    /** One piece of it with a serial number. */
    ReadLine piece(String serial, BigDecimal ofRejected) {
        return new ReadLine(number, source, item, BigDecimal.ONE, quantity.unit().code(),
            new Quantity(BigDecimal.ONE, quantity.unit()), ofRejected, serial, expires, place, status, rejectedStatus,
            reason, unitCost);
    }

    /** The same with a lot. */
    ReadLine ofLot(String code) {
        return new ReadLine(number, source, item, entered, unit, quantity, rejected, code, expires, place, status,
            rejectedStatus, reason, unitCost);
    }

}
