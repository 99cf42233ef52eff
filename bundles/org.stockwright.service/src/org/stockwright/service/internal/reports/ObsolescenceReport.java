package org.stockwright.service.internal.reports;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.Progress;
import org.stockwright.base.Sample;
import org.stockwright.catalog.CompanyProfiles;
import org.stockwright.persistence.UnitOfWork;
import org.stockwright.reporting.spi.ReportArguments;
import org.stockwright.reporting.spi.ReportContribution;
import org.stockwright.reporting.spi.ReportDataSet;
import org.stockwright.reporting.spi.ReportDataSet.Column;
import org.stockwright.reporting.spi.ReportDays;
import org.stockwright.reporting.spi.ReportHeading;
import org.stockwright.service.Templates;
import org.stockwright.service.Templates.Obsolescence;

import static org.stockwright.reporting.spi.ReportDataSet.Type.DECIMAL;
import static org.stockwright.reporting.spi.ReportDataSet.Type.TEXT;

/** How much of what was prepared was thrown away. */
@Component(service = ReportContribution.class)
public final class ObsolescenceReport extends ServiceReport {

    private static final ReportDataSet UNITS = new ReportDataSet("units",
        List.of(new Column("template", TEXT), new Column("name", TEXT), new Column("item", TEXT),
            new Column("prepared", DECIMAL), new Column("used", DECIMAL), new Column("written_off", DECIMAL),
            new Column("rate", DECIMAL), new Column("expired", DECIMAL), new Column("cost", DECIMAL),
            new Column("lost", DECIMAL)));
    private static final int CENTS = 2;

    private final Templates templates;
    private final CompanyProfiles profiles;

    /** Rows come from these services. */
    @Activate
    public ObsolescenceReport(@Reference Templates templates, @Reference CompanyProfiles profiles,
        @Reference UnitOfWork work) {
        super("service-obsolescence", "Obsolescence of stored work",
            "How many prepared units were used and how many were thrown away, and what that cost.", UNITS, profiles,
            work);
        this.templates = templates;
        this.profiles = profiles;
    }

    @Override
    public ReportHeading heading(ReportArguments arguments) {
        return times().heading(withCurrency(days(arguments).text(), profiles));
    }

    @Override
    public Iterable<Object[]> rows(String dataSet, ReportArguments arguments, Progress progress) {
        ReportDays days = days(arguments);
        return templates.obsolescence(days.from(), days.to()).stream().map(ObsolescenceReport::cells).toList();
    }

    private static BigDecimal money(BigDecimal amount) {
        return amount.setScale(CENTS, RoundingMode.HALF_UP);
    }

    private static Object[] cells(Obsolescence one) {
        return new Object[] { one.code(), one.name(), one.item(), one.prepared(), one.used(), one.writtenOff(),
            Sample.percent(one.writtenOff(), one.writtenOff().add(one.used()), 1).orElse(null), one.expired(),
            one.cost().map(ObsolescenceReport::money).orElse(null),
            one.lost().map(ObsolescenceReport::money).orElse(null) };
    }

}
