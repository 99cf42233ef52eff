package org.stockwright.valuation.ui.internal.export;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;
import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.base.Refusal;
import org.stockwright.catalog.CatalogRefusal;
import org.stockwright.exchange.ExportTable;
import org.stockwright.exchange.Exports;
import org.stockwright.ledger.LedgerRefusal;
import org.stockwright.ledger.ui.TypedInstant;
import org.stockwright.valuation.Journal;
import org.stockwright.valuation.Journal.Export;
import org.stockwright.valuation.ui.internal.Messages;

/**
 * What is exported, and into which file. No widgets; never changes.
 *
 * @param what which rows
 * @param key the name of a new export, or of the earlier one that is written once more
 * @param first the first day of a copy, as typed
 * @param last the last day of a copy, as typed
 */
record ExportChoice(What what, String key, String first, String last) {

    /** Which rows. */
    enum What {
        /** What was recorded since the last export: the next export goes on behind it. */
        SINCE_LAST,
        /** The lines of an earlier export. */
        AGAIN,
        /** What counts on some days, to compare. */
        DAYS
    }

    /** A span of days. */
    private record Days(LocalDate first, LocalDate last) {
    }

    /** The lines that would be exported now; nothing is stored. In a job. */
    Outcome<List<Export>> preview(Journal journal, LocalDate today) {
        return what == What.DAYS ? ofDays(journal, today) : keyed().then(journal::rehearseExport);
    }

    /** Exports; what is new counts as exported from now on. In a job. */
    Outcome<List<Export>> export(Journal journal, LocalDate today) {
        return what == What.DAYS ? ofDays(journal, today) : keyed().then(journal::export);
    }

    private Outcome<String> keyed() {
        return key.isBlank()
            ? Outcome.refused(Refusal.of(CatalogRefusal.MISSING, Messages.Export_theName)
                .hint(what == What.AGAIN ? Messages.Export_noEarlier : Messages.Export_nameMissing))
            : Outcome.done(key.strip());
    }

    private Outcome<List<Export>> ofDays(Journal journal, LocalDate today) {
        return day(first, today).then(from -> day(last, today).map(to -> new Days(from, to)))
            .then(days -> days.last().isBefore(days.first())
                ? Outcome.refused(Refusal.of(LedgerRefusal.BAD_INSTANT, last.strip())
                    .hint(NLS.bind(Messages.Export_lastBefore, days.first())))
                : Outcome.done(journal.exportOfDays(days.first(), days.last())));
    }

    private static Outcome<LocalDate> day(String text, LocalDate today) {
        try {
            return Outcome.done(TypedInstant.day(text.strip(), today));
        } catch (DateTimeException e) {
            return Outcome.refused(
                Refusal.of(LedgerRefusal.BAD_INSTANT, text.strip()).hint(Messages.Export_dayHint));
        }
    }

    /** A name for the next export that no earlier one has: the day, and a number when there were others on it. */
    static String freeKey(LocalDate today, List<String> taken) {
        String key = today.toString();
        for (int i = 2; taken.contains(key); i++) {
            key = today + "-" + i; //$NON-NLS-1$
        }
        return key;
    }

    /** The file that was typed, or why it is none. */
    static Outcome<Path> file(String typed) {
        Optional<Path> path = Optional.empty();
        try {
            path = typed.isBlank() ? Optional.empty() : Optional.of(Path.of(typed.strip()));
        } catch (InvalidPathException e) {
            // told below
        }
        return path.map(Outcome::done).orElseGet(() -> Outcome
            .refused(Refusal.of(CatalogRefusal.MISSING, Messages.Export_theFile).hint(Messages.Export_fileMissing)));
    }

    /** Writes the lines: CSV, unless the file ends with .xlsx or .json. The file is complete or as it was before. */
    static void write(Exports exports, List<Export> lines, Path file, Progress progress) throws IOException {
        exports.write(new ExportTable("journal-export", Export.COLUMNS, lines.stream().map(Export::cells).toList()), //$NON-NLS-1$
            file, progress);
    }

}
