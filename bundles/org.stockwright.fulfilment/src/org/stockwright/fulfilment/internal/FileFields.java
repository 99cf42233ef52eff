package org.stockwright.fulfilment.internal;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;

import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.catalog.CompanyProfile;
import org.stockwright.catalog.CompanyProfiles;
import org.stockwright.exchange.spi.FileInstants;
import org.stockwright.exchange.spi.FileWords;
import org.stockwright.exchange.spi.ImportRow;
import org.stockwright.exchange.spi.RowErrors;
import org.stockwright.fulfilment.FulfilmentRefusal;

/** Reads cells of files: days, words for yes and no. For one file. */
public final class FileFields {

    private final ZoneId zone;
    private final FileInstants instants;
    private final RowErrors errors;

    /** What is wrong is told to the errors. */
    public FileFields(CompanyProfiles profiles, RowErrors errors) {
        this.zone = profiles.current().map(CompanyProfile::zone).orElse(ZoneOffset.UTC);
        this.instants = new FileInstants(zone);
        this.errors = errors;
    }

    /** How instants are written. */
    public FileInstants instants() {
        return instants;
    }

    /** The day in a cell; nothing when it is empty or no day. */
    public Optional<LocalDate> day(ImportRow row, String column) {
        return row.has(column) ? errors.value(row, column, instants.parse(row.get(column)))
            .map(instant -> LocalDate.ofInstant(instant, zone)) : Optional.empty();
    }

    /** Whether a cell says yes; an empty one says what is usual. */
    public boolean flag(ImportRow row, String column, boolean usual) {
        if (!row.has(column)) {
            return usual;
        }
        Boolean value = FileWords.YES_OR_NO.get(row.get(column).toLowerCase(Locale.ROOT));
        if (value == null) {
            errors.add(row, column, Refusal.of(FulfilmentRefusal.NOT_YES_OR_NO, row.get(column))
                .hint("Write yes or no."));
        }
        return value == null ? usual : value;
    }

    /** A whole number in a cell; an empty one is 0. */
    public int number(ImportRow row, String column) {
        if (!row.has(column)) {
            return 0;
        }
        try {
            return Integer.parseInt(row.get(column));
        } catch (NumberFormatException e) {
            return errors.value(row, column, Outcome.<Integer> refused(Refusal
                .of(FulfilmentRefusal.NOT_A_WHOLE_NUMBER, row.get(column)).hint("Write digits only."))).orElse(0);
        }
    }

}
