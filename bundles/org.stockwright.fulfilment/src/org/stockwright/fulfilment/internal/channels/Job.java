package org.stockwright.fulfilment.internal.channels;

import java.sql.SQLException;

import org.stockwright.base.Outcome;
import org.stockwright.ledger.spi.StockStep;

/** What a message asks for, checked as far as it can be outside of a unit of work. */
@FunctionalInterface
interface Job {

    /** Does it, and answers with the number of the order or receipt. */
    Outcome<String> in(StockStep step) throws SQLException;

}
