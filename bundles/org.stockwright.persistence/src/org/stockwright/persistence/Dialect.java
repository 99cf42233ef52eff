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

    /**
     * The end of a SELECT that waits for nobody's uncommitted rows, though it may see them: for columns that never change,
     * of rows that whoever asks has made safe by a lock of his own.
     */
    public String withoutWaiting() {
        return this == DERBY ? " WITH UR" : "";
    }

}
