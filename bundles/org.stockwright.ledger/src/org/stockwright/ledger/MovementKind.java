package org.stockwright.ledger;

import java.util.Optional;

import org.stockwright.ledger.Locations.Standard;

/** Why goods move; the kind implies places that were left out. */
public enum MovementKind {
    /** Goods come from a supplier. */
    RECEIPT(Standard.SUPPLIER, Standard.MAIN),
    /** Goods go to a customer. */
    ISSUE(Standard.MAIN, Standard.CUSTOMER),
    /** Goods change their place. */
    TRANSFER(null, null),
    /** Found more (count difference to place) or less (place to count difference). */
    ADJUST(Standard.COUNT_DIFFERENCE, Standard.MAIN),
    /** Goods are thrown away. */
    SCRAP(Standard.MAIN, Standard.SCRAP),
    /** A customer sends goods back. */
    RETURN_IN(Standard.CUSTOMER, Standard.MAIN),
    /** Goods go back to a supplier. */
    RETURN_OUT(Standard.MAIN, Standard.SUPPLIER),
    /** Stock that was there when the book was opened. */
    OPENING(Standard.COUNT_DIFFERENCE, Standard.MAIN),
    /** Goods stay where they are and change their quality status. */
    STATUS(null, null),
    /** A production order, which is the paper of the posting, uses components up. */
    CONSUME(Standard.MAIN, Standard.CONVERSION),
    /** A production order, which is the paper of the posting, makes goods. */
    PRODUCE(Standard.CONVERSION, Standard.MAIN);

    private final Standard from;
    private final Standard to;

    MovementKind(Standard from, Standard to) {
        this.from = from;
        this.to = to;
    }

    /** Where it starts when nobody says. */
    public Optional<Standard> impliedFrom() {
        return Optional.ofNullable(from);
    }

    /** Where it ends when nobody says. */
    public Optional<Standard> impliedTo() {
        return Optional.ofNullable(to);
    }

    /** The word of files and commands, for example {@code return-in}. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

}
