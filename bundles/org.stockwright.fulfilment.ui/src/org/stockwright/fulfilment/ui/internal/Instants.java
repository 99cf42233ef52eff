package org.stockwright.fulfilment.ui.internal;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import org.stockwright.ledger.ui.Zones;

/** How instants are written in the pages of fulfilment. */
public final class Instants {

    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT); //$NON-NLS-1$

    private Instants() {
    }

    /** To the minute, in the company's zone. */
    public static String minutes(Instant instant) {
        return MINUTES.format(instant.atZone(Zones.current()));
    }

}
