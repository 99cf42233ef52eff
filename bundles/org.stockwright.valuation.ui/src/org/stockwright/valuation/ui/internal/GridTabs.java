package org.stockwright.valuation.ui.internal;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.jface.action.ToolBarManager;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.stockwright.ui.grid.Grid;

/** Grids in tabs. The tools of the grid in front stand at the end of a line of fields above them. */
public final class GridTabs {

    private final StackLayout front = new StackLayout();
    private final Composite tools;
    private final CTabFolder folder;
    private final List<Grid<?>> grids = new ArrayList<>();
    private final List<Control> bars = new ArrayList<>();

    /**
     * No tabs yet.
     *
     * @param header the line of fields, whose last child the tools become; has a {@code GridLayout}
     * @param body what the tabs fill; has a {@code GridLayout}
     */
    public GridTabs(Composite header, Composite body) {
        tools = new Composite(header, SWT.NONE);
        tools.setLayout(front);
        GridDataFactory.fillDefaults().align(SWT.END, SWT.CENTER).grab(true, false).applyTo(tools);
        folder = new CTabFolder(body, SWT.BOTTOM | SWT.FLAT);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(folder);
        folder.addListener(SWT.Selection, event -> toFront());
    }

    /** A tab; the page has a {@code GridLayout} of one column. */
    public Composite page(String title) {
        Composite page = new Composite(folder, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(page);
        CTabItem tab = new CTabItem(folder, SWT.NONE);
        tab.setText(title);
        tab.setControl(page);
        return page;
    }

    /** The grid of the page that was made last. */
    public void add(Grid<?> grid) {
        ToolBarManager bar = new ToolBarManager(SWT.FLAT);
        bars.add(bar.createControl(tools));
        grids.add(grid);
        grid.fillToolBar(bar);
        bar.update(true);
        tools.addDisposeListener(event -> bar.dispose());
        if (grids.size() == 1) {
            select(0);
        }
    }

    /** Brings a tab to the front, counted from 0. */
    public void select(int index) {
        folder.setSelection(index);
        toFront();
    }

    private void toFront() {
        front.topControl = bars.get(folder.getSelectionIndex());
        tools.layout();
    }

    /** Which tab is in front, counted from 0. */
    public int selected() {
        return folder.getSelectionIndex();
    }

    /** Gives the focus to the grid in front. */
    public void setFocus() {
        grids.get(selected()).setFocus();
    }

    /** The widget. */
    public Control control() {
        return folder;
    }

}
