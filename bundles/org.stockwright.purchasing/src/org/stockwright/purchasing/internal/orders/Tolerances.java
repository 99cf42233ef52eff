package org.stockwright.purchasing.internal.orders;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.stockwright.base.ItemId;
import org.stockwright.base.PartnerId;
import org.stockwright.persistence.Transaction;
import org.stockwright.purchasing.PurchasingSettings.Matching;
import org.stockwright.purchasing.spi.OrderReceiving.Tolerance;

/** What is still taken as right; read once for a piece of work. */
public final class Tolerances {

    /** Stands for all suppliers or all items. */
    static final long ALL = 0;

    static final String MATCHING = "purchasing.matching";

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Map<Key, Tolerance> deliveries = new HashMap<>();
    private final Matching matching;

    /**
     * What a tolerance is for.
     *
     * @param supplier or {@link #ALL}
     * @param item or {@link #ALL}
     */
    record Key(long supplier, long item) {
    }

    /** Reads all. */
    public Tolerances(Transaction transaction) throws SQLException {
        try (
            PreparedStatement select = transaction.connection().prepareStatement(
                "SELECT supplier_id, item_id, over_percent, under_percent FROM delivery_tolerance");
            ResultSet row = select.executeQuery()) {
            while (row.next()) {
                deliveries.put(new Key(row.getLong(1), row.getLong(2)), new Tolerance(
                    row.getBigDecimal(3).stripTrailingZeros(), row.getBigDecimal(4).stripTrailingZeros()));
            }
        }
        this.matching = readMatching(transaction);
    }

    private static Matching readMatching(Transaction transaction) throws SQLException {
        try (PreparedStatement select = transaction.connection()
            .prepareStatement("SELECT text FROM setting WHERE name = ?")) {
            select.setString(1, MATCHING);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? matching(row.getString(1)) : Matching.STANDARD;
            }
        }
    }

    static String text(Matching matching) {
        return String.join(";", matching.pricePercent().toPlainString(), matching.amount().toPlainString(),
            matching.quantityPercent().toPlainString(), Integer.toString(matching.duplicateDays()),
            Boolean.toString(matching.threeWay()));
    }

    private static Matching matching(String text) {
        String[] parts = text.split(";");
        return new Matching(new BigDecimal(parts[0]), new BigDecimal(parts[1]), new BigDecimal(parts[2]),
            Integer.parseInt(parts[3]), Boolean.parseBoolean(parts[4]));
    }

    Map<Key, Tolerance> deliveries() {
        return deliveries;
    }

    /** What approval and matching let through. */
    public Matching matching() {
        return matching;
    }

    /** The tolerance of supplier and item, or else of the item, of the supplier, or of all. */
    public Tolerance delivery(PartnerId supplier, ItemId item) {
        return Optional.ofNullable(deliveries.get(new Key(supplier.value(), item.value())))
            .or(() -> Optional.ofNullable(deliveries.get(new Key(ALL, item.value()))))
            .or(() -> Optional.ofNullable(deliveries.get(new Key(supplier.value(), ALL))))
            .or(() -> Optional.ofNullable(deliveries.get(new Key(ALL, ALL)))).orElse(Tolerance.NONE);
    }

    /** A number and so many percent of it. */
    public static BigDecimal with(BigDecimal number, BigDecimal percent) {
        return number.multiply(HUNDRED.add(percent)).divide(HUNDRED);
    }

    /**
     * Whether a price is taken for another one: it differs by no more than the percentage, or the whole line by no more
     * than the amount.
     *
     * @param quantity of the line
     */
    public boolean isSamePrice(BigDecimal price, BigDecimal expected, BigDecimal quantity) {
        BigDecimal difference = price.subtract(expected).abs();
        return difference.multiply(HUNDRED).compareTo(expected.multiply(matching.pricePercent())) <= 0
            || difference.multiply(quantity).compareTo(matching.amount()) <= 0;
    }

    /** Whether a quantity is no more than another one and the percentage. */
    public boolean isWithin(BigDecimal quantity, BigDecimal expected) {
        return quantity.compareTo(with(expected, matching.quantityPercent())) <= 0;
    }

}
