package org.stockwright.service.ui.internal;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

/** The parts that pages of the service desk are put together of. */
public final class Panes {

    private Panes() {
    }

    /** A part with a bar above what it shows: things stand below each other. */
    public static Composite part(Composite parent) {
        Composite part = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(part);
        return part;
    }

    /** Where a grid fills the rest of a {@link #part}. */
    public static Composite rows(Composite part) {
        Composite rows = new Composite(part, SWT.NONE);
        rows.setLayout(new FillLayout());
        GridDataFactory.fillDefaults().grab(true, true).applyTo(rows);
        return rows;
    }

    /** Another tab. */
    public static CTabItem tab(CTabFolder tabs, String title, Control control) {
        CTabItem tab = new CTabItem(tabs, SWT.NONE);
        tab.setText(title);
        tab.setControl(control);
        return tab;
    }

}
