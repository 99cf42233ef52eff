package org.stockwright.documents;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

import org.stockwright.base.LocationId;
import org.stockwright.base.PartnerId;
import org.stockwright.base.PostingId;

/**
 * A document as it is stored, with its lines.
 *
 * @param id its identity
 * @param kind the id of its kind, for example {@code purchase-order}
 * @param number the number that people call it by
 * @param key the sender's key
 * @param state where it stands, one of its kind's states
 * @param isOpen whether work is left to be done
 * @param partner supplier, customer or {@link PartnerId#SELF}
 * @param partnerCode its code, or empty for ourselves
 * @param partnerName its name, or empty for ourselves
 * @param address the code of the partner's address that it is about; empty for the main one
 * @param place our place that it is about, if it names one
 * @param placeCode its code, or empty
 * @param target our place that it goes to, for a transfer
 * @param targetCode its code, or empty
 * @param reference the partner's paper, or empty
 * @param currency of its prices
 * @param effective when it happened, or of which day it is
 * @param due when it is wanted, if somebody said
 * @param priority the higher, the sooner; 0 for the usual
 * @param department who wants it, or empty
 * @param costCentre who bears it, or empty
 * @param carrierCode the carrier's code, or empty
 * @param tracking the carrier's number for it, or empty
 * @param source the document that it was made of, if there is one
 * @param reverses the document that it reverses, if it is a reversal
 * @param reversedBy the document that reversed it, if one did
 * @param posting the ledger's posting that it made, if it moved stock
 * @param revision how often it was revised, from 0
 * @param user who made it
 * @param created when
 * @param changed when it was last changed
 * @param lines its lines by number
 */
public record Document(DocumentId id, String kind, String number, String key, String state, boolean isOpen,
    PartnerId partner, String partnerCode, String partnerName, String address, Optional<LocationId> place,
    String placeCode, Optional<LocationId> target, String targetCode, String reference, Currency currency,
    Instant effective, Optional<LocalDate> due, int priority, String department, String costCentre, String carrierCode,
    String tracking, Optional<DocumentId> source, Optional<DocumentId> reverses, Optional<DocumentId> reversedBy,
    Optional<PostingId> posting, int revision, String user, Instant created, Instant changed,
    List<DocumentLine> lines) {

    /** Takes a copy of the lines. */
    public Document {
        lines = List.copyOf(lines);
    }

    /** The sum of the lines' amounts, unrounded, in the document's currency; parts of other lines do not count. */
    public BigDecimal total() {
        return lines.stream().filter(line -> line.parent().isEmpty()).flatMap(line -> line.amount().stream())
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The line with this number. */
    public Optional<DocumentLine> line(int number) {
        return lines.stream().filter(line -> line.line() == number).findFirst();
    }

}
