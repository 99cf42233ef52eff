package org.stockwright.valuation.internal.book;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

import org.stockwright.persistence.Transaction;

/** Writes settings of valuation; the audit trail tells of them. */
final class Settings {

    private Settings() {
    }

    static void write(Transaction transaction, String name, String text) throws SQLException {
        try (PreparedStatement update = transaction.connection()
            .prepareStatement("UPDATE setting SET text = ?, version = version + 1 WHERE name = ?")) {
            update.setString(1, text);
            update.setString(2, name);
            transaction.watch("setting", List.of(name));
            if (update.executeUpdate() > 0) {
                return;
            }
        }
        transaction.watchNew("setting", List.of(name));
        try (PreparedStatement insert = transaction.connection()
            .prepareStatement("INSERT INTO setting (name, text, version) VALUES (?, ?, 0)")) {
            insert.setString(1, name);
            insert.setString(2, text);
            insert.executeUpdate();
        }
    }

}
