package org.stockwright.fulfilment.internal.channels;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.stockwright.documents.spi.Canonical;

/**
 * A message that has the right form; whether its items, customers and places exist was not looked at. Texts that were not
 * given are empty.
 *
 * @param sale whether it is a sale at a till; an order otherwise
 * @param id the order's id or the receipt's number
 * @param customer code of who ordered
 * @param date when
 * @param reference the customer's paper
 * @param address code of the address
 * @param currency of the prices
 * @param due when it is wanted
 * @param place code of our place
 * @param original the receipt whose goods come back
 * @param lines at least one
 */
record ChannelMessage(boolean sale, String id, String customer, Optional<Instant> date, String reference,
    String address,
    String currency, Optional<LocalDate> due, String place, String original, List<Line> lines) {

    /**
     * A line.
     *
     * @param item code, alias or barcode
     * @param quantity positive, or negative for a return at a till
     * @param unit code of the unit
     * @param price per unit
     * @param lot lot or serial number
     * @param note more words
     */
    record Line(String item, BigDecimal quantity, String unit, Optional<BigDecimal> price, String lot, String note) {
    }

    /** What is settled once per channel. */
    String subject() {
        return (sale ? "sale:" : "order:") + id;
    }

    /** A hash of what it says, however it is written. */
    String hash() {
        Canonical text = new Canonical(subject()).add(customer).add(date).add(reference).add(address).add(currency)
            .add(due).add(place).add(original);
        for (Line line : lines) {
            text.add(line.item()).add(line.quantity()).add(line.unit()).add(line.price()).add(line.lot())
                .add(line.note());
        }
        return text.hash();
    }

}
