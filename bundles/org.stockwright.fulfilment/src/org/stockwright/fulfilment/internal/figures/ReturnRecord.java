package org.stockwright.fulfilment.internal.figures;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.stockwright.base.Micros;
import org.stockwright.base.Quantity;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentId;
import org.stockwright.documents.DocumentLine;
import org.stockwright.documents.Step;
import org.stockwright.documents.spi.DocumentBook;
import org.stockwright.fulfilment.CustomerReturns;
import org.stockwright.fulfilment.FulfilmentFigures.Direction;
import org.stockwright.fulfilment.FulfilmentFigures.ReturnFigure;
import org.stockwright.persistence.Transaction;
import org.stockwright.purchasing.SupplierReturns;

/** Counts what went back, and why. */
final class ReturnRecord {

    private static final String RETURNS = "SELECT d.id FROM document d WHERE d.kind IN (?, ?) "
        + "AND d.state <> 'CANCELLED' AND d.effective_at >= ? AND d.effective_at < ?";

    private static final Comparator<ReturnFigure> ORDER = Comparator.comparing(ReturnFigure::direction)
        .thenComparing(ReturnFigure::reason).thenComparing(ReturnFigure::partner).thenComparing(ReturnFigure::item);

    private final Transaction transaction;
    private final DocumentBook book;

    ReturnRecord(Transaction transaction, DocumentBook book) {
        this.transaction = transaction;
        this.book = book;
    }

    private record Key(Direction direction, String reason, String partner, String item) {
    }

    /** Sums of one key. */
    private static final class Sum {

        private final Document first;
        private final DocumentLine line;
        private final Set<DocumentId> returns = new HashSet<>();
        private BigDecimal quantity = BigDecimal.ZERO;

        private Sum(Document first, DocumentLine line) {
            this.first = first;
            this.line = line;
        }

        private ReturnFigure figure(Key key) {
            return new ReturnFigure(key.direction(), key.reason(), key.partner(), first.partnerName(), key.item(),
                line.itemName(), returns.size(), new Quantity(quantity, line.quantity().unit()));
        }

    }

    /**
     * The returns of a span of time.
     *
     * @param suppliers whether those to suppliers are among them
     */
    List<ReturnFigure> read(Instant from, Instant before, boolean suppliers) throws SQLException {
        Map<Key, Sum> sums = new HashMap<>();
        for (Document document : book.read(transaction, ids(from, before, suppliers))) {
            if (document.reverses().isPresent() || document.reversedBy().isPresent()) {
                continue;
            }
            boolean customer = document.kind().equals(CustomerReturns.KIND);
            for (DocumentLine line : document.lines()) {
                BigDecimal moved = customer ? line.done(Step.RECEIVED) : line.quantity().amount();
                if (moved.signum() > 0) {
                    // a supplier's paper is in the head of his return, the reason in its lines
                    Key key = new Key(customer ? Direction.FROM_CUSTOMER : Direction.TO_SUPPLIER,
                        customer ? document.reference() : line.note(), document.partnerCode(), line.item());
                    Sum sum = sums.computeIfAbsent(key, one -> new Sum(document, line));
                    sum.returns.add(document.id());
                    sum.quantity = sum.quantity.add(moved);
                }
            }
        }
        return sums.entrySet().stream().map(one -> one.getValue().figure(one.getKey())).sorted(ORDER).toList();
    }

    private Set<DocumentId> ids(Instant from, Instant before, boolean suppliers) throws SQLException {
        Set<DocumentId> result = new TreeSet<>();
        try (PreparedStatement select = transaction.connection().prepareStatement(RETURNS)) {
            select.setString(1, CustomerReturns.KIND);
            select.setString(2, suppliers ? SupplierReturns.KIND : CustomerReturns.KIND);
            select.setLong(3, Micros.of(from));
            select.setLong(4, Micros.of(before));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    result.add(new DocumentId(row.getLong(1)));
                }
            }
        }
        return result;
    }

}
