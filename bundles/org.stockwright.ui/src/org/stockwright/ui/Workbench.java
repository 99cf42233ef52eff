package org.stockwright.ui;

/** The places in the workbench that areas contribute to. */
@SuppressWarnings("nls")
public final class Workbench {

    /** The perspective of those who see and move stock. */
    public static final String STOCK_PERSPECTIVE = "org.stockwright.ui.perspective.stock";
    /** The perspective of those who look after the company's book. */
    public static final String ADMINISTRATION_PERSPECTIVE = "org.stockwright.ui.perspective.administration";
    /** The category that all our views stand in. */
    public static final String VIEW_CATEGORY = "org.stockwright.ui.views";
    /** The category that all our commands stand in. */
    public static final String COMMAND_CATEGORY = "org.stockwright.ui.commands";
    /** The menu of stock commands: {@code menu:org.stockwright.ui.menu.stock?after=additions}. */
    public static final String STOCK_MENU = "org.stockwright.ui.menu.stock";
    /** The menu of reports. */
    public static final String REPORTS_MENU = "org.stockwright.ui.menu.reports";
    /** The folder of views left of the editors, where trees and lists stand. */
    public static final String LEFT_FOLDER = "org.stockwright.ui.folder.left";
    /** The folder of views below the editors. */
    public static final String BOTTOM_FOLDER = "org.stockwright.ui.folder.bottom";
    /** The folder of views that take the place of the editors until one is opened. */
    public static final String MAIN_FOLDER = "org.stockwright.ui.folder.main";
    /** The system property that names the user interface's thread; the store refuses to work on it. */
    public static final String UI_THREAD_PROPERTY = "stockwright.ui.thread";

    private Workbench() {
    }

}
