package org.stockwright.persistence;

/** The few points in which the supported databases' SQL differs. */
public enum Dialect {

    /** Apache Derby, embedded. */
    DERBY,
    /** PostgreSQL and engines that speak its protocol. */
    POSTGRESQL;

    /** The clause that limits a query to a window of rows. */
    public String window(long offset, long rows) {
        return " OFFSET " + offset + " ROWS FETCH NEXT " + rows + " ROWS ONLY";
    }

    /** The end of a SELECT that locks its rows for an update. */
    public String forUpdate() {
        return this == DERBY ? " FOR UPDATE WITH RS" : " FOR UPDATE";
    }

}
