package org.stockwright.fulfilment.internal.orders;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentId;
import org.stockwright.documents.DocumentLine;
import org.stockwright.documents.LineId;
import org.stockwright.documents.Step;
import org.stockwright.documents.spi.DocumentBook;
import org.stockwright.fulfilment.FulfilmentRefusal;
import org.stockwright.fulfilment.OrderKind;
import org.stockwright.fulfilment.OrderState;
import org.stockwright.fulfilment.internal.allocation.AllocationRows;
import org.stockwright.fulfilment.internal.allocation.AllocationRows.Row;
import org.stockwright.fulfilment.internal.allocation.AllocationRows.Stage;
import org.stockwright.ledger.spi.StockStep;

/**
 * An order that is locked for a step, with what is held for it.
 *
 * @param order the order
 * @param rows what is held for it
 */
record OpenOrder(Document order, List<Row> rows) {

    /** Locks an order, or tells why nothing can be done to it. */
    static Outcome<OpenOrder> lock(DocumentBook book, StockStep step, DocumentId id) throws SQLException {
        Optional<Document> found = book.lock(step.transaction(), id)
            .filter(order -> OrderKind.of(order.kind()).isPresent());
        if (found.isEmpty()) {
            return Outcome.refused(FulfilmentRefusal.UNKNOWN_ORDER, id);
        }
        Document order = found.get();
        OrderState state = OrderState.valueOf(order.state());
        if (!order.isOpen() || state == OrderState.SHIPPED) {
            return Outcome.refused(FulfilmentRefusal.ORDER_NOT_OPEN, order.number(), state.title());
        }
        return Outcome.done(new OpenOrder(order, new AllocationRows(step.transaction()).ofDocuments(List.of(id))));
    }

    /** The line with this number, if it is nobody's part. */
    Outcome<DocumentLine> whole(int number) {
        Optional<DocumentLine> line = order.line(number);
        if (line.isEmpty()) {
            return Outcome.refused(FulfilmentRefusal.UNKNOWN_LINE, order.number(), number);
        }
        Optional<LineId> parent = line.get().parent();
        if (parent.isPresent()) {
            int whole = order.lines().stream().filter(one -> one.id().equals(parent.get())).map(DocumentLine::line)
                .findFirst().orElse(0);
            return Outcome.refused(Refusal
                .of(FulfilmentRefusal.PART_OF_A_KIT, order.number(), number, whole)
                .hint("Change the line of the whole kit."));
        }
        return Outcome.done(line.get());
    }

    /** A line and all that it is made of, each whole before its parts. */
    List<DocumentLine> withParts(DocumentLine whole) {
        List<DocumentLine> result = new ArrayList<>(List.of(whole));
        OrderLines.parts(order, whole.id()).forEach(part -> result.addAll(withParts(part)));
        return result;
    }

    boolean isWanting(DocumentLine line) {
        return OrderLines.parts(order, line.id()).isEmpty();
    }

    /** How much of a line was picked or packed and not shipped. */
    BigDecimal picked(DocumentLine line) {
        return rows.stream().filter(row -> row.line().equals(line.id()) && row.stage() != Stage.HELD).map(Row::open)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** How much of a line can still be cancelled, neither picked nor with a supplier: of a whole, as many as all of its parts allow. */
    BigDecimal cancellable(DocumentLine line) {
        if (isWanting(line)) {
            return OrderLines.own(line).subtract(picked(line)).max(BigDecimal.ZERO);
        }
        BigDecimal wanted = line.quantity().amount().subtract(line.done(Step.CANCELLED));
        BigDecimal result = wanted;
        for (DocumentLine part : OrderLines.parts(order, line.id())) {
            BigDecimal each = part.quantity().amount();
            BigDecimal free = cancellable(part).multiply(line.quantity().amount());
            // whole steps of the line's unit only: what is left over of a part stays wanted
            BigDecimal fits = free.divideToIntegralValue(each.multiply(line.quantity().unit().step()))
                .multiply(line.quantity().unit().step());
            result = result.min(fits);
        }
        return result;
    }

    /** What a quantity of a line means for the line and all its parts. */
    Map<DocumentLine, BigDecimal> spread(DocumentLine line, BigDecimal quantity) {
        Map<DocumentLine, BigDecimal> result = new LinkedHashMap<>();
        for (DocumentLine one : withParts(line)) {
            result.put(one, quantity.multiply(one.quantity().amount()).divide(line.quantity().amount(),
                one.quantity().unit().scale(), java.math.RoundingMode.UNNECESSARY));
        }
        return result;
    }

    /**
     * What has to be given back so that no more is held for a line than this; what was held last goes first.
     *
     * @param most in the item's base unit
     */
    List<StockStep.Take> surplus(DocumentLine line, BigDecimal most) {
        BigDecimal all = rows.stream().filter(row -> row.line().equals(line.id())).map(Row::open)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal over = all.subtract(most);
        List<StockStep.Take> takes = new ArrayList<>();
        List<Row> last = rows.stream().filter(row -> row.line().equals(line.id()) && row.stage() == Stage.HELD)
            .sorted(Comparator.comparing((Row row) -> row.reservation().value()).reversed()).toList();
        for (Row row : last) {
            if (over.signum() > 0) {
                BigDecimal back = over.min(row.open());
                takes.add(StockStep.Take.of(row.reservation(), back));
                over = over.subtract(back);
            }
        }
        return takes;
    }

}
