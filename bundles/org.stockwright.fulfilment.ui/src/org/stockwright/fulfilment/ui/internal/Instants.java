package org.stockwright.fulfilment.ui.internal;

import java.time.Instant;

import org.stockwright.ledger.ui.Zones;

/** How instants are written in the pages of fulfilment. */
public final class Instants {

    private Instants() {
    }

    /** To the minute, in the company's zone. */
    public static String minutes(Instant instant) {
        return Zones.minutes(instant);
    }

}
