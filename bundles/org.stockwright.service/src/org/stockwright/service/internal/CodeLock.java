package org.stockwright.service.internal;

import java.sql.PreparedStatement;
import java.sql.SQLException;

import org.stockwright.persistence.Transaction;
import org.stockwright.service.internal.versions.Versions;

/** The row of a code that has versions, also of one that is new: whoever writes versions of it waits there for the others. */
public enum CodeLock {

    /** Service templates. */
    TEMPLATE("UPDATE service_code SET code = code WHERE code = ?", "INSERT INTO service_code (code) VALUES (?)"),
    /** Letter templates. */
    LETTER("UPDATE letter_code SET code = code WHERE code = ?", "INSERT INTO letter_code (code) VALUES (?)");

    private final String locks;
    private final String adds;

    CodeLock(String locks, String adds) {
        this.locks = locks;
        this.adds = adds;
    }

    /** Waits for whoever writes versions of the same code; keeps others waiting until the transaction ends. */
    public void take(Transaction transaction, String code) throws SQLException {
        if (!Versions.CODE.matcher(code).matches()) {
            // there is none, and there will be none
            return;
        }
        String sql = locks;
        try (PreparedStatement update = transaction.connection().prepareStatement(sql)) {
            update.setString(1, code);
            if (update.executeUpdate() == 0) {
                add(transaction, adds, insert -> insert.setString(1, code));
            }
        }
    }

    /** Sets the values of a statement. */
    @FunctionalInterface
    public interface Values {

        /** Sets them. */
        void set(PreparedStatement statement) throws SQLException;

    }

    /** Adds a row that somebody else may add at the same time: then all of the work begins again and finds it. */
    public static void add(Transaction transaction, String sql, Values values) throws SQLException {
        try (PreparedStatement insert = transaction.connection().prepareStatement(sql)) {
            values.set(insert);
            insert.executeUpdate();
        } catch (SQLException e) {
            throw Races.again(e);
        }
    }

}
