package org.stockwright.fulfilment.ui.internal;

import org.eclipse.osgi.util.NLS;

/** The texts of this bundle. */
public final class Messages extends NLS {

    public static String Action_allocate;
    public static String Action_cancel;
    public static String Action_close;
    public static String Action_pack;
    public static String Action_pick;
    public static String Action_pickList;
    public static String Action_receiveReturn;
    public static String Action_release;
    public static String Action_releaseList;
    public static String Action_restock;
    public static String Action_return;
    public static String Action_reverse;
    public static String Action_scrap;
    public static String Action_ship;
    public static String Allocate_done;
    public static String Allocate_job;
    public static String Allocate_missing;
    public static String Done_cancelled;
    public static String Done_closed;
    public static String Done_decided;
    public static String Done_released;
    public static String Done_reversed;
    public static String Fact_amount;
    public static String Fact_available;
    public static String Fact_name;
    public static String Fact_price;
    public static String Fact_promised;
    public static String Fact_wanted;
    public static String Field_bin;
    public static String Field_binNow;
    public static String Field_customer;
    public static String Field_dayHint;
    public static String Field_due;
    public static String Field_from;
    public static String Field_item;
    public static String Field_lineDue;
    public static String Field_lot;
    public static String Field_missingReason;
    public static String Field_note;
    public static String Field_pickList;
    public static String Field_price;
    public static String Field_priority;
    public static String Field_quantity;
    public static String Field_reason;
    public static String Field_reference;
    public static String Field_shipment;
    public static String Field_taken;
    public static String Field_unit;
    public static String InternalOrders_plural;
    public static String Order_noPromise;
    public static String Order_placed;
    public static String Order_title;
    public static String Order_total;
    public static String Order_typed;
    public static String Orders_plural;
    public static String Pack_begin;
    public static String Pack_beginning;
    public static String Pack_close;
    public static String Pack_closing;
    public static String Pack_complete;
    public static String Pack_done;
    public static String Pack_error;
    public static String Pack_expected;
    public static String Pack_lotWanted;
    public static String Pack_mismatch;
    public static String Pack_missing;
    public static String Pack_notInOrder;
    public static String Pack_order;
    public static String Pack_orderHint;
    public static String Pack_overridden;
    public static String Pack_override;
    public static String Pack_overrideQuestion;
    public static String Pack_overriding;
    public static String Pack_packed;
    public static String Pack_place;
    public static String Pack_putAside;
    public static String Pack_scan;
    public static String Pack_scanning;
    public static String Pack_ship;
    public static String Pack_shipping;
    public static String Pack_taken;
    public static String Pack_tooMany;
    public static String Pack_unit;
    public static String Pack_units;
    public static String Pack_wasPutAside;
    public static String Pack_wrongLot;
    public static String Packing_active;
    public static String Packing_any;
    public static String Packing_boxes;
    public static String Packing_code;
    public static String Packing_empty;
    public static String Packing_explanation;
    public static String Packing_from;
    public static String Packing_goods;
    public static String Packing_kept;
    public static String Packing_least;
    public static String Packing_level;
    public static String Packing_material;
    public static String Packing_most;
    public static String Packing_no;
    public static String Packing_only;
    public static String Packing_outer;
    public static String Packing_tare;
    public static String Packing_title;
    public static String Packing_volume;
    public static String Packing_weight;
    public static String Packing_yes;
    public static String PickLists_plural;
    public static String Pick_made;
    public static String Pick_making;
    public static String Pick_posted;
    public static String Pick_title;
    public static String Pick_total;
    public static String Return_announced;
    public static String Return_customerHint;
    public static String Return_received;
    public static String Return_title;
    public static String Return_where;
    public static String Return_whereMissing;
    public static String Returns_plural;
    public static String Settings_explanation;
    public static String Settings_prefix;
    public static String Settings_prefixMeaning;
    public static String Settings_staging;
    public static String Settings_stagingMeaning;
    public static String Settings_title;
    public static String Ship_done;
    public static String Shipments_plural;
    public static String TransferOrders_plural;

    static {
        NLS.initializeMessages("org.stockwright.fulfilment.ui.internal.messages", Messages.class); //$NON-NLS-1$
    }

    private Messages() {
    }

}
