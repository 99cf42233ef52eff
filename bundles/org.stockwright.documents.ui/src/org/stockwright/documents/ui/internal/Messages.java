package org.stockwright.documents.ui.internal;

import org.eclipse.osgi.util.NLS;

/** The texts of this bundle. */
public final class Messages extends NLS {

    public static String Chain_line;
    public static String Chain_none;
    public static String Chain_reached;
    public static String Chain_soFar;
    public static String Chain_what;
    public static String Column_action;
    public static String Column_amount;
    public static String Column_at;
    public static String Column_currency;
    public static String Column_date;
    public static String Column_department;
    public static String Column_detail;
    public static String Column_due;
    public static String Column_entered;
    public static String Column_from;
    public static String Column_item;
    public static String Column_itemName;
    public static String Column_kind;
    public static String Column_line;
    public static String Column_lines;
    public static String Column_lot;
    public static String Column_note;
    public static String Column_number;
    public static String Column_open;
    public static String Column_partOf;
    public static String Column_partner;
    public static String Column_partnerName;
    public static String Column_place;
    public static String Column_price;
    public static String Column_priority;
    public static String Column_promised;
    public static String Column_quantity;
    public static String Column_reference;
    public static String Column_state;
    public static String Column_subject;
    public static String Column_target;
    public static String Column_task;
    public static String Column_total;
    public static String Column_unit;
    public static String Column_user;
    public static String Documents_anyState;
    public static String Documents_find;
    public static String Documents_findHint;
    public static String Documents_load;
    public static String Documents_more;
    public static String Documents_none;
    public static String Documents_noneFits;
    public static String Documents_noneOpen;
    public static String Documents_openOnly;
    public static String Documents_state;
    public static String Entry_add;
    public static String Entry_empty;
    public static String Entry_fill;
    public static String Entry_keep;
    public static String Entry_look;
    public static String Entry_post;
    public static String Entry_postTip;
    public static String Entry_postedWarnings;
    public static String Entry_posting;
    public static String Entry_problem;
    public static String Entry_read;
    public static String Entry_scan;
    public static String Files_attach;
    public static String Files_attached;
    public static String Files_attaching;
    public static String Files_name;
    public static String Files_save;
    public static String Files_saved;
    public static String Files_saving;
    public static String Files_select;
    public static String Files_size;
    public static String Files_type;
    public static String Finder_documents;
    public static String Finder_draft;
    public static String Finder_drafts;
    public static String Head_address;
    public static String Head_carrier;
    public static String Head_costCentre;
    public static String Head_department;
    public static String Head_revision;
    public static String Head_target;
    public static String Head_title;
    public static String Head_tracking;
    public static String Inbox_load;
    public static String Inbox_none;
    public static String Page_chain;
    public static String Page_copy;
    public static String Page_files;
    public static String Page_gone;
    public static String Page_lines;
    public static String Page_trail;
    public static String Reason_missing;
    public static String Reason_question;
    public static String Step_accepted;
    public static String Step_advised;
    public static String Step_allocated;
    public static String Step_cancelled;
    public static String Step_confirmed;
    public static String Step_invoiced;
    public static String Step_ordered;
    public static String Step_packed;
    public static String Step_picked;
    public static String Step_putAway;
    public static String Step_received;
    public static String Step_rejected;
    public static String Step_returned;
    public static String Step_shipped;
    public static String Step_short;
    public static String Trail_add;
    public static String Trail_adding;
    public static String Trail_note;

    static {
        NLS.initializeMessages("org.stockwright.documents.ui.internal.messages", Messages.class); //$NON-NLS-1$
    }

    private Messages() {
    }

}
