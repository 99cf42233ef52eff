package org.stockwright.service.internal.capacity;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.osgi.service.component.annotations.Component;
import org.stockwright.base.Micros;
import org.stockwright.ledger.spi.BookCheck;
import org.stockwright.service.Resource;
import org.stockwright.service.internal.capacity.Spans.Span;

/** What is booked and not done yet lies in the shifts of its resources, or says why not. */
@Component
public final class BookedInShifts implements BookCheck {

    private static final String ZONE = "SELECT zone FROM company";
    private static final String SLOTS = "SELECT s.resource_id, d.number, s.start_at, s.end_at FROM service_booking_slot s "
        + "JOIN document d ON d.id = s.document_id WHERE d.state = 'BOOKED' AND s.note = '' ORDER BY d.number, s.start_at";

    @Override
    public String name() {
        return "bookings-in-shifts-or-noted";
    }

    @Override
    public Findings run(Connection connection) throws SQLException {
        ZoneId zone = zone(connection);
        Calendar calendar = new Calendar(zone);
        Map<Long, Resource> resources = new ResourceRows(connection).all();
        List<String> wrong = new ArrayList<>();
        long rows = 0;
        try (PreparedStatement select = connection.prepareStatement(SLOTS); ResultSet row = select.executeQuery()) {
            while (row.next()) {
                rows++;
                Span time = new Span(Micros.toInstant(row.getLong(3)), Micros.toInstant(row.getLong(4)));
                Resource resource = resources.get(row.getLong(1));
                if (resource != null && !calendar.open(resource, LocalDate.ofInstant(time.from(), zone).minusDays(1),
                    LocalDate.ofInstant(time.until(), zone)).holds(time)) {
                    wrong.add(row.getString(2) + " is booked outside of the shifts of " + resource.code() + " at "
                        + time.from() + ", and nobody says why");
                }
            }
        }
        return new Findings(rows, wrong);
    }

    private static ZoneId zone(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(ZONE); ResultSet row = select.executeQuery()) {
            return row.next() ? ZoneId.of(row.getString(1)) : ZoneOffset.UTC;
        }
    }

}
