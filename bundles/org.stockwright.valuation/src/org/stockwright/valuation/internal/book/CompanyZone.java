package org.stockwright.valuation.internal.book;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The time zone in which the company's days begin. */
final class CompanyZone {

    private CompanyZone() {
    }

    static ZoneId read(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT zone FROM company");
            ResultSet row = select.executeQuery()) {
            return row.next() ? ZoneId.of(row.getString(1)) : ZoneOffset.UTC;
        }
    }

}
