package org.stockwright.fulfilment.internal.reports;

import java.time.LocalDate;

import org.stockwright.catalog.CompanyProfile;
import org.stockwright.catalog.CompanyProfiles;
import org.stockwright.persistence.UnitOfWork;
import org.stockwright.reporting.spi.ReportDataSet;
import org.stockwright.reporting.spi.ReportTimes;
import org.stockwright.reporting.spi.TableReport;

/** A report of fulfilment: it knows the company and what day it is. */
abstract class FulfilmentReport extends TableReport {

    private final CompanyProfiles profiles;
    private final UnitOfWork work;

    FulfilmentReport(String id, String title, String description, ReportDataSet rows, CompanyProfiles profiles,
        UnitOfWork work) {
        super(id, title, description, rows);
        this.profiles = profiles;
        this.work = work;
    }

    /** The company's name and time zone. */
    final ReportTimes times() {
        return times(profiles);
    }

    /** The company's name and time zone. */
    static ReportTimes times(CompanyProfiles profiles) {
        return ReportTimes.of(profiles.current().map(CompanyProfile::name),
            profiles.current().map(CompanyProfile::zone));
    }

    final LocalDate today() {
        return LocalDate.ofInstant(work.clock().instant(), times().zone());
    }

}
