package org.stockwright.ledger.internal.limits;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.LocationId;
import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.base.Refusal.Place;
import org.stockwright.ledger.BinLimits;
import org.stockwright.ledger.Location;
import org.stockwright.ledger.internal.limits.LimitRows.Stored;
import org.stockwright.ledger.internal.places.LocationTree;
import org.stockwright.ledger.internal.places.PremisesIndex;
import org.stockwright.persistence.Transaction;
import org.stockwright.persistence.UnitOfWork;
import org.stockwright.security.spi.Guarded;

/** The limits of the open store's places. */
@Component(service = Guarded.class, property = Guarded.SERVICES + "=org.stockwright.ledger.BinLimits")
public final class BinLimitsComponent implements BinLimits, Guarded {

    private final UnitOfWork work;
    private final PremisesIndex index;

    @Activate
    public BinLimitsComponent(@Reference UnitOfWork work, @Reference PremisesIndex index) {
        this.work = work;
        this.index = index;
    }

    @Override
    public Map<LocationId, BinLimit> of(Collection<LocationId> locations) {
        LocationTree tree = index.latest().tree();
        Set<LocationId> asked = new HashSet<>();
        locations.forEach(place -> chain(tree, place).forEach(asked::add));
        Map<LocationId, BinLimit> own = own(asked);
        Map<LocationId, BinLimit> limits = new LinkedHashMap<>();
        for (LocationId place : locations) {
            List<BinLimit> chain = chain(tree, place).stream().map(own::get).toList();
            BinLimit mine = own.get(place);
            limits.put(place, new BinLimit(place, mine.maxWeight(), mine.maxVolume(), mine.maxCount(),
                mine.oneItemOnly(), mine.oneLotOnly(), nearest(chain, BinLimit::temperatureClass, String::isEmpty, ""),
                nearest(chain, BinLimit::hazardClasses, Set::isEmpty, Set.of()), mine.fixedItem()));
        }
        return limits;
    }

    /** A place and those that it is part of, from the inside out. */
    private static List<LocationId> chain(LocationTree tree, LocationId place) {
        List<LocationId> chain = new ArrayList<>(List.of(place));
        Optional<LocationId> at = tree.get(place).flatMap(Location::parent);
        while (at.isPresent() && !chain.contains(at.get())) {
            chain.add(at.get());
            at = tree.get(at.get()).flatMap(Location::parent);
        }
        return chain;
    }

    private static <V> V nearest(List<BinLimit> chain, Function<BinLimit, V> field, Predicate<V> nothing,
        V otherwise) {
        return chain.stream().map(field).filter(nothing.negate()).findFirst().orElse(otherwise);
    }

    @Override
    public Map<LocationId, BinLimit> own(Collection<LocationId> locations) {
        Map<LocationId, Stored> stored = work.read(transaction -> new LimitRows(transaction).load(locations));
        Map<LocationId, BinLimit> limits = new LinkedHashMap<>();
        locations.forEach(place -> limits.put(place,
            Optional.ofNullable(stored.get(place)).map(Stored::limit).orElse(BinLimit.none(place))));
        return limits;
    }

    @Override
    public Outcome<Integer> saveAll(List<BinLimit> limits) {
        return work.write(transaction -> save(transaction, limits));
    }

    private Outcome<Integer> save(Transaction transaction, List<BinLimit> limits) throws SQLException {
        LimitSaving saving = new LimitSaving(transaction, index.current(transaction).tree(),
            limits.stream().map(BinLimit::location).toList(),
            limits.stream().flatMap(limit -> limit.fixedItem().stream()).toList());
        List<Refusal> refusals = new ArrayList<>();
        int line = 0;
        for (BinLimit limit : limits) {
            line++;
            int at = line;
            saving.add(limit, (field, refusal) -> refusals.add(refusal.at(Place.field(at, field))));
        }
        return refusals.isEmpty() ? Outcome.done(saving.store()) : Outcome.refused(refusals);
    }

}
