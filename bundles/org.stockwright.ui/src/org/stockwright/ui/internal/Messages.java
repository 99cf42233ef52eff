package org.stockwright.ui.internal;

import org.eclipse.osgi.util.NLS;

/** This bundle's texts. */
public final class Messages extends NLS {

    public static String Application_layout;
    public static String Application_running;
    public static String Application_title;
    public static String CodeField_failed;
    public static String CodeField_none;
    public static String CodeField_search;
    public static String CodeField_several;
    public static String Editor_cancel;
    public static String Editor_dontSave;
    public static String Editor_save;
    public static String Editor_saveQuestion;
    public static String Editor_saveTitle;
    public static String Grid_columns;
    public static String Grid_copy;
    public static String Grid_counting;
    public static String Grid_export;
    public static String Grid_exportAs;
    public static String Grid_exported;
    public static String Grid_filter;
    public static String Grid_filterHelp;
    public static String Grid_filtered;
    public static String Grid_freezeHere;
    public static String Grid_group;
    public static String Grid_groupBy;
    public static String Grid_hide;
    public static String Grid_loading;
    public static String Grid_noGroups;
    public static String Grid_row;
    public static String Grid_rows;
    public static String Grid_selected;
    public static String Grid_sortDown;
    public static String Grid_sortUp;
    public static String Grid_unfreeze;
    public static String Grid_ungroup;
    public static String Grid_viewDelete;
    public static String Grid_viewName;
    public static String Grid_viewNoName;
    public static String Grid_viewReset;
    public static String Grid_viewSave;
    public static String Grid_views;
    public static String Master_add;
    public static String Master_addTip;
    public static String Master_changedHint;
    public static String Master_discard;
    public static String Master_discardTip;
    public static String Master_import;
    public static String Master_importTip;
    public static String Master_keys;
    public static String Master_keysFixed;
    public static String Master_load;
    public static String Master_meaning;
    public static String Master_problem;
    public static String Master_readOnly;
    public static String Master_redo;
    public static String Master_redoTip;
    public static String Master_remove;
    public static String Master_removeTip;
    public static String Master_saveFirst;
    public static String Master_saved;
    public static String Master_saving;
    public static String Master_setting;
    public static String Master_undo;
    public static String Master_undoTip;
    public static String Master_value;
    public static String Menu_edit;
    public static String Menu_file;
    public static String Menu_help;
    public static String Menu_perspectives;
    public static String Menu_reports;
    public static String Menu_stock;
    public static String Menu_views;
    public static String Menu_window;
    public static String NoticePopups_done;
    public static String NoticePopups_failed;
    public static String NoticePopups_refused;
    public static String NoticeStrip_close;
    public static String NoticeStrip_more;
    public static String PartFrame_asOf;
    public static String PartFrame_nobody;
    public static String PartFrame_nothingOpen;
    public static String PartFrame_signIn;
    public static String PartFrame_welcome;
    public static String ScanLamp_bad;
    public static String ScanLamp_good;
    public static String ScanLamp_name;
    public static String ScanPreferencePage_description;
    public static String ScanPreferencePage_gap;
    public static String ScanPreferencePage_prefix;
    public static String ScanPreferencePage_shortest;
    public static String ScanPreferencePage_suffix;
    public static String WindowAdvisor_reset;
    public static String WindowState_setAside;
    public static String WindowState_unreadable;
    public static String Work_failed;

    static {
        NLS.initializeMessages("org.stockwright.ui.internal.messages", Messages.class); //$NON-NLS-1$
    }

    private Messages() {
    }

}
