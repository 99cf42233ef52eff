package org.stockwright.fulfilment.internal.reports;

import java.util.List;

import org.stockwright.base.Refusal;
import org.stockwright.catalog.CompanyProfiles;
import org.stockwright.persistence.UnitOfWork;
import org.stockwright.reporting.spi.ReportArguments;
import org.stockwright.reporting.spi.ReportDataSet;
import org.stockwright.reporting.spi.ReportDays;
import org.stockwright.reporting.spi.ReportHeading;
import org.stockwright.reporting.spi.ReportParameter;

/** A report of fulfilment about a span of days. */
abstract class FiguresReport extends FulfilmentReport {

    FiguresReport(String id, String title, String description, ReportDataSet rows, CompanyProfiles profiles,
        UnitOfWork work) {
        super(id, title, description, rows, profiles, work);
    }

    @Override
    public List<ReportParameter> parameters() {
        return ReportDays.parameters();
    }

    @Override
    public List<Refusal> check(ReportArguments arguments) {
        return days(arguments).check();
    }

    @Override
    public ReportHeading heading(ReportArguments arguments) {
        return times().heading(days(arguments).text());
    }

}
