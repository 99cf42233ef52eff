package org.stockwright.catalog.internal;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.stockwright.base.ItemId;
import org.stockwright.base.Money;
import org.stockwright.base.PartnerId;
import org.stockwright.catalog.ItemSupplierTerms;
import org.stockwright.persistence.Transaction;

/** The table of suppliers' terms. */
final class SupplierTable {

    /** An item and its supplier: there is one row of terms for both. */
    record Key(ItemId item, PartnerId supplier) {

        static Key of(ItemSupplierTerms terms) {
            return new Key(terms.item(), terms.supplier());
        }

    }

    /** Terms as they are stored. */
    record StoredTerms(long id, long version, ItemSupplierTerms terms) {
    }

    private SupplierTable() {
    }

    /** The terms of these items, by item and rank. */
    static List<StoredTerms> load(Connection connection, Collection<Long> items) throws SQLException {
        List<StoredTerms> all = new ArrayList<>();
        Chunks.each(connection,
            "SELECT s.id, s.version, s.item_id, s.partner_id, s.supplier_code, s.price, s.currency, "
                + "s.unit_code, s.minimum, s.multiple, s.lead_time_days, s.supplier_rank FROM item_supplier s"
                + Chunks.by("item_supplier_unique") + "WHERE s.item_id IN",
            items, row -> {
                String currency = row.getString(7);
                Optional<Money> price = currency == null ? Optional.empty()
                    : Numbers.optional(row, 6).map(amount -> new Money(amount, Currency.getInstance(currency)));
                all.add(new StoredTerms(row.getLong(1), row.getLong(2), new ItemSupplierTerms(
                    new ItemId(row.getLong(3)), new PartnerId(row.getLong(4)), Numbers.text(row, 5), price,
                    Numbers.text(row, 8), Numbers.optional(row, 9), Numbers.optional(row, 10),
                    Numbers.whole(row, 11), row.getInt(12))));
            });
        all.sort(Comparator.comparing((StoredTerms stored) -> stored.terms().item())
            .thenComparing(stored -> stored.terms().rank()).thenComparing(stored -> stored.terms().supplier()));
        return all;
    }

    /** Stores new terms, and changed ones over those that are stored. */
    static void store(Transaction tx, Map<Key, StoredTerms> stored, Collection<ItemSupplierTerms> changed)
        throws SQLException {
        tx.watch("item_supplier", changed.stream().map(terms -> terms.item().value()).toList());
        try (Batch update = new Batch(tx.connection(), "UPDATE item_supplier SET supplier_code = ?, price = ?, "
            + "currency = ?, unit_code = ?, minimum = ?, multiple = ?, lead_time_days = ?, supplier_rank = ?, "
            + "version = version + 1 WHERE id = ? AND version = ?");
            Batch insert = new Batch(tx.connection(), "INSERT INTO item_supplier (supplier_code, price, currency, "
                + "unit_code, minimum, multiple, lead_time_days, supplier_rank, id, item_id, partner_id, version) "
                + "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)")) {
            for (ItemSupplierTerms terms : changed) {
                StoredTerms old = stored.get(Key.of(terms));
                List<Object> values = new ArrayList<>();
                values.add(terms.supplierCode().isEmpty() ? Batch.Absent.TEXT : terms.supplierCode());
                values.add(decimal(terms.price().map(Money::amount)));
                values.add(terms.price().<Object>map(price -> price.currency().getCurrencyCode())
                    .orElse(Batch.Absent.TEXT));
                values.add(terms.unit());
                values.add(decimal(terms.minimum()));
                values.add(decimal(terms.multiple()));
                values.add(terms.leadTimeDays().<Object>map(days -> days).orElse(Batch.Absent.INTEGER));
                values.add(terms.rank());
                if (old == null) {
                    values.addAll(List.of(tx.nextId("catalog_seq"), terms.item().value(), terms.supplier().value()));
                    insert.add(values.toArray());
                } else {
                    values.addAll(List.of(old.id(), old.version()));
                    update.add(values.toArray());
                }
            }
            insert.finish();
            Races.requireAllFound(update.finish());
        }
    }

    /** Deletes what is stored of these, and tells how many that were. */
    static int remove(Transaction tx, Collection<ItemSupplierTerms> terms) throws SQLException {
        Set<Key> keys = terms.stream().map(Key::of).collect(Collectors.toSet());
        List<StoredTerms> rows = load(tx.connection(),
            terms.stream().map(one -> one.item().value()).distinct().toList())
            .stream().filter(stored -> keys.contains(Key.of(stored.terms()))).toList();
        tx.watch("item_supplier", rows.stream().map(stored -> stored.terms().item().value()).distinct().toList());
        try (Batch delete = new Batch(tx.connection(), "DELETE FROM item_supplier WHERE id = ? AND version = ?")) {
            for (StoredTerms row : rows) {
                delete.add(row.id(), row.version());
            }
            Races.requireAllFound(delete.finish());
        }
        return rows.size();
    }

    private static Object decimal(Optional<BigDecimal> number) {
        return number.<Object>map(value -> value).orElse(Batch.Absent.DECIMAL);
    }

}
