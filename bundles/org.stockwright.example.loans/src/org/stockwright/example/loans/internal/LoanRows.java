package org.stockwright.example.loans.internal;

import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import org.stockwright.base.ItemId;
import org.stockwright.base.Micros;
import org.stockwright.example.loans.Loans.Loan;
import org.stockwright.persistence.BulkSelect;
import org.stockwright.persistence.Transaction;

/** The rows of loans. */
final class LoanRows {

    private static final String SELECT = "SELECT l.item_id, i.code, i.name, l.borrower, l.due_on FROM example_loan l "
        + "JOIN item i ON i.id = l.item_id";

    private final Transaction transaction;

    LoanRows(Transaction transaction) {
        this.transaction = transaction;
    }

    List<Loan> all() throws SQLException {
        List<Loan> found = new ArrayList<>();
        try (PreparedStatement select = transaction.connection()
            .prepareStatement(SELECT + " ORDER BY l.due_on, i.code"); ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                found.add(loan(rows));
            }
        }
        return found;
    }

    List<Loan> of(Collection<ItemId> items) throws SQLException {
        List<Loan> found = new ArrayList<>();
        new BulkSelect(transaction).each(SELECT + " WHERE l.item_id IN ",
            items.stream().map(ItemId::value).distinct().sorted().toList(), " ORDER BY l.item_id",
            row -> found.add(loan(row)));
        return found;
    }

    private static Loan loan(ResultSet row) throws SQLException {
        return new Loan(new ItemId(row.getLong(1)), row.getString(2), row.getString(3), row.getString(4),
            row.getDate(5).toLocalDate());
    }

    /** Whoever lends an item or takes it back waits here for others who do. */
    void lock(ItemId item) throws SQLException {
        try (PreparedStatement update = transaction.connection()
            .prepareStatement("UPDATE item SET version = version WHERE id = ?")) {
            update.setLong(1, item.value());
            update.executeUpdate();
        }
    }

    void insert(Loan loan) throws SQLException {
        try (PreparedStatement insert = transaction.connection().prepareStatement(
            "INSERT INTO example_loan (item_id, borrower, due_on, lent_at, lent_by) VALUES (?, ?, ?, ?, ?)")) {
            insert.setLong(1, loan.item().value());
            insert.setString(2, loan.borrower());
            insert.setDate(3, Date.valueOf(loan.due()));
            insert.setLong(4, Micros.of(transaction.now()));
            insert.setString(5, transaction.user());
            insert.executeUpdate();
        }
    }

    void delete(ItemId item) throws SQLException {
        try (PreparedStatement delete = transaction.connection()
            .prepareStatement("DELETE FROM example_loan WHERE item_id = ?")) {
            delete.setLong(1, item.value());
            delete.executeUpdate();
        }
    }

}
