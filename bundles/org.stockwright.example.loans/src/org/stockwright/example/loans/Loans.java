package org.stockwright.example.loans;

import java.time.LocalDate;
import java.util.List;

import org.osgi.annotation.versioning.ProviderType;
import org.stockwright.base.ItemId;
import org.stockwright.base.Outcome;
import org.stockwright.security.Requires;

/** Lends items and takes them back. Thread-safe; never called on the user interface's thread. */
@ProviderType
@Requires(LoanPermission.VIEW)
public interface Loans {

    /** The inventory type of items that can be lent. */
    String ROLE = "LOANED";

    /**
     * An item that is away.
     *
     * @param item its identity
     * @param code its code
     * @param name what people call it
     * @param borrower who has it
     * @param due the day on which it is due back
     */
    record Loan(ItemId item, String code, String name, String borrower, LocalDate due) {
    }

    /** Lends an item of the type {@link #ROLE}; until it is back nothing of it moves. */
    @Requires(LoanPermission.LEND)
    Outcome<Loan> lend(ItemId item, String borrower, LocalDate due);

    /** Takes an item back. */
    @Requires(LoanPermission.LEND)
    Outcome<Loan> takeBack(ItemId item);

    /** What is away, what is due first in front. */
    List<Loan> list();

}
