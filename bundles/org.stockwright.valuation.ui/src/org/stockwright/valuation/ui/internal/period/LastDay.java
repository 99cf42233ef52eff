package org.stockwright.valuation.ui.internal.period;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;
import org.stockwright.ledger.ui.TypedInstant;
import org.stockwright.valuation.ui.internal.Messages;

/** The last day of a period that is to be closed, as it is typed. No widgets. */
final class LastDay {

    private final LocalDate today;
    private String typed;

    /** The end of last month. */
    LastDay(LocalDate today) {
        this.today = today;
        typed = today.withDayOfMonth(1).minusDays(1).toString();
    }

    /** It, as it was typed. */
    String typed() {
        return typed;
    }

    /** Takes it as it was typed; whether it is another one now. */
    boolean type(String text) {
        boolean other = !text.strip().equals(typed);
        typed = text.strip();
        return other;
    }

    /** The day; empty when something else was typed. */
    Optional<LocalDate> day() {
        try {
            return Optional.of(TypedInstant.day(typed, today));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Why nothing can be closed until then; empty when it can. */
    Optional<String> problem() {
        Optional<LocalDate> day = day();
        if (day.isEmpty()) {
            return Optional.of(NLS.bind(Messages.Close_badDay, typed));
        }
        return day.get().isBefore(today) ? Optional.empty()
            : Optional.of(NLS.bind(Messages.Close_notOver, day.get()));
    }

}
