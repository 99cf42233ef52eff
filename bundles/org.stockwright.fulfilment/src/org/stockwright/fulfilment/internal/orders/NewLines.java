package org.stockwright.fulfilment.internal.orders;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.stockwright.base.ItemId;
import org.stockwright.base.Outcome;
import org.stockwright.base.PartnerId;
import org.stockwright.base.Quantity;
import org.stockwright.base.Rational;
import org.stockwright.base.Refusal;
import org.stockwright.base.Rounding;
import org.stockwright.catalog.PriceLists;
import org.stockwright.documents.spi.ItemFacts;
import org.stockwright.documents.spi.NewDocument;
import org.stockwright.fulfilment.FulfilmentRefusal;
import org.stockwright.fulfilment.OrderRequest;
import org.stockwright.fulfilment.internal.kits.BundlePrice;

/** Makes lines of documents of what was asked for: priced, virtual kits taken apart. */
final class NewLines {

    /** Prices are kept with so many decimals. */
    private static final int PRICE_DIGITS = 9;

    private final NewOrders.Wares wares;
    private final Currency currency;
    private final boolean priced;
    private final Map<PriceLists.Wanted, Optional<PriceLists.ListPrice>> prices = new HashMap<>();
    private final List<NewDocument.Line> lines = new ArrayList<>();

    /**
     * Looks the prices of all lines up at once.
     *
     * @param asked what will be added
     * @param priced whether lines without a price get that of the price lists
     */
    NewLines(NewOrders.Wares wares, Currency currency, PriceLists priceLists, PartnerId customer, boolean priced,
        List<OrderRequest.Line> asked) {
        this.wares = wares;
        this.currency = currency;
        this.priced = priced;
        List<PriceLists.Wanted> wanted = asked.stream().filter(line -> priced && line.price().isEmpty())
            .map(NewLines::wanted).distinct().toList();
        List<Optional<PriceLists.ListPrice>> found = priceLists.prices(customer, wanted, wares.day());
        for (int i = 0; i < wanted.size(); i++) {
            prices.put(wanted.get(i), found.get(i));
        }
    }

    private static PriceLists.Wanted wanted(OrderRequest.Line asked) {
        return new PriceLists.Wanted(asked.item(), asked.quantity());
    }

    /** All that were added, each whole before its parts. */
    List<NewDocument.Line> lines() {
        return List.copyOf(lines);
    }

    /** Adds what was asked for, or tells why not. */
    List<Refusal> add(OrderRequest.Line asked, Optional<LocalDate> promised) {
        ItemFacts item = wares.items().get(asked.item());
        if (item == null) {
            return List.of(Refusal.of(FulfilmentRefusal.UNKNOWN_ITEM, asked.item()));
        }
        if (!item.active()) {
            return List.of(Refusal.of(FulfilmentRefusal.ITEM_INACTIVE, item.code()));
        }
        if (asked.quantity().signum() <= 0) {
            return List.of(Refusal.of(FulfilmentRefusal.QUANTITY_NOT_POSITIVE, asked.quantity()));
        }
        Outcome<Quantity> base = asked.quantity().in(item.unit(), Rounding.EXACT);
        if (!base.isDone()) {
            return base.refusals();
        }
        Outcome<Optional<BigDecimal>> price = price(asked, item);
        if (!price.isDone()) {
            return price.refusals();
        }
        NewDocument.Line line = NewDocument.Line.of(item.id(), base.value())
            .entered(asked.quantity().amount(), asked.quantity().unit().code()).ofLot(asked.lot())
            .priced(price.value()).dated(asked.due(), promised).noted(asked.note());
        List<Refusal> refusals = new ArrayList<>();
        lines.add(line);
        addParts(item, line, lines.size() - 1, refusals);
        return refusals;
    }

    /** The price that was agreed, or that of the price lists for the unit of the quantity. */
    private Outcome<Optional<BigDecimal>> price(OrderRequest.Line asked, ItemFacts item) {
        if (asked.price().isPresent() || !priced) {
            return Outcome.done(asked.price());
        }
        Optional<PriceLists.ListPrice> found = prices.getOrDefault(wanted(asked), Optional.empty());
        if (found.isEmpty()) {
            return Outcome.done(Optional.empty());
        }
        PriceLists.ListPrice list = found.get();
        if (!list.price().currency().equals(currency)) {
            return Outcome.refused(Refusal
                .of(FulfilmentRefusal.PRICE_IN_OTHER_CURRENCY, item.code(), list.price().currency(), currency)
                .hint("Name the price, or order in the currency of the price list."));
        }
        Rational each = Rational.of(list.price().amount()).times(asked.quantity().unit().factor())
            .dividedBy(list.unit().factor());
        return Outcome.done(Optional.of(each.roundTo(BigDecimal.ONE.movePointLeft(PRICE_DIGITS), Rounding.HALF_UP)));
    }

    private void addParts(ItemFacts whole, NewDocument.Line line, int at, List<Refusal> refusals) {
        if (!wares.kits().isVirtual(whole.id())) {
            return;
        }
        List<NewDocument.Line> parts = new ArrayList<>();
        List<BigDecimal> weights = new ArrayList<>();
        for (Map.Entry<ItemId, BigDecimal> each : wares.kits().parts(whole.id()).entrySet()) {
            ItemFacts part = wares.items().get(each.getKey());
            BigDecimal wanted = each.getValue().multiply(line.quantity().amount());
            Outcome<Quantity> quantity = part == null ? Outcome.refused(FulfilmentRefusal.UNKNOWN_ITEM, each.getKey())
                : Quantity.checked(wanted, part.unit());
            if (!quantity.isDone()) {
                refusals.addAll(part == null ? quantity.refusals()
                    : List.of(Refusal.of(FulfilmentRefusal.COMPONENT_DOES_NOT_FIT, wanted.toPlainString(), part.code(),
                        part.unit())));
                return;
            }
            parts.add(NewDocument.Line.of(each.getKey(), quantity.value()).dated(line.due(), line.promised())
                .partOf(at));
            weights.add(listPrice(each.getKey()).multiply(wanted));
        }
        List<NewDocument.Line> withPrices = prices(line, parts, weights);
        for (NewDocument.Line part : withPrices) {
            lines.add(part);
            addParts(wares.items().get(part.item()), part, lines.size() - 1, refusals);
        }
    }

    /** What a unit costs by list: its own price, or of a kit without one that of its components. */
    private BigDecimal listPrice(ItemId item) {
        ItemFacts facts = wares.items().get(item);
        if (facts != null && facts.listPrice().isPresent()) {
            return facts.listPrice().get();
        }
        BigDecimal sum = BigDecimal.ZERO;
        if (wares.kits().isVirtual(item)) {
            for (Map.Entry<ItemId, BigDecimal> part : wares.kits().parts(item).entrySet()) {
                sum = sum.add(listPrice(part.getKey()).multiply(part.getValue()));
            }
        }
        return sum;
    }

    private List<NewDocument.Line> prices(NewDocument.Line whole, List<NewDocument.Line> parts,
        List<BigDecimal> weights) {
        if (whole.price().isEmpty()) {
            return parts;
        }
        BigDecimal amount = whole.price().get().multiply(whole.entered());
        List<BigDecimal> shares = BundlePrice.split(amount, currency, weights);
        List<NewDocument.Line> result = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            NewDocument.Line part = parts.get(i);
            result.add(part.priced(
                Optional.of(shares.get(i).divide(part.entered(), PRICE_DIGITS, RoundingMode.HALF_UP))));
        }
        return result;
    }

}
