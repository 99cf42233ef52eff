package org.stockwright.cli.internal;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.catalog.CompanyProfile;

/**
 * Reads instants as people type them: ISO 8601 with offset; without one, in the company's time zone; a date alone means
 * the start of that day for what happens or begins and its end for what is asked for or ends.
 */
final class Moments {

    private static final String HINT = "Write 2026-01-31, 2026-01-31T14:30 or 2026-01-31T14:30:00+01:00.";
    private static final int DATE_LENGTH = 10;

    private final CompanyProfile company;

    Moments(CompanyProfile company) {
        this.company = company;
    }

    /** When something happens or begins ({@code --effective}, {@code --from}). */
    Outcome<Instant> start(String text) {
        return parse(text, false);
    }

    /** As of when something is asked for, or when it ends ({@code --as-of}, {@code --known-at}, {@code --to}). */
    Outcome<Instant> end(String text) {
        return parse(text, true);
    }

    /** The start, or nothing when nothing was typed. */
    Optional<Instant> startOf(String text) {
        return text == null ? Optional.empty() : Optional.of(RefusedException.orRefuse(start(text)));
    }

    /** The end, or nothing when nothing was typed. */
    Optional<Instant> endOf(String text) {
        return text == null ? Optional.empty() : Optional.of(RefusedException.orRefuse(end(text)));
    }

    /** A day without a time. */
    static LocalDate day(String text) {
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeException e) {
            // Why it is none says less than an example does.
            throw new RefusedException(Refusal.of(CliRefusal.BAD_DAY, text).hint("Write 2026-01-31."));
        }
    }

    private Outcome<Instant> parse(String typed, boolean end) {
        String text = typed.strip().replaceFirst("^(\\d{4}-\\d\\d-\\d\\d) +", "$1T");
        try {
            if (text.length() == DATE_LENGTH) {
                LocalDate day = LocalDate.parse(text);
                return Outcome.done(end ? company.endOf(day) : company.startOf(day));
            }
            if (text.matches(".*T.*(Z|z|[+-]\\d\\d(:?\\d\\d)?)")) {
                return Outcome.done(OffsetDateTime.parse(text.replaceFirst("([+-]\\d\\d)(\\d\\d)$", "$1:$2"))
                    .toInstant());
            }
            return local(LocalDateTime.parse(text), typed);
        } catch (DateTimeException e) {
            return Outcome.refused(Refusal.of(CliRefusal.BAD_INSTANT, typed).hint(HINT));
        }
    }

    /** Twice a year an hour is left out or repeated; nobody may guess which one was meant. */
    private Outcome<Instant> local(LocalDateTime time, String typed) {
        List<ZoneOffset> offsets = company.zone().getRules().getValidOffsets(time);
        return offsets.size() == 1 ? Outcome.done(time.toInstant(offsets.getFirst()))
            : Outcome.refused(Refusal.of(CliRefusal.AMBIGUOUS_INSTANT, typed, company.zone())
                .hint("Write its offset, for example " + time + "+01:00."));
    }

}
