package org.stockwright.example.loans.internal;

import java.util.List;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.Progress;
import org.stockwright.catalog.CompanyProfile;
import org.stockwright.catalog.CompanyProfiles;
import org.stockwright.example.loans.Loans;
import org.stockwright.reporting.spi.ReportArguments;
import org.stockwright.reporting.spi.ReportContribution;
import org.stockwright.reporting.spi.ReportDataSet;
import org.stockwright.reporting.spi.ReportDataSet.Column;
import org.stockwright.reporting.spi.ReportHeading;
import org.stockwright.reporting.spi.ReportParameter;
import org.stockwright.reporting.spi.ReportTimes;
import org.stockwright.reporting.spi.TableReport;

import static org.stockwright.reporting.spi.ReportDataSet.Type.TEXT;

/** What is lent, to whom, and until when. */
@Component(service = ReportContribution.class)
public final class LentItemsReport extends TableReport {

    private static final ReportDataSet ROWS = new ReportDataSet("loans", List.of(new Column("item", TEXT),
        new Column("name", TEXT), new Column("borrower", TEXT), new Column("due", TEXT)));

    private final Loans loans;
    private final CompanyProfiles profiles;

    /** Rows come from this service. */
    @Activate
    public LentItemsReport(@Reference Loans loans, @Reference CompanyProfiles profiles) {
        super("lent-items", "Lent items", "What is lent, to whom, and until when.", ROWS);
        this.loans = loans;
        this.profiles = profiles;
    }

    @Override
    public List<ReportParameter> parameters() {
        return List.of();
    }

    @Override
    public ReportHeading heading(ReportArguments arguments) {
        return ReportTimes.of(profiles.current().map(CompanyProfile::name),
            profiles.current().map(CompanyProfile::zone)).heading("");
    }

    @Override
    public Iterable<Object[]> rows(String dataSet, ReportArguments arguments, Progress progress) {
        return loans.list().stream()
            .map(loan -> new Object[] { loan.code(), loan.name(), loan.borrower(), loan.due().toString() }).toList();
    }

}
