package org.stockwright.exchange.spi;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;

import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.exchange.ExchangeRefusal;

/**
 * Reads when something happens or begins, as files say it: a date is the start of that day in the company's time zone.
 * Thread-safe.
 */
public final class FileInstants {

    private final List<Function<String, Instant>> forms;

    /** Dates and times without an offset are those of this zone. */
    public FileInstants(ZoneId zone) {
        this.forms = List.of(text -> LocalDate.parse(text).atStartOfDay(zone).toInstant(),
            text -> OffsetDateTime.parse(text).toInstant(),
            text -> LocalDateTime.parse(text).atZone(zone).toInstant());
    }

    /** The instant that the text stands for, or why it is none. */
    public Outcome<Instant> parse(String text) {
        String iso = text.replaceFirst("^(\\d{4}-\\d{2}-\\d{2}) +", "$1T");
        for (Function<String, Instant> form : forms) {
            try {
                return Outcome.done(form.apply(iso));
            } catch (DateTimeException e) {
                // Not this form; the last one's failure is told below.
                continue;
            }
        }
        return Outcome.refused(Refusal.of(ExchangeRefusal.NOT_AN_INSTANT, text)
            .hint("Write 2026-01-31, 2026-01-31T14:30 or 2026-01-31T14:30:00Z."));
    }

}
