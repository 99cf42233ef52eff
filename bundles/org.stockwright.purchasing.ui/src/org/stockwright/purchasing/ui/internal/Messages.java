package org.stockwright.purchasing.ui.internal;

import org.eclipse.osgi.util.NLS;

/** The texts of this bundle. */
public final class Messages extends NLS {

    public static String Action_approve;
    public static String Action_cancel;
    public static String Action_closeShort;
    public static String Action_confirm;
    public static String Action_inspect;
    public static String Action_order;
    public static String Action_override;
    public static String Action_putAway;
    public static String Action_receive;
    public static String Action_reject;
    public static String Action_reverse;
    public static String Action_send;
    public static String Advices_plural;
    public static String Blankets_plural;
    public static String Done_approved;
    public static String Done_cancelled;
    public static String Done_closed;
    public static String Done_confirmed;
    public static String Done_ordered;
    public static String Done_rejected;
    public static String Done_sent;
    public static String Fact_amount;
    public static String Fact_expected;
    public static String Fact_name;
    public static String Fact_open;
    public static String Fact_price;
    public static String Field_accepted;
    public static String Field_costCentre;
    public static String Field_dayHint;
    public static String Field_deliverTo;
    public static String Field_deliveryNote;
    public static String Field_department;
    public static String Field_due;
    public static String Field_expires;
    public static String Field_item;
    public static String Field_lineDue;
    public static String Field_lot;
    public static String Field_note;
    public static String Field_order;
    public static String Field_place;
    public static String Field_price;
    public static String Field_quantity;
    public static String Field_reason;
    public static String Field_receipt;
    public static String Field_reference;
    public static String Field_rejected;
    public static String Field_supplier;
    public static String Field_unit;
    public static String Inspection_nothing;
    public static String Inspection_posted;
    public static String Inspection_title;
    public static String Inspections_plural;
    public static String Order_placed;
    public static String Order_title;
    public static String Order_total;
    public static String Order_typed;
    public static String Orders_plural;
    public static String PutAway_button;
    public static String PutAway_done;
    public static String PutAway_from;
    public static String PutAway_message;
    public static String PutAway_nothing;
    public static String PutAway_nothingLies;
    public static String PutAway_title;
    public static String PutAway_to;
    public static String PutAway_waiting;
    public static String PutAway_why;
    public static String PutAways_plural;
    public static String Receipt_orderHint;
    public static String Receipt_posted;
    public static String Receipt_supplierHint;
    public static String Receipt_title;
    public static String Receipt_total;
    public static String Receipts_plural;
    public static String Requisition_submitted;
    public static String Requisition_title;
    public static String Requisitions_plural;
    public static String Reverse_done;

    static {
        NLS.initializeMessages("org.stockwright.purchasing.ui.internal.messages", Messages.class); //$NON-NLS-1$
    }

    private Messages() {
    }

}
