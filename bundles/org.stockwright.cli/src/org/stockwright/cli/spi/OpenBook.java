package org.stockwright.cli.spi;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import org.osgi.annotation.versioning.ProviderType;
import org.stockwright.base.ItemId;
import org.stockwright.base.LocationId;
import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.base.Refusal;
import org.stockwright.company.Company;
import org.stockwright.exchange.RowWriter;
import org.stockwright.exchange.spi.ImportRow;

/** The open book of a command, and where its result goes. Used by the thread of {@link BookTask#run} only. */
@ProviderType
public interface OpenBook {

    /** The company whose book it is. */
    Company company();

    /** A service of an area; waits for it. When none comes, the command ends with 3. */
    <T> T service(Class<T> type);

    /** Shows how far the work has come, and knows whether the user stopped it. */
    Progress progress();

    /** Now, by the clock of the book. */
    Instant now();

    /** The day that it is now in the company's zone. */
    LocalDate today();

    /** The value of an outcome; refusals are printed and the command ends with 1. */
    <T> T done(Outcome<T> outcome);

    /**
     * Stores the steps as one, or only rehearses them: everything is checked and the outcome is what storing would give now,
     * and nothing is stored. Refusals are printed and the command ends with 1. Not for work that takes minutes.
     *
     * @param rehearsal whether {@code --dry-run} was typed
     * @param steps calls services; may be called again from the start
     */
    <T> T store(boolean rehearsal, Supplier<Outcome<T>> steps);

    /** To be thrown: prints why not, and ends the command with 1. */
    RuntimeException refuse(List<Refusal> refusals);

    /** To be thrown: prints why not, and ends the command with 1. */
    default RuntimeException refuse(Refusal refusal) {
        return refuse(List.of(refusal));
    }

    /** The number that somebody typed. */
    BigDecimal number(String text);

    /** The day that somebody typed. */
    LocalDate day(String text);

    /** The instant that somebody typed for a beginning: a day means its start. */
    Instant start(String text);

    /** The instant that somebody typed for an end: a day means its end. */
    Instant end(String text);

    /** The item that a code, alias or barcode stands for; nothing for {@code null}. */
    Optional<ItemId> item(String text);

    /** The location with a code; nothing for {@code null}. */
    Optional<LocationId> location(String code);

    /** An amount as people expect it: exact, with the decimals of the company's currency at least. */
    BigDecimal amount(BigDecimal value);

    /**
     * The rows of a CSV or XLSX file, whose columns stand in any order. A file that cannot be read or a column that is not
     * known is refused and ends the command with 1.
     *
     * @param columns the columns that it may have
     */
    List<ImportRow> read(Path file, List<String> columns) throws IOException;

    /**
     * Begins to write data of the book in the format that was asked for. Whoever may not export gets none in a file.
     *
     * @param name what it is, for the record of exports
     * @param columns their stable names, in small letters
     */
    RowWriter data(String name, List<String> columns) throws IOException;

    /** Begins to write what the command says of what it did. */
    RowWriter result(String name, List<String> columns) throws IOException;

    /** Says something that is no result, on standard error. */
    void remark(String sentence);

    /** Says what is wrong with a part while the rest goes on, on standard error. */
    void warn(Refusal refusal);

}
