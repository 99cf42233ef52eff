package org.stockwright.valuation.internal.reports;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URL;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.Progress;
import org.stockwright.base.Quantity;
import org.stockwright.base.Refusal;
import org.stockwright.catalog.CompanyProfiles;
import org.stockwright.catalog.Items;
import org.stockwright.catalog.UsedCategories;
import org.stockwright.ledger.Location;
import org.stockwright.ledger.Locations;
import org.stockwright.reporting.ReportRefusal;
import org.stockwright.reporting.spi.ReportArguments;
import org.stockwright.reporting.spi.ReportContribution;
import org.stockwright.reporting.spi.ReportDataSet;
import org.stockwright.reporting.spi.ReportDataSet.Column;
import org.stockwright.reporting.spi.ReportHeading;
import org.stockwright.reporting.spi.ReportParameter;
import org.stockwright.valuation.CostMethod;
import org.stockwright.valuation.Valuation;
import org.stockwright.valuation.ValueRow;
import org.stockwright.valuation.ValueRow.Whose;
import org.stockwright.valuation.internal.CostGate;

import static org.stockwright.reporting.spi.ReportDataSet.Type.DECIMAL;
import static org.stockwright.reporting.spi.ReportDataSet.Type.INTEGER;
import static org.stockwright.reporting.spi.ReportDataSet.Type.TEXT;

/** What stock is worth, by category and site, beside what it was worth earlier. */
@Component
public final class StockValuationReport implements ReportContribution {

    static final String NO_CATEGORY = "Without category";

    /** More sites than this are counted, not listed. */
    private static final int MOST_SITES = 8;

    private static final ReportDataSet VALUES = new ReportDataSet("valued_stock",
        List.of(new Column("category", TEXT), new Column("site", TEXT), new Column("item", TEXT),
            new Column("name", TEXT), new Column("method", TEXT), new Column("quantity", DECIMAL),
            new Column("unit", TEXT), new Column("unit_cost", DECIMAL), new Column("value", DECIMAL),
            new Column("value_before", DECIMAL), new Column("difference", DECIMAL), new Column("currency", TEXT),
            Column.layout("scale", INTEGER), Column.layout("decimals", INTEGER), Column.layout("unit_cost_head", TEXT),
            Column.layout("value_head", TEXT), Column.layout("before_head", TEXT), Column.layout("all", TEXT),
            Column.layout("by_site", TEXT),
            Column.layout("site_value", DECIMAL), Column.layout("site_before", DECIMAL),
            Column.layout("site_difference", DECIMAL), Column.layout("category_value", DECIMAL),
            Column.layout("category_before", DECIMAL), Column.layout("category_difference", DECIMAL),
            Column.layout("total_value", DECIMAL), Column.layout("total_before", DECIMAL),
            Column.layout("total_difference", DECIMAL)));

    private final Valuation valuation;
    private final Items items;
    private final Locations locations;
    private final CompanyProfiles profiles;
    private final CostGate gate;

    /** A line with its groups. */
    private record Grouped(String category, String site, ComparedValues.Line line) {

        private static final Comparator<Grouped> ORDER = Comparator.comparing(Grouped::category)
            .thenComparing(Grouped::site).thenComparing(grouped -> grouped.line.row().item());

        List<String> groups() {
            return List.of(category, site);
        }

    }

    /** Rows come from these services. */
    @Activate
    public StockValuationReport(@Reference Valuation valuation, @Reference Items items, @Reference Locations locations,
        @Reference CompanyProfiles profiles, @Reference CostGate gate) {
        this.valuation = valuation;
        this.items = items;
        this.locations = locations;
        this.profiles = profiles;
        this.gate = gate;
    }

    @Override
    public String id() {
        return "stock-valuation";
    }

    @Override
    public String title() {
        return "Stock valuation";
    }

    @Override
    public String description() {
        return "What stock is worth by category and site, at any instant as known at any instant, beside an earlier value; "
            + "as booked or as if by another cost method.";
    }

    @Override
    public List<ReportParameter> parameters() {
        return List.of(ReportParameter.optional("as_of", "As of", ReportParameter.Type.AS_OF),
            // no AS_OF, whose empty answer is shown as "now"
            ReportParameter.optional("compared_with", "Compared with (empty: the end of the month before)",
                ReportParameter.Type.TEXT),
            ReportParameter.optional("known_at", "Known at", ReportParameter.Type.AS_OF),
            ReportParameter.optional("category", "Category", ReportParameter.Type.TEXT),
            new ReportParameter("method", "Cost method", ReportParameter.Type.CHOICE, false, ComparedValues.AS_BOOKED,
                Stream.concat(Stream.of(ComparedValues.AS_BOOKED), Stream.of(CostMethod.values()).map(CostMethod::word))
                    .toList()));
    }

    @Override
    public URL design() {
        return StockValuationReport.class.getResource("/reports/stock-valuation.rptdesign");
    }

    @Override
    public List<ReportDataSet> dataSets() {
        return List.of(VALUES);
    }

    @Override
    public List<Refusal> check(ReportArguments arguments) {
        gate.checkView();
        List<Refusal> refusals = new ArrayList<>();
        String category = arguments.get("category");
        UsedCategories known = UsedCategories.of(items.list());
        if (!category.isEmpty() && known.find(category).isEmpty()) {
            refusals.add(Refusal.of(ReportRefusal.BAD_PARAMETER, "category", category).hint(known.hint()));
        }
        CompanyBooks books = CompanyBooks.of(profiles);
        String hint = "";
        if (arguments.has("compared_with") && arguments.until("compared_with", books.times().zone()).isEmpty()) {
            hint = "Write a date such as 2026-01-31, or a date and time such as 2026-01-31T17:30.";
        } else {
            ComparedValues values = ComparedValues.of(arguments, books.times().zone());
            Instant end = values.asOf().orElse(arguments.startedAt());
            hint = values.comparedWith().isBefore(end) ? "" : "It has to be before the instant of the valuation.";
        }
        if (!hint.isEmpty()) {
            refusals.add(Refusal.of(ReportRefusal.BAD_PARAMETER, "compared_with", arguments.get("compared_with"))
                .hint(hint));
        }
        return refusals;
    }

    @Override
    public ReportHeading heading(ReportArguments arguments) {
        CompanyBooks books = CompanyBooks.of(profiles);
        ComparedValues values = ComparedValues.of(arguments, books.times().zone());
        StringBuilder scope = new StringBuilder("As of ").append(books.times().text(values.asOf()))
            .append(", compared with ").append(books.times().text(values.comparedWith())).append(", known at ")
            .append(books.times().text(values.knownAt()));
        values.method().ifPresent(method -> scope.append(", as if valued by ").append(method.word()));
        if (arguments.has("category")) {
            scope.append(", category ").append(arguments.get("category"));
        }
        return books.heading(scope.toString());
    }

    @Override
    public Iterable<Object[]> rows(String dataSet, ReportArguments arguments, Progress progress) {
        CompanyBooks books = CompanyBooks.of(profiles);
        ComparedValues values = ComparedValues.of(arguments, books.times().zone());
        Optional<String> category = Optional.of(arguments.get("category")).filter(text -> !text.isEmpty())
            .flatMap(UsedCategories.of(items.list())::find);
        Map<String, String> sites = locations.list().stream()
            .collect(Collectors.toMap(Location::code, StockValuationReport::name));
        List<Grouped> lines = values.read(valuation, category, progress).stream()
            .map(line -> new Grouped(line.row().category().isEmpty() ? NO_CATEGORY : line.row().category(),
                sites.getOrDefault(line.row().site(), line.row().site()) + others(line.row().whose()), line))
            .sorted(Grouped.ORDER).toList();
        GroupTotals totals = new GroupTotals();
        Map<String, BigDecimal> bySite = new TreeMap<>();
        for (Grouped one : lines) {
            if (one.line.row().whose() != Whose.OURS) {
                totals.add(one.groups(), BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);
                continue;
            }
            totals.add(one.groups(), one.line.row().value(), one.line.before(), one.line.difference());
            bySite.merge(one.site, one.line.row().value(), BigDecimal::add);
        }
        String siteText = text(bySite, books);
        String before = books.head(values.comparedText(books));
        return () -> lines.stream().map(one -> cells(one, totals, books, before, siteText)).iterator();
    }

    /** What stands behind a place whose goods are not ours: they are shown and not counted. */
    private static String others(Whose whose) {
        return switch (whose) {
            case OURS -> "";
            case SUPPLIER -> " (in transit, the supplier's)";
            case CUSTOMER -> " (in transit, the customer's)";
        };
    }

    private static String name(Location place) {
        return place.name().isEmpty() || place.name().equals(place.code()) ? place.code()
            : place.code() + " " + place.name();
    }

    private static Object[] cells(Grouped one, GroupTotals totals, CompanyBooks books, String before, String bySite) {
        ValueRow row = one.line.row();
        Quantity onHand = row.onHand();
        return totals.cells(one.groups(), one.category, one.site, row.item(), row.name(), row.method().word(),
            onHand.amount(), onHand.unit().code(), row.unitCost().orElse(null), row.value(), one.line.before(),
            one.line.difference(), books.currency(), (long) onHand.unit().scale(), books.decimals(),
            books.head("Unit cost"), books.head("Value"), before, books.all(), bySite);
    }

    /** For example {@code By site: NORTH North works 1,250.00 · SOUTH South works 37.50}; nothing for a single site. */
    private static String text(Map<String, BigDecimal> bySite, CompanyBooks books) {
        if (bySite.size() < 2) {
            return "";
        }
        if (bySite.size() > MOST_SITES) {
            return "At " + bySite.size() + " sites";
        }
        DecimalFormat format = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT));
        format.setMinimumFractionDigits((int) books.decimals());
        format.setMaximumFractionDigits((int) books.decimals());
        format.setRoundingMode(RoundingMode.HALF_UP);
        return "By site: "
            + bySite.entrySet().stream().map(site -> site.getKey() + " " + format.format(site.getValue()))
                .collect(Collectors.joining(" · "));
    }

}
