package org.stockwright.ledger.internal.seal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The stored blocks. */
final class BlockRows {

    private static final String SELECT = "SELECT number, first_seq, last_seq, movements, previous_hash, hash, prints, "
        + "sealed_at, sealed_by FROM seal_block";

    private BlockRows() {
    }

    /** The newest block; {@link Block#NONE} when there is none. Derby finds the largest number without a sort. */
    static Block newest(Connection connection) throws SQLException {
        List<Block> blocks = list(connection, " WHERE number = (SELECT MAX(number) FROM seal_block)");
        return blocks.isEmpty() ? Block.NONE : blocks.getFirst();
    }

    /** The block of this number. */
    static Optional<Block> get(Connection connection, long number) throws SQLException {
        return list(connection, " WHERE number = ?", number).stream().findFirst();
    }

    /** At most so many blocks behind this number, in order. */
    static List<Block> after(Connection connection, long number, int most) throws SQLException {
        return list(connection, " WHERE number > ? ORDER BY number FETCH FIRST " + most + " ROWS ONLY", number);
    }

    private static List<Block> list(Connection connection, String rest, long... values) throws SQLException {
        List<Block> blocks = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(SELECT + rest)) {
            for (int i = 0; i < values.length; i++) {
                select.setLong(i + 1, values[i]);
            }
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    blocks.add(new Block(row.getLong(1), row.getLong(2), row.getLong(3), row.getInt(4),
                        row.getString(5), row.getString(6), row.getBytes(7), row.getLong(8), row.getString(9)));
                }
            }
        }
        return blocks;
    }

    static void insert(Connection connection, Block block) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO seal_block (number, first_seq, "
            + "last_seq, movements, previous_hash, hash, prints, sealed_at, sealed_by) "
            + "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            insert.setLong(1, block.number());
            insert.setLong(2, block.firstSeq());
            insert.setLong(3, block.lastSeq());
            insert.setInt(4, block.movements());
            insert.setString(5, block.previous());
            insert.setString(6, block.hash());
            insert.setBytes(7, block.prints());
            insert.setLong(8, block.sealedAt());
            insert.setString(9, block.sealedBy());
            insert.executeUpdate();
        }
    }

}
