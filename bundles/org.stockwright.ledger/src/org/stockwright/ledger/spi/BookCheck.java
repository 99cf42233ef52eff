package org.stockwright.ledger.spi;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

import org.osgi.annotation.versioning.ConsumerType;

/** A check that an area adds to {@code verify}. Register it as an OSGi service. */
@ConsumerType
public interface BookCheck {

    /** Its stable name, words with hyphens that say what holds, for example {@code shipped-at-most-ordered}. */
    String name();

    /** Looks at the rows. */
    Findings run(Connection connection) throws SQLException;

    /**
     * What was found.
     *
     * @param rows how many rows were looked at
     * @param wrong what is wrong, in words; empty when all is well
     */
    record Findings(long rows, List<String> wrong) {

        /** Takes a copy. */
        public Findings {
            wrong = List.copyOf(wrong);
        }

    }

}
