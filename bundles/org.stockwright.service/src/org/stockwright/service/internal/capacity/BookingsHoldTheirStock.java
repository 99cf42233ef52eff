package org.stockwright.service.internal.capacity;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import org.osgi.service.component.annotations.Component;
import org.stockwright.ledger.spi.BookCheck;

/**
 * What a booking holds of the ledger is given back when it ends. Materials of one whose customer came stay held as long as its case
 * is open, and a stored unit is the case's own by then.
 */
@Component
public final class BookingsHoldTheirStock implements BookCheck {

    private static final String HOLDS = "SELECT d.number, d.state, r.open_quantity, r.holder, c.is_open, s.document_id "
        + "FROM service_booking_hold h JOIN service_booking k ON k.document_id = h.document_id "
        + "JOIN document d ON d.id = h.document_id JOIN reservation r ON r.id = h.reservation_id "
        + "JOIN balance b ON b.id = r.balance_id JOIN lot l ON l.id = b.lot_id "
        + "LEFT JOIN document c ON c.id = k.case_id LEFT JOIN service_batch s ON s.item_id = b.item_id "
        + "AND s.lot_code = l.code ORDER BY d.number, r.id";

    @Override
    public String name() {
        return "bookings-hold-their-stock";
    }

    @Override
    public Findings run(Connection connection) throws SQLException {
        List<String> wrong = new ArrayList<>();
        long rows = 0;
        try (PreparedStatement select = connection.prepareStatement(HOLDS); ResultSet row = select.executeQuery()) {
            while (row.next()) {
                rows++;
                String number = row.getString(1);
                String state = row.getString(2);
                boolean isOpen = row.getBigDecimal(3).signum() != 0;
                boolean isUnit = row.getObject(6) != null;
                boolean isRight = state.equals("BOOKED") || state.equals("ARRIVED") && row.getInt(5) == 1 && !isUnit;
                if (isOpen && !isRight) {
                    wrong.add(number + " is " + state + " and still holds "
                        + row.getBigDecimal(3).stripTrailingZeros().toPlainString()
                        + (isUnit ? " stored units" : " of a material"));
                }
                if (!number.equals(row.getString(4))) {
                    wrong.add(number + " holds stock under the name " + row.getString(4));
                }
            }
        }
        return new Findings(rows, wrong);
    }

}
