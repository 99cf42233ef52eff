package org.stockwright.purchasing.internal.orders;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

import org.stockwright.base.Outcome;
import org.stockwright.base.Quantity;
import org.stockwright.base.Rational;
import org.stockwright.base.Refusal;
import org.stockwright.base.Rounding;
import org.stockwright.base.Unit;
import org.stockwright.catalog.Item;
import org.stockwright.catalog.ItemSupplierTerms;
import org.stockwright.catalog.Partner;
import org.stockwright.catalog.PriceBreaks.SupplierPrice;
import org.stockwright.documents.spi.NewDocument;
import org.stockwright.purchasing.PurchaseOrders.Draft;
import org.stockwright.purchasing.PurchaseOrders.Line;
import org.stockwright.purchasing.PurchasingRefusal;

/** Makes the lines of an order of those of its draft. */
final class OrderLines {

    /** A price that does not come out even is rounded to so many decimals, half up. */
    static final BigDecimal PRICE_STEP = new BigDecimal("0.000000001");

    private final MasterData data;
    private final Partner supplier;
    private final Currency currency;
    private final LocalDate ordered;
    private final Draft draft;
    private final boolean history;
    private final List<Refusal> refusals;

    OrderLines(MasterData data, Partner supplier, Currency currency, LocalDate ordered, Draft draft,
        boolean history, List<Refusal> refusals) {
        this.data = data;
        this.supplier = supplier;
        this.currency = currency;
        this.ordered = ordered;
        this.draft = draft;
        this.history = history;
        this.refusals = refusals;
    }

    /** The lines that are right; what is wrong with the others was told. */
    List<NewDocument.Line> all() {
        List<NewDocument.Line> made = new ArrayList<>();
        int number = 0;
        for (Line line : draft.lines()) {
            number++;
            List<Refusal> found = new ArrayList<>();
            line(line, found).ifPresent(made::add);
            int at = number;
            found.forEach(refusal -> refusals.add(refusal.at(Refusal.Place.line(at))));
        }
        return made;
    }

    private Optional<NewDocument.Line> line(Line line, List<Refusal> found) {
        Optional<Item> item = item(line, found);
        if (item.isEmpty()) {
            return Optional.empty();
        }
        Optional<ItemSupplierTerms> terms = needsTerms(line) ? data.terms(line.item(), supplier.id())
            : Optional.empty();
        Outcome<Unit> unit = data.unit(item.get(),
            line.unit().or(() -> terms.map(ItemSupplierTerms::unit)).orElse(item.get().unit().code()));
        Outcome<Quantity> quantity = unit.then(in -> Quantity.checked(line.quantity(), in))
            .then(entered -> entered.in(item.get().unit(), Rounding.EXACT));
        if (!quantity.isDone()) {
            found.addAll(quantity.refusals());
            return Optional.empty();
        }
        if (!draft.anyQuantity()) {
            terms.ifPresent(known -> checkTerms(item.get(), known, quantity.value(), found));
        }
        Optional<BigDecimal> price = line.price().or(() -> price(item.get(), unit.value(), quantity.value(), found));
        Optional<LocalDate> due = line.due().or(draft::due)
            .or(() -> terms.flatMap(ItemSupplierTerms::leadTimeDays).map(ordered::plusDays));
        due.filter(day -> !history && day.isBefore(ordered)).ifPresent(day -> found
            .add(Refusal.of(PurchasingRefusal.DUE_BEFORE_ORDER, item.get().code(), day, ordered)
                .hint("Say a day on or after that of the order.")));
        return found.isEmpty() ? Optional.of(NewDocument.Line.of(line.item(), quantity.value())
            .entered(line.quantity(), unit.value().code()).priced(price).dated(due, Optional.empty())
            .noted(line.note()).from(line.source())) : Optional.empty();
    }

    private boolean needsTerms(Line line) {
        return !draft.anyQuantity() || line.unit().isEmpty() || line.due().isEmpty() && draft.due().isEmpty();
    }

    private Optional<Item> item(Line line, List<Refusal> found) {
        Optional<Item> item = data.item(line.item());
        if (item.isEmpty()) {
            found.add(Refusal.of(PurchasingRefusal.UNKNOWN_ITEM, line.item()));
            return item;
        }
        checkItem(item.get(), line.quantity(), found);
        return item;
    }

    /** Whether an item may be ordered in such a quantity. */
    static void checkItem(Item item, BigDecimal quantity, List<Refusal> found) {
        if (!item.active()) {
            found.add(Refusal.of(PurchasingRefusal.ITEM_NOT_ACTIVE, item.code())
                .hint("Order another item, or make it active again."));
        }
        if (quantity.signum() <= 0) {
            found.add(Refusal.of(PurchasingRefusal.BAD_QUANTITY, quantity.toPlainString(), item.code())
                .hint("Order more than nothing."));
        }
    }

    /** Whether the supplier sells such a quantity; the hint is the next one that he sells. */
    private void checkTerms(Item item, ItemSupplierTerms terms, Quantity quantity, List<Refusal> found) {
        Outcome<Unit> unit = data.unit(item, terms.unit());
        if (!unit.isDone()) {
            // such terms speak of a unit that the item does not have: there is nothing to compare with
            return;
        }
        Rational wanted = Rational.of(quantity.amount()).times(item.unit().factor()).dividedBy(unit.value().factor());
        Rational least = terms.minimum().map(Rational::of).orElse(Rational.ZERO);
        Rational fitting = wanted.compareTo(least) < 0 ? least : wanted;
        Rational fit = terms.multiple().filter(step -> step.signum() > 0)
            .map(step -> Rational.of(fitting.roundTo(step, Rounding.UP))).orElse(fitting);
        String hint = "Order " + fit + " " + terms.unit() + ", or say that the supplier agreed to another quantity.";
        if (wanted.compareTo(least) < 0) {
            found.add(Refusal.of(PurchasingRefusal.BELOW_MINIMUM, wanted, terms.unit(), item.code(), least,
                supplier.code()).hint(hint));
        } else if (fit.compareTo(wanted) != 0) {
            found.add(Refusal.of(PurchasingRefusal.NOT_A_MULTIPLE, wanted, terms.unit(), item.code(),
                terms.multiple().orElseThrow().stripTrailingZeros().toPlainString(), supplier.code()).hint(hint));
        }
    }

    private Optional<BigDecimal> price(Item item, Unit unit, Quantity quantity, List<Refusal> found) {
        Optional<SupplierPrice> known = data.price(item.id(), supplier.id(), quantity, ordered);
        if (known.isEmpty()) {
            found.add(Refusal.of(PurchasingRefusal.NO_PRICE, item.code())
                .hint("Give the price, or store the supplier's terms."));
            return Optional.empty();
        }
        SupplierPrice price = known.get();
        if (!price.price().currency().equals(currency)) {
            found.add(Refusal.of(PurchasingRefusal.PRICE_IN_OTHER_CURRENCY, item.code(), price.price(), currency)
                .hint("Give the price in " + currency + ", or order in " + price.price().currency() + "."));
            return Optional.empty();
        }
        return Optional.of(perUnit(price, unit));
    }

    /** The price of another unit, by their factors; rounded half up to nine decimals where it does not come out even. */
    static BigDecimal perUnit(SupplierPrice price, Unit unit) {
        return unit.factor().equals(price.unit().factor()) ? price.price().amount()
            : Rational.of(price.price().amount()).times(unit.factor()).dividedBy(price.unit().factor())
                .roundTo(PRICE_STEP, Rounding.HALF_UP);
    }

}
