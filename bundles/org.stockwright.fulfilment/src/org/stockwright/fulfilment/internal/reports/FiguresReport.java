package org.stockwright.fulfilment.internal.reports;

import org.stockwright.catalog.CompanyProfiles;
import org.stockwright.persistence.UnitOfWork;
import org.stockwright.reporting.spi.DaysReport;
import org.stockwright.reporting.spi.ReportDataSet;

/** A report of fulfilment about a span of days. */
abstract class FiguresReport extends DaysReport {

    FiguresReport(String id, String title, String description, ReportDataSet rows, CompanyProfiles profiles,
        UnitOfWork work) {
        super(id, title, description, rows, () -> FulfilmentReport.times(profiles), work.clock());
    }

}
