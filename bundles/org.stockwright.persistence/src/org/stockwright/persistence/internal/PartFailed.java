package org.stockwright.persistence.internal;

/** The database ended the transaction that a unit of work was a part of: all parts are undone. */
final class PartFailed extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** Because of this failure of the database. */
    PartFailed(Exception why) {
        super(why);
    }

}
