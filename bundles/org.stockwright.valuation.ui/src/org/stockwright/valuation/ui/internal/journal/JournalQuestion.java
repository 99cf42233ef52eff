package org.stockwright.valuation.ui.internal.journal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

import org.stockwright.base.ItemId;
import org.stockwright.valuation.Journal;

/**
 * What the view of the journal asks.
 *
 * @param from effective then or later; empty for any time
 * @param to effective then or earlier; empty for any time
 * @param knownAt only what was recorded then or earlier; empty for all
 * @param item what was typed for an item; empty for all
 * @param account the code of an account; empty for all
 */
public record JournalQuestion(Optional<Instant> from, Optional<Instant> to, Optional<Instant> knownAt, String item,
    String account) {

    /** Without blanks around what was typed. */
    public JournalQuestion {
        item = item.strip();
        account = account.strip();
    }

    /** From when rows are shown at first: the beginning of the last month, as somebody would type it. */
    public static String begin(LocalDate today) {
        return today.withDayOfMonth(1).minusMonths(1).toString();
    }

    /** The query, once it is known which item was meant. */
    public Journal.Query query(Optional<ItemId> its) {
        return new Journal.Query(from, to, its, Optional.of(account).filter(code -> !code.isEmpty()),
            Optional.empty(), knownAt);
    }

}
