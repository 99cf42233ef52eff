package org.stockwright.testkit;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.stockwright.base.ItemId;
import org.stockwright.base.LocationId;
import org.stockwright.base.Outcome;
import org.stockwright.base.PartnerId;
import org.stockwright.base.Quantity;
import org.stockwright.base.Rational;
import org.stockwright.base.Unit;
import org.stockwright.catalog.Tracking;
import org.stockwright.ledger.Ledger;
import org.stockwright.ledger.Location;
import org.stockwright.ledger.LocationKind;
import org.stockwright.ledger.Locations;
import org.stockwright.ledger.MovementKind;
import org.stockwright.ledger.MovementLine;
import org.stockwright.ledger.PostingRequest;
import org.stockwright.ledger.Reservations;
import org.stockwright.persistence.Transaction;
import org.stockwright.persistence.UnitOfWork;

/**
 * A small company in a {@link World}: the standard places and what a test adds, with short words for posting. Master
 * data is written by SQL, so that ledger tests stand on the ledger alone. Thread-safe.
 */
public final class Warehouse {

    /** Pieces: whole numbers. */
    public static final Unit PCS = new Unit("PCS", "count", Rational.ONE, 0, BigDecimal.ONE);
    /** Kilograms to the gram. */
    public static final Unit KG = Unit.of("KG", "mass", Rational.of(1000, 1), 3);
    /** Grams. */
    public static final Unit G = Unit.of("G", "mass", Rational.ONE, 0);

    private final World world;
    private final Map<String, ItemId> items = new ConcurrentHashMap<>();
    private final Map<String, Unit> units = new ConcurrentHashMap<>();

    /** Makes the standard places and the units. */
    public Warehouse(World world) {
        this.world = world;
        places().createStandard();
        List.of(PCS, KG, G).forEach(this::unit);
    }

    /** The ledger. */
    public Ledger ledger() {
        return world.service(Ledger.class);
    }

    /** The places. */
    public Locations places() {
        return world.service(Locations.class);
    }

    /** The reservations. */
    public Reservations reservations() {
        return world.service(Reservations.class);
    }

    /** The open store. */
    public UnitOfWork work() {
        return world.service(UnitOfWork.class);
    }

    private void unit(Unit unit) {
        units.put(unit.code(), unit);
        write(transaction -> {
            if (number(transaction, "SELECT COUNT(*) FROM unit WHERE code = ?", unit.code()).signum() == 0) {
                execute(transaction, "INSERT INTO unit VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0)",
                    transaction.nextId("catalog_seq"), unit.code(), unit.code(), unit.dimension(),
                    new BigDecimal(unit.factor().numerator()), new BigDecimal(unit.factor().denominator()),
                    unit.scale(), unit.step());
            }
        });
    }

    /** The unit with this code. */
    public Unit unitOf(String code) {
        return Optional.ofNullable(units.get(code)).orElseThrow(() -> new IllegalArgumentException("no unit " + code));
    }

    /** A pack of an item that scripts may name. */
    public void pack(String code, Unit base, long content) {
        units.put(code, base.pack(code, Rational.of(content, 1)));
    }

    /** Items counted in pieces, not tracked. */
    public void items(String... codes) {
        for (String code : codes) {
            item(code, PCS, Tracking.NONE, "");
        }
    }

    /** An item; a category that is not there yet is made. */
    public ItemId item(String code, Unit unit, Tracking tracking, String category) {
        long[] id = new long[1];
        write(transaction -> {
            id[0] = transaction.nextId("catalog_seq");
            Object categoryId = category.isEmpty() ? null : category(transaction, category);
            execute(transaction, "INSERT INTO item (id, code, name, category_id, unit_id, roles, tracking, active, "
                + "created_at, version) VALUES (?, ?, ?, ?, ?, '', ?, 1, 0, 0)", id[0], code, "The " + code,
                categoryId, number(transaction, "SELECT id FROM unit WHERE code = ?", unit.code()).longValue(),
                tracking.name());
        });
        ItemId item = new ItemId(id[0]);
        items.put(code, item);
        return item;
    }

    /** So many items counted in pieces, in one batch: the prefix with a number from 0. */
    public void manyItems(String prefix, int count) {
        write(transaction -> {
            long first = transaction.nextIds("catalog_seq", count);
            long unit = number(transaction, "SELECT id FROM unit WHERE code = ?", PCS.code()).longValue();
            try (PreparedStatement insert = transaction.connection().prepareStatement("INSERT INTO item (id, code, "
                + "name, unit_id, roles, tracking, active, created_at, version) "
                + "VALUES (?, ?, ?, ?, '', 'NONE', 1, 0, 0)")) {
                for (int i = 0; i < count; i++) {
                    insert.setLong(1, first + i);
                    insert.setString(2, prefix + i);
                    insert.setString(3, prefix + i);
                    insert.setLong(4, unit);
                    insert.addBatch();
                    items.put(prefix + i, new ItemId(first + i));
                }
                insert.executeBatch();
            }
        });
    }

    /** Takes the items that are in the book already by their codes. */
    public void knownItems() {
        items.putAll(work().read(transaction -> {
            Map<String, ItemId> known = new HashMap<>();
            try (PreparedStatement select = transaction.connection().prepareStatement("SELECT code, id FROM item");
                ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    known.put(row.getString(1), new ItemId(row.getLong(2)));
                }
            }
            return known;
        }));
    }

    private static Long category(Transaction transaction, String path) throws SQLException {
        BigDecimal known = number(transaction, "SELECT COALESCE(MAX(id), 0) FROM category WHERE path = ?", path);
        if (known.signum() > 0) {
            return known.longValue();
        }
        int cut = path.lastIndexOf('/');
        Object parent = cut < 0 ? null : category(transaction, path.substring(0, cut));
        long id = transaction.nextId("catalog_seq");
        execute(transaction, "INSERT INTO category VALUES (?, ?, ?, ?, NULL, 0)", id, parent,
            path.substring(cut + 1), path);
        return id;
    }

    /** Changes an item's column by SQL. */
    public void setItem(String code, String column, Object value) {
        write(transaction -> execute(transaction, "UPDATE item SET " + column + " = ? WHERE code = ?", value, code));
    }

    /** The number of an item's category. */
    public long categoryOf(String code) {
        return work().read(transaction -> number(transaction, "SELECT category_id FROM item WHERE code = ?", code))
            .longValue();
    }

    /** Bins in the main warehouse. */
    public void bins(String... codes) {
        List<Locations.Draft> drafts = new ArrayList<>();
        for (String code : codes) {
            drafts.add(Locations.Draft.of(code, code, "MAIN", LocationKind.BIN));
        }
        places().saveAll(drafts).value();
    }

    /** The item that a test made. */
    public ItemId itemOf(String code) {
        return Optional.ofNullable(items.get(code)).orElseThrow(() -> new IllegalArgumentException("no item " + code));
    }

    /** The place with this code. */
    public Location place(String code) {
        return places().byCode(code).orElseThrow(() -> new IllegalArgumentException("no place " + code));
    }

    /** A line whose kind follows from its places. */
    public MovementLine line(String from, String to, String item, Quantity quantity) {
        Location start = place(from);
        Location end = place(to);
        return MovementLine.of(kind(start.kind(), end.kind()), itemOf(item), quantity, Optional.of(start.id()),
            Optional.of(end.id()));
    }

    /** A line of so many pieces. */
    public MovementLine line(String from, String to, String item, long pieces) {
        return line(from, to, item, Quantity.of(pieces, PCS));
    }

    /** A posting that is effective now. */
    public PostingRequest request(String key, MovementLine... lines) {
        return new PostingRequest(key, world.clock().instant(), List.of(lines), "", "", "");
    }

    /** The kind that goes between such places. */
    public static MovementKind kind(LocationKind from, LocationKind to) {
        return switch (from) {
            case SUPPLIER -> MovementKind.RECEIPT;
            case CUSTOMER -> MovementKind.RETURN_IN;
            case COUNT_DIFFERENCE -> MovementKind.ADJUST;
            case CONVERSION -> MovementKind.PRODUCE;
            default -> switch (to) {
                case CONVERSION -> MovementKind.CONSUME;
                case SUPPLIER -> MovementKind.RETURN_OUT;
                case CUSTOMER -> MovementKind.ISSUE;
                case SCRAP -> MovementKind.SCRAP;
                case COUNT_DIFFERENCE -> MovementKind.ADJUST;
                default -> MovementKind.TRANSFER;
            };
        };
    }

    /** What lies at the very place, in the item's base unit, by the balances. */
    public BigDecimal onHand(String place, String item) {
        return sum("on_hand", place(place).id(), itemOf(item));
    }

    /** What is held at the very place, in the item's base unit, by the balances. */
    public BigDecimal reserved(String place, String item) {
        return sum("reserved", place(place).id(), itemOf(item));
    }

    private BigDecimal sum(String column, LocationId place, ItemId item) {
        return work().read(transaction -> number(transaction, "SELECT COALESCE(SUM(" + column
            + "), 0) FROM balance WHERE location_id = ? AND item_id = ?", place.value(), item.value()));
    }

    /** How many rows a table has. */
    public long rows(String table) {
        return work().read(transaction -> number(transaction, "SELECT COUNT(*) FROM " + table)).longValue();
    }

    /** A partner who owns stock, written by SQL. */
    public PartnerId owner(String code) {
        long[] id = new long[1];
        write(transaction -> {
            id[0] = transaction.nextId("catalog_seq");
            execute(transaction, "INSERT INTO partner VALUES (?, ?, ?, 'owner', NULL, 1, 0)", id[0], code, code);
        });
        return new PartnerId(id[0]);
    }

    /** Something done by SQL. */
    @FunctionalInterface
    private interface Writing {

        void in(Transaction transaction) throws SQLException;

    }

    private void write(Writing writing) {
        work().write(transaction -> {
            writing.in(transaction);
            return Outcome.done(Boolean.TRUE);
        }).value();
    }

    private static void execute(Transaction transaction, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = transaction.connection().prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                if (values[i] == null) {
                    statement.setNull(i + 1, java.sql.Types.BIGINT);
                } else {
                    statement.setObject(i + 1, values[i]);
                }
            }
            statement.executeUpdate();
        }
    }

    private static BigDecimal number(Transaction transaction, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = transaction.connection().prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? row.getBigDecimal(1).stripTrailingZeros() : BigDecimal.ZERO;
            }
        }
    }

}
