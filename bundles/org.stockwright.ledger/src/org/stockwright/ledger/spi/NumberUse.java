package org.stockwright.ledger.spi;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Knows numbers that {@link StockStep#number} gave to something other than a posting, so that {@code verify} can tell that
 * no series has a gap. Register it as an OSGi service.
 */
@ConsumerType
public interface NumberUse {

    /** Tells each number, in any order. */
    void each(Connection connection, Consumer<String> numbers) throws SQLException;

}
