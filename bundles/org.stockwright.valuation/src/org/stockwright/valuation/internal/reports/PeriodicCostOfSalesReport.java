package org.stockwright.valuation.internal.reports;

import java.math.BigDecimal;
import java.net.URL;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.base.Refusal;
import org.stockwright.catalog.CompanyProfiles;
import org.stockwright.reporting.spi.ReportArguments;
import org.stockwright.reporting.spi.ReportContribution;
import org.stockwright.reporting.spi.ReportDataSet;
import org.stockwright.reporting.spi.ReportDataSet.Column;
import org.stockwright.reporting.spi.ReportHeading;
import org.stockwright.reporting.spi.ReportParameter;
import org.stockwright.valuation.PeriodicAmounts;
import org.stockwright.valuation.PeriodicCalculation;
import org.stockwright.valuation.PeriodicInventory;
import org.stockwright.valuation.PeriodicQuantities;
import org.stockwright.valuation.PeriodicRow;
import org.stockwright.valuation.internal.CostGate;

import static org.stockwright.reporting.spi.ReportDataSet.Type.DECIMAL;
import static org.stockwright.reporting.spi.ReportDataSet.Type.INTEGER;
import static org.stockwright.reporting.spi.ReportDataSet.Type.TEXT;

/** Cost of sales of a period as opening and net purchases less closing, and the reconciliation with what was counted. */
@Component
public final class PeriodicCostOfSalesReport implements ReportContribution {

    private static final String PERIOD = "period";

    private static final List<String> FIGURES = List.of("opening", "purchases", "returns", "late_costs", "revalued",
        "closing", "total", "shrinkage");

    private static final List<String> COUNTS = List.of("opening", "received", "returned", "sold", "other", "expected",
        "counted", "difference");

    private static final ReportDataSet CALCULATION = new ReportDataSet("calculation", calculation());
    private static final ReportDataSet RECONCILIATION = new ReportDataSet("reconciliation", reconciliation());

    private final PeriodicInventory inventory;
    private final CompanyProfiles profiles;
    private final CostGate gate;

    /** Rows come from these services. */
    @Activate
    public PeriodicCostOfSalesReport(@Reference PeriodicInventory inventory, @Reference CompanyProfiles profiles,
        @Reference CostGate gate) {
        this.inventory = inventory;
        this.profiles = profiles;
        this.gate = gate;
    }

    private static List<Column> calculation() {
        List<Column> columns = new ArrayList<>(
            List.of(new Column("category", TEXT), new Column("item", TEXT), new Column("name", TEXT)));
        FIGURES.forEach(figure -> columns.add(new Column(figure, DECIMAL)));
        columns.addAll(List.of(new Column("currency", TEXT), Column.layout("decimals", INTEGER),
            Column.layout("total_head", TEXT), Column.layout("all", TEXT)));
        Stream.of("category_", "all_").flatMap(group -> FIGURES.stream().map(group::concat))
            .forEach(sum -> columns.add(Column.layout(sum, DECIMAL)));
        return columns;
    }

    private static List<Column> reconciliation() {
        List<Column> columns = new ArrayList<>(List.of(new Column("item", TEXT), new Column("name", TEXT)));
        COUNTS.forEach(count -> columns.add(new Column(count, DECIMAL)));
        columns.addAll(List.of(new Column("unit", TEXT), new Column("basis", TEXT), new Column("value", DECIMAL),
            new Column("currency", TEXT), Column.layout("scale", INTEGER), Column.layout("decimals", INTEGER),
            Column.layout("value_head", TEXT), Column.layout("apart", TEXT)));
        return columns;
    }

    @Override
    public String id() {
        return "periodic-cost-of-sales";
    }

    @Override
    public String title() {
        return "Periodic cost of sales";
    }

    @Override
    public String description() {
        return "Cost of sales of a period under the periodic inventory system: opening and net purchases less closing, by "
            + "category and item, with the reconciliation of counts with purchases and sales.";
    }

    @Override
    public List<ReportParameter> parameters() {
        return List.of(ReportParameter.required(PERIOD, "Last day of the period", ReportParameter.Type.AS_OF));
    }

    @Override
    public URL design() {
        return PeriodicCostOfSalesReport.class.getResource("/reports/periodic-cost-of-sales.rptdesign");
    }

    @Override
    public List<ReportDataSet> dataSets() {
        return List.of(CALCULATION, RECONCILIATION);
    }

    private Outcome<PeriodicCalculation> asked(ReportArguments arguments, CompanyBooks books, Progress progress) {
        LocalDate lastDay = arguments.until(PERIOD, books.times().zone()).orElse(arguments.startedAt())
            .atZone(books.times().zone()).toLocalDate();
        return inventory.calculate(lastDay, progress);
    }

    @Override
    public List<Refusal> check(ReportArguments arguments) {
        gate.checkView();
        return asked(arguments, CompanyBooks.of(profiles), Progress.NONE).refusals();
    }

    @Override
    public ReportHeading heading(ReportArguments arguments) {
        CompanyBooks books = CompanyBooks.of(profiles);
        PeriodicCalculation calculation = asked(arguments, books, Progress.NONE).value();
        return books
            .heading("From " + calculation.begins().map(books.times()::text).orElse("the beginning") + " to the end of "
                + calculation.lastDay() + (calculation.closed() ? ", closed" : ", not closed"));
    }

    @Override
    public Iterable<Object[]> rows(String dataSet, ReportArguments arguments, Progress progress) {
        CompanyBooks books = CompanyBooks.of(profiles);
        List<PeriodicRow> rows = asked(arguments, books, progress).value().rows();
        return dataSet.equals("calculation") ? calculation(rows, books)
            : rows.stream().map(row -> counts(row, books)).toList();
    }

    private static String category(PeriodicRow row) {
        return Optional.of(row.category()).filter(path -> !path.isEmpty()).orElse(StockValuationReport.NO_CATEGORY);
    }

    private static List<Object[]> calculation(List<PeriodicRow> rows, CompanyBooks books) {
        GroupTotals totals = new GroupTotals();
        rows.forEach(row -> totals.add(List.of(category(row)), figures(row.amounts())));
        return rows.stream()
            .sorted(Comparator.comparing(PeriodicCostOfSalesReport::category).thenComparing(PeriodicRow::item))
            .map(row -> {
                List<Object> own = new ArrayList<>(List.of(category(row), row.item(), row.name()));
                own.addAll(Arrays.asList(figures(row.amounts())));
                own.addAll(List.of(books.currency(), books.decimals(), books.head("Cost of sales"), books.all()));
                return totals.cells(List.of(category(row)), own.toArray());
            }).toList();
    }

    private static BigDecimal[] figures(PeriodicAmounts amounts) {
        return new BigDecimal[] { amounts.opening().add(amounts.entered()), amounts.purchases(),
            amounts.returns().negate(), amounts.late(), amounts.revalued(), amounts.closingStock().negate(),
            amounts.costOfSales(), amounts.shrinkage() };
    }

    private static Object[] counts(PeriodicRow row, CompanyBooks books) {
        PeriodicQuantities quantity = row.quantities();
        return new Object[] { row.item(), row.name(), quantity.opening(), quantity.purchased(),
            quantity.returned().negate(), quantity.sold().negate(),
            quantity.entered().add(quantity.transferred()).subtract(quantity.scrapped()), quantity.expected(),
            quantity.closing(), quantity.difference(), row.unit().code(), row.basis().word().replace('-', ' '),
            row.amounts().difference(), books.currency(), (long) row.unit().scale(), books.decimals(),
            books.head("Value"), quantity.difference().signum() == 0 ? "no" : "yes" };
    }

}
