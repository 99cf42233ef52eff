package org.stockwright.fulfilment.internal.kits;

import java.math.BigDecimal;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import org.stockwright.base.ItemId;
import org.stockwright.base.Micros;
import org.stockwright.persistence.BulkSelect;
import org.stockwright.persistence.Transaction;

/** Reads and writes kits. */
final class KitRows {

    private static final String SELECT = "SELECT k.id, k.item_id, k.valid_from, k.is_virtual, c.item_id, c.quantity "
        + "FROM kit k JOIN kit_component c ON c.kit_id = k.id";

    private final Transaction transaction;
    private final BulkSelect kits;

    /** As they are stored: whoever keeps what he reads waits for those who save, or only try, another version. */
    KitRows(Transaction transaction) {
        this(transaction, new BulkSelect(transaction));
    }

    private KitRows(Transaction transaction, BulkSelect kits) {
        this.transaction = transaction;
        this.kits = kits;
    }

    /** For who only looks: on Derby {@link #on} waits for nobody. */
    static KitRows unlocked(Transaction transaction) {
        return new KitRows(transaction, BulkSelect.unlocked(transaction));
    }

    /** All versions of all kits, by item and first day. */
    List<Kit> all() throws SQLException {
        List<Row> rows = new ArrayList<>();
        try (PreparedStatement select = transaction.connection()
            .prepareStatement(SELECT + " ORDER BY k.item_id, k.valid_from, c.line");
            ResultSet row = select.executeQuery()) {
            while (row.next()) {
                rows.add(Row.of(row));
            }
        }
        return kits(rows);
    }

    /** The versions that hold on a day, of these items and of the kits that they are made of. */
    Map<ItemId, Kit> on(LocalDate day, Collection<ItemId> items) throws SQLException {
        Map<ItemId, Kit> result = new HashMap<>();
        Set<ItemId> asked = new HashSet<>();
        Set<ItemId> next = new HashSet<>(items);
        while (!next.isEmpty()) {
            asked.addAll(next);
            Set<ItemId> parts = new HashSet<>();
            for (Kit kit : of(next)) {
                if (!kit.from().isAfter(day)) {
                    result.put(kit.item(), kit);
                    kit.parts().forEach(part -> parts.add(part.item()));
                }
            }
            parts.removeAll(asked);
            next = parts;
        }
        return result;
    }

    private List<Kit> of(Collection<ItemId> items) throws SQLException {
        List<Row> rows = new ArrayList<>();
        kits.each(SELECT + " WHERE k.item_id IN ",
            items.stream().map(ItemId::value).toList(), " ORDER BY k.item_id, k.valid_from, c.line",
            row -> rows.add(Row.of(row)));
        return kits(rows);
    }

    private record Row(long kit, long item, LocalDate from, boolean virtual, long part, BigDecimal quantity) {

        static Row of(ResultSet row) throws SQLException {
            return new Row(row.getLong(1), row.getLong(2), row.getDate(3).toLocalDate(), row.getInt(4) == 1,
                row.getLong(5), row.getBigDecimal(6).stripTrailingZeros());
        }

    }

    private static List<Kit> kits(List<Row> rows) {
        Map<Long, List<Row>> byKit = new TreeMap<>();
        rows.forEach(row -> byKit.computeIfAbsent(row.kit(), id -> new ArrayList<>()).add(row));
        List<Kit> result = new ArrayList<>();
        for (List<Row> some : byKit.values()) {
            Row first = some.getFirst();
            result.add(new Kit(new ItemId(first.item()), first.from(), first.virtual(),
                some.stream().map(row -> new Kit.Part(new ItemId(row.part()), row.quantity())).toList()));
        }
        result.sort(java.util.Comparator.comparing(Kit::item).thenComparing(Kit::from));
        return result;
    }

    /** Stores a version, in place of the one that begins on the same day. */
    void save(Kit kit) throws SQLException {
        Optional<Long> known = remove(kit.item(), kit.from());
        long id = known.isPresent() ? known.get() : transaction.nextId("fulfilment_seq");
        try (PreparedStatement insert = transaction.connection().prepareStatement(
            "INSERT INTO kit (id, item_id, valid_from, is_virtual, user_name, changed_at) VALUES (?, ?, ?, ?, ?, ?)")) {
            insert.setLong(1, id);
            insert.setLong(2, kit.item().value());
            insert.setDate(3, Date.valueOf(kit.from()));
            insert.setInt(4, kit.virtual() ? 1 : 0);
            insert.setString(5, transaction.user());
            insert.setLong(6, Micros.of(transaction.now()));
            insert.executeUpdate();
        }
        try (PreparedStatement insert = transaction.connection()
            .prepareStatement("INSERT INTO kit_component (kit_id, line, item_id, quantity) VALUES (?, ?, ?, ?)")) {
            int line = 0;
            for (Kit.Part part : kit.parts()) {
                line++;
                insert.setLong(1, id);
                insert.setInt(2, line);
                insert.setLong(3, part.item().value());
                insert.setBigDecimal(4, part.quantity());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** Takes the version away that begins on a day, and tells its number. */
    Optional<Long> remove(ItemId item, LocalDate from) throws SQLException {
        Optional<Long> id = Optional.empty();
        try (PreparedStatement select = transaction.connection()
            .prepareStatement("SELECT id FROM kit WHERE item_id = ? AND valid_from = ?")) {
            select.setLong(1, item.value());
            select.setDate(2, Date.valueOf(from));
            try (ResultSet row = select.executeQuery()) {
                if (row.next()) {
                    id = Optional.of(row.getLong(1));
                }
            }
        }
        if (id.isPresent()) {
            // the kit before its components, as those who read lock them
            for (String sql : List.of("UPDATE kit SET changed_at = changed_at WHERE id = ?",
                "DELETE FROM kit_component WHERE kit_id = ?", "DELETE FROM kit WHERE id = ?")) {
                try (PreparedStatement delete = transaction.connection().prepareStatement(sql)) {
                    delete.setLong(1, id.get());
                    delete.executeUpdate();
                }
            }
        }
        return id;
    }

}
