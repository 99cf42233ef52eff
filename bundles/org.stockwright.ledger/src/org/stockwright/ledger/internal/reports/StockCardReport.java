package org.stockwright.ledger.internal.reports;

import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.base.Refusal;
import org.stockwright.catalog.CompanyProfile;
import org.stockwright.catalog.CompanyProfiles;
import org.stockwright.catalog.ItemMatch;
import org.stockwright.catalog.ItemRow;
import org.stockwright.catalog.Items;
import org.stockwright.ledger.Locations;
import org.stockwright.ledger.Stock;
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
import static org.stockwright.reporting.spi.ReportDataSet.Type.TIMESTAMP;

/** The movements of one item with the balance after each, and how the balance went. */
@Component
public final class StockCardReport implements ReportContribution {

    private static final int MOST_HINTS = 3;

    private static final ReportDataSet MOVEMENTS = new ReportDataSet("movements",
        List.of(new Column("at", TIMESTAMP), new Column("kind", TEXT), new Column("number", TEXT),
            new Column("reference", TEXT), new Column("from_location", TEXT), new Column("to_location", TEXT),
            new Column("lot", TEXT), new Column("incoming", DECIMAL), new Column("outgoing", DECIMAL),
            new Column("balance", DECIMAL), new Column("unit", TEXT), new Column("user", TEXT),
            Column.layout("scale", INTEGER), Column.layout("summary", TEXT)));

    private static final ReportDataSet CARD = new ReportDataSet("card",
        List.of(new Column("item", TEXT), new Column("name", TEXT), new Column("category", TEXT),
            new Column("unit", TEXT), new Column("tracking", TEXT), new Column("location", TEXT),
            new Column("opening", DECIMAL), new Column("incoming", DECIMAL), new Column("outgoing", DECIMAL),
            new Column("closing", DECIMAL), new Column("movements", INTEGER), Column.layout("scale", INTEGER)));

    private static final ReportDataSet COURSE = new ReportDataSet("course",
        List.of(new Column("at", TIMESTAMP), new Column("balance", DECIMAL)));

    private final Stock stock;
    private final Items items;
    private final Locations locations;
    private final CompanyProfiles profiles;

    /** Rows come from these services. */
    @Activate
    public StockCardReport(@Reference Stock stock, @Reference Items items, @Reference Locations locations,
        @Reference CompanyProfiles profiles) {
        this.stock = stock;
        this.items = items;
        this.locations = locations;
        this.profiles = profiles;
    }

    @Override
    public String id() {
        return "stock-card";
    }

    @Override
    public String title() {
        return "Stock card";
    }

    @Override
    public String description() {
        return "The movements of one item with the balance after each, and how the balance went over time.";
    }

    @Override
    public List<ReportParameter> parameters() {
        return List.of(ReportParameter.required("item", "Item", ReportParameter.Type.ITEM),
            ReportParameter.optional("location", "Location", ReportParameter.Type.LOCATION),
            ReportParameter.optional("from", "From", ReportParameter.Type.FROM),
            ReportParameter.optional("to", "To", ReportParameter.Type.AS_OF),
            ReportParameter.optional("known_at", "Known at", ReportParameter.Type.AS_OF));
    }

    @Override
    public URL design() {
        return StockCardReport.class.getResource("/reports/stock-card.rptdesign");
    }

    @Override
    public List<ReportDataSet> dataSets() {
        return List.of(MOVEMENTS, CARD, COURSE);
    }

    @Override
    public List<Refusal> check(ReportArguments arguments) {
        List<Refusal> refusals = new ArrayList<>();
        String text = arguments.get("item");
        Outcome<ItemMatch> match = items.resolve(text);
        for (Refusal refusal : match.refusals()) {
            String near = items.search(text, MOST_HINTS).stream().map(ItemRow::code)
                .collect(Collectors.joining(", "));
            refusals.add(!refusal.hint().isEmpty() || near.isEmpty() ? refusal
                : refusal.hint("Did you mean " + near + "?"));
        }
        refusals.addAll(new ReportPlaces(locations).check(arguments.get("location")));
        ReportTimes times = times();
        arguments.since("from", times.zone()).ifPresent(from -> {
            if (!from.isBefore(arguments.until("to", times.zone()).orElse(arguments.startedAt()))) {
                refusals.add(Refusal.of(ReportRefusal.BAD_PARAMETER, "from", arguments.get("from"))
                    .hint("It has to be before the end of the period."));
            }
        });
        return refusals;
    }

    @Override
    public ReportHeading heading(ReportArguments arguments) {
        ReportTimes times = times();
        String from = arguments.since("from", times.zone()).map(times::text).orElse("the beginning");
        StringBuilder scope = new StringBuilder("From ").append(from).append(" to ")
            .append(times.text(arguments.until("to", times.zone()))).append(", known at ")
            .append(times.text(arguments.until("known_at", times.zone())));
        if (arguments.has("location")) {
            scope.append(", location ").append(arguments.get("location"));
        }
        return times.heading(scope.toString());
    }

    private ReportTimes times() {
        return ReportTimes.of(profiles.current().map(CompanyProfile::name),
            profiles.current().map(CompanyProfile::zone));
    }

    @Override
    public Iterable<Object[]> rows(String dataSet, ReportArguments arguments, Progress progress) {
        StockCard card = StockCard.read(stock, items, new ReportPlaces(locations), arguments,
            times().zone(), progress);
        return switch (dataSet) {
            case "movements" -> card.movements();
            case "card" -> card.summary();
            default -> card.course();
        };
    }

}
