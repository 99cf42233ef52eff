package org.stockwright.reporting.ui.internal;

import org.eclipse.osgi.util.NLS;

/** This bundle's texts. */
final class Messages extends NLS {

    public static String Export_done;
    public static String Export_job;
    public static String Export_replace;
    public static String Export_title;
    public static String Menu_none;
    public static String Menu_report;
    public static String Menu_unknown;
    public static String Open_job;
    public static String Open_noFolder;
    public static String Open_noProgram;
    public static String Parameters_beginning;
    public static String Parameters_item;
    public static String Parameters_label;
    public static String Parameters_labelRequired;
    public static String Parameters_load;
    public static String Parameters_missing;
    public static String Parameters_noChoice;
    public static String Parameters_noInstant;
    public static String Parameters_now;
    public static String Parameters_place;
    public static String Parameters_run;
    public static String Parameters_title;
    public static String Viewer_close;
    public static String Viewer_export;
    public static String Viewer_first;
    public static String Viewer_last;
    public static String Viewer_next;
    public static String Viewer_noBrowser;
    public static String Viewer_noPage;
    public static String Viewer_of;
    public static String Viewer_open;
    public static String Viewer_page;
    public static String Viewer_pageJob;
    public static String Viewer_parameters;
    public static String Viewer_preparing;
    public static String Viewer_previous;
    public static String Viewer_refresh;
    public static String Viewer_run;
    public static String Viewer_stop;
    public static String Viewer_stopped;

    static {
        NLS.initializeMessages("org.stockwright.reporting.ui.internal.messages", Messages.class); //$NON-NLS-1$
    }

    private Messages() {
    }

}
