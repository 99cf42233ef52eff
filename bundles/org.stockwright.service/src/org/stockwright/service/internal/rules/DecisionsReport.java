package org.stockwright.service.internal.rules;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.Progress;
import org.stockwright.base.Refusal;
import org.stockwright.base.Sample;
import org.stockwright.catalog.CompanyProfile;
import org.stockwright.catalog.CompanyProfiles;
import org.stockwright.persistence.UnitOfWork;
import org.stockwright.reporting.ReportRefusal;
import org.stockwright.reporting.spi.DaysReport;
import org.stockwright.reporting.spi.ReportArguments;
import org.stockwright.reporting.spi.ReportContribution;
import org.stockwright.reporting.spi.ReportDataSet;
import org.stockwright.reporting.spi.ReportDataSet.Column;
import org.stockwright.reporting.spi.ReportDays;
import org.stockwright.reporting.spi.ReportHeading;
import org.stockwright.reporting.spi.ReportParameter;
import org.stockwright.reporting.spi.ReportTimes;
import org.stockwright.service.DecisionTable;
import org.stockwright.service.DecisionTables;
import org.stockwright.service.Decisions;
import org.stockwright.service.Decisions.RuleUse;

import static org.stockwright.reporting.spi.ReportDataSet.Type.DECIMAL;
import static org.stockwright.reporting.spi.ReportDataSet.Type.INTEGER;
import static org.stockwright.reporting.spi.ReportDataSet.Type.TEXT;

/** How often each rule decided. */
@Component(service = ReportContribution.class)
public final class DecisionsReport extends DaysReport {

    private static final ReportDataSet RULES = new ReportDataSet("rules",
        List.of(new Column("table", TEXT), new Column("version", INTEGER), new Column("rule", INTEGER),
            new Column("decides", TEXT), new Column("note", TEXT), new Column("hits", INTEGER),
            new Column("share", DECIMAL), new Column("last", TEXT)));
    private static final String TABLE = "table";

    private final Decisions decisions;
    private final DecisionTables tables;

    /** Rows come from these services. */
    @Activate
    public DecisionsReport(@Reference Decisions decisions, @Reference DecisionTables tables,
        @Reference CompanyProfiles profiles, @Reference UnitOfWork work) {
        super("decisions", "Decisions by rule",
            "How often each rule of the decision tables decided, also those that never "
                + "did.",
            RULES, () -> ReportTimes.of(profiles.current().map(CompanyProfile::name),
                profiles.current().map(CompanyProfile::zone)),
            work.clock());
        this.decisions = decisions;
        this.tables = tables;
    }

    @Override
    public List<ReportParameter> parameters() {
        List<ReportParameter> all = new ArrayList<>(super.parameters());
        all.add(ReportParameter.optional(TABLE, "Table", ReportParameter.Type.TEXT));
        return all;
    }

    @Override
    public List<Refusal> check(ReportArguments arguments) {
        List<Refusal> refusals = new ArrayList<>(super.check(arguments));
        if (arguments.has(TABLE) && tables.versions(arguments.get(TABLE)).isEmpty()) {
            refusals.add(Refusal.of(ReportRefusal.BAD_PARAMETER, TABLE, arguments.get(TABLE)).hint("There are: "
                + String.join(", ", new TreeSet<>(tables.list().stream().map(DecisionTable::code).toList())) + "."));
        }
        return refusals;
    }

    @Override
    public ReportHeading heading(ReportArguments arguments) {
        return times().heading(days(arguments).text()
            + (arguments.has(TABLE) ? ", table " + arguments.get(TABLE) : ""));
    }

    @Override
    public Iterable<Object[]> rows(String dataSet, ReportArguments arguments, Progress progress) {
        ReportDays days = days(arguments);
        ReportTimes times = times();
        List<Object[]> rows = new ArrayList<>();
        for (RuleUse use : decisions.byRule(arguments.get(TABLE), days.from(), days.to())) {
            progress.check();
            rows.add(new Object[] { use.table(), (long) use.version(), (long) use.rule(),
                String.join(", ", use.outcomes()), use.note(), use.hits(), Sample
                    .percent(BigDecimal.valueOf(use.hits()), BigDecimal.valueOf(use.decisions()), 1).orElse(null),
                use.last().map((Instant last) -> times.text(last)).orElse("") });
        }
        return rows;
    }

}
