package org.stockwright.valuation.internal.reports;

import java.net.URL;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.Progress;
import org.stockwright.base.Refusal;
import org.stockwright.catalog.CompanyProfiles;
import org.stockwright.reporting.spi.ReportArguments;
import org.stockwright.reporting.spi.ReportContribution;
import org.stockwright.reporting.spi.ReportDataSet;
import org.stockwright.reporting.spi.ReportDataSet.Column;
import org.stockwright.reporting.spi.ReportHeading;
import org.stockwright.reporting.spi.ReportParameter;
import org.stockwright.valuation.Periods;
import org.stockwright.valuation.internal.CostGate;

import static org.stockwright.reporting.spi.ReportDataSet.Type.DECIMAL;
import static org.stockwright.reporting.spi.ReportDataSet.Type.INTEGER;
import static org.stockwright.reporting.spi.ReportDataSet.Type.TEXT;
import static org.stockwright.reporting.spi.ReportDataSet.Type.TIMESTAMP;

/** Who closed and reopened which period when and why, and whether closed periods are as they were sealed. */
@Component
public final class PeriodCloseReport implements ReportContribution {

    private static final ReportDataSet DECISIONS = new ReportDataSet("decisions",
        List.of(new Column("last_day", TEXT), new Column("state", TEXT), new Column("decided", TIMESTAMP),
            new Column("decision", TEXT), new Column("user", TEXT), new Column("reason", TEXT),
            new Column("items", INTEGER), new Column("quantities", DECIMAL), new Column("value", DECIMAL),
            new Column("currency", TEXT), new Column("hash", TEXT), Column.layout("decimals", INTEGER),
            Column.layout("value_head", TEXT), Column.layout("period", TEXT)));

    private static final ReportDataSet VERIFICATION = TieOutCells.dataSet("verification");

    private final Periods periods;
    private final CompanyProfiles profiles;
    private final CostGate gate;

    /** Rows come from these services. */
    @Activate
    public PeriodCloseReport(@Reference Periods periods, @Reference CompanyProfiles profiles,
        @Reference CostGate gate) {
        this.periods = periods;
        this.profiles = profiles;
        this.gate = gate;
    }

    @Override
    public String id() {
        return "period-close";
    }

    @Override
    public String title() {
        return "Period close evidence";
    }

    @Override
    public String description() {
        return "Who closed and reopened which period when and why, with the sealed values, and whether computing them again "
            + "gives the same.";
    }

    @Override
    public List<ReportParameter> parameters() {
        return List.of();
    }

    @Override
    public URL design() {
        return PeriodCloseReport.class.getResource("/reports/period-close.rptdesign");
    }

    @Override
    public List<ReportDataSet> dataSets() {
        return List.of(DECISIONS, VERIFICATION);
    }

    @Override
    public List<Refusal> check(ReportArguments arguments) {
        gate.checkView();
        return List.of();
    }

    @Override
    public ReportHeading heading(ReportArguments arguments) {
        return CompanyBooks.of(profiles).heading("All periods that somebody decided about");
    }

    @Override
    public Iterable<Object[]> rows(String dataSet, ReportArguments arguments, Progress progress) {
        if (dataSet.equals("verification")) {
            return TieOutCells.of(periods.verify(progress), Map.of(),
                "Every closed period, computed again, has the figures that were sealed");
        }
        CompanyBooks books = CompanyBooks.of(profiles);
        return () -> periods.list().stream().flatMap(
            period -> period.decisions().stream().map(decision -> cells(period, decision, books))).iterator();
    }

    private static Object[] cells(Periods.Period period, Periods.Decision decision, CompanyBooks books) {
        // only closing seals figures
        boolean sealed = !decision.hash().isEmpty();
        return new Object[] { period.lastDay().toString(), state(period.state()), Date.from(decision.at()),
            decision.what(), decision.user(), decision.reason(), sealed ? decision.items() : null,
            sealed ? decision.quantity() : null, sealed ? decision.value() : null, sealed ? books.currency() : "",
            decision.hash(), books.decimals(), books.head("Value"),
            "Period until " + period.lastDay() + ": " + state(period.state()) };
    }

    private static String state(Periods.State state) {
        return state == Periods.State.SOFT ? "soft-closed" : state.name().toLowerCase(Locale.ROOT);
    }

}
