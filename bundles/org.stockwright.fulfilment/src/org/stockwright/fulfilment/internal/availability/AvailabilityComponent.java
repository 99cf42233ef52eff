package org.stockwright.fulfilment.internal.availability;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.ItemId;
import org.stockwright.base.LocationId;
import org.stockwright.base.Outcome;
import org.stockwright.base.Quantity;
import org.stockwright.base.Refusal;
import org.stockwright.base.Rounding;
import org.stockwright.base.Unit;
import org.stockwright.documents.spi.ItemFacts;
import org.stockwright.fulfilment.Availability;
import org.stockwright.fulfilment.FulfilmentRefusal;
import org.stockwright.fulfilment.internal.kits.KitBook;
import org.stockwright.ledger.spi.PlaceTree;
import org.stockwright.persistence.Transaction;
import org.stockwright.persistence.UnitOfWork;
import org.stockwright.security.spi.Guarded;

/** Answers what there is and what can be promised. */
@Component(service = Guarded.class, property = Guarded.SERVICES + "=org.stockwright.fulfilment.Availability")
public final class AvailabilityComponent implements Availability, Guarded {

    private final UnitOfWork work;
    private final Figures figures;

    /** Lives as long as the open book. */
    @Activate
    public AvailabilityComponent(@Reference UnitOfWork work, @Reference Figures figures) {
        this.work = work;
        this.figures = figures;
    }

    @Override
    public List<View> of(Collection<ItemId> items, Optional<LocationId> place) {
        return work.read(transaction -> {
            LocalDate today = figures.today(transaction);
            KitBook kits = KitBook.unlocked(transaction, today, items);
            Map<ItemId, ItemFigures> all = figures.steady(transaction, with(items, kits));
            PlaceTree places = figures.places();
            PlacePromises promises = PlacePromises.of(today, all, places, place.stream().toList());
            Map<ItemId, ItemFigures> found = new LinkedHashMap<>(all);
            place.ifPresent(root -> found.replaceAll((item, one) -> one.in(places, root)));
            List<View> result = new ArrayList<>();
            for (ItemId item : new LinkedHashSet<>(items)) {
                ItemFigures one = found.get(item);
                if (one != null) {
                    result.add(kits.isVirtual(item) ? kit(transaction, one, kits, found,
                        promises.at(place, found.keySet()))
                        : view(transaction, one, promises.of(item, place), today, places));
                }
            }
            return result;
        });
    }

    private static Set<ItemId> with(Collection<ItemId> items, KitBook kits) {
        Set<ItemId> all = new TreeSet<>(items);
        items.forEach(item -> all.addAll(kits.leaves(item).keySet()));
        return all;
    }

    private static View view(Transaction transaction, ItemFigures one, Timeline free, LocalDate today,
        PlaceTree places) {
        Unit unit = one.item().unit();
        Timeline timeline = one.timeline(today);
        TreeSet<LocalDate> changes = timeline.days();
        changes.addAll(free.days());
        List<Day> days = changes.stream()
            .map(day -> new Day(day, of(timeline.projected(day), unit), of(free.promisable(day), unit))).toList();
        return new View(one.item().id(), one.item().code(), transaction.now(), of(one.onHand(), unit),
            of(one.reserved(), unit), of(one.available(), unit), of(one.incoming(), unit), of(one.demand(), unit),
            of(one.unallocated(), unit), of(one.backOrdered(), unit), of(one.net(), unit), days,
            one.lying().stream().map(row -> new Lying(places.code(row.place()), row.lot(), of(row.onHand(), unit),
                of(row.reserved(), unit), of(row.available(), unit))).toList(),
            one.coming().stream()
                .map(row -> new Coming(row.document(), row.line(), row.day(), of(row.quantity(), unit))).toList(),
            one.wanting().stream().map(row -> new Wanting(row.number(), row.line(), row.day(), of(row.open(), unit),
                of(row.held(), unit), row.promised())).toList(),
            List.of());
    }

    private static Quantity of(BigDecimal amount, Unit unit) {
        return new Quantity(amount, unit);
    }

    private static View kit(Transaction transaction, ItemFigures kit, KitBook kits, Map<ItemId, ItemFigures> found,
        Promises promises) {
        Unit unit = kit.item().unit();
        Map<ItemId, BigDecimal> takes = new LinkedHashMap<>(kits.leaves(kit.item().id()));
        takes.keySet().removeIf(item -> !found.containsKey(item));
        BigDecimal available = null;
        BigDecimal net = null;
        List<Component> components = new ArrayList<>();
        TreeSet<LocalDate> days = new TreeSet<>(Set.of(promises.today()));
        for (Map.Entry<ItemId, BigDecimal> take : takes.entrySet()) {
            ItemFigures part = found.get(take.getKey());
            if (part == null) {
                continue;
            }
            components.add(new Component(part.item().code(), take.getValue(), of(part.net(), part.item().unit())));
            BigDecimal now = Promises.floor(part.available(), take.getValue(), unit);
            BigDecimal all = Promises.floor(part.net(), take.getValue(), unit);
            available = available == null ? now : available.min(now);
            net = net == null ? all : net.min(all);
            days.addAll(promises.days(take.getKey()));
        }
        Quantity zero = Quantity.zero(unit);
        List<Day> promised = days.stream().map(day -> {
            BigDecimal all = promises.net(takes, unit, day);
            return new Day(day, of(all, unit), of(all.max(BigDecimal.ZERO), unit));
        }).toList();
        return new View(kit.item().id(), kit.item().code(), transaction.now(), zero, zero,
            available == null ? zero : of(available, unit), zero, zero, zero, zero, net == null ? zero : of(net, unit),
            promised, List.of(), List.of(), List.of(), components);
    }

    @Override
    public Outcome<List<Promise>> promise(List<Want> wants, Optional<LocationId> place) {
        return work.read(transaction -> {
            LocalDate today = figures.today(transaction);
            Set<ItemId> items = new TreeSet<>();
            wants.forEach(want -> items.add(want.item()));
            KitBook kits = KitBook.unlocked(transaction, today, items);
            Map<ItemId, ItemFigures> found = figures.steady(transaction, with(items, kits));
            PlacePromises promises = PlacePromises.of(today, found, figures.places(), place.stream().toList());
            List<Promise> result = new ArrayList<>();
            List<Refusal> refusals = new ArrayList<>();
            int line = 0;
            for (Want want : wants) {
                line++;
                ItemFigures item = found.get(want.item());
                Outcome<Quantity> base = item == null
                    ? Outcome.refused(FulfilmentRefusal.UNKNOWN_ITEM, want.item())
                    : want.quantity().in(item.item().unit(), Rounding.EXACT);
                if (base.isDone() && base.value().signum() <= 0) {
                    base = Outcome.refused(FulfilmentRefusal.QUANTITY_NOT_POSITIVE, want.quantity());
                }
                int at = line;
                base.refusals().forEach(refusal -> refusals.add(refusal.at(Refusal.Place.line(at))));
                if (base.isDone() && item != null) {
                    result.add(promise(promises, place, want, item.item(), kits, base.value()));
                }
            }
            return refusals.isEmpty() ? Outcome.done(result) : Outcome.refused(refusals);
        });
    }

    private static Promise promise(PlacePromises all, Optional<LocationId> place, Want want, ItemFacts item,
        KitBook kits, Quantity wanted) {
        Map<ItemId, BigDecimal> takes = kits.leaves(item.id());
        Map<ItemId, BigDecimal> amounts = new HashMap<>();
        takes.forEach((part, each) -> amounts.put(part, each.multiply(wanted.amount())));
        Promises promises = all.at(place, takes.keySet());
        LocalDate from = want.day().filter(day -> day.isAfter(promises.today())).orElse(promises.today());
        BigDecimal onDay = promises.net(takes, item.unit(), from).max(BigDecimal.ZERO).min(wanted.amount());
        Optional<LocalDate> day = promises.firstDay(amounts, from);
        all.take(amounts, place, day.orElse(from));
        return new Promise(want, day, new Quantity(onDay, item.unit()));
    }

}
