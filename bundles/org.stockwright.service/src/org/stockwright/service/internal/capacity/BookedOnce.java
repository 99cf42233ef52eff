package org.stockwright.service.internal.capacity;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import org.osgi.service.component.annotations.Component;
import org.stockwright.base.Micros;
import org.stockwright.ledger.spi.BookCheck;

/** No resource is booked for two things at a time. */
@Component
public final class BookedOnce implements BookCheck {

    private static final String SLOTS = "SELECT s.resource_id, r.code, d.number, s.start_at, s.end_at "
        + "FROM service_booking_slot s JOIN service_resource r ON r.id = s.resource_id "
        + "JOIN document d ON d.id = s.document_id ORDER BY s.resource_id, s.start_at, s.end_at, d.number";

    @Override
    public String name() {
        return "resources-booked-once-at-a-time";
    }

    @Override
    public Findings run(Connection connection) throws SQLException {
        List<String> wrong = new ArrayList<>();
        long rows = 0;
        try (PreparedStatement select = connection.prepareStatement(SLOTS); ResultSet row = select.executeQuery()) {
            long resource = 0;
            long until = 0;
            String number = "";
            while (row.next()) {
                rows++;
                if (row.getLong(1) == resource && row.getLong(4) < until) {
                    wrong.add(row.getString(2) + " is booked for " + number + " and " + row.getString(3) + " at "
                        + Micros.toInstant(row.getLong(4)));
                }
                if (row.getLong(1) != resource || row.getLong(5) > until) {
                    until = row.getLong(5);
                    number = row.getString(3);
                }
                resource = row.getLong(1);
            }
        }
        return new Findings(rows, wrong);
    }

}
