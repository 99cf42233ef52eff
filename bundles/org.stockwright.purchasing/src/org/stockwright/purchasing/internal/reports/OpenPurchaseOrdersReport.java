package org.stockwright.purchasing.internal.reports;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.Progress;
import org.stockwright.base.Refusal;
import org.stockwright.catalog.CompanyProfile;
import org.stockwright.catalog.CompanyProfiles;
import org.stockwright.catalog.KnownPartners;
import org.stockwright.catalog.Partner;
import org.stockwright.catalog.Partners;
import org.stockwright.persistence.UnitOfWork;
import org.stockwright.purchasing.PurchaseOrders;
import org.stockwright.purchasing.PurchaseOrders.Arrival;
import org.stockwright.reporting.ReportRefusal;
import org.stockwright.reporting.spi.ReportAmounts;
import org.stockwright.reporting.spi.ReportArguments;
import org.stockwright.reporting.spi.ReportContribution;
import org.stockwright.reporting.spi.ReportDataSet;
import org.stockwright.reporting.spi.ReportDataSet.Column;
import org.stockwright.reporting.spi.ReportHeading;
import org.stockwright.reporting.spi.ReportParameter;
import org.stockwright.reporting.spi.ReportTimes;
import org.stockwright.reporting.spi.TableReport;

import static org.stockwright.reporting.spi.ReportDataSet.Type.DECIMAL;
import static org.stockwright.reporting.spi.ReportDataSet.Type.INTEGER;
import static org.stockwright.reporting.spi.ReportDataSet.Type.TEXT;

/** What suppliers still owe, by the day on which it is expected. */
@Component(service = ReportContribution.class)
public final class OpenPurchaseOrdersReport extends TableReport {

    private static final int NEXT_DAYS = 7;

    private static final ReportDataSet ARRIVALS = new ReportDataSet("arrivals", List.of(new Column("expectation", TEXT),
        new Column("expected", TEXT), new Column("late_days", INTEGER), new Column("purchase_order", TEXT),
        new Column("line", INTEGER), new Column("supplier", TEXT), new Column("supplier_name", TEXT),
        new Column("item", TEXT), new Column("name", TEXT), new Column("open", DECIMAL),
        new Column("announced", DECIMAL), new Column("unit", TEXT), new Column("confirmed", TEXT),
        new Column("place", TEXT), new Column("amount", DECIMAL), new Column("currency", TEXT),
        Column.layout("scale", INTEGER), Column.layout("decimals", INTEGER), Column.layout("rank", INTEGER),
        Column.layout("expectation_total", TEXT),
        Column.layout("total", TEXT)));

    /** When something is expected. */
    private enum Expectation {
        OVERDUE("Overdue"),
        SOON("Today and the next " + NEXT_DAYS + " days"),
        LATER("Later"),
        UNKNOWN("Without a day");

        private final String title;

        Expectation(String title) {
            this.title = title;
        }

        private static Expectation of(Optional<LocalDate> day, LocalDate today) {
            return day.isEmpty() ? UNKNOWN : day.get().isBefore(today) ? OVERDUE
                : day.get().isAfter(today.plusDays(NEXT_DAYS)) ? LATER : SOON;
        }

    }

    private final PurchaseOrders orders;
    private final Partners partners;
    private final CompanyProfiles profiles;
    private final UnitOfWork work;

    /** Rows come from these services. */
    @Activate
    public OpenPurchaseOrdersReport(@Reference PurchaseOrders orders, @Reference Partners partners,
        @Reference CompanyProfiles profiles,
        @Reference UnitOfWork work) {
        super("open-purchase-orders", "Open purchase orders",
            "What is still to come of approved purchase orders, and when: overdue, in the next days, later.", ARRIVALS);
        this.orders = orders;
        this.partners = partners;
        this.profiles = profiles;
        this.work = work;
    }

    @Override
    public List<ReportParameter> parameters() {
        return List.of(ReportParameter.optional("to", "Expected until", ReportParameter.Type.AS_OF),
            ReportParameter.optional("supplier", "Supplier", ReportParameter.Type.TEXT));
    }

    private ReportTimes times() {
        return ReportTimes.of(profiles.current().map(CompanyProfile::name),
            profiles.current().map(CompanyProfile::zone));
    }

    private LocalDate today(ReportTimes times) {
        return LocalDate.ofInstant(work.clock().instant(), times.zone());
    }

    private static Optional<LocalDate> until(ReportArguments arguments, ReportTimes times) {
        return arguments.until("to", times.zone()).map(instant -> LocalDate.ofInstant(instant, times.zone()));
    }

    @Override
    public List<Refusal> check(ReportArguments arguments) {
        String code = arguments.get("supplier");
        KnownPartners known = KnownPartners.of(partners.list(), Partner.Role.SUPPLIER);
        // a wrong word would give an empty report, which reads as nothing open
        return code.isEmpty() || known.find(code).isPresent() ? List.of()
            : List.of(Refusal.of(ReportRefusal.BAD_PARAMETER, "supplier", code).hint(known.hint()));
    }

    @Override
    public ReportHeading heading(ReportArguments arguments) {
        ReportTimes times = times();
        return times.heading("On " + today(times)
            + until(arguments, times).map(day -> ", expected until " + day).orElse("")
            + (arguments.has("supplier") ? ", supplier " + arguments.get("supplier") : ""));
    }

    @Override
    public Iterable<Object[]> rows(String dataSet, ReportArguments arguments, Progress progress) {
        ReportTimes times = times();
        LocalDate today = today(times);
        String supplier = arguments.get("supplier");
        List<Arrival> arrivals = orders.arrivals(until(arguments, times)).stream()
            .filter(arrival -> supplier.isEmpty() || supplier.equals(arrival.supplier())).toList();
        progress.check();
        Map<Expectation, ReportAmounts> sums = new EnumMap<>(Expectation.class);
        ReportAmounts all = new ReportAmounts();
        for (Arrival arrival : arrivals) {
            arrival.amount().ifPresent(amount -> {
                sums.computeIfAbsent(Expectation.of(arrival.expected(), today), key -> new ReportAmounts())
                    .add(arrival.currency(), amount);
                all.add(arrival.currency(), amount);
            });
        }
        return arrivals.stream().map(arrival -> {
            Expectation expectation = Expectation.of(arrival.expected(), today);
            return cells(arrival, expectation, today,
                sums.getOrDefault(expectation, new ReportAmounts()).text(), all.text());
        }).toList();
    }

    private static Object[] cells(Arrival arrival, Expectation expectation, LocalDate today, String sum, String all) {
        return new Object[] { expectation.title, arrival.expected().map(LocalDate::toString).orElse(""),
            arrival.expected().filter(day -> day.isBefore(today)).map(day -> ChronoUnit.DAYS.between(day, today))
                .orElse(null),
            arrival.number(), (long) arrival.line(), arrival.supplier(), arrival.supplierName(), arrival.item(),
            arrival.itemName(), arrival.open().amount(), arrival.advised().amount(), arrival.open().unit().code(),
            arrival.isPromised() ? "yes" : "no", arrival.place(), arrival.amount().orElse(null),
            arrival.amount().map(amount -> arrival.currency().getCurrencyCode()).orElse(""),
            (long) arrival.open().unit().scale(), (long) Math.max(0, arrival.currency().getDefaultFractionDigits()),
            (long) expectation.ordinal(), sum, all };
    }

}
