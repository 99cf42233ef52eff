package org.stockwright.ledger.internal.stock;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.stockwright.base.Micros;
import org.stockwright.persistence.Transaction;

/** Reads and writes checkpoints. Those that are there are never changed: newer ones take their place. */
final class CheckpointRows {

    /** So many balances make a part of about 100 kB. */
    private static final int PART = 20_000;

    private final Connection connection;

    CheckpointRows(Connection connection) {
        this.connection = connection;
    }

    /** All, by rising instant. */
    List<Checkpoint> list() throws SQLException {
        List<Checkpoint> list = new ArrayList<>();
        new SqlQuery("SELECT id, effective_until, seq_until, recorded_until, movements, balances FROM stock_checkpoint "
            + "ORDER BY effective_until, id").forEach(connection,
                row -> list.add(new Checkpoint(row.getLong(1),
                    row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5), row.getInt(6))));
        return list;
    }

    /** Its figures; empty when somebody deleted it meanwhile, or its bytes are damaged. */
    Optional<Figures> figures(Checkpoint checkpoint) throws SQLException {
        Figures figures = new Figures();
        int[] balances = { 0 };
        try {
            new SqlQuery("SELECT figures FROM stock_checkpoint_part WHERE checkpoint_id = ? ORDER BY part",
                checkpoint.id()).forEach(connection, row -> balances[0] += figures.read(row.getBytes(1)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        return balances[0] == checkpoint.balances() ? Optional.of(figures) : Optional.empty();
    }

    /** Stores one with its figures. */
    static void insert(Transaction transaction, Checkpoint checkpoint, Figures figures) throws SQLException {
        List<byte[]> parts = parts(figures);
        try (PreparedStatement insert = transaction.connection().prepareStatement("INSERT INTO stock_checkpoint (id, "
            + "effective_until, seq_until, recorded_until, movements, balances, made_at) "
            + "VALUES (?, ?, ?, ?, ?, ?, ?)")) {
            insert.setLong(1, checkpoint.id());
            insert.setLong(2, checkpoint.effective());
            insert.setLong(3, checkpoint.seq());
            insert.setLong(4, checkpoint.recorded());
            insert.setLong(5, checkpoint.movements());
            insert.setInt(6, checkpoint.balances());
            insert.setLong(7, Micros.of(transaction.now()));
            insert.executeUpdate();
        }
        try (PreparedStatement insert = transaction.connection().prepareStatement(
            "INSERT INTO stock_checkpoint_part (checkpoint_id, part, figures) VALUES (?, ?, ?)")) {
            for (int part = 0; part < parts.size(); part++) {
                insert.setLong(1, checkpoint.id());
                insert.setInt(2, part);
                insert.setBytes(3, parts.get(part));
                insert.executeUpdate();
            }
        }
    }

    /** How many balances are not empty. */
    static int size(Figures figures) {
        int[] size = { 0 };
        figures.forEach((id, quantity) -> size[0]++);
        return size[0];
    }

    private static List<byte[]> parts(Figures figures) {
        List<byte[]> parts = new ArrayList<>();
        Cutter cutter = new Cutter(parts);
        figures.forEach(cutter::write);
        cutter.cut();
        return parts;
    }

    private static final class Cutter {

        private final List<byte[]> parts;
        private Figures.Writer writer = new Figures.Writer();
        private int count;

        Cutter(List<byte[]> parts) {
            this.parts = parts;
        }

        void write(long id, BigDecimal quantity) {
            writer.write(id, quantity);
            if (++count == PART) {
                cut();
            }
        }

        void cut() {
            if (count > 0) {
                parts.add(writer.bytes());
                writer = new Figures.Writer();
                count = 0;
            }
        }

    }

    /** Deletes these with their figures. */
    void delete(Collection<Checkpoint> some) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM stock_checkpoint WHERE id = ?")) {
            for (Checkpoint one : some) {
                delete.setLong(1, one.id());
                delete.executeUpdate();
            }
        }
    }

    /** Deletes all. */
    void deleteAll() throws SQLException {
        delete(list());
    }

}
