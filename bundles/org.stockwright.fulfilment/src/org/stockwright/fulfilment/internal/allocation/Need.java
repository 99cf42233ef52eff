package org.stockwright.fulfilment.internal.allocation;

import java.math.BigDecimal;
import java.time.LocalDate;

import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentLine;
import org.stockwright.documents.spi.ItemFacts;

/**
 * A line that stock is to be held for.
 *
 * @param order its order
 * @param line the line
 * @param item its item
 * @param quantity how much is open and not held
 * @param day the day on which the goods are needed: the one that they are due, but not before today
 */
record Need(Document order, DocumentLine line, ItemFacts item, BigDecimal quantity, LocalDate day) {
}
