package org.stockwright.ledger.ui.internal.item;

import java.text.SimpleDateFormat;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TimeZone;

import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swtchart.Chart;
import org.eclipse.swtchart.IAxis;
import org.eclipse.swtchart.ILineSeries;
import org.eclipse.swtchart.ILineSeries.PlotSymbolType;
import org.eclipse.swtchart.ISeries.SeriesType;
import org.eclipse.swtchart.Range;
import org.eclipse.ui.IWorkbenchPartSite;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.ItemId;
import org.stockwright.catalog.Item;
import org.stockwright.catalog.ui.ItemPage;
import org.stockwright.ledger.Stock;
import org.stockwright.ledger.Stock.Contribution;
import org.stockwright.ledger.StockQuery;
import org.stockwright.ledger.StockQuery.Grouping;
import org.stockwright.ledger.ui.Zones;
import org.stockwright.ledger.ui.internal.Messages;
import org.stockwright.ui.Notices;
import org.stockwright.ui.Work;

/** An item's stock over time, as steps: stock does not glide from one figure to the next. */
@Component
public final class ChartPage implements ItemPage {

    private static final String SERIES = "onHand"; //$NON-NLS-1$

    private final Stock stock;

    /** Asks this stock. */
    @Activate
    public ChartPage(@Reference Stock stock) {
        this.stock = stock;
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public String title() {
        return Messages.Page_chart;
    }

    @Override
    public View create(Composite parent, IWorkbenchPartSite site, Notices notices) {
        return new Page(parent, notices);
    }

    private final class Page implements View {

        private final Notices notices;
        private final Chart chart;
        private Optional<ItemId> item = Optional.empty();
        private List<Contribution> rows = List.of();

        Page(Composite parent, Notices notices) {
            this.notices = notices;
            chart = new Chart(parent, SWT.NONE);
            chart.getLegend().setVisible(false);
            colour();
        }

        /** The theme's own colours, so that the chart can be read in the dark, too. */
        private void colour() {
            Display display = chart.getDisplay();
            Color front = display.getSystemColor(SWT.COLOR_LIST_FOREGROUND);
            Color back = display.getSystemColor(SWT.COLOR_LIST_BACKGROUND);
            chart.setBackground(back);
            chart.getPlotArea().setBackground(back);
            chart.getTitle().setForeground(front);
            for (IAxis axis : chart.getAxisSet().getAxes()) {
                axis.getTick().setForeground(front);
                axis.getTitle().setForeground(front);
                axis.getGrid().setForeground(display.getSystemColor(SWT.COLOR_WIDGET_NORMAL_SHADOW));
            }
            chart.getAxisSet().getXAxis(0).getTitle().setVisible(false);
            SimpleDateFormat days = new SimpleDateFormat("yyyy-MM-dd", Locale.ROOT); //$NON-NLS-1$
            days.setTimeZone(TimeZone.getTimeZone(Zones.current()));
            chart.getAxisSet().getXAxis(0).getTick().setFormat(days);
        }

        @Override
        public void show(Item shown) {
            Work.load(Messages.Chart_load, progress -> stock.explain(StockQuery.of(shown.id(), Grouping.ITEM)))
                .on(chart).with(notices).quietly().done(found -> show(shown, found)).start();
        }

        /** The same movements make the same picture: it is not drawn again because something else was posted. */
        private void show(Item shown, List<Contribution> found) {
            if (item.filter(shown.id()::equals).isEmpty() || !rows.equals(found)) {
                item = Optional.of(shown.id());
                rows = List.copyOf(found);
                draw(shown);
            }
        }

        private void draw(Item shown) {
            chart.getTitle().setText(rows.isEmpty() ? Messages.Chart_none : Messages.Chart_title);
            chart.getAxisSet().getYAxis(0).getTitle().setText(NLS.bind(Messages.Chart_axis, shown.unit().code()));
            if (chart.getSeriesSet().getSeries(SERIES) != null) {
                chart.getSeriesSet().deleteSeries(SERIES);
            }
            if (!rows.isEmpty()) {
                ILineSeries<?> line = (ILineSeries<?>) chart.getSeriesSet().createSeries(SeriesType.LINE, SERIES);
                line.setXDateSeries(
                    rows.stream().map(row -> Date.from(row.movement().effective())).toArray(Date[]::new));
                // A picture needs no exact numbers.
                line.setYSeries(rows.stream().mapToDouble(row -> row.running().amount().doubleValue()).toArray());
                line.enableStep(true);
                line.enableArea(true);
                line.setSymbolType(PlotSymbolType.NONE);
                line.setLineColor(chart.getDisplay().getSystemColor(SWT.COLOR_LIST_SELECTION));
                chart.getAxisSet().adjustRange();
                fromZero(chart.getAxisSet().getYAxis(0));
            }
            chart.redraw();
        }

        /** An area that does not begin at nothing would make small differences look large. */
        private static void fromZero(IAxis axis) {
            Range range = axis.getRange();
            axis.setRange(new Range(Math.min(0, range.lower), Math.max(range.upper, 1)));
        }

        @Override
        public void setFocus() {
            chart.setFocus();
        }

    }

}
