package org.stockwright.valuation;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.osgi.annotation.versioning.ProviderType;
import org.stockwright.base.ItemId;
import org.stockwright.base.Outcome;
import org.stockwright.security.Requires;

/**
 * The stock journal: what was booked, and what goes to the general ledger. Where the periodic inventory system is in
 * force, that is purchases and closings; the sub-ledger has a row for everything that moved value. Thread-safe.
 */
@ProviderType
@Requires(ValuationPermission.VIEW)
public interface Journal {

    /**
     * Which rows are asked for. Every part that is left empty does not narrow.
     *
     * @param from effective then or later
     * @param to effective then or earlier
     * @param item only of this item
     * @param account only with this account, by its code
     * @param movement only about this movement
     * @param knownAt only what was recorded then or earlier
     */
    record Query(Optional<Instant> from, Optional<Instant> to, Optional<ItemId> item, Optional<String> account,
        Optional<Long> movement, Optional<Instant> knownAt) {

        /** Everything. */
        public static Query all() {
            return new Query(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty());
        }

        /** The same of a span of time. */
        public Query between(Optional<Instant> start, Optional<Instant> end) {
            return new Query(start, end, item, account, movement, knownAt);
        }

    }

    /** The rows, by effective instant and order of recording; at most so many. */
    List<JournalLine> lines(Query query, int limit);

    /** All rows, one by one. */
    void each(Query query, Consumer<JournalLine> consumer);

    /** All rows of the sub-ledger, one by one: what moved the value of stock, whatever inventory system is in force. */
    void eachOfSubLedger(Query query, Consumer<JournalLine> consumer);

    /**
     * An account's balance.
     *
     * @param account its code
     * @param name its name
     * @param kind what it is
     * @param debit the sum of its debits
     * @param credit the sum of its credits
     */
    record Balance(String account, String name, Accounts.Kind kind, BigDecimal debit, BigDecimal credit) {

        /** Debits without credits. */
        public BigDecimal balance() {
            return debit.subtract(credit);
        }

    }

    /** The balances of all accounts that were ever booked to, by code. */
    List<Balance> balances(Query query);

    /**
     * A line for the general ledger: what was booked to one account on one day.
     *
     * @param entry the number of the export and the line in it, unique for good
     * @param day the day on which it counts, in the company's time zone
     * @param account the general ledger's account, by the mapping of the account, else its own code
     * @param costCentre the cost centre, or empty
     * @param debit in the currency's decimals; 0 for a credit
     * @param credit in the currency's decimals; 0 for a debit
     * @param text what it is
     */
    record Export(String entry, LocalDate day, String account, String costCentre, BigDecimal debit,
        BigDecimal credit, String text) {

        /** The columns of files with exports. */
        public static final List<String> COLUMNS = List.of("entry", "date", "account", "cost_centre", "debit",
            "credit", "text");

        /** The line as a row of a file, in the order of {@link #COLUMNS}. */
        public Object[] cells() {
            return new Object[] { entry, day, account, costCentre, debit, credit, text };
        }

    }

    /**
     * Exports what was recorded since the last export. The same key yields the same lines again, whatever was recorded
     * meanwhile. Debits equal credits, to the currency's decimals: what is rounded away is carried into the next export.
     *
     * @param key of the export, at most 128 characters
     */
    @Requires(ValuationPermission.EXPORT)
    Outcome<List<Export>> export(String key);

    /** What {@link #export} would yield now; nothing is stored, and the next export has it again. */
    @Requires(ValuationPermission.EXPORT)
    Outcome<List<Export>> rehearseExport(String key);

    /**
     * What was booked with effect on some days, whenever it was recorded: to compare, not to be booked, since exports have
     * the same rows. Debits equal credits, to the currency's decimals. The entries of it have no number of an export.
     *
     * @param first the first day
     * @param last the last day
     */
    @Requires(ValuationPermission.EXPORT)
    List<Export> exportOfDays(LocalDate first, LocalDate last);

    /** The keys of all exports with who made them when, newest first. */
    List<Recorded<String>> exports();

}
