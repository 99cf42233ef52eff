package org.stockwright.purchasing.internal.orders;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

import org.stockwright.base.Outcome;
import org.stockwright.base.PartnerId;
import org.stockwright.base.Quantity;
import org.stockwright.base.Rational;
import org.stockwright.base.Refusal;
import org.stockwright.base.Rounding;
import org.stockwright.base.Unit;
import org.stockwright.catalog.Item;
import org.stockwright.catalog.PriceBreaks.SupplierPrice;
import org.stockwright.documents.spi.NewDocument;
import org.stockwright.purchasing.PurchasingRefusal;
import org.stockwright.purchasing.Requisitions;
import org.stockwright.purchasing.Requisitions.Draft;
import org.stockwright.purchasing.Requisitions.Line;

/** Makes a document of a requisition's draft: looks up items, units and what they will cost. */
final class RequisitionDrafting {

    private final OrderDrafting drafting;
    private final MasterData data;

    RequisitionDrafting(OrderDrafting drafting) {
        this.drafting = drafting;
        this.data = drafting.data();
    }

    Outcome<NewDocument> document(Draft draft, String hash, Instant now) {
        List<Refusal> refusals = new ArrayList<>();
        if (draft.department().isBlank()) {
            refusals.add(Refusal.of(PurchasingRefusal.DEPARTMENT_MISSING).hint("Say which department wants it."));
        }
        draft.place().filter(place -> data.place(place).isEmpty())
            .ifPresent(place -> refusals.add(Refusal.of(PurchasingRefusal.UNKNOWN_PLACE, place)));
        LocalDate today = LocalDate.ofInstant(now, drafting.zone());
        Currency currency = drafting.currency();
        List<NewDocument.Line> lines = new ArrayList<>();
        int number = 0;
        for (Line line : draft.lines()) {
            number++;
            List<Refusal> found = new ArrayList<>();
            line(line, today, currency, found).ifPresent(lines::add);
            int at = number;
            found.forEach(refusal -> refusals.add(refusal.at(Refusal.Place.line(at))));
        }
        OrderDrafting.checkTotal(lines, refusals);
        return refusals.isEmpty() ? Outcome.done(NewDocument
            .of(Requisitions.KIND, draft.key(), hash, Requisitions.SUBMITTED, currency, now, lines)
            .with(PartnerId.SELF, "", draft.reference()).at(draft.place(), Optional.empty()).wanted(draft.due(), 0)
            .wantedBy(draft.department().strip(), draft.costCentre().strip())) : Outcome.refused(refusals);
    }

    private Optional<NewDocument.Line> line(Line line, LocalDate today, Currency currency, List<Refusal> found) {
        Optional<Item> item = data.item(line.item());
        if (item.isEmpty()) {
            found.add(Refusal.of(PurchasingRefusal.UNKNOWN_ITEM, line.item()));
            return Optional.empty();
        }
        OrderLines.checkItem(item.get(), line.quantity(), found);
        Outcome<Unit> unit = data.unit(item.get(), line.unit().orElse(item.get().unit().code()));
        Outcome<Quantity> quantity = unit.then(in -> Quantity.checked(line.quantity(), in))
            .then(entered -> entered.in(item.get().unit(), Rounding.EXACT));
        if (!quantity.isDone()) {
            found.addAll(quantity.refusals());
            return Optional.empty();
        }
        Optional<BigDecimal> price = line.price()
            .or(() -> price(item.get(), unit.value(), quantity.value(), today, currency));
        if (price.isEmpty()) {
            found.add(Refusal.of(PurchasingRefusal.NO_PRICE, item.get().code())
                .hint("Say what it will cost, so that somebody can approve it."));
        }
        return found.isEmpty() ? Optional.of(NewDocument.Line.of(line.item(), quantity.value())
            .entered(line.quantity(), unit.value().code()).priced(price).dated(line.due(), Optional.empty())
            .noted(line.note())) : Optional.empty();
    }

    /** What the first supplier takes, in the company's currency, or else what the item costs by its standard. */
    private Optional<BigDecimal> price(Item item, Unit unit, Quantity quantity, LocalDate today, Currency currency) {
        Optional<SupplierPrice> known = data.firstSupplier(item.id())
            .flatMap(supplier -> data.price(item.id(), supplier, quantity, today))
            .filter(price -> price.price().currency().equals(currency));
        return known.map(price -> OrderLines.perUnit(price, unit)).or(() -> item.standardCost()
            .map(cost -> Rational.of(cost).times(unit.factor()).dividedBy(item.unit().factor())
                .roundTo(OrderLines.PRICE_STEP, Rounding.HALF_UP)));
    }

}
