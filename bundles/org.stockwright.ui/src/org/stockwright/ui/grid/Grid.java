package org.stockwright.ui.grid;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

import org.eclipse.jface.action.IToolBarManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.nebula.widgets.nattable.config.ConfigRegistry;
import org.eclipse.nebula.widgets.nattable.config.DefaultNatTableStyleConfiguration;
import org.eclipse.nebula.widgets.nattable.data.IDataProvider;
import org.eclipse.nebula.widgets.nattable.filterrow.IFilterStrategy;
import org.eclipse.nebula.widgets.nattable.layer.LabelStack;
import org.eclipse.nebula.widgets.nattable.layer.event.ILayerEvent;
import org.eclipse.nebula.widgets.nattable.layer.event.RowStructuralRefreshEvent;
import org.eclipse.nebula.widgets.nattable.selection.command.SelectRowsCommand;
import org.eclipse.nebula.widgets.nattable.selection.event.ISelectionEvent;
import org.eclipse.nebula.widgets.nattable.sort.SortDirectionEnum;
import org.eclipse.nebula.widgets.nattable.sort.config.SingleClickSortConfiguration;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IWorkbenchPartSite;
import org.stockwright.ui.StockwrightHandler;
import org.stockwright.ui.internal.Messages;

/**
 * A grid of rows that only reads: filter row, sort, groups, frozen columns, multiple selection, column chooser, copy,
 * export, saved views. Used on the user interface's thread.
 *
 * <pre>
 * grid = new Grid&lt;&gt;(parent, "ledger.stock", StockColumns.all(), StockRow::balance);
 * grid.onOpen(row -&gt; ...);
 * grid.fillToolBar(getViewSite().getActionBars().getToolBarManager());
 * grid.provideSelection(getSite());
 * ...
 * Work.load(Messages.StockView_load, progress -&gt; stock.rows(query)).on(grid.control()).done(grid::setRows).start();
 * </pre>
 *
 * @param <T> a row
 */
public final class Grid<T> {

    private final String id;
    private final List<Column<T>> columns;
    private final Function<? super T, ?> key;
    private final Composite root;
    private final NatTable table;
    private final Label footer;
    private final GridLayers<T> layers;
    private final GridSort<T> sort;
    private final GridMenu<T> menu;
    private final GridSelection<T> selection;
    private final GridMemory<T> memory;
    private final RowLines<T> rowLines;
    private final List<Consumer<T>> openers = new ArrayList<>();
    private final List<Runnable> arrangedListeners = new ArrayList<>();
    private final Map<String, String> filters = new HashMap<>();
    private Lines<T> lines;
    private PagedLoader<T> loader;
    private Function<? super T, Mark> mark = row -> Mark.NONE;

    /**
     * An empty grid.
     *
     * @param parent has any layout; the grid is {@link #control()}
     * @param id under which its layouts are saved, unique in the product, for example {@code ledger.stock}
     * @param columns from left to right
     * @param key what makes a row the same after loading again, to keep it selected
     */
    public Grid(Composite parent, String id, List<Column<T>> columns, Function<? super T, ?> key) {
        this.id = id;
        this.columns = List.copyOf(columns);
        this.key = key;
        rowLines = new RowLines<>(columns);
        lines = rowLines;
        sort = new GridSort<>(this.columns, wanted -> query());
        root = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(root);
        ConfigRegistry registry = new ConfigRegistry();
        IFilterStrategy<T> strategy = this::filter;
        layers = new GridLayers<>(this.columns, new Cells(), this::label, sort, strategy, registry);
        layers.filterRow.setFilterRowVisible(false);
        table = new NatTable(root, NatTable.DEFAULT_STYLE_OPTIONS | SWT.BORDER, layers.top, false);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(table);
        table.setConfigRegistry(registry);
        table.addConfiguration(new DefaultNatTableStyleConfiguration());
        table.addConfiguration(new SingleClickSortConfiguration());
        table.addConfiguration(new GridStyle(table.getDisplay()));
        table.addConfiguration(new GridKeys(this::openAnchor, this::copy));
        table.configure();
        table.setBackground(table.getDisplay().getSystemColor(SWT.COLOR_LIST_BACKGROUND));
        footer = new Label(root, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).indent(6, 2).applyTo(footer);
        selection = new GridSelection<>(this);
        table.setData(StockwrightHandler.SELECTION, selection);
        menu = new GridMenu<>(this);
        GridArrangement.initial(this);
        table.addLayerListener(this::happened);
        GridAccessible.add(this);
        memory = new GridMemory<>(this);
        memory.start();
    }

    /** What a cell shows. */
    private final class Cells implements IDataProvider {

        @Override
        public Object getDataValue(int column, int row) {
            return row < lines.size() ? text(lines.line(row), columns.get(column)) : ""; //$NON-NLS-1$
        }

        @Override
        public void setDataValue(int column, int row, Object value) {
            throw new UnsupportedOperationException();
        }

        @Override
        public int getColumnCount() {
            return columns.size();
        }

        @Override
        public int getRowCount() {
            return lines.size();
        }

    }

    private String text(Line<T> line, Column<T> column) {
        return switch (line) {
            case Line.Row<T> row -> column.text(row.row());
            case Line.Loading<T> loading -> "\u2026"; //$NON-NLS-1$
            case Line.Group<T> group -> column == firstVisible() ? groupTitle(group)
                : group.sums().getOrDefault(column.id(), ""); //$NON-NLS-1$
        };
    }

    private static String groupTitle(Line.Group<?> group) {
        return "  ".repeat(group.path().size() - 1) + (group.collapsed() ? "\u25b8 " : "\u25be ") + group.label() //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
            + " (" + group.rows() + ')'; //$NON-NLS-1$
    }

    private Column<T> firstVisible() {
        int index = layers.hideShow.getColumnIndexByPosition(0);
        return columns.get(Math.max(0, index));
    }

    private void label(LabelStack stack, int column, int row) {
        if (columns.get(column).isNumber()) {
            stack.addLabel(GridStyle.NUMBER);
        }
        if (row >= lines.size()) {
            return;
        }
        switch (lines.line(row)) {
            case Line.Row<T> content -> {
                Mark its = mark.apply(content.row());
                if (its != Mark.NONE) {
                    stack.addLabel(its.name());
                }
            }
            case Line.Group<T> group -> stack.addLabelOnTop(GridStyle.GROUP);
            case Line.Loading<T> loading -> stack.addLabel(GridStyle.LOADING);
        }
    }

    /**
     * Shows these rows. What was selected stays selected and the row on top stays there, when they are still there; lines
     * that look as before are not painted.
     */
    public void setRows(List<T> rows) {
        replace(() -> {
            lines = rowLines;
            loader = null;
            rowLines.rows(rows);
        });
    }

    /** Replaces the lines and lets the user be where he was. */
    void replace(Runnable change) {
        if (table.isDisposed()) {
            return;
        }
        GridPlace<T> place = new GridPlace<>(this, key);
        change.run();
        place.restore();
        summarise();
    }

    /** Shows rows that are loaded as they come into sight, and counts them. */
    public void setPaged(PagedRows<T> source) {
        replace(() -> {
            loader = new PagedLoader<>(this, source);
            lines = loader.lines();
        });
        lines.query(currentQuery());
    }

    /** Counts and loads paged rows again, after a change; rows in memory are set by {@link #setRows} instead. */
    public void reload() {
        if (loader != null) {
            loader.reload();
        }
    }

    /** How rows stand out. */
    public void mark(Function<? super T, Mark> function) {
        mark = function;
    }

    /** Takes the row that was opened with Enter or a double click. */
    public void onOpen(Consumer<T> opener) {
        openers.add(opener);
    }

    /** Runs when other rows are selected. */
    public void onSelect(Consumer<List<T>> listener) {
        selection.listen(listener);
    }

    /** The rows that are selected, from top to bottom. */
    public List<T> selection() {
        return selection.rows();
    }

    /** Selects the rows with these keys, of those that are in memory. */
    public void select(Set<?> keys) {
        if (keys.isEmpty()) {
            return;
        }
        List<Integer> positions = new ArrayList<>();
        for (int i = 0; i < rowLines.size() && lines == rowLines; i++) {
            if (rowLines.line(i) instanceof Line.Row<T> row && keys.contains(key.apply(row.row()))) {
                positions.add(i);
            }
        }
        layers.selection.clear();
        if (!positions.isEmpty()) {
            int[] rows = positions.stream().mapToInt(Integer::intValue).toArray();
            layers.selection.doCommand(new SelectRowsCommand(layers.selection, 0, rows, false, true, rows[0]));
        }
    }

    private Set<Object> selectedKeys() {
        Set<Object> keys = new HashSet<>();
        selection.rows().forEach(row -> keys.add(key.apply(row)));
        return keys;
    }

    /** The menu on rows: put the commands of the view into it. */
    public MenuManager menu() {
        return menu.rows();
    }

    /** Makes the selection the part's, so that commands see it, and lets others contribute to the row menu. */
    public void provideSelection(IWorkbenchPartSite site) {
        site.setSelectionProvider(selection);
        site.registerContextMenu(id, menu.rows(), selection);
    }

    /** Puts filter, groups, columns, saved views and export into a part's tool bar. */
    public void fillToolBar(IToolBarManager bar) {
        new GridTools<>(this).fill(bar);
    }

    /** The widget, to lay out and to give the focus to. */
    public Control control() {
        return root;
    }

    /** The table itself, for tests. */
    public NatTable table() {
        return table;
    }

    /** Gives the focus to the rows. */
    public void setFocus() {
        table.setFocus();
    }

    /** Under which name its layouts are saved. */
    public String id() {
        return id;
    }

    /** The columns in the order of their declaration. */
    public List<Column<T>> columns() {
        return columns;
    }

    /** Shows or hides the row of filters; hiding clears them. */
    public void showFilters(boolean visible) {
        if (!visible && !filters.isEmpty()) {
            setFilters(Map.of());
        }
        layers.filterRow.setFilterRowVisible(visible);
        arranged();
    }

    /** Whether the row of filters is shown. */
    public boolean showsFilters() {
        return layers.filterRow.isFilterRowVisible();
    }

    /** Types these texts into the filter row, by column id. */
    public void setFilters(Map<String, String> wanted) {
        Map<Integer, Object> byIndex = new HashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            String text = wanted.get(columns.get(i).id());
            if (text != null && !text.isBlank()) {
                byIndex.put(i, text);
            }
        }
        layers.filterRow.getFilterRowDataLayer().getFilterRowDataProvider().setFilterIndexToObjectMap(byIndex);
        filter(byIndex);
    }

    private void filter(Map<Integer, Object> byIndex) {
        filters.clear();
        byIndex.forEach((index, text) -> {
            Column<T> column = columns.get(index);
            if (text != null && !text.toString().isBlank() && column.isFilterable()) {
                filters.put(column.id(), text.toString().strip());
            }
        });
        query();
    }

    /** What the user filtered and sorted by. */
    public GridQuery currentQuery() {
        return new GridQuery(filters, sort.current());
    }

    private void query() {
        Set<Object> selected = selectedKeys();
        lines.query(currentQuery());
        if (lines == rowLines) {
            changed();
            select(selected);
        }
        arranged();
    }

    /** Groups rows in memory by these columns; paged rows cannot be grouped. */
    public void groupBy(List<String> ids) {
        rowLines.groupBy(ids);
        changed();
        arranged();
    }

    void sortBy(int columnIndex, SortDirectionEnum direction) {
        sort.sort(columnIndex, direction, false);
        table.redraw();
    }

    /** What the rows are grouped by. */
    public List<String> groupBy() {
        return rowLines.groupBy();
    }

    /** Whether its rows can be grouped. */
    public boolean canGroup() {
        return loader == null;
    }

    /** How the user arranged it. */
    public GridState state() {
        return GridArrangement.read(this);
    }

    /** Arranges it as it was once; columns that it did not have then stay where they are. */
    public void apply(GridState state) {
        GridArrangement.write(this, state);
        setFilters(state.query().filters());
        if (!filters.isEmpty()) {
            layers.filterRow.setFilterRowVisible(true);
        }
        sort.set(state.query().sort());
        rowLines.groupBy(canGroup() ? state.groupBy() : List.of());
        query();
    }

    /** Copies the selected rows with their titles, as a spreadsheet takes them. */
    public void copy() {
        GridClipboard.copy(this);
    }

    /** How many rows there are, how many pass the filters and how many are selected, in one sentence. */
    public String summary() {
        return footer.getText();
    }

    GridLayers<T> layers() {
        return layers;
    }

    Lines<T> lines() {
        return lines;
    }

    GridMemory<T> memory() {
        return memory;
    }

    GridMenu<T> gridMenu() {
        return menu;
    }

    /** The rows to export and, while they are loaded, where from. */
    RowSource<T> rowSource() {
        return loader == null ? RowSource.of(rowLines.shown()) : loader.rowSource();
    }

    void onArranged(Runnable listener) {
        arrangedListeners.add(listener);
    }

    void arranged() {
        arrangedListeners.forEach(Runnable::run);
    }

    /** Paints all again: the same rows show other texts, because of something that the rows do not hold. */
    public void repaint() {
        table.redraw();
    }

    /** Other lines are shown now. */
    void changed() {
        if (!table.isDisposed()) {
            layers.data.fireLayerEvent(new RowStructuralRefreshEvent(layers.data));
            summarise();
        }
    }

    private void summarise() {
        int selected = layers.selection.getSelectedRowCount();
        String rows = loader != null ? rows(lines.size())
            : rowLines.matching() == rowLines.total() ? rows(rowLines.total())
                : Messages.bind(Messages.Grid_filtered, rowLines.matching(), rowLines.total());
        String text = selected > 1 ? Messages.bind(Messages.Grid_selected, rows, selected) : rows;
        if (!text.equals(footer.getText())) {
            footer.setText(text);
        }
    }

    private static String rows(int count) {
        return count == 1 ? Messages.Grid_row : Messages.bind(Messages.Grid_rows, count);
    }

    /** The selected rows are others, or have other contents. */
    void selectionChanged() {
        selection.changed();
    }

    private void happened(ILayerEvent event) {
        if (event instanceof ISelectionEvent) {
            summarise();
            selection.changed();
        } else if (GridArrangement.isArranging(event)) {
            arranged();
        }
    }

    /** Opens the row of the last click or key, or folds its group. */
    private void openAnchor() {
        var anchor = layers.selection.getSelectionAnchor();
        if (anchor.rowPosition < 0 || anchor.rowPosition >= lines.size()) {
            return;
        }
        switch (lines.line(anchor.rowPosition)) {
            case Line.Row<T> row -> openers.forEach(opener -> opener.accept(row.row()));
            case Line.Group<T> group -> {
                rowLines.toggle(group);
                changed();
            }
            case Line.Loading<T> loading -> {
                // nothing to open yet
            }
        }
    }

}
