package org.stockwright.purchasing.internal.matching;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.stockwright.base.Sample;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentLine;
import org.stockwright.documents.Step;
import org.stockwright.purchasing.SupplierFigures.Figures;
import org.stockwright.purchasing.internal.matching.Deliveries.Invoiced;
import org.stockwright.purchasing.internal.matching.Deliveries.Receipt;
import org.stockwright.purchasing.internal.matching.SupplierFiguresComponent.DueLine;
import org.stockwright.purchasing.internal.orders.Tolerances;
import org.stockwright.purchasing.internal.orders.UnitPrices;

/** Works out the figures of one supplier from the lines that were due. */
final class SupplierRecord {

    private static final int DECIMALS = 2;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final List<DueLine> lines;
    private final Deliveries deliveries;
    private final Tolerances tolerances;
    private final ZoneId zone;

    SupplierRecord(List<DueLine> lines, Deliveries deliveries, Tolerances tolerances, ZoneId zone) {
        this.lines = lines;
        this.deliveries = deliveries;
        this.tolerances = tolerances;
        this.zone = zone;
    }

    /**
     * All figures.
     *
     * @param costs whether the price variance is told
     */
    Figures figures(boolean costs) {
        Document order = lines.getFirst().order();
        int punctual = (int) lines.stream().filter(this::isOnTimeInFull).count();
        List<BigDecimal> days = new ArrayList<>();
        BigDecimal received = BigDecimal.ZERO;
        BigDecimal rejected = BigDecimal.ZERO;
        for (DueLine due : lines) {
            LocalDate ordered = LocalDate.ofInstant(due.order().effective(), zone);
            deliveries.receipts(due.line()).forEach(receipt -> days.add(BigDecimal.valueOf(
                ChronoUnit.DAYS.between(ordered, receipt.day()))));
            received = received.add(due.line().done(Step.RECEIVED));
            rejected = rejected.add(due.line().done(Step.REJECTED));
        }
        Sample sample = new Sample(days);
        return new Figures(order.partner(), order.partnerCode(), order.partnerName(), lines.size(), punctual,
            percent(BigDecimal.valueOf(punctual), BigDecimal.valueOf(lines.size())), days.size(),
            sample.mean(DECIMALS), sample.deviation(DECIMALS), received, rejected, percent(rejected, received),
            costs ? priceVariance() : Optional.empty());
    }

    private boolean isOnTimeInFull(DueLine due) {
        DocumentLine line = due.line();
        BigDecimal under = tolerances.delivery(due.order().partner(), line.itemId()).under();
        BigDecimal least = line.quantity().amount().multiply(HUNDRED.subtract(under)).divide(HUNDRED);
        BigDecimal came = deliveries.receipts(line).stream().filter(receipt -> !receipt.day().isAfter(due.day()))
            .map(Receipt::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
        return came.compareTo(least) >= 0;
    }

    private static Optional<BigDecimal> percent(BigDecimal part, BigDecimal whole) {
        return Sample.percent(part, whole, DECIMALS);
    }

    private Optional<BigDecimal> priceVariance() {
        if (lines.stream().map(due -> due.order().currency()).distinct().count() > 1) {
            return Optional.empty();
        }
        BigDecimal expected = BigDecimal.ZERO;
        BigDecimal invoiced = BigDecimal.ZERO;
        for (DueLine due : lines) {
            for (Invoiced one : deliveries.invoices(due.line())) {
                expected = expected.add(UnitPrices.amount(due.line(), one.quantity()));
                invoiced = invoiced.add(one.amount());
            }
        }
        return percent(invoiced.subtract(expected), expected);
    }

}
