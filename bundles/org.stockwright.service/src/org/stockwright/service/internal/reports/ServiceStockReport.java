package org.stockwright.service.internal.reports;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.Progress;
import org.stockwright.catalog.CompanyProfile;
import org.stockwright.catalog.CompanyProfiles;
import org.stockwright.reporting.spi.ReportArguments;
import org.stockwright.reporting.spi.ReportContribution;
import org.stockwright.reporting.spi.ReportDataSet;
import org.stockwright.reporting.spi.ReportDataSet.Column;
import org.stockwright.reporting.spi.ReportHeading;
import org.stockwright.reporting.spi.ReportParameter;
import org.stockwright.reporting.spi.ReportTimes;
import org.stockwright.reporting.spi.TableReport;
import org.stockwright.service.StoredWork;
import org.stockwright.service.StoredWork.Freshness;
import org.stockwright.service.StoredWork.Lot;

import static org.stockwright.reporting.spi.ReportDataSet.Type.DECIMAL;
import static org.stockwright.reporting.spi.ReportDataSet.Type.INTEGER;
import static org.stockwright.reporting.spi.ReportDataSet.Type.TEXT;

/** What stored work there is, and how fresh it is. */
@Component(service = ReportContribution.class)
public final class ServiceStockReport extends TableReport {

    private static final ReportDataSet LOTS = new ReportDataSet("lots",
        List.of(new Column("template", TEXT), new Column("version", INTEGER), new Column("batch", TEXT),
            new Column("lot", TEXT), new Column("item", TEXT), new Column("stages", INTEGER), new Column("stage", TEXT),
            new Column("place", TEXT), new Column("expires", TEXT), new Column("freshness", TEXT),
            new Column("on_hand", DECIMAL), new Column("held", DECIMAL), new Column("unit_cost", DECIMAL),
            new Column("value", DECIMAL)));
    private static final String TEMPLATE = "template";
    private static final int CENTS = 2;

    private final StoredWork stored;
    private final CompanyProfiles profiles;

    /** Rows come from these services. */
    @Activate
    public ServiceStockReport(@Reference StoredWork stored, @Reference CompanyProfiles profiles) {
        super("service-stock", "Service stock and freshness",
            "Prepared units that are in stock, by batch: how many, how long they can be used, how many are held.",
            LOTS);
        this.stored = stored;
        this.profiles = profiles;
    }

    @Override
    public List<ReportParameter> parameters() {
        return List.of(ReportParameter.optional(TEMPLATE, "Template", ReportParameter.Type.TEXT));
    }

    @Override
    public ReportHeading heading(ReportArguments arguments) {
        return ReportTimes
            .of(profiles.current().map(CompanyProfile::name), profiles.current().map(CompanyProfile::zone))
            .heading(ServiceReport.withCurrency(
                arguments.has(TEMPLATE) ? "Template " + arguments.get(TEMPLATE) : "All templates", profiles));
    }

    @Override
    public Iterable<Object[]> rows(String dataSet, ReportArguments arguments, Progress progress) {
        Optional<String> template = arguments.has(TEMPLATE) ? Optional.of(arguments.get(TEMPLATE)) : Optional.empty();
        return stored.lots(template).stream().map(ServiceStockReport::cells).toList();
    }

    private static String words(Freshness freshness) {
        return switch (freshness) {
            case FRESH -> "fresh";
            case EXPIRING -> "expiring";
            case EXPIRED -> "expired";
        };
    }

    private static Object[] cells(Lot lot) {
        Optional<BigDecimal> value = lot.unitCost().map(cost -> cost.multiply(lot.onHand().amount())
            .setScale(CENTS, RoundingMode.HALF_UP));
        return new Object[] { lot.template(), (long) lot.version(), lot.number(), lot.lot(), lot.item(),
            (long) lot.stages(), lot.stage(), lot.place(), lot.expires().map(LocalDate::toString).orElse(""),
            words(lot.freshness()), lot.onHand().amount(), lot.reserved().amount(),
            lot.unitCost().map(cost -> cost.setScale(CENTS, RoundingMode.HALF_UP)).orElse(null), value.orElse(null) };
    }

}
