package org.stockwright.exchange.ui.internal;

import org.eclipse.osgi.util.NLS;

/** This bundle's texts. */
final class Messages extends NLS {

    public static String Check_error;
    public static String Check_job;
    public static String Check_warning;
    public static String Export_csv;
    public static String Export_job;
    public static String Export_taken;
    public static String Export_takenHint;
    public static String Export_xlsx;
    public static String Import_done;
    public static String Import_doneWithout;
    public static String Import_job;
    public static String Import_read;
    public static String Import_stepFailed;
    public static String Import_title;
    public static String Import_titlePaste;
    public static String Map_columnIn;
    public static String Map_description;
    public static String Map_forget;
    public static String Map_forgetting;
    public static String Map_ignored;
    public static String Map_missing;
    public static String Map_more;
    public static String Map_nothing;
    public static String Map_optional;
    public static String Map_required;
    public static String Map_sample;
    public static String Map_save;
    public static String Map_saveAs;
    public static String Map_saveHint;
    public static String Map_saveName;
    public static String Map_saved;
    public static String Map_saving;
    public static String Map_skip;
    public static String Map_suggested;
    public static String Map_target;
    public static String Map_title;
    public static String Map_twice;
    public static String Map_using;
    public static String Paste_empty;
    public static String Paste_job;
    public static String Preview_again;
    public static String Preview_clean;
    public static String Preview_code;
    public static String Preview_column;
    public static String Preview_counts;
    public static String Preview_description;
    public static String Preview_errors;
    public static String Preview_errorsKeep;
    public static String Preview_first;
    public static String Preview_header;
    public static String Preview_keep;
    public static String Preview_kind;
    public static String Preview_line;
    public static String Preview_none;
    public static String Preview_notChecked;
    public static String Preview_problems;
    public static String Preview_saveBad;
    public static String Preview_savedBad;
    public static String Preview_title;
    public static String Preview_what;
    public static String Preview_writing;
    public static String Source_browse;
    public static String Source_clipboard;
    public static String Source_column;
    public static String Source_columns;
    public static String Source_description;
    public static String Source_descriptionPaste;
    public static String Source_file;
    public static String Source_filesAll;
    public static String Source_filesTables;
    public static String Source_kind;
    public static String Source_meaning;
    public static String Source_noFile;
    public static String Source_noKind;
    public static String Source_notFound;
    public static String Source_required;
    public static String Source_rows;
    public static String Source_title;
    public static String Source_yes;

    static {
        NLS.initializeMessages("org.stockwright.exchange.ui.internal.messages", Messages.class); //$NON-NLS-1$
    }

    private Messages() {
    }

}
