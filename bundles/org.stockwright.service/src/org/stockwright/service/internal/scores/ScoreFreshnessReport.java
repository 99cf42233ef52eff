package org.stockwright.service.internal.scores;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.Progress;
import org.stockwright.base.Sample;
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
import org.stockwright.service.Scores;
import org.stockwright.service.Scores.Supply;

import static org.stockwright.reporting.spi.ReportDataSet.Type.DECIMAL;
import static org.stockwright.reporting.spi.ReportDataSet.Type.INTEGER;
import static org.stockwright.reporting.spi.ReportDataSet.Type.TEXT;

/** How many scores can be used now. */
@Component(service = ReportContribution.class)
public final class ScoreFreshnessReport extends TableReport {

    private static final ReportDataSet SCORES = new ReportDataSet("scores",
        List.of(new Column("score", TEXT), new Column("name", TEXT), new Column("clients", INTEGER),
            new Column("fresh", INTEGER), new Column("share", DECIMAL), new Column("expired", INTEGER),
            new Column("profile_changed", INTEGER), new Column("model_changed", INTEGER),
            new Column("missing", INTEGER), new Column("on_hand", DECIMAL)));

    private final Scores scores;
    private final CompanyProfiles profiles;

    /** Rows come from these services. */
    @Activate
    public ScoreFreshnessReport(@Reference Scores scores, @Reference CompanyProfiles profiles) {
        super("score-freshness", "Freshness of scores",
            "How many scores of clients can be used now, and why the others "
                + "cannot.",
            SCORES);
        this.scores = scores;
        this.profiles = profiles;
    }

    @Override
    public List<ReportParameter> parameters() {
        return List.of();
    }

    @Override
    public ReportHeading heading(ReportArguments arguments) {
        ReportTimes times = ReportTimes.of(profiles.current().map(CompanyProfile::name),
            profiles.current().map(CompanyProfile::zone));
        return times.heading("As of " + times.text(arguments.startedAt()));
    }

    @Override
    public Iterable<Object[]> rows(String dataSet, ReportArguments arguments, Progress progress) {
        List<Object[]> rows = new ArrayList<>();
        for (Supply one : scores.supply()) {
            progress.check();
            rows.add(new Object[] { one.model(), one.name(), one.clients(), one.fresh(),
                Sample.percent(BigDecimal.valueOf(one.fresh()), BigDecimal.valueOf(one.clients()), 1).orElse(null),
                one.expired(), one.profileChanged(), one.modelChanged(), one.missing(), one.onHand().orElse(null) });
        }
        return rows;
    }

}
