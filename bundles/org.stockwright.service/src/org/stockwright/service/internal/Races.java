package org.stockwright.service.internal;

import java.sql.SQLException;

/** Somebody else made the same key at the same time. */
public final class Races {

    private static final String UNIQUE = "23505";
    /** What a unit of work begins again after. */
    private static final String AGAIN = "40001";

    private Races() {
        // only one function
    }

    /** A failure that has the unit of work run again when it is about a unique key; the failure itself otherwise. */
    public static SQLException again(SQLException failure) {
        for (SQLException each = failure; each != null; each = each.getNextException()) {
            if (UNIQUE.equals(each.getSQLState())) {
                return new SQLException("somebody else was quicker", AGAIN, failure);
            }
        }
        return failure;
    }

}
