package org.stockwright.fulfilment.internal.reports;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.Progress;
import org.stockwright.base.Sample;
import org.stockwright.catalog.CompanyProfiles;
import org.stockwright.fulfilment.Packing;
import org.stockwright.fulfilment.Packing.ScanFigure;
import org.stockwright.persistence.UnitOfWork;
import org.stockwright.reporting.spi.ReportArguments;
import org.stockwright.reporting.spi.ReportContribution;
import org.stockwright.reporting.spi.ReportDataSet;
import org.stockwright.reporting.spi.ReportDataSet.Column;
import org.stockwright.reporting.spi.ReportDays;

import static org.stockwright.reporting.spi.ReportDataSet.Type.DECIMAL;
import static org.stockwright.reporting.spi.ReportDataSet.Type.INTEGER;
import static org.stockwright.reporting.spi.ReportDataSet.Type.TEXT;

/** Which errors verification found, by day and person. */
@Component(service = ReportContribution.class)
public final class PackErrorsReport extends FiguresReport {

    private static final ReportDataSet SCANS = new ReportDataSet("scans",
        List.of(new Column("day", TEXT), new Column("person", TEXT), new Column("scans", INTEGER),
            new Column("wrong_item", INTEGER), new Column("too_many", INTEGER), new Column("wrong_lot_or_bin", INTEGER),
            new Column("errors", INTEGER), new Column("error_rate", DECIMAL), new Column("overrides", INTEGER),
            Column.layout("day_scans", INTEGER), Column.layout("day_wrong_item", INTEGER),
            Column.layout("day_too_many", INTEGER), Column.layout("day_wrong_lot_or_bin", INTEGER),
            Column.layout("day_errors", INTEGER), Column.layout("day_error_rate", DECIMAL),
            Column.layout("day_overrides", INTEGER), Column.layout("all_scans", INTEGER),
            Column.layout("all_wrong_item", INTEGER), Column.layout("all_too_many", INTEGER),
            Column.layout("all_wrong_lot_or_bin", INTEGER), Column.layout("all_errors", INTEGER),
            Column.layout("all_error_rate", DECIMAL), Column.layout("all_overrides", INTEGER),
            Column.layout("total", TEXT), Column.layout("rank", INTEGER)));

    private final Packing packing;

    /** Rows come from these services. */
    @Activate
    public PackErrorsReport(@Reference Packing packing, @Reference CompanyProfiles profiles,
        @Reference UnitOfWork work) {
        super("pack-errors", "Pick and pack errors",
            "Errors that verification found when it was packed, by day, person and kind, and orders closed in spite of "
                + "a mismatch.",
            SCANS, profiles, work);
        this.packing = packing;
    }

    /** Sums of a group. */
    private static final class Sums {

        private long scans;
        private long wrongItem;
        private long tooMany;
        private long wrongLotOrBin;
        private long overrides;

        private void add(ScanFigure figure) {
            scans += figure.scans();
            wrongItem += figure.notInOrder();
            tooMany += figure.tooMany();
            wrongLotOrBin += figure.wrongLotOrBin();
            overrides += figure.overrides();
        }

        private void fill(Object[] cells, int from) {
            long errors = wrongItem + tooMany + wrongLotOrBin;
            Object[] own = { scans, wrongItem, tooMany, wrongLotOrBin, errors,
                Sample.percent(java.math.BigDecimal.valueOf(errors), java.math.BigDecimal.valueOf(scans), 2)
                    .orElse(null),
                overrides };
            System.arraycopy(own, 0, cells, from, own.length);
        }

    }

    @Override
    public Iterable<Object[]> rows(String dataSet, ReportArguments arguments, Progress progress) {
        ReportDays days = days(arguments);
        List<ScanFigure> figures = packing.scanFigures(days.from(), days.to());
        progress.check();
        Map<String, Sums> byDay = new TreeMap<>();
        Sums all = new Sums();
        for (ScanFigure figure : figures) {
            byDay.computeIfAbsent(figure.day().toString(), day -> new Sums()).add(figure);
            all.add(figure);
        }
        return figures.stream().map(figure -> {
            Object[] cells = new Object[SCANS.columns().size()];
            cells[0] = figure.day().toString();
            cells[1] = figure.user();
            Sums own = new Sums();
            own.add(figure);
            own.fill(cells, 2);
            byDay.getOrDefault(figure.day().toString(), own).fill(cells, 9);
            all.fill(cells, 16);
            cells[23] = "All days";
            // the newest day first
            cells[24] = -figure.day().toEpochDay();
            return cells;
        }).toList();
    }

}
