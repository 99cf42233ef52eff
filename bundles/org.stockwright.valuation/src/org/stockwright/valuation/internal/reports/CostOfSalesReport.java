package org.stockwright.valuation.internal.reports;

import java.net.URL;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.Progress;
import org.stockwright.base.Quantity;
import org.stockwright.base.Refusal;
import org.stockwright.catalog.CompanyProfiles;
import org.stockwright.catalog.ItemRow;
import org.stockwright.catalog.Items;
import org.stockwright.ledger.Locations;
import org.stockwright.ledger.Stock;
import org.stockwright.reporting.spi.ReportArguments;
import org.stockwright.reporting.spi.ReportContribution;
import org.stockwright.reporting.spi.ReportDataSet;
import org.stockwright.reporting.spi.ReportDataSet.Column;
import org.stockwright.reporting.spi.ReportHeading;
import org.stockwright.reporting.spi.ReportParameter;
import org.stockwright.valuation.Accounts;
import org.stockwright.valuation.Journal;
import org.stockwright.valuation.TransitTerms;
import org.stockwright.valuation.internal.CostGate;

import static org.stockwright.reporting.spi.ReportDataSet.Type.DECIMAL;
import static org.stockwright.reporting.spi.ReportDataSet.Type.INTEGER;
import static org.stockwright.reporting.spi.ReportDataSet.Type.TEXT;

/** What was sold, by category and item, and what it cost; corrections apart. */
@Component
public final class CostOfSalesReport implements ReportContribution {

    private static final List<String> FIGURES = List.of("cost", "late_entries", "late_costs", "settlement", "other",
        "total");

    private static final ReportDataSet SALES = new ReportDataSet("sales", columns());

    private final Journal journal;
    private final Accounts accounts;
    private final Stock stock;
    private final Items items;
    private final Locations locations;
    private final TransitTerms terms;
    private final CompanyProfiles profiles;
    private final CostGate gate;

    /** A line of the report with its group. */
    private record Line(String category, ItemRow item, SoldItem sold) {

        private static final Comparator<Line> ORDER = Comparator.comparing(Line::category)
            .thenComparing(line -> line.item.code());

        List<String> groups() {
            return List.of(category);
        }

    }

    /** Rows come from these services. */
    @Activate
    public CostOfSalesReport(@Reference Journal journal, @Reference Accounts accounts, @Reference Stock stock,
        @Reference Items items, @Reference Locations locations, @Reference TransitTerms terms,
        @Reference CompanyProfiles profiles,
        @Reference CostGate gate) {
        this.journal = journal;
        this.accounts = accounts;
        this.stock = stock;
        this.items = items;
        this.locations = locations;
        this.terms = terms;
        this.profiles = profiles;
        this.gate = gate;
    }

    private static List<Column> columns() {
        List<Column> columns = new ArrayList<>(List.of(new Column("category", TEXT), new Column("item", TEXT),
            new Column("name", TEXT), new Column("quantity", DECIMAL), new Column("unit", TEXT)));
        FIGURES.forEach(figure -> columns.add(new Column(figure, DECIMAL)));
        columns.addAll(List.of(new Column("currency", TEXT), Column.layout("scale", INTEGER),
            Column.layout("decimals", INTEGER), Column.layout("total_head", TEXT), Column.layout("all", TEXT)));
        Stream.of("category_", "all_").flatMap(group -> FIGURES.stream().map(group::concat))
            .forEach(sum -> columns.add(Column.layout(sum, DECIMAL)));
        return columns;
    }

    @Override
    public String id() {
        return "cost-of-sales";
    }

    @Override
    public String title() {
        return "Cost of sales";
    }

    @Override
    public String description() {
        return "What was sold between two dates, by category and item, and what it cost; what was put right by late "
            + "entries, late costs and the settlement of negative stock stands apart.";
    }

    @Override
    public List<ReportParameter> parameters() {
        return List.of(ReportParameter.optional("from", "From", ReportParameter.Type.FROM),
            ReportParameter.optional("to", "To", ReportParameter.Type.AS_OF),
            ReportParameter.optional("known_at", "Known at", ReportParameter.Type.AS_OF));
    }

    @Override
    public URL design() {
        return CostOfSalesReport.class.getResource("/reports/cost-of-sales.rptdesign");
    }

    @Override
    public List<ReportDataSet> dataSets() {
        return List.of(SALES);
    }

    @Override
    public List<Refusal> check(ReportArguments arguments) {
        gate.checkView();
        return CompanyBooks.of(profiles).check(arguments);
    }

    @Override
    public ReportHeading heading(ReportArguments arguments) {
        CompanyBooks books = CompanyBooks.of(profiles);
        Set<String> booked = SoldGoods.accounts(accounts);
        return books.heading(books.text(books.span(arguments)) + ", known at "
            + books.times().text(arguments.until("known_at", books.times().zone())) + ", account "
            + String.join(", ", booked));
    }

    @Override
    public Iterable<Object[]> rows(String dataSet, ReportArguments arguments, Progress progress) {
        CompanyBooks books = CompanyBooks.of(profiles);
        Span span = books.span(arguments);
        Instant known = arguments.until("known_at", books.times().zone()).orElse(arguments.startedAt());
        SoldGoods goods = new SoldGoods(items.list());
        goods.addCost(journal, SoldGoods.accounts(accounts), span, known, progress);
        goods.addQuantities(stock, locations, terms, span, known, progress);
        List<Line> lines = goods.byItem().entrySet().stream().map(entry -> {
            ItemRow item = goods.item(entry.getKey());
            return new Line(Optional.of(item.category()).filter(path -> !path.isEmpty())
                .orElse(StockValuationReport.NO_CATEGORY), item, entry.getValue());
        }).sorted(Line.ORDER).toList();
        GroupTotals totals = new GroupTotals();
        lines.forEach(line -> totals.add(line.groups(), line.sold.figures()));
        return () -> lines.stream().map(line -> cells(line, totals, books)).iterator();
    }

    private static Object[] cells(Line line, GroupTotals totals, CompanyBooks books) {
        Quantity quantity = line.sold.quantity();
        List<Object> own = new ArrayList<>(List.of(line.category, line.item.code(), line.item.name(),
            quantity.amount(), quantity.unit().code()));
        own.addAll(List.of(line.sold.figures()));
        own.addAll(List.of(books.currency(), (long) quantity.unit().scale(), books.decimals(), books.head("Total"),
            books.all()));
        return totals.cells(line.groups(), own.toArray());
    }

}
