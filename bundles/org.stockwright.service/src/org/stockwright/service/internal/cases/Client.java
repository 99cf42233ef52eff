package org.stockwright.service.internal.cases;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

import org.stockwright.base.PartnerId;
import org.stockwright.persistence.Transaction;

/**
 * The customer of a case, as its stages know him.
 *
 * @param code the partner's code; empty when there is no such partner
 * @param name what people call him
 */
record Client(String code, String name) {

    static Client of(Transaction transaction, PartnerId partner) throws SQLException {
        try (PreparedStatement select = transaction.connection()
            .prepareStatement("SELECT code, name FROM partner WHERE id = ?")) {
            select.setLong(1, partner.value());
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? new Client(row.getString(1), row.getString(2)) : new Client("", "");
            }
        }
    }

}
