package org.stockwright.fulfilment.internal.reports;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.Progress;
import org.stockwright.catalog.CompanyProfiles;
import org.stockwright.fulfilment.FulfilmentFigures;
import org.stockwright.fulfilment.FulfilmentFigures.Service;
import org.stockwright.persistence.UnitOfWork;
import org.stockwright.reporting.spi.ReportArguments;
import org.stockwright.reporting.spi.ReportContribution;
import org.stockwright.reporting.spi.ReportDataSet;
import org.stockwright.reporting.spi.ReportDataSet.Column;
import org.stockwright.reporting.spi.ReportDays;

import static org.stockwright.reporting.spi.ReportDataSet.Type.DECIMAL;
import static org.stockwright.reporting.spi.ReportDataSet.Type.INTEGER;
import static org.stockwright.reporting.spi.ReportDataSet.Type.TEXT;

/** Fill rates and order cycle times by customer. */
@Component(service = ReportContribution.class)
public final class OrderServiceReport extends FiguresReport {

    private static final List<Column> FIGURES = List.of(new Column("orders", INTEGER),
        new Column("order_fill", DECIMAL), new Column("lines", INTEGER), new Column("line_fill", DECIMAL),
        new Column("wanted", DECIMAL), new Column("filled", DECIMAL), new Column("unit_fill", DECIMAL),
        new Column("completed", INTEGER), new Column("cycle_mean", DECIMAL), new Column("cycle_deviation", DECIMAL),
        new Column("cycle_longest", DECIMAL));

    private static final ReportDataSet CUSTOMERS = new ReportDataSet("customers", columns());

    private final FulfilmentFigures figures;

    /** Rows come from these services. */
    @Activate
    public OrderServiceReport(@Reference FulfilmentFigures figures, @Reference CompanyProfiles profiles,
        @Reference UnitOfWork work) {
        super("order-service", "Fill rate and order cycle time",
            "How much of what customers wanted left from stock in time, and how long orders took, by customer.",
            CUSTOMERS, profiles, work);
        this.figures = figures;
    }

    private static List<Column> columns() {
        List<Column> columns = new ArrayList<>(List.of(new Column("customer", TEXT), new Column("name", TEXT)));
        columns.addAll(FIGURES);
        FIGURES.forEach(one -> columns.add(Column.layout("all_" + one.name(), one.type())));
        columns.add(Column.layout("total", TEXT));
        return columns;
    }

    @Override
    public Iterable<Object[]> rows(String dataSet, ReportArguments arguments, Progress progress) {
        ReportDays days = days(arguments);
        List<Service> all = figures.service(days.from(), days.to(), Optional.empty());
        return all.stream().filter(one -> !one.customer().isEmpty()).map(one -> {
            List<Object> cells = new ArrayList<>(List.of(one.customer(), one.name()));
            cells.addAll(figures(one));
            cells.addAll(figures(all.getLast()));
            cells.add("All customers");
            return cells.toArray();
        }).toList();
    }

    private static List<Object> figures(Service one) {
        return Arrays.asList((long) one.orders(), one.orderFill().orElse(null), (long) one.lines(),
            one.lineFill().orElse(null), one.wanted(), one.filled(), one.unitFill().orElse(null),
            (long) one.cycle().values().size(), one.cycle().mean(Service.DECIMALS).orElse(null),
            one.cycle().deviation(Service.DECIMALS).orElse(null),
            one.cycle().largest().map(days -> days.setScale(Service.DECIMALS, java.math.RoundingMode.HALF_UP))
                .orElse(null));
    }

}
