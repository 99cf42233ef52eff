package org.stockwright.fulfilment.internal.picking;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentId;
import org.stockwright.documents.DocumentLine;
import org.stockwright.documents.LineId;
import org.stockwright.documents.spi.DocumentBook;
import org.stockwright.documents.spi.LineQuery;
import org.stockwright.fulfilment.OrderKind;
import org.stockwright.fulfilment.Picking.Waiting;
import org.stockwright.fulfilment.internal.allocation.AllocationRows;
import org.stockwright.fulfilment.internal.allocation.AllocationRows.Stage;
import org.stockwright.fulfilment.internal.orders.OrderLines;
import org.stockwright.persistence.Transaction;

/** The open orders with stock that is held in bins and on no list yet. */
final class WaitingOrders {

    private static final Comparator<Waiting> URGENT_FIRST = Comparator.comparing(Waiting::priority).reversed()
        .thenComparing(order -> order.due().orElse(LocalDate.MAX)).thenComparing(Waiting::id);

    private final DocumentBook book;
    private final Transaction transaction;

    WaitingOrders(DocumentBook book, Transaction transaction) {
        this.book = book;
        this.transaction = transaction;
    }

    List<Waiting> list() throws SQLException {
        Map<DocumentId, Document> heads = new LinkedHashMap<>();
        Map<DocumentId, List<DocumentLine>> lines = new HashMap<>();
        for (OrderKind kind : OrderKind.values()) {
            book.lines(transaction, LineQuery.open(kind.id()), (order, line) -> {
                heads.put(order.id(), order);
                lines.computeIfAbsent(order.id(), id -> new ArrayList<>()).add(line);
            });
        }
        Map<DocumentId, List<AllocationRows.Row>> held = new HashMap<>();
        List<AllocationRows.Row> rows = new AllocationRows(transaction).ofDocuments(heads.keySet());
        rows.forEach(row -> held.computeIfAbsent(row.document(), id -> new ArrayList<>()).add(row));
        Set<String> listed = new PickLines(transaction).listed(
            rows.stream().filter(row -> row.stage() == Stage.HELD).map(AllocationRows.Row::key).toList());
        List<Waiting> result = new ArrayList<>();
        held.forEach((id, its) -> {
            Set<LineId> toPick = new HashSet<>();
            its.stream().filter(row -> row.stage() == Stage.HELD && !listed.contains(row.key()))
                .forEach(row -> toPick.add(row.line()));
            if (!toPick.isEmpty()) {
                result.add(waiting(Objects.requireNonNull(heads.get(id)), Objects.requireNonNull(lines.get(id)), its,
                    toPick));
            }
        });
        result.sort(URGENT_FIRST);
        return result;
    }

    private static Waiting waiting(Document order, List<DocumentLine> lines, List<AllocationRows.Row> rows,
        Set<LineId> toPick) {
        Set<LineId> wholes = new HashSet<>();
        lines.forEach(line -> line.parent().ifPresent(wholes::add));
        Map<LineId, BigDecimal> held = OrderLines.held(rows);
        BigDecimal shares = BigDecimal.ZERO;
        int open = 0;
        for (DocumentLine line : lines) {
            BigDecimal own = OrderLines.own(line);
            if (!wholes.contains(line.id()) && own.signum() > 0) {
                open++;
                // rounded down, so that a hundred percent is all of it
                shares = shares.add(own.subtract(OrderLines.unheld(line, held)).movePointRight(2).divide(own, 9,
                    RoundingMode.DOWN));
            }
        }
        int percent = open == 0 ? 0
            : shares.divide(BigDecimal.valueOf(open), 0, RoundingMode.DOWN).intValueExact();
        return new Waiting(order.id(), order.kind(), order.number(), receiver(order), order.priority(), order.due(),
            order.carrierCode(), open, percent, toPick);
    }

    private static String receiver(Document order) {
        return switch (OrderKind.of(order.kind()).orElseThrow()) {
            case CUSTOMER -> (order.partnerCode() + "  " + order.partnerName()).strip();
            case INTERNAL -> order.department();
            case TRANSFER -> order.targetCode();
        };
    }

}
