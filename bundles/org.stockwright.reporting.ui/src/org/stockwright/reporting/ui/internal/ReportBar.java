package org.stockwright.reporting.ui.internal;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;

/** The viewer's tools: pages, run again, parameters, export. */
final class ReportBar {

    private static final int NUMBER_WIDTH = 46;

    /** What the tools do. */
    interface Actions {

        /** Shows a page, counted from 1. */
        void page(int number);

        /** Runs the report again with the same answers. */
        void runAgain();

        /** Stops a run that goes on. */
        void stop();

        /** Asks for other answers. */
        void parameters();

        /** Writes the report into a file. */
        void export();

        /** Shows the report in the system's program for PDF. */
        void open();

        /** What was typed is no page. */
        void noPage(String typed, int pages);

    }

    private final Actions actions;
    private final Pictures pictures;
    private final ToolItem first;
    private final ToolItem previous;
    private final ToolItem next;
    private final ToolItem last;
    private final ToolItem stop;
    private final ToolItem export;
    private final ToolItem open;
    private final Text number;
    private final Label of;
    private int page;
    private int pages;

    ReportBar(Composite parent, Actions actions) {
        this.actions = actions;
        Composite bar = new Composite(parent, SWT.NONE);
        pictures = new Pictures(bar);
        GridLayoutFactory.fillDefaults().numColumns(6).margins(4, 2).spacing(4, 0).applyTo(bar);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
        ToolBar back = tools(bar);
        first = tool(back, "first", Messages.Viewer_first, false, () -> actions.page(1)); //$NON-NLS-1$
        previous = tool(back, "previous", Messages.Viewer_previous, false, () -> turn(-1)); //$NON-NLS-1$
        Label label = new Label(bar, SWT.NONE);
        label.setText(Messages.Viewer_page);
        number = new Text(bar, SWT.BORDER | SWT.RIGHT);
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).hint(NUMBER_WIDTH, SWT.DEFAULT).applyTo(number);
        number.addListener(SWT.DefaultSelection, event -> typed());
        number.addListener(SWT.KeyDown, this::key);
        number.getAccessible().addAccessibleListener(new AccessibleAdapter() {

            @Override
            public void getName(AccessibleEvent event) {
                event.result = Messages.Viewer_page;
            }

        });
        of = new Label(bar, SWT.NONE);
        ToolBar forth = tools(bar);
        next = tool(forth, "next", Messages.Viewer_next, false, () -> turn(1)); //$NON-NLS-1$
        last = tool(forth, "last", Messages.Viewer_last, false, () -> actions.page(pages)); //$NON-NLS-1$
        ToolBar rest = tools(bar);
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.END, SWT.CENTER).applyTo(rest);
        stop = tool(rest, "stop", Messages.Viewer_stop, true, actions::stop); //$NON-NLS-1$
        tool(rest, "refresh", Messages.Viewer_refresh, true, actions::runAgain); //$NON-NLS-1$
        tool(rest, "parameters", Messages.Viewer_parameters, true, actions::parameters); //$NON-NLS-1$
        export = tool(rest, "export", Messages.Viewer_export, true, actions::export); //$NON-NLS-1$
        open = tool(rest, "open", Messages.Viewer_open, true, actions::open); //$NON-NLS-1$
        show(0, 0);
        running(false);
    }

    private static ToolBar tools(Composite bar) {
        ToolBar tools = new ToolBar(bar, SWT.FLAT | SWT.RIGHT);
        GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.CENTER).applyTo(tools);
        return tools;
    }

    private ToolItem tool(ToolBar tools, String picture, String name, boolean labelled, Runnable action) {
        ToolItem item = new ToolItem(tools, SWT.PUSH);
        item.setImage(pictures.get(picture));
        String plain = name.replace("&", ""); //$NON-NLS-1$ //$NON-NLS-2$
        item.setToolTipText(plain);
        if (labelled) {
            item.setText(plain);
        }
        item.addListener(SWT.Selection, event -> action.run());
        return item;
    }

    private void key(Event event) {
        if (event.keyCode == SWT.PAGE_DOWN || event.keyCode == SWT.PAGE_UP) {
            event.doit = false;
            turn(event.keyCode == SWT.PAGE_DOWN ? 1 : -1);
        }
    }

    private void turn(int by) {
        if (page + by >= 1 && page + by <= pages) {
            actions.page(page + by);
        }
    }

    private void typed() {
        String text = number.getText().strip();
        if (pages == 0) {
            return;
        }
        if (text.matches("\\d{1,9}") && Integer.parseInt(text) >= 1 && Integer.parseInt(text) <= pages) { //$NON-NLS-1$
            actions.page(Integer.parseInt(text));
        } else {
            actions.noPage(text, pages);
            show(page, pages);
        }
    }

    /** Shows where the viewer is; 0 pages mean that there is no report. */
    void show(int shown, int all) {
        page = shown;
        pages = all;
        number.setText(all == 0 ? "" : Integer.toString(shown)); //$NON-NLS-1$
        number.setEnabled(all > 0);
        of.setText(Messages.bind(Messages.Viewer_of, all));
        of.getParent().layout(true);
        first.setEnabled(shown > 1);
        previous.setEnabled(shown > 1);
        next.setEnabled(shown < all);
        last.setEnabled(shown < all);
        export.setEnabled(all > 0);
        open.setEnabled(all > 0);
    }

    /** How many pages there are. */
    int pages() {
        return pages;
    }

    /** Whether a run goes on that can be stopped. */
    void running(boolean goesOn) {
        stop.setEnabled(goesOn);
    }

    void setFocus() {
        if (!number.setFocus()) {
            number.getParent().setFocus();
        }
    }

}
