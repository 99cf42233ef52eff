package org.stockwright.catalog.internal;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.stockwright.base.ItemId;
import org.stockwright.base.Outcome;
import org.stockwright.base.Quantity;
import org.stockwright.base.Rational;
import org.stockwright.base.Unit;
import org.stockwright.catalog.Item;
import org.stockwright.catalog.PriceLists;
import org.stockwright.catalog.QuantityPrice;
import org.stockwright.catalog.internal.UnitTable.StoredUnit;
import org.stockwright.persistence.Transaction;

/**
 * Which price holds for a quantity of an item on a day?
 *
 * @param item what
 * @param units all units
 * @param quantity how much, in a unit of the item
 * @param day when
 */
record PriceQuestion(Item item, Map<String, StoredUnit> units, Quantity quantity, LocalDate day) {

    /** A price that holds, and the unit that it speaks of. */
    record Choice<T>(T value, QuantityPrice terms, Unit unit) {

        /** The least quantity in the base unit of its dimension. */
        private Rational reached() {
            return Rational.of(terms.fromQuantity()).times(unit.factor());
        }

    }

    /** The question; none when there is no such item, or when it is not counted in the quantity's unit. */
    static Optional<PriceQuestion> of(Transaction tx, ItemId id, Quantity quantity, LocalDate day)
        throws SQLException {
        return of(tx, List.of(new PriceLists.Wanted(id, quantity)), day).getFirst();
    }

    /** Many questions in their order, with few statements. */
    static List<Optional<PriceQuestion>> of(Transaction tx, List<PriceLists.Wanted> wanted, LocalDate day)
        throws SQLException {
        Map<String, StoredUnit> units = UnitTable.load(tx.connection());
        Map<ItemId, Item> items = new HashMap<>();
        new ItemReader(tx.connection()).byIds(wanted.stream().map(one -> one.item().value()).toList()).values()
            .forEach(stored -> items.put(stored.item().id(), stored.item()));
        return wanted.stream().map(one -> Optional.ofNullable(items.get(one.item()))
            .filter(item -> item.unit().dimension().equals(one.quantity().unit().dimension()))
            .map(item -> new PriceQuestion(item, units, one.quantity(), day))).toList();
    }

    /** The unit of the item with this code; none when it was taken from the item since the price was stored. */
    Optional<Unit> unit(String code) {
        Outcome<Unit> unit = ItemUnits.find(item, code, units);
        return unit.isDone() ? Optional.of(unit.value()) : Optional.empty();
    }

    /**
     * Chooses among prices: the largest quantity that is reached, then the larger unit, then the one that began last, then
     * the first.
     */
    <T> Optional<Choice<T>> choose(List<T> values, Function<T, QuantityPrice> terms) {
        Rational wanted = Rational.of(quantity.amount()).times(quantity.unit().factor());
        List<Choice<T>> fitting = new ArrayList<>();
        for (T value : values) {
            QuantityPrice price = terms.apply(value);
            if (price.isValidOn(day)) {
                unit(price.unit()).map(unit -> new Choice<>(value, price, unit))
                    .filter(choice -> choice.reached().compareTo(wanted) <= 0).ifPresent(fitting::add);
            }
        }
        Comparator<Choice<T>> worst = Comparator.comparing((Choice<T> choice) -> choice.reached())
            .thenComparing(choice -> choice.unit().factor())
            .thenComparing(choice -> choice.terms().validFrom().orElse(LocalDate.MIN));
        // sorting keeps the order of equals: the first one stays the first
        fitting.sort(worst.reversed());
        return fitting.stream().findFirst();
    }

}
