package org.stockwright.purchasing.internal.receiving;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

import org.stockwright.base.LocationId;
import org.stockwright.documents.LineId;

/**
 * A line of the receipt that is to be stored.
 *
 * @param line what arrives, with its lot
 * @param place where it is put down
 * @param status the quality status of what is not rejected
 * @param wanting the line that wants it and those before it, the nearest first; empty without an order
 * @param price per entered unit in the order's currency, if the order has one
 * @param unitCost per base unit in the company's currency, if it is known
 * @param isStored whether it lies there for good
 */
record ReceiptPart(ReadLine line, LocationId place, String status, List<LineId> wanting, Optional<BigDecimal> price,
    Optional<BigDecimal> unitCost, boolean isStored) {

    BigDecimal accepted() {
        return line.quantity().amount().subtract(line.rejected());
    }

    /** The same with a lot. */
    ReceiptPart ofLot(String code) {
        return new ReceiptPart(line.ofLot(code), place, status, wanting, price, unitCost, isStored);
    }

}
