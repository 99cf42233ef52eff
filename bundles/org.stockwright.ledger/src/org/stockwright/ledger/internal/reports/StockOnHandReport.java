package org.stockwright.ledger.internal.reports;

import java.net.URL;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.Progress;
import org.stockwright.base.Quantity;
import org.stockwright.base.Refusal;
import org.stockwright.catalog.CompanyProfile;
import org.stockwright.catalog.CompanyProfiles;
import org.stockwright.catalog.Items;
import org.stockwright.catalog.UsedCategories;
import org.stockwright.ledger.Location;
import org.stockwright.ledger.Locations;
import org.stockwright.ledger.Stock;
import org.stockwright.ledger.StockQuery;
import org.stockwright.ledger.StockRow;
import org.stockwright.reporting.ReportRefusal;
import org.stockwright.reporting.spi.ReportArguments;
import org.stockwright.reporting.spi.ReportContribution;
import org.stockwright.reporting.spi.ReportDataSet;
import org.stockwright.reporting.spi.ReportDataSet.Column;
import org.stockwright.reporting.spi.ReportHeading;
import org.stockwright.reporting.spi.ReportParameter;
import org.stockwright.reporting.spi.ReportTimes;

import static org.stockwright.reporting.spi.ReportDataSet.Type.DECIMAL;
import static org.stockwright.reporting.spi.ReportDataSet.Type.INTEGER;
import static org.stockwright.reporting.spi.ReportDataSet.Type.TEXT;

/** What is where, by site and category, at any instant as known at any instant. */
@Component
public final class StockOnHandReport implements ReportContribution {

    private static final String NO_CATEGORY = "Without category";

    private static final ReportDataSet ROWS = new ReportDataSet("stock",
        List.of(new Column("site", TEXT), new Column("category", TEXT), new Column("item", TEXT),
            new Column("name", TEXT), new Column("location", TEXT), new Column("lot", TEXT),
            new Column("status", TEXT), new Column("owner", TEXT), new Column("on_hand", DECIMAL),
            new Column("reserved", DECIMAL), new Column("available", DECIMAL), new Column("unit", TEXT),
            Column.layout("scale", INTEGER), Column.layout("category_total", TEXT),
            Column.layout("site_total", TEXT), Column.layout("total", TEXT)));

    private final Stock stock;
    private final Items items;
    private final Locations locations;
    private final CompanyProfiles profiles;

    /** A line of the report: a stock row with its groups. */
    private record Line(String site, String category, StockRow row) {

        private static final Comparator<Line> ORDER = Comparator.comparing(Line::site).thenComparing(Line::category)
            .thenComparing(line -> line.row.item()).thenComparing(line -> line.row.location())
            .thenComparing(line -> line.row.lot()).thenComparing(line -> line.row.status())
            .thenComparing(line -> line.row.owner());

        /** What is shown as one line: handling units are summed over. */
        List<Object> key() {
            return List.of(row.itemId(), row.location(), row.lot(), row.status(), row.owner());
        }

        Line plus(Line other) {
            StockRow more = other.row;
            return new Line(site, category, new StockRow(row.itemId(), row.item(), row.itemName(), row.category(),
                row.locationId(), row.location(), row.lot(), row.owner(), row.status(), "",
                row.onHand().plus(more.onHand()), row.reserved().plus(more.reserved()),
                row.available().plus(more.available())));
        }

    }

    /** Rows come from these services. */
    @Activate
    public StockOnHandReport(@Reference Stock stock, @Reference Items items, @Reference Locations locations,
        @Reference CompanyProfiles profiles) {
        this.stock = stock;
        this.items = items;
        this.locations = locations;
        this.profiles = profiles;
    }

    @Override
    public String id() {
        return "stock-on-hand";
    }

    @Override
    public String title() {
        return "Stock on hand";
    }

    @Override
    public String description() {
        return "What is where, by site and category, now or at any instant as it was known at any instant.";
    }

    @Override
    public List<ReportParameter> parameters() {
        return List.of(ReportParameter.optional("location", "Location", ReportParameter.Type.LOCATION),
            ReportParameter.optional("category", "Category", ReportParameter.Type.TEXT),
            ReportParameter.optional("as_of", "As of", ReportParameter.Type.AS_OF),
            ReportParameter.optional("known_at", "Known at", ReportParameter.Type.AS_OF));
    }

    @Override
    public URL design() {
        return StockOnHandReport.class.getResource("/reports/stock-on-hand.rptdesign");
    }

    @Override
    public List<ReportDataSet> dataSets() {
        return List.of(ROWS);
    }

    @Override
    public List<Refusal> check(ReportArguments arguments) {
        List<Refusal> refusals = new ArrayList<>(new ReportPlaces(locations).check(arguments.get("location")));
        String category = arguments.get("category");
        UsedCategories known = UsedCategories.of(items.list());
        // a wrong word would give an empty report, which reads as no stock
        if (!category.isEmpty() && known.find(category).isEmpty()) {
            refusals.add(Refusal.of(ReportRefusal.BAD_PARAMETER, "category", category).hint(known.hint()));
        }
        return refusals;
    }

    @Override
    public ReportHeading heading(ReportArguments arguments) {
        ReportTimes times = times();
        StringBuilder scope = new StringBuilder("As of ").append(times.text(arguments.until("as_of", times.zone())))
            .append(", known at ").append(times.text(arguments.until("known_at", times.zone())));
        if (arguments.has("location")) {
            scope.append(", location ").append(arguments.get("location"));
        }
        if (arguments.has("category")) {
            scope.append(", category ").append(arguments.get("category"));
        }
        return times.heading(scope.toString());
    }

    private ReportTimes times() {
        return ReportTimes.of(profiles.current().map(CompanyProfile::name),
            profiles.current().map(CompanyProfile::zone));
    }

    @Override
    public Iterable<Object[]> rows(String dataSet, ReportArguments arguments, Progress progress) {
        ReportTimes times = times();
        ReportPlaces places = new ReportPlaces(locations);
        StockQuery query = StockQuery.all(StockQuery.Grouping.BALANCE)
            .at(arguments.until("as_of", times.zone()), arguments.until("known_at", times.zone()));
        Optional<Location> place = places.find(arguments.get("location"));
        if (place.isPresent()) {
            query = query.at(place.get().id());
        }
        String category = arguments.get("category");
        Map<List<Object>, Line> lines = new LinkedHashMap<>();
        for (StockRow row : stock.onHand(query)) {
            if (category.isEmpty() || UsedCategories.within(row.category(), category)) {
                Line line = new Line(places.site(row.location()),
                    row.category().isEmpty() ? NO_CATEGORY : row.category(), row);
                lines.merge(line.key(), line, Line::plus);
            }
        }
        progress.check();
        return cells(lines.values().stream().sorted(Line.ORDER).toList());
    }

    private static Iterable<Object[]> cells(List<Line> lines) {
        Map<List<String>, UnitTotals> totals = new HashMap<>();
        for (Line line : lines) {
            for (List<String> group : groups(line)) {
                totals.computeIfAbsent(group, key -> new UnitTotals()).add(line.row.itemId(), line.row.onHand());
            }
        }
        Map<List<String>, String> texts = new HashMap<>();
        totals.forEach((group, total) -> texts.put(group, total.text()));
        return () -> lines.stream().map(line -> cells(line, texts)).iterator();
    }

    private static List<List<String>> groups(Line line) {
        return List.of(List.of(), List.of(line.site), List.of(line.site, line.category));
    }

    private static Object[] cells(Line line, Map<List<String>, String> totals) {
        StockRow row = line.row;
        Quantity onHand = row.onHand();
        return new Object[] { line.site, line.category, row.item(), row.itemName(), row.location(), row.lot(),
            row.status(), row.owner(), onHand.amount(), row.reserved().amount(), row.available().amount(),
            onHand.unit().code(), (long) onHand.unit().scale(),
            line.category + ": " + totals.get(List.of(line.site, line.category)),
            line.site + ": " + totals.get(List.of(line.site)), "All: " + totals.get(List.of()) };
    }

}
