package org.stockwright.service.internal.reports;

import org.stockwright.catalog.CompanyProfile;
import org.stockwright.catalog.CompanyProfiles;
import org.stockwright.persistence.UnitOfWork;
import org.stockwright.reporting.spi.DaysReport;
import org.stockwright.reporting.spi.ReportDataSet;
import org.stockwright.reporting.spi.ReportTimes;

/** A report of services about a span of days. */
abstract class ServiceReport extends DaysReport {

    ServiceReport(String id, String title, String description, ReportDataSet rows, CompanyProfiles profiles,
        UnitOfWork work) {
        super(id, title, description, rows, () -> ReportTimes.of(profiles.current().map(CompanyProfile::name),
            profiles.current().map(CompanyProfile::zone)), work.clock());
    }

    /** Words of a heading with the currency of the amounts below it. */
    static String withCurrency(String words, CompanyProfiles profiles) {
        return words + profiles.current().map(one -> ", amounts in " + one.currency().getCurrencyCode()).orElse("");
    }

}
