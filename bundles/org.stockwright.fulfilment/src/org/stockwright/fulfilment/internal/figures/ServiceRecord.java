package org.stockwright.fulfilment.internal.figures;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.stockwright.base.Micros;
import org.stockwright.base.PartnerId;
import org.stockwright.base.Sample;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentId;
import org.stockwright.documents.spi.DocumentBook;
import org.stockwright.fulfilment.FulfilmentFigures.Service;
import org.stockwright.fulfilment.internal.backorders.DueLines;
import org.stockwright.persistence.BulkSelect;
import org.stockwright.persistence.Transaction;

/** Works out fill rates and cycle times. */
final class ServiceRecord {

    private static final String FLOWS = "SELECT f.line_id, f.step, f.quantity, f.effective_at FROM document_flow f "
        + "WHERE f.step IN ('SHIPPED', 'CANCELLED', 'ORDERED') AND f.line_id IN ";
    /** Orders of which nothing is left, by when the last goods left. */
    private static final String COMPLETED = "SELECT d.id, d.effective_at, MAX(f.effective_at) FROM document d "
        + "JOIN document_line l ON l.document_id = d.id JOIN document_flow f ON f.line_id = l.id "
        + "WHERE d.kind = 'customer-order' AND d.state IN ('SHIPPED', 'CLOSED') AND f.step = 'SHIPPED' "
        + "AND f.quantity > 0 GROUP BY d.id, d.effective_at HAVING MAX(f.effective_at) >= ? "
        + "AND MAX(f.effective_at) < ?";
    private static final BigDecimal DAY = BigDecimal.valueOf(86_400_000_000L);
    private static final int DAY_DECIMALS = 9;

    private final Transaction transaction;
    private final DocumentBook book;

    ServiceRecord(Transaction transaction, DocumentBook book) {
        this.transaction = transaction;
        this.book = book;
    }

    /** What became of a line by the end of its day. */
    private static final class Line {

        private final DueLines.Due due;
        private BigDecimal wanted;
        private BigDecimal left = BigDecimal.ZERO;
        private boolean bySupplier;

        private Line(DueLines.Due due) {
            this.due = due;
            this.wanted = due.quantity();
        }

        private boolean counts() {
            return wanted.signum() > 0 && !bySupplier;
        }

        private BigDecimal filled() {
            return left.max(BigDecimal.ZERO).min(wanted);
        }

        private boolean isFilled() {
            return filled().compareTo(wanted) == 0;
        }

    }

    /** What is known of a customer. */
    private static final class Sums {

        private final Set<DocumentId> orders = new HashSet<>();
        private final Set<DocumentId> unfilled = new HashSet<>();
        private int lines;
        private int linesFilled;
        private BigDecimal wanted = BigDecimal.ZERO;
        private BigDecimal filled = BigDecimal.ZERO;
        private final List<BigDecimal> cycle = new ArrayList<>();

        private void add(Line line) {
            orders.add(line.due.order());
            lines++;
            wanted = wanted.add(line.wanted);
            filled = filled.add(line.filled());
            if (line.isFilled()) {
                linesFilled++;
            } else {
                unfilled.add(line.due.order());
            }
        }

        private Service service(String code, String name) {
            return new Service(code, name, orders.size(), orders.size() - unfilled.size(), lines, linesFilled,
                plain(wanted), plain(filled), new Sample(cycle));
        }

    }

    private static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    List<Service> read(LocalDate from, LocalDate to, ZoneId zone, Optional<PartnerId> customer) throws SQLException {
        List<Line> lines = lines(from, to, zone);
        Map<DocumentId, BigDecimal> cycles = cycles(from, to, zone);
        Set<DocumentId> ids = new TreeSet<>(cycles.keySet());
        lines.forEach(line -> ids.add(line.due.order()));
        Map<DocumentId, Document> orders = new HashMap<>();
        book.read(transaction, ids).stream()
            .filter(order -> customer.isEmpty() || customer.get().equals(order.partner()))
            .forEach(order -> orders.put(order.id(), order));
        Map<String, Sums> sums = new TreeMap<>();
        Map<String, String> names = new HashMap<>();
        Sums all = new Sums();
        orders.values().forEach(order -> names.put(order.partnerCode(), order.partnerName()));
        for (Line line : lines) {
            Document order = orders.get(line.due.order());
            if (order != null) {
                sums.computeIfAbsent(order.partnerCode(), code -> new Sums()).add(line);
                all.add(line);
            }
        }
        cycles.forEach((id, days) -> {
            Document order = orders.get(id);
            if (order != null) {
                sums.computeIfAbsent(order.partnerCode(), code -> new Sums()).cycle.add(days);
                all.cycle.add(days);
            }
        });
        List<Service> result = new ArrayList<>();
        sums.forEach((code, one) -> result.add(one.service(code, Objects.requireNonNull(names.get(code)))));
        if (!result.isEmpty()) {
            result.add(all.service("", ""));
        }
        return result;
    }

    private List<Line> lines(LocalDate from, LocalDate to, ZoneId zone) throws SQLException {
        Map<Long, Line> lines = new HashMap<>();
        DueLines.read(transaction, from, to, zone).forEach((id, due) -> lines.put(id, new Line(due)));
        new BulkSelect(transaction).each(FLOWS, lines.keySet(), "", row -> {
            Line line = Objects.requireNonNull(lines.get(row.getLong(1)));
            BigDecimal quantity = row.getBigDecimal(3);
            switch (row.getString(2)) {
                case "CANCELLED" -> line.wanted = line.wanted.subtract(quantity);
                case "ORDERED" -> line.bySupplier = true;
                default -> {
                    if (Micros.toInstant(row.getLong(4)).isBefore(line.due.end())) {
                        line.left = line.left.add(quantity);
                    }
                }
            }
        });
        return lines.values().stream().filter(Line::counts).toList();
    }

    /** Days from the order to its last goods, of the orders that were completed. */
    private Map<DocumentId, BigDecimal> cycles(LocalDate from, LocalDate to, ZoneId zone) throws SQLException {
        Map<DocumentId, BigDecimal> result = new TreeMap<>();
        try (PreparedStatement select = transaction.connection().prepareStatement(COMPLETED)) {
            select.setLong(1, Micros.of(from.atStartOfDay(zone).toInstant()));
            select.setLong(2, Micros.of(to.plusDays(1).atStartOfDay(zone).toInstant()));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    result.put(new DocumentId(row.getLong(1)), BigDecimal.valueOf(row.getLong(3) - row.getLong(2))
                        .divide(DAY, DAY_DECIMALS, RoundingMode.HALF_UP));
                }
            }
        }
        return result;
    }

}
