package org.stockwright.purchasing;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.osgi.annotation.versioning.ProviderType;
import org.stockwright.base.LocationId;
import org.stockwright.base.Outcome;
import org.stockwright.base.PartnerId;
import org.stockwright.base.Quantity;
import org.stockwright.base.Refusal;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentId;
import org.stockwright.documents.LineId;
import org.stockwright.security.Requires;

/**
 * Goods that arrive: announced, received, and received back. A receipt is one document and one posting; the quantities roll
 * forward to the lines of the documents that wanted the goods. Thread-safe; never called on the user interface's thread.
 */
@ProviderType
@Requires(ReceivingPermission.VIEW)
public interface Receipts {

    /** The kind of receipts. */
    String KIND = "goods-receipt";

    /** The kind of advices. */
    String ADVICE = "advice";

    /** Where goods come from. */
    enum Origin {
        /** Bought, or sent blindly. */
        SUPPLIER,
        /** Another place of ours. */
        TRANSFER,
        /** A customer who sends them back. */
        CUSTOMER
    }

    /**
     * One line that arrives.
     *
     * @param source the line that wants the goods; empty to find the open lines of the item on the document received
     *            against
     * @param item its code, or a scan that may bring lot, serial number, expiry and quantity along; may be empty when the
     *            source is named
     * @param quantity how much came, rejected goods included; empty for what the scan says
     * @param unit the unit of the quantity; empty for the unit of the scan or of the item
     * @param lot the lot or serial number; empty for none, or for one that is to be made
     * @param expires when a new lot expires, if the goods say so
     * @param place where it is put down; empty for the receiving area
     * @param status the quality status in which it arrives; empty for what the quality plan says
     * @param rejected how much of the quantity is rejected at once, in the same unit
     * @param rejectedStatus the status of rejected goods: {@code BLOCKED}, which an empty one means, or {@code REJECTED}
     * @param reason why goods were rejected
     * @param unitCost cost per base unit in the company's currency, for goods without an order
     */
    record Line(Optional<LineId> source, String item, Optional<BigDecimal> quantity, String unit, String lot,
        Optional<LocalDate> expires, Optional<LocationId> place, String status, BigDecimal rejected,
        String rejectedStatus, String reason, Optional<BigDecimal> unitCost) {

        /** So much of an item, in its base unit or in that of the scan. */
        public static Line of(String item, BigDecimal quantity) {
            return new Line(Optional.empty(), item, Optional.of(quantity), "", "", Optional.empty(), Optional.empty(),
                "", BigDecimal.ZERO, "", "", Optional.empty());
        }

        /** What a scan says, all of it. */
        public static Line scanned(String scan) {
            return new Line(Optional.empty(), scan, Optional.empty(), "", "", Optional.empty(), Optional.empty(), "",
                BigDecimal.ZERO, "", "", Optional.empty());
        }

        /** The same for a line that wants it. */
        public Line from(LineId line) {
            return new Line(Optional.of(line), item, quantity, unit, lot, expires, place, status, rejected,
                rejectedStatus, reason, unitCost);
        }

        /** The same, counted in a unit. */
        public Line in(String code) {
            return new Line(source, item, quantity, code, lot, expires, place, status, rejected, rejectedStatus, reason,
                unitCost);
        }

        /** The same of a lot or serial number. */
        public Line ofLot(String code, Optional<LocalDate> day) {
            return new Line(source, item, quantity, unit, code, day, place, status, rejected, rejectedStatus, reason,
                unitCost);
        }

        /** The same at a place. */
        public Line at(LocationId where) {
            return new Line(source, item, quantity, unit, lot, expires, Optional.of(where), status, rejected,
                rejectedStatus, reason, unitCost);
        }

        /** The same in a quality status. */
        public Line in(String code, String why) {
            return new Line(source, item, quantity, unit, lot, expires, place, code, rejected, rejectedStatus, why,
                unitCost);
        }

        /** The same with a part that is rejected at once. */
        public Line rejecting(BigDecimal part, String status2, String why) {
            return new Line(source, item, quantity, unit, lot, expires, place, status, part, status2, why, unitCost);
        }

        /** The same with a cost per base unit. */
        public Line costing(BigDecimal cost) {
            return new Line(source, item, quantity, unit, lot, expires, place, status, rejected, rejectedStatus, reason,
                Optional.of(cost));
        }

    }

    /**
     * Goods that arrive together.
     *
     * @param key made by the sender: sending the same again is harmless
     * @param origin where they come from
     * @param source the document received against; empty for blind receipts and when each line names its own
     * @param partner who sends them; {@link PartnerId#SELF} for the partner of the document received against
     * @param warehouse where they arrive; empty for the place of the document received against, or the first warehouse
     * @param from the place that they leave; empty for the one that the origin implies. A transfer has to name it
     * @param paper the sender's delivery note, or empty
     * @param issuePaper the number of the shipment that comes back from a customer or arrives by transfer, or empty; the
     *            goods take the cost of that paper
     * @param effective when they arrived
     * @param generateLots whether lots and serial numbers that are missing are made by the pattern of the settings
     * @param lines at least one
     */
    record Request(String key, Origin origin, Optional<DocumentId> source, PartnerId partner,
        Optional<LocationId> warehouse, Optional<LocationId> from, String paper, String issuePaper, Instant effective,
        boolean generateLots, List<Line> lines) {

        /** Takes a copy of the lines. */
        public Request {
            lines = List.copyOf(lines);
        }

        /** Goods for a purchase order or an advice. */
        public static Request against(String key, DocumentId document, Instant effective, List<Line> lines) {
            return new Request(key, Origin.SUPPLIER, Optional.of(document), PartnerId.SELF, Optional.empty(),
                Optional.empty(), "", "", effective, false, lines);
        }

        /** Goods of a supplier that nobody ordered here. */
        public static Request blind(String key, PartnerId supplier, Instant effective, List<Line> lines) {
            return new Request(key, Origin.SUPPLIER, Optional.empty(), supplier, Optional.empty(), Optional.empty(), "",
                "", effective, false, lines);
        }

        /** The same, making lots that are missing. */
        public Request generating() {
            return new Request(key, origin, source, partner, warehouse, from, paper, issuePaper, effective, true,
                lines);
        }

    }

    /**
     * A receipt that was made.
     *
     * @param receipt the document
     * @param repeated whether it had been made before with the same content
     * @param warnings what was allowed but deserves a look
     */
    record Received(Document receipt, boolean repeated, List<Refusal> warnings) {
    }

    /** Receives goods, all or nothing. */
    @Requires(ReceivingPermission.RECEIVE)
    Outcome<Received> receive(Request request);

    /** What {@link #receive} would answer now; nothing is stored. */
    @Requires(ReceivingPermission.RECEIVE)
    Outcome<Received> attempt(Request request);

    /**
     * One line that a supplier announces.
     *
     * @param source the order's line that it is for
     * @param quantity how much, in the item's base unit
     * @param lot the lot or serial number, or empty
     */
    record Announced(LineId source, BigDecimal quantity, String lot) {
    }

    /**
     * What a supplier announces.
     *
     * @param key made by the sender
     * @param order the purchase order
     * @param paper his number, or empty
     * @param expected the day on which it arrives
     * @param lines at least one
     */
    record Advice(String key, DocumentId order, String paper, LocalDate expected, List<Announced> lines) {

        /** Takes a copy of the lines. */
        public Advice {
            lines = List.copyOf(lines);
        }

    }

    /** Stores what a supplier announces. */
    @Requires(ReceivingPermission.RECEIVE)
    Outcome<Document> advise(Advice advice);

    /**
     * Takes a document back.
     *
     * @param key made by the sender
     * @param document which
     * @param effective when the reversal takes effect
     * @param reason why, for the auditors; not empty
     */
    record Reversal(String key, DocumentId document, Instant effective, String reason) {
    }

    /**
     * Reverses a receipt: the goods leave as they came, what was ordered is open again. Refused when something later stands
     * on it.
     */
    @Requires(ReceivingPermission.REVERSE)
    Outcome<Document> reverse(Reversal reversal);

    /**
     * A line that still waits for goods.
     *
     * @param order the document's number
     * @param document its identity
     * @param line the line
     * @param lineNumber its number
     * @param supplier the supplier's code
     * @param item the item's code
     * @param wanted the whole quantity, in the base unit
     * @param received what came of it
     * @param open what is still to come
     * @param advised what was announced and has not come
     * @param due the day for which it is promised or wanted, if somebody said
     */
    record Expected(String order, DocumentId document, LineId line, int lineNumber, String supplier, String item,
        Quantity wanted, BigDecimal received, BigDecimal open, BigDecimal advised, Optional<LocalDate> due) {
    }

    /** The lines of open purchase orders that still wait for goods, by due day, then by order. */
    List<Expected> expected(Optional<PartnerId> supplier, int limit);

}
