package org.stockwright.fulfilment.internal.reports;

import java.util.List;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.Progress;
import org.stockwright.catalog.CompanyProfiles;
import org.stockwright.fulfilment.FulfilmentFigures;
import org.stockwright.fulfilment.FulfilmentFigures.Direction;
import org.stockwright.fulfilment.FulfilmentFigures.ReturnFigure;
import org.stockwright.persistence.UnitOfWork;
import org.stockwright.reporting.spi.ReportArguments;
import org.stockwright.reporting.spi.ReportContribution;
import org.stockwright.reporting.spi.ReportDataSet;
import org.stockwright.reporting.spi.ReportDataSet.Column;
import org.stockwright.reporting.spi.ReportDays;

import static org.stockwright.reporting.spi.ReportDataSet.Type.DECIMAL;
import static org.stockwright.reporting.spi.ReportDataSet.Type.INTEGER;
import static org.stockwright.reporting.spi.ReportDataSet.Type.TEXT;

/** What came back and went back, and why. */
@Component(service = ReportContribution.class)
public final class ReturnsReport extends FiguresReport {

    private static final ReportDataSet RETURNS = new ReportDataSet("returns",
        List.of(new Column("direction", TEXT), new Column("reason", TEXT), new Column("partner", TEXT),
            new Column("partner_name", TEXT), new Column("item", TEXT), new Column("name", TEXT),
            new Column("returns", INTEGER), new Column("quantity", DECIMAL), new Column("unit", TEXT),
            Column.layout("scale", INTEGER), Column.layout("decimals", INTEGER)));

    private final FulfilmentFigures figures;

    /** Rows come from these services. */
    @Activate
    public ReturnsReport(@Reference FulfilmentFigures figures, @Reference CompanyProfiles profiles,
        @Reference UnitOfWork work) {
        super("returns", "Returns by reason", "What customers sent back and what went back to suppliers, by reason, "
            + "partner and item.", RETURNS, profiles, work);
        this.figures = figures;
    }

    @Override
    public Iterable<Object[]> rows(String dataSet, ReportArguments arguments, Progress progress) {
        ReportDays days = days(arguments);
        return figures.returns(days.from(), days.to()).stream().map(ReturnsReport::cells).toList();
    }

    private static Object[] cells(ReturnFigure one) {
        return new Object[] { one.direction() == Direction.FROM_CUSTOMER ? "From customers" : "To suppliers",
            one.reason().isEmpty() ? "Without a reason" : one.reason(), one.partner(), one.partnerName(), one.item(),
            one.itemName(), (long) one.returns(), one.quantity().amount(), one.quantity().unit().code(),
            (long) one.quantity().unit().scale(), 0L };
    }

}
