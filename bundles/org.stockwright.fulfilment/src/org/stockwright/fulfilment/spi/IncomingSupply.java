package org.stockwright.fulfilment.spi;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.osgi.annotation.versioning.ConsumerType;
import org.stockwright.base.ItemId;
import org.stockwright.base.LocationId;
import org.stockwright.persistence.Transaction;

/** Knows of goods that will come. Register it as an OSGi service; what several know is added up. */
@ConsumerType
public interface IncomingSupply {

    /**
     * Goods that will come.
     *
     * @param item what
     * @param quantity how much is still to come, in the item's base unit; positive
     * @param day when, if somebody said
     * @param place where to, if it is known
     * @param document the number of the document that says so
     * @param line the number of its line
     */
    record Supply(ItemId item, BigDecimal quantity, Optional<LocalDate> day, Optional<LocationId> place,
        String document, int line) {
    }

    /** What is to come of these items, read in the transaction of whoever asks. */
    List<Supply> incoming(Transaction transaction, Set<ItemId> items) throws SQLException;

}
