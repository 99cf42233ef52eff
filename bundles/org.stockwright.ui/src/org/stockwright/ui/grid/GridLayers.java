package org.stockwright.ui.grid;

import java.util.List;

import org.eclipse.nebula.widgets.nattable.config.IConfigRegistry;
import org.eclipse.nebula.widgets.nattable.data.IDataProvider;
import org.eclipse.nebula.widgets.nattable.filterrow.FilterRowHeaderComposite;
import org.eclipse.nebula.widgets.nattable.filterrow.IFilterStrategy;
import org.eclipse.nebula.widgets.nattable.freeze.CompositeFreezeLayer;
import org.eclipse.nebula.widgets.nattable.freeze.FreezeLayer;
import org.eclipse.nebula.widgets.nattable.grid.GridRegion;
import org.eclipse.nebula.widgets.nattable.grid.data.DefaultColumnHeaderDataProvider;
import org.eclipse.nebula.widgets.nattable.grid.layer.ColumnHeaderLayer;
import org.eclipse.nebula.widgets.nattable.grid.layer.DefaultColumnHeaderDataLayer;
import org.eclipse.nebula.widgets.nattable.hideshow.ColumnHideShowLayer;
import org.eclipse.nebula.widgets.nattable.layer.CompositeLayer;
import org.eclipse.nebula.widgets.nattable.layer.DataLayer;
import org.eclipse.nebula.widgets.nattable.layer.LabelStack;
import org.eclipse.nebula.widgets.nattable.layer.cell.IConfigLabelAccumulator;
import org.eclipse.nebula.widgets.nattable.reorder.ColumnReorderLayer;
import org.eclipse.nebula.widgets.nattable.selection.SelectionLayer;
import org.eclipse.nebula.widgets.nattable.selection.config.RowOnlySelectionConfiguration;
import org.eclipse.nebula.widgets.nattable.sort.ISortModel;
import org.eclipse.nebula.widgets.nattable.sort.SortHeaderLayer;
import org.eclipse.nebula.widgets.nattable.viewport.ViewportLayer;

/** The stack of NatTable layers below a grid, from the lines up to the frozen, filtered, sortable picture. */
final class GridLayers<T> {

    final DataLayer data;
    final ColumnReorderLayer reorder;
    final ColumnHideShowLayer hideShow;
    final SelectionLayer selection;
    final ViewportLayer viewport;
    final FreezeLayer freeze;
    final CompositeFreezeLayer body;
    final DataLayer headerData;
    final ColumnHeaderLayer header;
    final FilterRowHeaderComposite<T> filterRow;
    final CompositeLayer top;

    GridLayers(List<Column<T>> columns, IDataProvider cells, IConfigLabelAccumulator labels, ISortModel sort,
        IFilterStrategy<T> filter, IConfigRegistry registry) {
        data = new DataLayer(cells);
        data.setConfigLabelAccumulator((LabelStack stack, int column, int row) -> {
            labels.accumulateConfigLabels(stack, column, row);
        });
        reorder = new ColumnReorderLayer(data);
        hideShow = new ColumnHideShowLayer(reorder);
        selection = new SelectionLayer(hideShow);
        selection.addConfiguration(new RowOnlySelectionConfiguration());
        viewport = new ViewportLayer(selection);
        freeze = new FreezeLayer(selection);
        body = new CompositeFreezeLayer(freeze, viewport, selection);

        String[] titles = columns.stream().map(Column::label).toArray(String[]::new);
        IDataProvider titleProvider = new DefaultColumnHeaderDataProvider(titles);
        headerData = new DefaultColumnHeaderDataLayer(titleProvider);
        headerData.setConfigLabelAccumulator((stack, column, row) -> {
            if (columns.get(column).isNumber()) {
                stack.addLabelOnTop(GridStyle.NUMBER_TITLE);
            }
        });
        header = new ColumnHeaderLayer(headerData, body, selection);
        SortHeaderLayer<T> sortHeader = new SortHeaderLayer<>(header, sort, false);
        filterRow = new FilterRowHeaderComposite<>(filter, sortHeader, titleProvider, registry);
        top = new CompositeLayer(1, 2);
        top.setChildLayer(GridRegion.COLUMN_HEADER, filterRow, 0, 0);
        top.setChildLayer(GridRegion.BODY, body, 0, 1);
    }

}
