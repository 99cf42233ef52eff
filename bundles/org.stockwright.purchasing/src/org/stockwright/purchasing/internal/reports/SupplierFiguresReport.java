package org.stockwright.purchasing.internal.reports;

import java.util.List;
import java.util.Optional;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.Progress;
import org.stockwright.catalog.CompanyProfile;
import org.stockwright.catalog.CompanyProfiles;
import org.stockwright.persistence.UnitOfWork;
import org.stockwright.purchasing.SupplierFigures;
import org.stockwright.purchasing.SupplierFigures.Figures;
import org.stockwright.reporting.spi.DaysReport;
import org.stockwright.reporting.spi.ReportArguments;
import org.stockwright.reporting.spi.ReportContribution;
import org.stockwright.reporting.spi.ReportDataSet;
import org.stockwright.reporting.spi.ReportDataSet.Column;
import org.stockwright.reporting.spi.ReportDays;
import org.stockwright.reporting.spi.ReportHeading;
import org.stockwright.reporting.spi.ReportTimes;

import static org.stockwright.reporting.spi.ReportDataSet.Type.DECIMAL;
import static org.stockwright.reporting.spi.ReportDataSet.Type.INTEGER;
import static org.stockwright.reporting.spi.ReportDataSet.Type.TEXT;

/** How well suppliers deliver. */
@Component(service = ReportContribution.class)
public final class SupplierFiguresReport extends DaysReport {

    private static final ReportDataSet SUPPLIERS = new ReportDataSet("suppliers", List.of(new Column("supplier", TEXT),
        new Column("name", TEXT), new Column("lines", INTEGER), new Column("in_full", INTEGER),
        new Column("otif", DECIMAL), new Column("receipts", INTEGER), new Column("lead_time", DECIMAL),
        new Column("deviation", DECIMAL), new Column("received", DECIMAL), new Column("rejected", DECIMAL),
        new Column("reject_rate", DECIMAL), new Column("price_variance", DECIMAL)));

    private final SupplierFigures figures;

    /** Rows come from these services. */
    @Activate
    public SupplierFiguresReport(@Reference SupplierFigures figures, @Reference CompanyProfiles profiles,
        @Reference UnitOfWork work) {
        super("supplier-figures", "Supplier figures",
            "How well suppliers deliver what was due between two days: on time in full, lead time, rejects, prices.",
            SUPPLIERS, () -> ReportTimes.of(profiles.current().map(CompanyProfile::name),
                profiles.current().map(CompanyProfile::zone)),
            work.clock());
        this.figures = figures;
    }

    @Override
    public ReportHeading heading(ReportArguments arguments) {
        return times().heading("Due " + days(arguments).text());
    }

    @Override
    public Iterable<Object[]> rows(String dataSet, ReportArguments arguments, Progress progress) {
        ReportDays days = days(arguments);
        return figures.figures(Optional.of(days.from()), Optional.of(days.to()), Optional.empty()).stream()
            .map(SupplierFiguresReport::cells).toList();
    }

    private static Object[] cells(Figures one) {
        return new Object[] { one.code(), one.name(), (long) one.lines(), (long) one.onTimeInFull(),
            one.otif().orElse(null), (long) one.receipts(), one.leadTimeMean().orElse(null),
            one.leadTimeDeviation().orElse(null), one.received(), one.rejected(), one.rejectRate().orElse(null),
            one.priceVariance().orElse(null) };
    }

}
