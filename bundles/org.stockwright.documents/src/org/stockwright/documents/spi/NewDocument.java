package org.stockwright.documents.spi;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

import org.stockwright.base.ItemId;
import org.stockwright.base.LocationId;
import org.stockwright.base.PartnerId;
import org.stockwright.base.PostingId;
import org.stockwright.base.Quantity;
import org.stockwright.documents.DocumentId;
import org.stockwright.documents.LineId;

/**
 * A document to be stored. The parts are as in {@link org.stockwright.documents.Document}; build one by
 * {@link #of} and the methods that follow it.
 */
public record NewDocument(String kind, String key, String hash, String state, PartnerId partner, String address,
    Optional<LocationId> place, Optional<LocationId> target, String reference, Currency currency, Instant effective,
    Optional<LocalDate> due, int priority, String department, String costCentre, PartnerId carrier, String tracking,
    Optional<DocumentId> source, Optional<DocumentId> reverses, Optional<PostingId> posting, List<Line> lines) {

    /** Takes a copy of the lines. */
    public NewDocument {
        lines = List.copyOf(lines);
    }

    /**
     * A line to be stored; the parts are as in {@link org.stockwright.documents.DocumentLine}.
     *
     * @param parent the index, from 0, of the line of the same document that it is a part of; -1 for none
     */
    public record Line(ItemId item, Quantity quantity, BigDecimal entered, String enteredUnit, String lot,
        Optional<LocationId> location, Optional<BigDecimal> price, Optional<LocalDate> due,
        Optional<LocalDate> promised, String note, Optional<LineId> source, int parent) {

        /** A quantity of an item, as it was entered in its base unit. */
        public static Line of(ItemId item, Quantity quantity) {
            return new Line(item, quantity, quantity.amount(), quantity.unit().code(), "", Optional.empty(),
                Optional.empty(), Optional.empty(), Optional.empty(), "", Optional.empty(), -1);
        }

        /** The same, entered in another unit. */
        public Line entered(BigDecimal amount, String unit) {
            return new Line(item, quantity, amount, unit, lot, location, price, due, promised, note, source, parent);
        }

        /** The same of a lot or serial number. */
        public Line ofLot(String code) {
            return new Line(item, quantity, entered, enteredUnit, code, location, price, due, promised, note, source,
                parent);
        }

        /** The same at a place. */
        public Line at(Optional<LocationId> at) {
            return new Line(item, quantity, entered, enteredUnit, lot, at, price, due, promised, note, source, parent);
        }

        /** The same with a price per entered unit. */
        public Line priced(Optional<BigDecimal> amount) {
            return new Line(item, quantity, entered, enteredUnit, lot, location, amount, due, promised, note, source,
                parent);
        }

        /** The same, wanted and promised for days. */
        public Line dated(Optional<LocalDate> wanted, Optional<LocalDate> said) {
            return new Line(item, quantity, entered, enteredUnit, lot, location, price, wanted, said, note, source,
                parent);
        }

        /** The same with more words. */
        public Line noted(String words) {
            return new Line(item, quantity, entered, enteredUnit, lot, location, price, due, promised, words, source,
                parent);
        }

        /** The same, going on with a line of another document. */
        public Line from(Optional<LineId> line) {
            return new Line(item, quantity, entered, enteredUnit, lot, location, price, due, promised, note, line,
                parent);
        }

        /** The same as part of a line of the same document, by its index from 0. */
        public Line partOf(int index) {
            return new Line(item, quantity, entered, enteredUnit, lot, location, price, due, promised, note, source,
                index);
        }

    }

    /** A document of our own without anything but lines. */
    public static NewDocument of(String kind, String key, String hash, String state, Currency currency,
        Instant effective, List<Line> lines) {
        return new NewDocument(kind, key, hash, state, PartnerId.SELF, "", Optional.empty(), Optional.empty(), "",
            currency, effective, Optional.empty(), 0, "", "", PartnerId.SELF, "", Optional.empty(), Optional.empty(),
            Optional.empty(), lines);
    }

    /** The same with a partner, at one of his addresses, about one of his papers. */
    public NewDocument with(PartnerId somebody, String addressCode, String paper) {
        return new NewDocument(kind, key, hash, state, somebody, addressCode, place, target, paper, currency,
            effective, due, priority, department, costCentre, carrier, tracking, source, reverses, posting, lines);
    }

    /** The same at a place of ours, going to another one. */
    public NewDocument at(Optional<LocationId> here, Optional<LocationId> there) {
        return new NewDocument(kind, key, hash, state, partner, address, here, there, reference, currency, effective,
            due, priority, department, costCentre, carrier, tracking, source, reverses, posting, lines);
    }

    /** The same, wanted for a day with a priority. */
    public NewDocument wanted(Optional<LocalDate> day, int urgency) {
        return new NewDocument(kind, key, hash, state, partner, address, place, target, reference, currency, effective,
            day, urgency, department, costCentre, carrier, tracking, source, reverses, posting, lines);
    }

    /** The same for a department and a cost centre. */
    public NewDocument wantedBy(String who, String bearer) {
        return new NewDocument(kind, key, hash, state, partner, address, place, target, reference, currency, effective,
            due, priority, who, bearer, carrier, tracking, source, reverses, posting, lines);
    }

    /** The same, carried by somebody under his number. */
    public NewDocument carried(PartnerId somebody, String itsNumber) {
        return new NewDocument(kind, key, hash, state, partner, address, place, target, reference, currency, effective,
            due, priority, department, costCentre, somebody, itsNumber, source, reverses, posting, lines);
    }

    /** The same, made of another document. */
    public NewDocument madeOf(Optional<DocumentId> document) {
        return new NewDocument(kind, key, hash, state, partner, address, place, target, reference, currency, effective,
            due, priority, department, costCentre, carrier, tracking, document, reverses, posting, lines);
    }

    /** The same, reversing another document. */
    public NewDocument reversing(Optional<DocumentId> document) {
        return new NewDocument(kind, key, hash, state, partner, address, place, target, reference, currency, effective,
            due, priority, department, costCentre, carrier, tracking, source, document, posting, lines);
    }

    /** The same, having posted to the ledger. */
    public NewDocument posted(Optional<PostingId> id) {
        return new NewDocument(kind, key, hash, state, partner, address, place, target, reference, currency, effective,
            due, priority, department, costCentre, carrier, tracking, source, reverses, id, lines);
    }

}
