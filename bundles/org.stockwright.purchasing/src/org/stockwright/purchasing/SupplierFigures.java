package org.stockwright.purchasing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.osgi.annotation.versioning.ProviderType;
import org.stockwright.base.PartnerId;
import org.stockwright.security.Requires;

/**
 * How well suppliers deliver, from orders, receipts and invoices. All figures speak of the lines of approved orders that were
 * due in the period, by now at the latest. Percentages and days have two decimals, rounded half up. Thread-safe.
 */
@ProviderType
@Requires(PurchasingPermission.VIEW)
public interface SupplierFigures {

    /**
     * The figures of a supplier.
     *
     * @param supplier who
     * @param code its code
     * @param name its name
     * @param lines how many lines were due
     * @param onTimeInFull how many of them had come in full, less the tolerance, on the day that was promised, or else
     *            wanted
     * @param otif {@code onTimeInFull / lines} in percent; empty without lines
     * @param receipts how many times something came
     * @param leadTimeMean days from order to receipt, the mean of all receipts; empty without receipts
     * @param leadTimeDeviation their standard deviation (of a sample, n − 1); empty with fewer than two
     * @param received the sum of the quantities received, in base units
     * @param rejected the sum of the quantities rejected
     * @param rejectRate {@code rejected / received} in percent; empty when nothing came
     * @param priceVariance what the invoices are dearer than the orders, in percent of the orders' amount; empty without
     *            invoices, when orders are in several currencies, and for whoever may not see costs
     */
    record Figures(PartnerId supplier, String code, String name, int lines, int onTimeInFull, Optional<BigDecimal> otif,
        int receipts, Optional<BigDecimal> leadTimeMean, Optional<BigDecimal> leadTimeDeviation, BigDecimal received,
        BigDecimal rejected, Optional<BigDecimal> rejectRate, Optional<BigDecimal> priceVariance) {
    }

    /**
     * The figures of suppliers of whom something was due, by code.
     *
     * @param from first day; empty for the beginning
     * @param to last day; empty for today
     * @param supplier only this one
     */
    List<Figures> figures(Optional<LocalDate> from, Optional<LocalDate> to, Optional<PartnerId> supplier);

}
