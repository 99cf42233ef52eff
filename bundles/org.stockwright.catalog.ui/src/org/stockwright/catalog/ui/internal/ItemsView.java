package org.stockwright.catalog.ui.internal;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.eclipse.swt.widgets.Composite;
import org.stockwright.base.ChangeListener.Topic;
import org.stockwright.catalog.ItemRow;
import org.stockwright.catalog.Items;
import org.stockwright.ui.StockwrightView;
import org.stockwright.ui.Work;
import org.stockwright.ui.grid.Column;
import org.stockwright.ui.grid.Grid;
import org.stockwright.ui.grid.Mark;
import org.stockwright.ui.scan.ScanFeedback;
import org.stockwright.ui.scan.ScanTarget;

/** All items. */
public final class ItemsView extends StockwrightView implements ScanTarget {

    private Grid<ItemRow> grid;

    @SuppressWarnings("nls")
    private static List<Column<ItemRow>> columns() {
        return List.of(
            Column.<ItemRow>text("item", Messages.Items_code, ItemRow::code).width(14),
            Column.<ItemRow>text("name", Messages.Items_name, ItemRow::name).width(34),
            Column.<ItemRow>text("category", Messages.Items_category, ItemRow::category).width(24),
            Column.<ItemRow>text("unit", Messages.Items_unit, row -> row.unit().code()).width(7),
            Column.<ItemRow>text("roles", Messages.Items_roles, row -> String.join(", ", new TreeSet<>(row.roles())))
                .width(14),
            Column.<ItemRow>text("tracking", Messages.Items_tracking, row -> Trackings.title(row.tracking()))
                .width(14),
            Column.<ItemRow>number("cost", Messages.Items_cost, row -> money(row.standardCost())).width(15),
            Column.<ItemRow>number("price", Messages.Items_price, row -> money(row.listPrice())).width(11),
            Column.<ItemRow>number("safety", Messages.Items_safety, row -> row.safetyStock().orElse(null)).width(14),
            Column.<ItemRow>number("reorder", Messages.Items_reorder, row -> row.reorderPoint().orElse(null))
                .width(15),
            Column.<ItemRow>text("active", Messages.Items_active,
                row -> row.active() ? Messages.Items_yes : Messages.Items_no).width(8),
            Column.<ItemRow>text("lock", Messages.Items_lock, ItemRow::lockReason).width(14).hidden());
    }

    /** Prices show at least two decimals, as people write them. */
    private static BigDecimal money(Optional<BigDecimal> amount) {
        return amount.map(exact -> exact.setScale(Math.max(2, exact.stripTrailingZeros().scale()))).orElse(null);
    }

    @Override
    protected List<Class<?>> needs() {
        return List.of(Items.class);
    }

    @Override
    protected Set<Topic> topics() {
        return Set.of(Topic.ITEMS);
    }

    @Override
    protected void createContent(Composite parent) {
        grid = new Grid<>(parent, "catalog.items", columns(), ItemRow::id); //$NON-NLS-1$
        grid.mark(row -> row.active() ? row.lockReason().isEmpty() ? Mark.NONE : Mark.WARNING : Mark.DIMMED);
        grid.onOpen(row -> ItemEditor.open(getSite().getPage(), row.id(), row.code()));
        grid.provideSelection(getSite());
        grid.fillToolBar(getViewSite().getActionBars().getToolBarManager());
    }

    @Override
    protected void refresh() {
        service(Items.class).ifPresent(items -> Work.load(Messages.Items_load, progress -> items.list())
            .on(grid.control()).with(notices()).quietly().done(grid::setRows).start());
    }

    /** A scanned item is opened. */
    @Override
    public void scanned(String code, ScanFeedback feedback) {
        service(Items.class).ifPresent(items -> Work.request(Messages.Items_load, progress -> items.resolve(code))
            .on(grid.control()).quietly().done(match -> {
                feedback.good();
                ItemEditor.open(getSite().getPage(), match.item(), match.code());
            }).refused(refusals -> {
                feedback.bad();
                notices().refused(refusals);
            }).start());
    }

    @Override
    protected void focusContent() {
        grid.setFocus();
    }

}
