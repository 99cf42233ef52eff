package org.stockwright.fulfilment.internal.orders;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentLine;
import org.stockwright.documents.LineId;
import org.stockwright.documents.Step;
import org.stockwright.fulfilment.OrderKind;
import org.stockwright.fulfilment.OrderState;
import org.stockwright.fulfilment.internal.allocation.AllocationRows;

/** What the lines of an order say together. Lines of virtual kits want nothing themselves: their components do. */
public final class OrderLines {

    private OrderLines() {
        // only functions
    }

    /** The lines that goods are wanted for: all but those that have parts. */
    public static List<DocumentLine> wanting(Document order) {
        Set<LineId> wholes = new HashSet<>();
        order.lines().forEach(line -> line.parent().ifPresent(wholes::add));
        return order.lines().stream().filter(line -> !wholes.contains(line.id())).toList();
    }

    /** The direct parts of a line. */
    public static List<DocumentLine> parts(Document order, LineId whole) {
        return order.lines().stream().filter(line -> line.parent().filter(whole::equals).isPresent()).toList();
    }

    /** How much is held for each line. */
    public static Map<LineId, BigDecimal> held(Collection<? extends AllocationRows.Holding> rows) {
        Map<LineId, BigDecimal> result = new HashMap<>();
        rows.forEach(row -> result.merge(row.line(), row.open(), BigDecimal::add));
        return result;
    }

    /**
     * How much of a line our own stock is to fill: what is open, less what a supplier was told to send straight to the
     * customer and has not sent yet.
     */
    public static BigDecimal own(DocumentLine line) {
        return line.open(Step.SHIPPED).subtract(line.done(Step.ORDERED)).max(BigDecimal.ZERO);
    }

    /** How much of a line is to be filled from own stock and not held. */
    public static BigDecimal unheld(DocumentLine line, Map<LineId, BigDecimal> held) {
        return own(line).subtract(held.getOrDefault(line.id(), BigDecimal.ZERO)).max(BigDecimal.ZERO);
    }

    /** The state that follows from an order's lines and from what is held for it. */
    public static OrderState state(Document order, Collection<? extends AllocationRows.Holding> rows) {
        List<DocumentLine> lines = wanting(order);
        if (lines.stream().allMatch(line -> line.done(Step.CANCELLED).compareTo(line.quantity().amount()) >= 0)) {
            return OrderState.CANCELLED;
        }
        if (OrderState.CLOSED.name().equals(order.state())) {
            return OrderState.CLOSED;
        }
        if (lines.stream().allMatch(line -> line.open(Step.SHIPPED).signum() == 0)) {
            boolean arrived = OrderKind.TRANSFER.id().equals(order.kind())
                && lines.stream().allMatch(line -> line.open(Step.RECEIVED).signum() == 0);
            return arrived ? OrderState.CLOSED : OrderState.SHIPPED;
        }
        if (rows.stream().anyMatch(row -> row.stage() != AllocationRows.Stage.HELD)) {
            return OrderState.IN_PICKING;
        }
        Map<LineId, BigDecimal> held = held(rows);
        return lines.stream().allMatch(line -> unheld(line, held).signum() == 0) ? OrderState.ALLOCATED
            : OrderState.OPEN;
    }

}
