package org.stockwright.ledger.internal.limits;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;

import org.stockwright.base.ChangeListener.Topic;
import org.stockwright.base.ItemId;
import org.stockwright.base.LocationId;
import org.stockwright.base.Outcome;
import org.stockwright.base.Quantity;
import org.stockwright.base.Refusal;
import org.stockwright.base.Unit;
import org.stockwright.catalog.CatalogRefusal;
import org.stockwright.catalog.HandlingClass;
import org.stockwright.ledger.BinLimits.BinLimit;
import org.stockwright.ledger.LedgerRefusal;
import org.stockwright.ledger.Location;
import org.stockwright.ledger.internal.limits.LimitRows.Stored;
import org.stockwright.ledger.internal.places.LocationTree;
import org.stockwright.persistence.BulkSelect;
import org.stockwright.persistence.Transaction;

/** Checks limits and stores those that differ from what is stored. For one transaction. */
final class LimitSaving {

    private static final int LONGEST_CLASSES = 400;

    private final Transaction transaction;
    private final LocationTree tree;
    private final LimitRows rows;
    private final Map<LocationId, Stored> stored;
    private final Set<Long> items = new HashSet<>();
    private final Set<LocationId> seen = new HashSet<>();
    private final List<BinLimit> changed = new ArrayList<>();

    /**
     * Waits for its turn among the writers of master data, and looks up what limits are checked against.
     *
     * @param fixedItems the items that limits name
     */
    LimitSaving(Transaction transaction, LocationTree tree, Collection<LocationId> places,
        Collection<ItemId> fixedItems) throws SQLException {
        this.transaction = transaction;
        this.tree = tree;
        this.rows = new LimitRows(transaction);
        takeTurn();
        this.stored = rows.load(places);
        new BulkSelect(transaction).each("SELECT id FROM item WHERE id IN ",
            fixedItems.stream().map(ItemId::value).distinct().toList(), "", row -> items.add(row.getLong(1)));
    }

    private void takeTurn() throws SQLException {
        String sql = "SELECT name FROM setting WHERE name = 'catalog.writers'" + transaction.dialect().forUpdate();
        try (PreparedStatement statement = transaction.connection().prepareStatement(sql);
            ResultSet row = statement.executeQuery()) {
            // reading the row locks it
            row.next();
        }
    }

    /** What is stored of a place itself. */
    BinLimit own(LocationId place) {
        return Optional.ofNullable(stored.get(place)).map(Stored::limit).orElse(BinLimit.none(place));
    }

    /** How many were taken. */
    int taken() {
        return changed.size();
    }

    /**
     * Checks a limit and takes it when it is sound and differs.
     *
     * @param findings hears of a field, by its name in files, and of what is wrong with it
     */
    void add(BinLimit limit, BiConsumer<String, Refusal> findings) {
        List<Refusal> found = new ArrayList<>();
        BiConsumer<String, Refusal> all = findings.andThen((field, refusal) -> found.add(refusal));
        checkPlace(limit, all);
        BinLimit normal = new BinLimit(limit.location(), size("max_weight_kg", limit.maxWeight(), all),
            size("max_volume_l", limit.maxVolume(), all), size("max_count", limit.maxCount(), all),
            limit.oneItemOnly(), limit.oneLotOnly(), word("temperature_class", limit.temperatureClass(), all),
            hazards(limit.hazardClasses(), all), limit.fixedItem());
        limit.fixedItem().filter(item -> !items.contains(item.value())).ifPresent(item -> all.accept("fixed_item",
            Refusal.of(CatalogRefusal.UNKNOWN_ITEM, item).hint("Make the item first.")));
        if (found.isEmpty() && !normal.equals(own(normal.location()))) {
            changed.add(normal);
        }
    }

    private void checkPlace(BinLimit limit, BiConsumer<String, Refusal> findings) {
        Optional<Location> place = tree.get(limit.location());
        if (place.isEmpty()) {
            findings.accept("location", Refusal.of(LedgerRefusal.UNKNOWN_LOCATION, limit.location())
                .hint("Make the location first."));
        } else if (!place.get().kind().isKept()) {
            findings.accept("location", Refusal.of(LedgerRefusal.BAD_LOCATION, place.get().code(),
                "no stock is kept at a place of the kind " + place.get().kind().word())
                .hint("Limit sites, warehouses, zones, aisles and bins."));
        } else if (!seen.add(limit.location())) {
            findings.accept("location", Refusal.of(LedgerRefusal.BAD_LOCATION, place.get().code(),
                "it is in the list twice").hint("Keep one of the two lines."));
        }
    }

    /** The number as it is stored; nothing after a finding. */
    private static Optional<BigDecimal> size(String field, Optional<BigDecimal> size,
        BiConsumer<String, Refusal> findings) {
        Optional<String> wanted = size.flatMap(LimitSaving::wanted);
        wanted.ifPresent(allowed -> findings.accept(field,
            Refusal.of(CatalogRefusal.OUT_OF_RANGE, field, size.orElseThrow(), allowed)
                .hint("Leave it empty for no limit.")));
        return wanted.isPresent() ? Optional.empty() : size.map(LimitSaving::plain);
    }

    /** What a size must be, when it is not. */
    private static Optional<String> wanted(BigDecimal size) {
        BigDecimal stripped = size.stripTrailingZeros();
        if (stripped.signum() <= 0) {
            return Optional.of("more than 0");
        }
        boolean fits = (long) stripped.precision() - stripped.scale() <= Quantity.MAX_INTEGER_DIGITS
            && stripped.scale() <= Unit.MAX_SCALE;
        return fits ? Optional.empty() : Optional.of("shorter: at most " + Quantity.MAX_INTEGER_DIGITS
            + " digits before the decimal point and " + Unit.MAX_SCALE + " behind it");
    }

    /** A number without trailing zeros and exponent. */
    static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private static String word(String field, String text, BiConsumer<String, Refusal> findings) {
        Outcome<String> word = HandlingClass.parse(field, text);
        word.refusals().forEach(refusal -> findings.accept(field, refusal));
        return word.isDone() ? word.value() : "";
    }

    private static Set<String> hazards(Set<String> classes, BiConsumer<String, Refusal> findings) {
        Set<String> words = new TreeSet<>();
        classes.forEach(text -> words.add(word("hazard_classes", text, findings)));
        words.remove("");
        if (String.join("|", words).length() > LONGEST_CLASSES) {
            findings.accept("hazard_classes", Refusal.of(CatalogRefusal.TOO_LONG, "hazard_classes", LONGEST_CLASSES)
                .hint("Name fewer classes."));
        }
        return words;
    }

    /** Stores what was taken, and tells how many that were. */
    int store() throws SQLException {
        if (!changed.isEmpty()) {
            rows.store(stored, changed);
            transaction.changes(Topic.LOCATIONS);
        }
        return changed.size();
    }

}
