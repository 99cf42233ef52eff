package org.stockwright.catalog.ui.internal;

import org.eclipse.osgi.util.NLS;

/** The texts of this bundle. */
public final class Messages extends NLS {

    public static String Addresses_empty;
    public static String Addresses_explanation;
    public static String Addresses_of;
    public static String Addresses_self;
    public static String Addresses_title;
    public static String Breaks_empty;
    public static String Breaks_explanation;
    public static String Breaks_page;
    public static String Finder_items;
    public static String Form_active;
    public static String Form_aliases;
    public static String Form_aliases_hint;
    public static String Form_barcodes;
    public static String Form_barcodes_hint;
    public static String Form_category;
    public static String Form_code;
    public static String Form_cost;
    public static String Form_days;
    public static String Form_description;
    public static String Form_general;
    public static String Form_identification;
    public static String Form_name;
    public static String Form_packs;
    public static String Form_packs_hint;
    public static String Form_planning;
    public static String Form_price;
    public static String Form_reorder;
    public static String Form_roles;
    public static String Form_roles_hint;
    public static String Form_safety;
    public static String Form_shelf;
    public static String Form_tracking;
    public static String Form_tracking_lot;
    public static String Form_tracking_none;
    public static String Form_tracking_serial;
    public static String Form_unit;
    public static String Handling_abc;
    public static String Handling_commodity;
    public static String Handling_commodity_hint;
    public static String Handling_days;
    public static String Handling_hazard;
    public static String Handling_hazard_hint;
    public static String Handling_load;
    public static String Handling_origin;
    public static String Handling_origin_hint;
    public static String Handling_saved;
    public static String Handling_saving;
    public static String Handling_temperature;
    public static String Handling_title;
    public static String Handling_volume;
    public static String Handling_weight;
    public static String Item_load;
    public static String Item_master;
    public static String Item_new;
    public static String Item_saved;
    public static String Item_saving;
    public static String Item_unknown;
    public static String Items_active;
    public static String Items_category;
    public static String Items_code;
    public static String Items_cost;
    public static String Items_load;
    public static String Items_lock;
    public static String Items_name;
    public static String Items_no;
    public static String Items_price;
    public static String Items_reorder;
    public static String Items_roles;
    public static String Items_safety;
    public static String Items_tracking;
    public static String Items_unit;
    public static String Items_yes;
    public static String Lists_empty;
    public static String Lists_explanation;
    public static String Lists_new;
    public static String Lists_of;
    public static String Lists_title;
    public static String LookAlike_back;
    public static String LookAlike_question;
    public static String LookAlike_save;
    public static String LookAlike_sentence;
    public static String LookAlike_title;
    public static String Partners_empty;
    public static String Partners_explanation;
    public static String Partners_kept;
    public static String Partners_title;
    public static String Rows_active;
    public static String Rows_any;
    public static String Rows_city;
    public static String Rows_code;
    public static String Rows_country;
    public static String Rows_currency;
    public static String Rows_customer;
    public static String Rows_day;
    public static String Rows_email;
    public static String Rows_from;
    public static String Rows_item;
    public static String Rows_lead;
    public static String Rows_lines;
    public static String Rows_linesHint;
    public static String Rows_minimum;
    public static String Rows_multiple;
    public static String Rows_name;
    public static String Rows_no;
    public static String Rows_phone;
    public static String Rows_postal;
    public static String Rows_price;
    public static String Rows_rank;
    public static String Rows_region;
    public static String Rows_roles;
    public static String Rows_rolesHint;
    public static String Rows_supplier;
    public static String Rows_theirCode;
    public static String Rows_unit;
    public static String Rows_until;
    public static String Rows_validFrom;
    public static String Rows_yes;
    public static String Terms_empty;
    public static String Terms_explanation;
    public static String Terms_title;

    static {
        NLS.initializeMessages("org.stockwright.catalog.ui.internal.messages", Messages.class); //$NON-NLS-1$
    }

    private Messages() {
    }

}
