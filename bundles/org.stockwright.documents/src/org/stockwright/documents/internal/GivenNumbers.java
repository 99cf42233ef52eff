package org.stockwright.documents.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.Consumer;

import org.osgi.service.component.annotations.Component;
import org.stockwright.ledger.spi.NumberUse;

/** The numbers of documents: {@code verify} proves that no series has a gap. */
@Component
public final class GivenNumbers implements NumberUse {

    @Override
    public void each(Connection connection, Consumer<String> numbers) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT number FROM document");
            ResultSet row = select.executeQuery()) {
            while (row.next()) {
                numbers.accept(row.getString(1));
            }
        }
    }

}
