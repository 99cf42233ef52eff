package org.stockwright.fulfilment.internal.shipping;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

import org.stockwright.persistence.Transaction;

/** Texts of settings; an empty text is none. */
public final class Settings {

    private Settings() {
        // only functions
    }

    /** The text of a setting, or empty. */
    public static String read(Transaction transaction, String name) throws SQLException {
        try (PreparedStatement select = transaction.connection()
            .prepareStatement("SELECT text FROM setting WHERE name = ?")) {
            select.setString(1, name);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getString(1) : "";
            }
        }
    }

    /** Stores the text of a setting. */
    public static void write(Transaction transaction, String name, String text) throws SQLException {
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
