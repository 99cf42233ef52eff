package org.stockwright.purchasing;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.osgi.annotation.versioning.ProviderType;
import org.stockwright.base.LocationId;
import org.stockwright.base.Outcome;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentId;
import org.stockwright.documents.LineId;
import org.stockwright.security.Requires;

/**
 * Goods that go back to the supplier who sent them, at what they cost. A credit is expected for them until it is noted.
 * Thread-safe; never called on the user interface's thread.
 */
@ProviderType
@Requires(ReceivingPermission.VIEW)
public interface SupplierReturns {

    /** The kind of returns to suppliers. */
    String KIND = "supplier-return";

    /** The series of their numbers. */
    String SERIES = "SR";

    /** The state of one for which the supplier owes a credit. */
    String CREDIT_EXPECTED = "CREDIT_EXPECTED";

    /**
     * Goods of one receipt's line that go back.
     *
     * @param line the receipt's line
     * @param quantity how much, in the base unit
     * @param status out of which quality status; empty: rejected stock first, then blocked, then available stock
     * @param place where it lies; empty: where it was received first, then elsewhere
     */
    record Line(LineId line, BigDecimal quantity, String status, Optional<LocationId> place) {

        /** So much of a line, wherever it lies. */
        public static Line of(LineId line, BigDecimal quantity) {
            return new Line(line, quantity, "", Optional.empty());
        }

    }

    /**
     * Goods that go back together.
     *
     * @param key made by the sender
     * @param receipt the receipt that they came by
     * @param effective when they left
     * @param reason why; not empty
     * @param paper the supplier's number for the return, or empty
     * @param lines at least one
     */
    record Request(String key, DocumentId receipt, Instant effective, String reason, String paper, List<Line> lines) {

        /** Takes a copy. */
        public Request {
            lines = List.copyOf(lines);
        }

    }

    /** Sends goods back, all or nothing. */
    @Requires(ReceivingPermission.RETURN)
    Outcome<Document> sendBack(Request request);

    /** What {@link #sendBack} would answer now; nothing is stored. */
    @Requires(ReceivingPermission.RETURN)
    Outcome<Document> attempt(Request request);

    /** Notes that the supplier's credit came. */
    @Requires(ReceivingPermission.RETURN)
    Outcome<Document> credited(DocumentId supplierReturn, String creditNote);

    /** Reverses a return: the goods are there again. */
    @Requires(ReceivingPermission.REVERSE)
    Outcome<Document> reverse(Receipts.Reversal reversal);

}
