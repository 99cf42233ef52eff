package org.stockwright.bench.internal;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.IntToLongFunction;
import java.util.function.ToLongFunction;

import org.stockwright.base.Outcome;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentLine;
import org.stockwright.persistence.Transaction;
import org.stockwright.persistence.UnitOfWork;

/**
 * Plain statements that write what an order leaves behind on its way: the same tables, as many rows, in as many transactions
 * as the services take. Nothing is looked up or checked but what the database checks.
 */
final class OutgoingRows {

    private static final String HASH = "0".repeat(64);
    private static final String DOCUMENTS = "document_seq";
    private static final String RESERVATIONS = "reservation_seq";

    private final UnitOfWork work;
    private final long customer;
    private final long staging;
    private final long away;

    /** Ships to a customer by a staging place. */
    OutgoingRows(UnitOfWork work, long customer, long staging, long away) {
        this.work = work;
        this.customer = customer;
        this.staging = staging;
        this.away = away;
    }

    /** A line: one piece of an item, its balance in the bin and at the staging place. */
    record Piece(long item, long bin, long staged) {
    }

    /** What was stored of a document. */
    private record Paper(long id, long firstLine) {
    }

    /** Takes an order its whole way and returns the shipment's number. */
    long ship(String key, List<Piece> pieces) {
        List<Long> bins = pieces.stream().map(Piece::bin).toList();
        List<Long> staged = pieces.stream().map(Piece::staged).toList();
        Paper order = done(step -> step.document("customer-order", "SO", key, pieces, 0));
        done(step -> step.hold(key + "-a", bins, order, pieces.size()));
        Paper list = done(step -> {
            Paper made = step.document("pick-list", "PL", key + "-l", pieces, order.firstLine());
            step.pickLines(made, key + "-a", pieces.size());
            return made;
        });
        done(step -> step.state(list, "RELEASED"));
        done(step -> {
            step.move(key + "-p", "TRANSFER", pieces, bins, staged, true);
            step.pass(key + "-a", bins, key + "-b", staged, order, "PICKED");
            step.flow(list, "PICKED", pieces.size());
            step.flow(order, "PICKED", pieces.size());
            step.action(key + "-p", list);
            step.state(order, "IN_PICKING");
            return step.state(list, "PICKED");
        });
        List<Long> packed = done(step -> {
            long unit = step.handlingUnit(key);
            List<Long> inside = step.balances(pieces, unit);
            step.move(key + "-k", "TRANSFER", pieces, staged, inside, true);
            step.pass(key + "-b", staged, key + "-c", inside, order, "PACKED");
            step.packed(key, order, pieces);
            step.flow(order, "PACKED", pieces.size());
            step.action(key + "-k", order);
            step.event(order.id(), "packed", "IN_PICKING");
            return inside;
        });
        return done(step -> {
            step.move(key + "-s", "ISSUE", pieces, packed, step.leave(pieces), false);
            step.taken(key + "-c", packed);
            Paper shipment = step.document("shipment", "SH", key + "-h", pieces, order.firstLine());
            step.flow(order, "SHIPPED", pieces.size());
            step.state(order, "SHIPPED");
            return shipment;
        }).id();
    }

    /** Holds a piece for each line of these orders in one transaction; returns how many. */
    long allocate(String key, List<Document> orders, ToLongFunction<DocumentLine> balanceOf) {
        return done(step -> {
            TreeMap<Long, Long> sums = new TreeMap<>();
            orders.forEach(order -> order.lines()
                .forEach(line -> sums.merge(balanceOf.applyAsLong(line), 1L, Long::sum)));
            List<Long> balances = List.copyOf(sums.keySet());
            step.batch("UPDATE balance SET reserved = reserved + ? WHERE id = ? AND on_hand - reserved >= ?",
                balances.size(), (row, i) -> {
                    BigDecimal pieces = BigDecimal.valueOf(sums.getOrDefault(balances.get(i), 0L));
                    row.setBigDecimal(1, pieces);
                    row.setLong(2, balances.get(i));
                    row.setBigDecimal(3, pieces);
                });
            long held = 0;
            for (Document order : orders) {
                Paper paper = new Paper(order.id().value(), order.lines().getFirst().id().value());
                step.reservations(key + order.number() + "-",
                    order.lines().stream().map(balanceOf::applyAsLong).toList(), paper, "HELD");
                step.flow(paper, "ALLOCATED", order.lines().size());
                step.state(paper, "ALLOCATED");
                held += order.lines().size();
            }
            return held;
        });
    }

    /** Writes rows of one transaction. */
    @FunctionalInterface
    private interface Writing<T> {

        T by(Step step) throws SQLException;

    }

    private <T> T done(Writing<T> writing) {
        return work.write(transaction -> Outcome.done(writing.by(new Step(transaction)))).value();
    }

    /** Fills in a statement for the n-th row. */
    @FunctionalInterface
    private interface Row {

        void fill(PreparedStatement statement, int index) throws SQLException;

    }

    /** One transaction. */
    private final class Step {

        private final Transaction transaction;
        private final Connection connection;
        private final long now;

        private Step(Transaction transaction) {
            this.transaction = transaction;
            this.connection = transaction.connection();
            this.now = ChronoUnit.MICROS.between(Instant.EPOCH, transaction.now());
        }

        private void batch(String sql, int count, Row row) throws SQLException {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                for (int i = 0; i < count; i++) {
                    row.fill(statement, i);
                    statement.addBatch();
                }
                for (int changed : statement.executeBatch()) {
                    if (changed == 0) {
                        throw new IllegalStateException("a benchmark row takes more than there is");
                    }
                }
            }
        }

        private String number(String series) throws SQLException {
            try (
                PreparedStatement update = connection
                    .prepareStatement("UPDATE number_series SET next_number = next_number + 1 WHERE code = ?");
                PreparedStatement insert = connection
                    .prepareStatement("INSERT INTO number_series (code, next_number) VALUES (?, 2)");
                PreparedStatement select = connection
                    .prepareStatement("SELECT next_number FROM number_series WHERE code = ?")) {
                update.setString(1, series);
                if (update.executeUpdate() == 0) {
                    insert.setString(1, series);
                    insert.executeUpdate();
                }
                select.setString(1, series);
                try (ResultSet row = select.executeQuery()) {
                    row.next();
                    return String.format("%s-%06d", series, row.getLong(1) - 1);
                }
            }
        }

        private Paper document(String kind, String series, String key, List<Piece> pieces, long source)
            throws SQLException {
            String number = number(series);
            long id = transaction.nextId(DOCUMENTS);
            long line = transaction.nextIds(DOCUMENTS, pieces.size());
            batch("INSERT INTO document (id, kind, number, document_key, content_hash, state, is_open, partner_id, "
                + "address_code, reference, currency, effective_at, priority, department, cost_centre, carrier_id, "
                + "tracking, revision, user_name, created_at, changed_at) VALUES (?, ?, ?, ?, ?, 'MADE', 0, ?, '', '', "
                + "'EUR', ?, 0, '', '', 0, '', 0, ?, ?, ?)", 1, (row, i) -> {
                    row.setLong(1, id);
                    row.setString(2, kind);
                    row.setString(3, number);
                    row.setString(4, key);
                    row.setString(5, HASH);
                    row.setLong(6, customer);
                    row.setLong(7, now);
                    row.setString(8, transaction.user());
                    row.setLong(9, now);
                    row.setLong(10, now);
                });
            batch("INSERT INTO document_line (id, document_id, line, item_id, quantity, entered_quantity, "
                + "entered_unit, lot, note, source_line_id) VALUES (?, ?, ?, ?, 1, 1, 'EA', '', '', ?)", pieces.size(),
                (row, i) -> {
                    row.setLong(1, line + i);
                    row.setLong(2, id);
                    row.setInt(3, i + 1);
                    row.setLong(4, pieces.get(i).item());
                    if (source == 0) {
                        row.setNull(5, Types.BIGINT);
                    } else {
                        row.setLong(5, source + i);
                    }
                });
            event(id, "made", "MADE");
            return new Paper(id, line);
        }

        private void event(long document, String action, String state) throws SQLException {
            long id = transaction.nextId(DOCUMENTS);
            batch("INSERT INTO document_event (id, document_id, action, state, detail, user_name, recorded_at) "
                + "VALUES (?, ?, ?, ?, '', ?, ?)", 1, (row, i) -> {
                    row.setLong(1, id);
                    row.setLong(2, document);
                    row.setString(3, action);
                    row.setString(4, state);
                    row.setString(5, transaction.user());
                    row.setLong(6, now);
                });
        }

        private long state(Paper paper, String state) throws SQLException {
            batch("UPDATE document SET state = ?, changed_at = ? WHERE id = ?", 1, (row, i) -> {
                row.setString(1, state);
                row.setLong(2, now);
                row.setLong(3, paper.id());
            });
            event(paper.id(), "state", state);
            return paper.id();
        }

        private void flow(Paper paper, String step, int lines) throws SQLException {
            long id = transaction.nextIds("document_flow_seq", lines);
            batch("INSERT INTO document_flow (id, line_id, step, quantity, effective_at, recorded_at, user_name) "
                + "VALUES (?, ?, ?, 1, ?, ?, ?)", lines, (row, i) -> {
                    row.setLong(1, id + i);
                    row.setLong(2, paper.firstLine() + i);
                    row.setString(3, step);
                    row.setLong(4, now);
                    row.setLong(5, now);
                    row.setString(6, transaction.user());
                });
        }

        /** What makes a step that comes again be known. */
        private void action(String key, Paper paper) throws SQLException {
            batch("INSERT INTO fulfilment_action (action_key, content_hash, document_id, user_name, recorded_at) "
                + "VALUES (?, ?, ?, ?, ?)", 1, (row, i) -> {
                    row.setString(1, key);
                    row.setString(2, HASH);
                    row.setLong(3, paper.id());
                    row.setString(4, transaction.user());
                    row.setLong(5, now);
                });
        }

        private long hold(String key, List<Long> balances, Paper order, int lines) throws SQLException {
            batch("UPDATE balance SET reserved = reserved + 1 WHERE id = ? AND on_hand - reserved >= 1", lines,
                (row, i) -> row.setLong(1, balances.get(i)));
            reservations(key, balances, order, "HELD");
            flow(order, "ALLOCATED", lines);
            return state(order, "ALLOCATED");
        }

        private void reservations(String key, List<Long> balances, Paper order, String stage) throws SQLException {
            int lines = balances.size();
            long id = transaction.nextIds(RESERVATIONS, lines);
            batch(
                "INSERT INTO reservation (id, reservation_key, balance_id, quantity, open_quantity, holder, user_name, "
                    + "created_at) VALUES (?, ?, ?, 1, 1, ?, ?, ?)",
                lines, (row, i) -> {
                    row.setLong(1, id + i);
                    row.setString(2, key + i);
                    row.setLong(3, balances.get(i));
                    row.setString(4, key);
                    row.setString(5, transaction.user());
                    row.setLong(6, now);
                });
            events(lines, i -> id + i, balances, "HELD", BigDecimal.ONE);
            batch("INSERT INTO allocation (reservation_key, document_id, line_id, stage) VALUES (?, ?, ?, ?)", lines,
                (row, i) -> {
                    row.setString(1, key + i);
                    row.setLong(2, order.id());
                    row.setLong(3, order.firstLine() + i);
                    row.setString(4, stage);
                });
        }

        private void events(int lines, IntToLongFunction reservation, List<Long> balances,
            String kind, BigDecimal delta) throws SQLException {
            long id = transaction.nextIds(RESERVATIONS, lines);
            batch("INSERT INTO reservation_event (id, reservation_id, balance_id, kind, delta, user_name, recorded_at) "
                + "VALUES (?, ?, ?, ?, ?, ?, ?)", lines, (row, i) -> {
                    row.setLong(1, id + i);
                    row.setLong(2, reservation.applyAsLong(i));
                    row.setLong(3, balances.get(i));
                    row.setString(4, kind);
                    row.setBigDecimal(5, delta);
                    row.setString(6, transaction.user());
                    row.setLong(7, now);
                });
        }

        /** What is held goes to another place with its stock. */
        private void pass(String key, List<Long> from, String newKey, List<Long> to, Paper order, String stage)
            throws SQLException {
            taken(key, from);
            reservations(newKey, to, order, stage);
        }

        /** What is held was posted. */
        private void taken(String key, List<Long> balances) throws SQLException {
            List<Long> ids = new ArrayList<>();
            try (PreparedStatement select = connection
                .prepareStatement("SELECT id FROM reservation WHERE reservation_key = ?")) {
                for (int i = 0; i < balances.size(); i++) {
                    select.setString(1, key + i);
                    try (ResultSet row = select.executeQuery()) {
                        row.next();
                        ids.add(row.getLong(1));
                    }
                }
            }
            batch("UPDATE reservation SET open_quantity = open_quantity - 1 WHERE id = ?", ids.size(),
                (row, i) -> row.setLong(1, ids.get(i)));
            events(ids.size(), ids::get, balances, "POSTED", BigDecimal.ONE.negate());
        }

        private void pickLines(Paper list, String key, int lines) throws SQLException {
            batch("INSERT INTO pick_line (line_id, reservation_key, tote) VALUES (?, ?, '')", lines, (row, i) -> {
                row.setLong(1, list.firstLine() + i);
                row.setString(2, key + i);
            });
        }

        private long handlingUnit(String code) throws SQLException {
            long id = transaction.nextId("catalog_seq");
            batch("INSERT INTO handling_unit (id, code, created_at) VALUES (?, ?, ?)", 1, (row, i) -> {
                row.setLong(1, id);
                row.setString(2, code);
                row.setLong(3, now);
            });
            return id;
        }

        private List<Long> balances(List<Piece> pieces, long unit) throws SQLException {
            return balances(pieces, unit, staging, 1);
        }

        /** Where goods go to, away from us. */
        private List<Long> leave(List<Piece> pieces) throws SQLException {
            List<Long> found = new ArrayList<>();
            try (PreparedStatement select = connection.prepareStatement("SELECT id FROM balance WHERE item_id = ? "
                + "AND location_id = ? AND lot_id = 0 AND owner_id = 0 AND status = 'AVAILABLE' "
                + "AND handling_unit_id = 0")) {
                for (Piece piece : pieces) {
                    select.setLong(1, piece.item());
                    select.setLong(2, away);
                    try (ResultSet row = select.executeQuery()) {
                        row.next();
                        found.add(row.getLong(1));
                    }
                }
            }
            return found;
        }

        private List<Long> balances(List<Piece> pieces, long unit, long place, int kept) throws SQLException {
            long first = transaction.nextIds("balance_seq", pieces.size());
            batch("INSERT INTO balance VALUES (?, ?, ?, 0, 0, 'AVAILABLE', ?, ?, 0, 0, 0)", pieces.size(), (row, i) -> {
                row.setLong(1, first + i);
                row.setLong(2, pieces.get(i).item());
                row.setLong(3, place);
                row.setLong(4, unit);
                row.setInt(5, kept);
            });
            List<Long> ids = new ArrayList<>();
            for (int i = 0; i < pieces.size(); i++) {
                ids.add(first + i);
            }
            return ids;
        }

        private void packed(String key, Paper order, List<Piece> pieces) throws SQLException {
            long unit = transaction.nextId("shipping_seq");
            batch("INSERT INTO packed_unit (id, code, rule_code, level, order_id, location_id, tare_weight, state, "
                + "user_name, created_at) VALUES (?, ?, '', 2, ?, ?, 0, 'SHIPPED', ?, ?)", 1, (row, i) -> {
                    row.setLong(1, unit);
                    row.setString(2, key);
                    row.setLong(3, order.id());
                    row.setLong(4, staging);
                    row.setString(5, transaction.user());
                    row.setLong(6, now);
                });
            long id = transaction.nextIds("shipping_seq", pieces.size());
            batch("INSERT INTO packed_content (id, unit_id, order_line_id, item_id, lot, quantity, reservation_key) "
                + "VALUES (?, ?, ?, ?, '', 1, ?)", pieces.size(), (row, i) -> {
                    row.setLong(1, id + i);
                    row.setLong(2, unit);
                    row.setLong(3, order.firstLine() + i);
                    row.setLong(4, pieces.get(i).item());
                    row.setString(5, key + "-c" + i);
                });
        }

        /** One posting of a piece each; what is held moves along. */
        private void move(String key, String kind, List<Piece> pieces, List<Long> from, List<Long> to, boolean kept)
            throws SQLException {
            int lines = pieces.size();
            batch("UPDATE balance SET on_hand = on_hand - 1, reserved = reserved - 1 WHERE id = ? AND on_hand >= 1",
                lines,
                (row, i) -> row.setLong(1, from.get(i)));
            if (kept) {
                batch("UPDATE balance SET on_hand = on_hand + 1, reserved = reserved + 1 WHERE id = ?", lines,
                    (row, i) -> row.setLong(1, to.get(i)));
            }
            long posting = transaction.nextId("posting_seq");
            long seq = transaction.nextIds("movement_seq", lines);
            batch("INSERT INTO posting (id, posting_key, content_hash, reference, user_name, recorded_at) "
                + "VALUES (?, ?, ?, ?, ?, ?)", 1, (row, i) -> {
                    row.setLong(1, posting);
                    row.setString(2, key);
                    row.setString(3, HASH);
                    row.setString(4, key);
                    row.setString(5, transaction.user());
                    row.setLong(6, now);
                });
            batch(
                "INSERT INTO movement (seq, posting_id, line, kind, item_id, from_balance_id, to_balance_id, quantity, "
                    + "entered_quantity, entered_unit, effective_at, recorded_at) "
                    + "VALUES (?, ?, ?, ?, ?, ?, ?, 1, 1, 'EA', ?, ?)",
                lines, (row, i) -> {
                    row.setLong(1, seq + i);
                    row.setLong(2, posting);
                    row.setInt(3, i + 1);
                    row.setString(4, kind);
                    row.setLong(5, pieces.get(i).item());
                    row.setLong(6, from.get(i));
                    row.setLong(7, to.get(i));
                    row.setLong(8, now);
                    row.setLong(9, now);
                });
            if (!kept) {
                long entry = transaction.nextIds("movement_seq", lines);
                try (ValueRows values = new ValueRows(transaction)) {
                    for (int i = 0; i < lines; i++) {
                        values.add(entry + i, pieces.get(i).item(), seq + i, now, now);
                    }
                    values.write();
                }
            }
        }

    }

}
