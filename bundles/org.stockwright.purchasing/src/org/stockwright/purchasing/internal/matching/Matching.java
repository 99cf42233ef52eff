package org.stockwright.purchasing.internal.matching;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentLine;
import org.stockwright.documents.LineId;
import org.stockwright.documents.Step;
import org.stockwright.purchasing.SupplierInvoices.Finding;
import org.stockwright.purchasing.SupplierInvoices.Mismatch;
import org.stockwright.purchasing.internal.orders.Tolerances;

/** Compares the lines of an invoice with those of its orders. */
final class Matching {

    private final Tolerances tolerances;

    Matching(Tolerances tolerances) {
        this.tolerances = tolerances;
    }

    boolean threeWay() {
        return tolerances.matching().threeWay();
    }

    /**
     * What is wrong with a line of an invoice.
     *
     * @param number of the invoice's line
     * @param order the order's line, with its price and with what was invoiced before
     * @param price of the invoice, per unit of the order's line
     * @param entered how much of that unit is invoiced
     * @param invoiced how much is invoiced in all with this invoice, in the base unit
     */
    List<Finding> line(int number, DocumentLine order, BigDecimal price, BigDecimal entered, BigDecimal invoiced) {
        List<Finding> findings = new ArrayList<>();
        BigDecimal expected = order.price().orElse(BigDecimal.ZERO);
        if (!tolerances.isSamePrice(price, expected, entered)) {
            findings.add(new Finding(number, Mismatch.PRICE, "The price is " + plain(price) + ", ordered at "
                + plain(expected) + " for " + order.item() + "."));
        }
        BigDecimal most = threeWay() ? kept(order)
            : ordered(order);
        if (!tolerances.isWithin(invoiced, most)) {
            findings.add(new Finding(number,
                threeWay() ? Mismatch.MORE_THAN_RECEIVED : Mismatch.MORE_THAN_ORDERED,
                plain(invoiced) + " " + order.quantity().unit() + " of " + order.item() + " are invoiced in all, "
                    + plain(most) + (threeWay() ? " received and kept." : " ordered.")));
        }
        return findings;
    }

    /** What is ordered and not cancelled. */
    static BigDecimal ordered(DocumentLine line) {
        return line.quantity().amount().subtract(line.done(Step.CANCELLED));
    }

    /**
     * What is wrong with an invoice now that it is entered.
     *
     * @param orders finds the order's line that a line is for, with what is invoiced of it in all
     */
    List<Finding> invoice(Document invoice, Function<LineId, DocumentLine> orders) {
        List<Finding> findings = new ArrayList<>();
        for (DocumentLine line : invoice.lines()) {
            DocumentLine order = orders.apply(line.source().orElseThrow());
            findings.addAll(line(line.line(), order, line.price().orElse(BigDecimal.ZERO), line.entered(),
                order.done(Step.INVOICED)));
        }
        return findings;
    }

    /**
     * What was received of an order's line and is to be paid: less what was rejected, and less what went back. Rejected goods
     * are taken to go back first.
     */
    static BigDecimal kept(DocumentLine line) {
        return line.done(Step.RECEIVED).subtract(line.done(Step.REJECTED).max(line.done(Step.RETURNED)))
            .max(BigDecimal.ZERO);
    }

    static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

}
