package org.stockwright.fulfilment.internal.availability;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.ItemId;
import org.stockwright.base.LocationId;
import org.stockwright.documents.spi.NewDocument;
import org.stockwright.fulfilment.internal.PlaceTree;
import org.stockwright.persistence.Transaction;

/**
 * Promises the lines of new orders, one order after the other. Whoever places orders holds their number series, so nobody
 * promises the same goods meanwhile.
 */
@Component(service = OrderPromises.class)
public final class OrderPromises {

    private final Figures figures;

    /** By the figures of items. */
    @Activate
    public OrderPromises(@Reference Figures figures) {
        this.figures = figures;
    }

    /** The same orders with the days for which their lines can be promised; lines that nobody can promise have none. */
    public List<NewDocument> promised(Transaction transaction, List<NewDocument> orders) throws SQLException {
        Set<ItemId> items = new TreeSet<>();
        orders.forEach(order -> order.lines().forEach(line -> items.add(line.item())));
        LocalDate today = figures.today(transaction);
        Map<Optional<LocationId>, Promises> scopes = new HashMap<>();
        Map<ItemId, ItemFigures> all = figures.read(transaction, items, Optional.empty());
        scopes.put(Optional.empty(), new Promises(today, all));
        PlaceTree places = figures.places();
        for (NewDocument order : orders) {
            if (order.place().isPresent() && !scopes.containsKey(order.place())) {
                scopes.put(order.place(), new Promises(today, within(all, order.place().get(), places)));
            }
        }
        List<NewDocument> result = new ArrayList<>();
        for (NewDocument order : orders) {
            List<Promises> touched = scopes.entrySet().stream()
                .filter(scope -> scope.getKey().isEmpty()
                    || order.place().filter(from -> places.isWithin(from, Set.of(scope.getKey().get()))).isPresent())
                .map(Map.Entry::getValue).toList();
            result.add(promised(order, Objects.requireNonNull(scopes.get(order.place())), touched));
        }
        return result;
    }

    private static Map<ItemId, ItemFigures> within(Map<ItemId, ItemFigures> all, LocationId place, PlaceTree places) {
        Map<ItemId, ItemFigures> result = new HashMap<>();
        all.forEach((item, one) -> result.put(item, one.within(at -> places.isWithin(at, Set.of(place)))));
        return result;
    }

    private static NewDocument promised(NewDocument order, Promises own, List<Promises> touched) {
        List<NewDocument.Line> lines = new ArrayList<>(order.lines());
        Set<Integer> wholes = new HashSet<>();
        lines.forEach(line -> wholes.add(line.parent()));
        List<Optional<LocalDate>> days = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            NewDocument.Line line = lines.get(i);
            if (wholes.contains(i)) {
                days.add(Optional.empty());
                continue;
            }
            LocalDate from = line.due().or(order::due).filter(day -> day.isAfter(own.today())).orElse(own.today());
            Map<ItemId, BigDecimal> wanted = Map.of(line.item(), line.quantity().amount());
            Optional<LocalDate> day = own.firstDay(wanted, from);
            touched.forEach(scope -> scope.take(wanted, day.orElse(from)));
            days.add(day);
        }
        // parts stand behind their wholes: a whole is promised for the day on which all of its parts are
        Map<Integer, Optional<LocalDate>> ofParts = new HashMap<>();
        for (int i = lines.size() - 1; i >= 0; i--) {
            NewDocument.Line line = lines.get(i);
            Optional<LocalDate> day = wholes.contains(i) ? ofParts.getOrDefault(i, Optional.empty()) : days.get(i);
            if (line.parent() >= 0) {
                ofParts.merge(line.parent(), day, OrderPromises::later);
            }
            if (line.promised().isEmpty()) {
                lines.set(i, line.dated(line.due(), day));
            }
        }
        return new NewDocument(order.kind(), order.key(), order.hash(), order.state(), order.partner(),
            order.address(), order.place(), order.target(), order.reference(), order.currency(), order.effective(),
            order.due(), order.priority(), order.department(), order.costCentre(), order.carrier(), order.tracking(),
            order.source(), order.reverses(), order.posting(), lines);
    }

    private static Optional<LocalDate> later(Optional<LocalDate> one, Optional<LocalDate> other) {
        return one.isEmpty() || other.isEmpty() ? Optional.empty()
            : Optional.of(one.get().isAfter(other.get()) ? one.get() : other.get());
    }

}
