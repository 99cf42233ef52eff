package org.stockwright.example.loans.internal;

import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.ChangeListener.Topic;
import org.stockwright.base.ItemId;
import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.base.StoredText;
import org.stockwright.catalog.CompanyProfile;
import org.stockwright.catalog.CompanyProfiles;
import org.stockwright.catalog.Item;
import org.stockwright.catalog.Items;
import org.stockwright.example.loans.LoanRefusal;
import org.stockwright.example.loans.Loans;
import org.stockwright.persistence.Transaction;
import org.stockwright.persistence.UnitOfWork;
import org.stockwright.security.spi.Guarded;

/** Lends and takes back; there while a book is open, and offered behind the check of permissions. */
@Component(service = Guarded.class, property = Guarded.SERVICES + "=org.stockwright.example.loans.Loans")
public final class LoansComponent implements Loans, Guarded {

    private static final int LONGEST = 200;

    private final UnitOfWork work;
    private final Items items;
    private final CompanyProfiles profiles;

    /** Works on the open book. */
    @Activate
    public LoansComponent(@Reference UnitOfWork work, @Reference Items items, @Reference CompanyProfiles profiles) {
        this.work = work;
        this.items = items;
        this.profiles = profiles;
    }

    @Override
    public Outcome<Loan> lend(ItemId id, String borrower, LocalDate due) {
        String who = borrower.strip();
        if (who.isEmpty() || who.length() > LONGEST || !StoredText.isSound(who)) {
            return Outcome.refused(LoanRefusal.NO_BORROWER, LONGEST);
        }
        ZoneId zone = profiles.current().map(CompanyProfile::zone).orElse(ZoneOffset.UTC);
        LocalDate today = LocalDate.ofInstant(work.clock().instant(), zone);
        if (due.isBefore(today)) {
            return Outcome.refused(LoanRefusal.DUE_IN_THE_PAST, due, today);
        }
        Optional<Item> item = items.get(id);
        if (item.isEmpty()) {
            return Outcome.refused(LoanRefusal.UNKNOWN_ITEM, id.value());
        }
        if (!item.get().roles().contains(ROLE)) {
            return Outcome.refused(Refusal.of(LoanRefusal.NOT_FOR_LOAN, item.get().code(), ROLE)
                .hint("Give the item this inventory type first."));
        }
        Loan loan = new Loan(id, item.get().code(), item.get().name(), who, due);
        return work.write(transaction -> lend(transaction, loan));
    }

    private static Outcome<Loan> lend(Transaction transaction, Loan loan) throws SQLException {
        LoanRows rows = new LoanRows(transaction);
        rows.lock(loan.item());
        Optional<Loan> before = rows.of(List.of(loan.item())).stream().findFirst();
        if (before.isPresent()) {
            return Outcome.refused(refusal(before.get()));
        }
        rows.insert(loan);
        tell(transaction, "LENT", loan);
        return Outcome.done(loan);
    }

    @Override
    public Outcome<Loan> takeBack(ItemId id) {
        Optional<Item> item = items.get(id);
        if (item.isEmpty()) {
            return Outcome.refused(LoanRefusal.UNKNOWN_ITEM, id.value());
        }
        return work.write(transaction -> {
            LoanRows rows = new LoanRows(transaction);
            rows.lock(id);
            Optional<Loan> loan = rows.of(List.of(id)).stream().findFirst();
            if (loan.isEmpty()) {
                return Outcome.refused(LoanRefusal.NOT_LENT, item.get().code());
            }
            rows.delete(id);
            tell(transaction, "RETURNED", loan.get());
            return Outcome.done(loan.get());
        });
    }

    private static void tell(Transaction transaction, String action, Loan loan) {
        transaction.changes(Topic.ITEMS);
        transaction.tell(action, "loan", loan.code(),
            Map.of("borrower", loan.borrower(), "due", loan.due().toString()));
    }

    /** Why something of a lent item is refused. */
    static Refusal refusal(Loan loan) {
        return Refusal.of(LoanRefusal.LENT, loan.code(), loan.borrower(), loan.due()).hint("Take it back first.");
    }

    @Override
    public List<Loan> list() {
        return work.read(transaction -> new LoanRows(transaction).all());
    }

}
