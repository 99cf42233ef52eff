package org.stockwright.documents.ui.internal;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import org.stockwright.documents.Step;

/** How instants and steps of documents are written. */
public final class Words {

    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT); //$NON-NLS-1$

    private Words() {
    }

    /** An instant to the minute. */
    public static String minutes(Instant instant, ZoneId zone) {
        return MINUTES.format(instant.atZone(zone));
    }

    /** What a step is called as a column. */
    public static String step(Step step) {
        return switch (step) {
            case ORDERED -> Messages.Step_ordered;
            case CONFIRMED -> Messages.Step_confirmed;
            case ADVISED -> Messages.Step_advised;
            case RECEIVED -> Messages.Step_received;
            case ACCEPTED -> Messages.Step_accepted;
            case REJECTED -> Messages.Step_rejected;
            case PUT_AWAY -> Messages.Step_putAway;
            case INVOICED -> Messages.Step_invoiced;
            case ALLOCATED -> Messages.Step_allocated;
            case PICKED -> Messages.Step_picked;
            case SHORT -> Messages.Step_short;
            case PACKED -> Messages.Step_packed;
            case SHIPPED -> Messages.Step_shipped;
            case RETURNED -> Messages.Step_returned;
            case CANCELLED -> Messages.Step_cancelled;
        };
    }

}
