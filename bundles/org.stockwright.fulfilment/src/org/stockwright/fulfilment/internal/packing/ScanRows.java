package org.stockwright.fulfilment.internal.packing;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.stockwright.base.Micros;
import org.stockwright.base.StoredText;
import org.stockwright.fulfilment.Packing.ScanFigure;
import org.stockwright.fulfilment.PackingSession;
import org.stockwright.persistence.Transaction;

/** The rows of scans at packing tables. */
final class ScanRows {

    /** The outcome of an order that was closed in spite of a mismatch. */
    static final String OVERRIDE = "OVERRIDE";

    private static final int MAX_TEXT = 600;

    private final Transaction transaction;

    ScanRows(Transaction transaction) {
        this.transaction = transaction;
    }

    void add(PackingSession session, String scanned, String outcome, String detail) throws SQLException {
        try (PreparedStatement insert = transaction.connection().prepareStatement("INSERT INTO pack_scan (id, "
            + "order_id, session, scanned, outcome, detail, user_name, recorded_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)")) {
            insert.setLong(1, transaction.nextId("shipping_seq"));
            insert.setLong(2, session.order().value());
            insert.setString(3, session.id());
            insert.setString(4, cut(scanned));
            insert.setString(5, outcome);
            insert.setString(6, cut(detail));
            insert.setString(7, transaction.user());
            insert.setLong(8, Micros.of(transaction.now()));
            insert.executeUpdate();
        }
    }

    private static String cut(String text) {
        String sound = StoredText.mended(text);
        return sound.length() <= MAX_TEXT ? sound : sound.substring(0, MAX_TEXT - 1) + "…";
    }

    /** Counts by day and user. */
    private static final class Count {

        private int scans;
        private int notInOrder;
        private int tooMany;
        private int wrongLotOrBin;
        private int overrides;

        private void add(String outcome) {
            switch (outcome) {
                case "ITEM_NOT_IN_ORDER" -> notInOrder++;
                case "QUANTITY_EXCEEDS_ORDER" -> tooMany++;
                case "WRONG_LOT_OR_BIN" -> wrongLotOrBin++;
                case OVERRIDE -> overrides++;
                default -> {
                    // a right one
                }
            }
            if (!outcome.equals(OVERRIDE) && !outcome.equals(PackingSession.Kind.PUT_ASIDE.name())) {
                scans++;
            }
        }

        private ScanFigure figure(LocalDate day, String user) {
            return new ScanFigure(day, user, scans, notInOrder, tooMany, wrongLotOrBin, overrides);
        }

    }

    List<ScanFigure> figures(Instant from, Instant before, ZoneId zone) throws SQLException {
        Map<LocalDate, Map<String, Count>> counts = new TreeMap<>(Comparator.reverseOrder());
        try (PreparedStatement select = transaction.connection().prepareStatement("SELECT user_name, outcome, "
            + "recorded_at FROM pack_scan WHERE recorded_at >= ? AND recorded_at < ?")) {
            select.setLong(1, Micros.of(from));
            select.setLong(2, Micros.of(before));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    LocalDate day = Micros.toInstant(row.getLong(3)).atZone(zone).toLocalDate();
                    counts.computeIfAbsent(day, one -> new TreeMap<>())
                        .computeIfAbsent(row.getString(1), user -> new Count()).add(row.getString(2));
                }
            }
        }
        List<ScanFigure> figures = new ArrayList<>();
        counts.forEach((day, users) -> users.forEach((user, count) -> figures.add(count.figure(day, user))));
        return figures;
    }

}
