package org.stockwright.service.internal.capacity;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.exchange.spi.ImportColumn;
import org.stockwright.exchange.spi.ImportKind;
import org.stockwright.exchange.spi.ImportRow;
import org.stockwright.exchange.spi.RowErrors;
import org.stockwright.persistence.UnitOfWork;
import org.stockwright.service.Resource.Shift;
import org.stockwright.service.Resources;
import org.stockwright.service.Resources.Edit;
import org.stockwright.service.ServiceRefusal;

import static org.stockwright.exchange.spi.ImportColumn.optional;
import static org.stockwright.exchange.spi.ImportColumn.required;

/** Shifts from a file: the rows of a resource are all shifts that it has from then on. */
@Component(service = ImportKind.class)
public final class ShiftsImport extends ResourceFile {

    private static final LocalDate ALWAYS = LocalDate.of(1900, 1, 1);
    private static final int LETTERS = 3;
    private static final String MIDNIGHT = "24:00";

    /** Lives as long as the open book. */
    @Activate
    public ShiftsImport(@Reference UnitOfWork work, @Reference Resources resources) {
        super("shifts", "Shifts of resources", "day", work, resources);
    }

    @Override
    public List<ImportColumn> columns() {
        return List.of(required(RESOURCE, "code of the resource; its rows replace all shifts that it has"),
            required("day", "day of the week: its English name, three letters of it, or 1 for Monday to 7"),
            required("from", "when the shift begins, as 08:00, in the company's time zone"),
            required("to", "when it ends, as 16:30; 24:00 for midnight"),
            optional("since", "the first day on which it holds; empty: always"),
            optional("until", "the last day on which it holds; empty: no end"));
    }

    @Override
    protected Optional<Edit> request(String key, List<ImportRow> rows, RowErrors errors) {
        int before = errors.count();
        List<Shift> shifts = new ArrayList<>();
        for (ImportRow row : rows) {
            Optional<DayOfWeek> day = errors.value(row, "day", day(row.get("day")));
            Optional<LocalTime> from = errors.value(row, "from", time(row.get("from")));
            Optional<LocalTime> to = errors.value(row, "to", MIDNIGHT.equals(row.get("to"))
                ? Outcome.done(LocalTime.MIDNIGHT) : time(row.get("to")));
            Optional<LocalDate> since = row.has("since") ? errors.value(row, "since", date(row.get("since")))
                : Optional.of(ALWAYS);
            Optional<LocalDate> until = row.has("until") ? errors.value(row, "until", date(row.get("until")))
                : Optional.empty();
            if (day.isPresent() && from.isPresent() && to.isPresent() && since.isPresent()) {
                shifts.add(new Shift(day.get(), from.get(), to.get(), since.get(), until));
            }
        }
        return errors.count() > before ? Optional.empty() : Optional.of(Edit.shifts(key, shifts));
    }

    private static Outcome<DayOfWeek> day(String text) {
        String upper = text.toUpperCase(Locale.ROOT);
        return Arrays.stream(DayOfWeek.values())
            .filter(one -> one.name().equals(upper) || one.name().substring(0, LETTERS).equals(upper)
                || Integer.toString(one.getValue()).equals(upper))
            .findFirst().map(Outcome::done).orElseGet(() -> Outcome.refused(Refusal
                .of(ServiceRefusal.BAD_DAY_OF_WEEK, text).hint("Write Monday, Mon or 1, and so on.")));
    }

    private static Outcome<LocalTime> time(String text) {
        try {
            return Outcome.done(LocalTime.parse(text.length() == 4 ? "0" + text : text));
        } catch (DateTimeException e) {
            // what was written is in the refusal
            return Outcome.refused(Refusal.of(ServiceRefusal.BAD_TIME_OF_DAY, text).hint("Write 08:00 or 16:30."));
        }
    }

    private static Outcome<LocalDate> date(String text) {
        try {
            return Outcome.done(LocalDate.parse(text));
        } catch (DateTimeException e) {
            // what was written is in the refusal
            return Outcome.refused(Refusal.of(ServiceRefusal.BAD_TIME_OF_DAY, text).hint("Write 2026-01-31."));
        }
    }

}
