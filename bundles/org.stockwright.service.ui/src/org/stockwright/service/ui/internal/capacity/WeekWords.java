package org.stockwright.service.ui.internal.capacity;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.stream.Collectors;

import org.eclipse.osgi.util.NLS;
import org.stockwright.documents.ui.Figures;
import org.stockwright.service.Capacity.Figure;
import org.stockwright.service.ui.internal.Messages;
import org.stockwright.service.ui.internal.capacity.WeekModel.Day;
import org.stockwright.service.ui.internal.capacity.WeekModel.Span;

/** What stands in the calendar, in words. */
@SuppressWarnings("nls")
final class WeekWords {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MM-dd", Locale.ROOT);

    private WeekWords() {
    }

    /** A day as a head: {@code Mon 01-05}. */
    static String head(LocalDate day) {
        return day.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.ENGLISH) + ' ' + DAY.format(day);
    }

    /** A cell in words, for who cannot see its bars. */
    static String cell(WeekModel week, int row, int day) {
        Day its = week.rows().get(row).days().get(day);
        String there = its.shifts().isEmpty() ? Messages.Week_notThere
            : its.shifts().stream().map(WeekWords::span).collect(Collectors.joining(", "));
        String booked = its.booked().isEmpty() ? Messages.Week_free
            : its.booked().stream()
                .map(one -> span(one.span()) + ' ' + one.booking().document().number()
                    + (one.isOutside() ? ' ' + Messages.Week_outside : ""))
                .collect(Collectors.joining(", "));
        String away = its.away().isEmpty() ? ""
            : ' ' + NLS.bind(Messages.Week_away,
                its.away().stream().map(WeekWords::span).collect(Collectors.joining(", ")));
        return NLS.bind(Messages.Week_cell, new Object[] { week.rows().get(row).resource().name(),
            head(week.monday().plusDays(day)), there, booked }) + away;
    }

    private static String span(Span span) {
        return time(span.from()) + '-' + time(span.until());
    }

    private static String time(int minutes) {
        return String.format(Locale.ROOT, "%02d:%02d", Integer.valueOf(minutes / 60), Integer.valueOf(minutes % 60));
    }

    /** How many services are left on a day. */
    static String left(Figure figure) {
        return figure.remaining().map(left -> NLS.bind(Messages.Week_left, Figures.text(left),
            figure.capacity().map(Figures::text).orElse("?"))).orElse(Messages.Week_noLimit);
    }

    /** What limits a day. */
    static String limit(Figure figure) {
        return figure.limit().map(limit -> NLS.bind(Messages.Week_limit, String.join(", ", limit.names()))).orElse("");
    }

    /** How much of a day is booked. */
    static String booked(BigDecimal minutes, BigDecimal available) {
        return NLS.bind(Messages.Week_minutes, Figures.text(minutes), Figures.text(available));
    }

}
