package org.stockwright.fulfilment.internal.channels;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import org.osgi.service.component.annotations.Component;
import org.stockwright.ledger.spi.BookCheck;

/** What a channel's message is said to have become is there, and the message is done. */
@Component
public final class SettledMessages implements BookCheck {

    private static final String SELECT = "SELECT c.code, s.subject, m.state, d.id, p.id FROM channel_settled s "
        + "JOIN channel c ON c.id = s.channel_id JOIN channel_message m ON m.id = s.message_id "
        + "LEFT JOIN document d ON d.number = s.result AND d.kind = 'customer-order' "
        + "LEFT JOIN posting p ON p.posting_key = 'channel:' || c.code || ':' || s.subject ORDER BY c.code, s.subject";

    @Override
    public String name() {
        return "settled-messages-have-their-order-or-sale";
    }

    @Override
    public Findings run(Connection connection) throws SQLException {
        long rows = 0;
        List<String> wrong = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(SELECT); ResultSet row = select.executeQuery()) {
            while (row.next()) {
                rows++;
                String what = row.getString(2) + " of " + row.getString(1);
                boolean missing = row.getObject(row.getString(2).startsWith("sale:") ? 5 : 4) == null;
                if (missing || !"DONE".equals(row.getString(3))) {
                    wrong.add(what + (missing ? " is settled, but not there" : " is settled by a message that is "
                        + row.getString(3)));
                }
            }
        }
        return new Findings(rows, wrong);
    }

}
