package org.stockwright.ledger.ui.internal;

import org.eclipse.osgi.util.NLS;

/** The texts of this bundle. */
public final class Messages extends NLS {

    public static String Chart_axis;
    public static String Chart_load;
    public static String Chart_none;
    public static String Chart_title;
    public static String Column_available;
    public static String Column_category;
    public static String Column_delta;
    public static String Column_effective;
    public static String Column_from;
    public static String Column_handlingUnit;
    public static String Column_item;
    public static String Column_itemName;
    public static String Column_key;
    public static String Column_kind;
    public static String Column_location;
    public static String Column_lot;
    public static String Column_number;
    public static String Column_onHand;
    public static String Column_owner;
    public static String Column_quantity;
    public static String Column_reason;
    public static String Column_recorded;
    public static String Column_reference;
    public static String Column_reserved;
    public static String Column_running;
    public static String Column_seq;
    public static String Column_status;
    public static String Column_to;
    public static String Column_unitCost;
    public static String Column_user;
    public static String Document_heading;
    public static String Document_reversed;
    public static String Document_reverses;
    public static String Entry_add;
    public static String Entry_check;
    public static String Entry_column_from;
    public static String Entry_column_item;
    public static String Entry_column_line;
    public static String Entry_column_lot;
    public static String Entry_column_problem;
    public static String Entry_column_quantity;
    public static String Entry_column_reason;
    public static String Entry_column_to;
    public static String Entry_column_unit;
    public static String Entry_date;
    public static String Entry_date_hint;
    public static String Entry_empty;
    public static String Entry_keep;
    public static String Entry_kind;
    public static String Entry_note;
    public static String Entry_post;
    public static String Entry_posted;
    public static String Entry_posted_one;
    public static String Entry_posted_warnings;
    public static String Entry_posting;
    public static String Entry_preview;
    public static String Entry_preview_line;
    public static String Entry_previewing;
    public static String Entry_read;
    public static String Entry_reference;
    public static String Entry_remove;
    public static String Entry_repeated;
    public static String Entry_title_adjust;
    public static String Entry_title_issue;
    public static String Entry_title_opening;
    public static String Entry_title_receipt;
    public static String Entry_title_return_in;
    public static String Entry_title_return_out;
    public static String Entry_title_scrap;
    public static String Entry_title_status;
    public static String Entry_title_transfer;
    public static String Entry_unknown;
    public static String Finder_documents;
    public static String Finder_draft;
    public static String Finder_drafts;
    public static String Finder_locations;
    public static String Instant_asOf;
    public static String Instant_asOf_tip;
    public static String Instant_bad;
    public static String Instant_knownAt;
    public static String Instant_knownAt_tip;
    public static String Instant_now;
    public static String Ledger_load;
    public static String Locations_load;
    public static String Locations_lock;
    public static String Locations_lock_reason;
    public static String Locations_lock_title;
    public static String Locations_locked;
    public static String Locations_locking;
    public static String Locations_new;
    public static String Locations_new_code;
    public static String Locations_new_hint;
    public static String Locations_new_kind;
    public static String Locations_new_name;
    public static String Locations_new_parent;
    public static String Locations_saved;
    public static String Locations_saving;
    public static String Locations_unlock;
    public static String Page_chart;
    public static String Page_movements;
    public static String Page_stock;
    public static String Page_stock_total;
    public static String Page_why;
    public static String Reverse_done;
    public static String Reverse_nothing;
    public static String Reverse_question;
    public static String Reverse_title;
    public static String Reverse_working;
    public static String Stock_all;
    public static String Stock_at;
    public static String Stock_by_balance;
    public static String Stock_by_item;
    public static String Stock_by_location;
    public static String Stock_by_lot;
    public static String Stock_grouping;
    public static String Stock_load;
    public static String Why_empty;
    public static String Why_heading;
    public static String Why_load;
    public static String Why_title;

    static {
        NLS.initializeMessages("org.stockwright.ledger.ui.internal.messages", Messages.class); //$NON-NLS-1$
    }

    private Messages() {
    }

}
    public static String Why_nothing;
