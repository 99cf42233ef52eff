package org.stockwright.catalog.ui.internal;

import org.stockwright.catalog.Tracking;

/** Kinds of tracking in the words of the workbench. */
final class Trackings {

    private Trackings() {
    }

    static String title(Tracking tracking) {
        return switch (tracking) {
            case NONE -> Messages.Form_tracking_none;
            case LOT -> Messages.Form_tracking_lot;
            case SERIAL -> Messages.Form_tracking_serial;
        };
    }

}
