package org.stockwright.fulfilment.internal.availability;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.stockwright.base.LocationId;
import org.stockwright.documents.DocumentId;
import org.stockwright.documents.LineId;
import org.stockwright.documents.spi.ItemFacts;
import org.stockwright.fulfilment.spi.IncomingSupply.Supply;
import org.stockwright.ledger.spi.PlaceTree;

/**
 * The rows that an item's figures are made of, as they were read at one moment.
 *
 * @param item the item
 * @param lying its stock
 * @param coming what comes
 * @param wanting what open orders want
 */
record ItemFigures(ItemFacts item, List<Lying> lying, List<Supply> coming, List<Wanting> wanting) {

    /** Stock: what lies there, what of it is held, what of it may be promised. */
    record Lying(LocationId place, String lot, BigDecimal onHand, BigDecimal reserved, BigDecimal available) {
    }

    /** A line of an order: how much of it is open, and how much of that is held. */
    record Wanting(DocumentId order, String number, Optional<LocationId> place, LineId id, int line,
        Optional<LocalDate> day, int priority, BigDecimal open, BigDecimal held, Optional<LocalDate> promised) {

        BigDecimal missing() {
            return open.subtract(held).max(BigDecimal.ZERO);
        }

    }

    /** What of it is in a place and its parts, for orders that name one of them. */
    ItemFigures in(PlaceTree places, LocationId place) {
        Set<LocationId> root = Set.of(place);
        return new ItemFigures(item, lying.stream().filter(one -> places.isWithin(one.place(), root)).toList(),
            coming.stream().filter(one -> one.place().filter(to -> places.isWithin(to, root)).isPresent()).toList(),
            wanting.stream().filter(one -> one.place().filter(from -> places.isWithin(from, root)).isPresent())
                .toList());
    }

    BigDecimal onHand() {
        return lying.stream().map(Lying::onHand).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    BigDecimal reserved() {
        return lying.stream().map(Lying::reserved).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    BigDecimal available() {
        return lying.stream().map(Lying::available).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    BigDecimal incoming() {
        return coming.stream().map(Supply::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    BigDecimal demand() {
        return wanting.stream().map(Wanting::open).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    BigDecimal unallocated() {
        return wanting.stream().map(Wanting::missing).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    BigDecimal backOrdered() {
        return unallocated().subtract(available()).max(BigDecimal.ZERO);
    }

    BigDecimal net() {
        return available().add(incoming()).subtract(unallocated());
    }

    /** What lies there, comes and is wanted, day by day. */
    Timeline timeline(LocalDate today) {
        Timeline result = new Timeline(today, available());
        coming.forEach(one -> one.day().ifPresent(day -> result.comes(day, one.quantity())));
        wanting.forEach(one -> result.leaves(one.day(), one.missing()));
        return result;
    }

}
