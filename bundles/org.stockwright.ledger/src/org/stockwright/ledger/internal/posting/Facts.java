package org.stockwright.ledger.internal.posting;

import java.sql.Date;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.stockwright.base.ItemId;
import org.stockwright.base.PartnerId;
import org.stockwright.catalog.Tracking;
import org.stockwright.ledger.MovementLine;
import org.stockwright.ledger.PostingRequest;
import org.stockwright.ledger.internal.places.Premises;
import org.stockwright.persistence.BulkSelect;
import org.stockwright.persistence.Transaction;

/** What the lines of a batch name: read with one query per kind of fact. Lots and handling units to be made join it. */
final class Facts {

    private final Premises premises;
    private final Map<ItemId, ItemFacts> items = new HashMap<>();
    private final Lots lots = new Lots();
    private final Map<String, Long> handlingUnits = new HashMap<>();
    private final List<String> newUnits = new ArrayList<>();
    private final Set<PartnerId> owners = new HashSet<>();
    private final SerialPlaces serials = new SerialPlaces();

    private Facts(Premises premises) {
        this.premises = premises;
        handlingUnits.put("", 0L);
        owners.add(PartnerId.SELF);
    }

    /**
     * Reads what the requests name.
     *
     * @param lock whether serial numbers are locked until the transaction ends, so that none comes in twice
     */
    static Facts of(Transaction transaction, Premises premises, Collection<PostingRequest> requests, boolean lock)
        throws SQLException {
        Facts facts = new Facts(premises);
        List<MovementLine> lines = requests.stream().flatMap(request -> request.lines().stream()).toList();
        facts.read(transaction, lines, lock);
        return facts;
    }

    /** Reads items alone. */
    static Facts ofItems(Transaction transaction, Premises premises, Collection<Long> ids) throws SQLException {
        Facts facts = new Facts(premises);
        facts.readItems(new BulkSelect(transaction), new TreeSet<>(ids));
        return facts;
    }

    private void readItems(BulkSelect select, Set<Long> ids) throws SQLException {
        select.each(ItemFacts.SELECT, ids, "", row -> {
            ItemFacts item = ItemFacts.of(row);
            items.put(item.id(), item);
        });
    }

    private void read(Transaction transaction, List<MovementLine> lines, boolean lock) throws SQLException {
        BulkSelect select = new BulkSelect(transaction);
        Set<Long> itemIds = new TreeSet<>();
        Set<String> unitCodes = new TreeSet<>();
        Set<Long> ownerIds = new TreeSet<>();
        for (MovementLine line : lines) {
            itemIds.add(line.item().value());
            unitCodes.add(line.fromHandlingUnit());
            unitCodes.add(line.toHandlingUnit());
            ownerIds.add(line.owner().value());
        }
        unitCodes.remove("");
        ownerIds.remove(PartnerId.SELF.value());
        readItems(select, itemIds);
        select.each("SELECT code, id FROM handling_unit WHERE code IN ", unitCodes, "",
            row -> handlingUnits.put(row.getString(1), row.getLong(2)));
        select.each("SELECT id FROM partner WHERE active = 1 AND id IN ", ownerIds, "",
            row -> owners.add(new PartnerId(row.getLong(1))));
        readLots(select, lines);
        readSerials(transaction, lines, lock);
    }

    private void readLots(BulkSelect select, List<MovementLine> lines) throws SQLException {
        Set<Long> itemIds = new TreeSet<>();
        Set<String> codes = new TreeSet<>();
        for (MovementLine line : lines) {
            if (!line.lot().isEmpty() && tracking(line) != Tracking.NONE) {
                itemIds.add(line.item().value());
                codes.add(line.lot());
            }
        }
        if (codes.isEmpty()) {
            return;
        }
        select.each("SELECT id, item_id, code, expires_on FROM lot WHERE item_id IN ", itemIds, " AND code IN ", codes,
            row -> {
                Optional<LocalDate> expires = Optional.ofNullable(row.getDate(4)).map(Date::toLocalDate);
                lots.add(new Lots.Lot(row.getLong(1), row.getLong(2), row.getString(3), expires, false));
            });
    }

    private Tracking tracking(MovementLine line) {
        return Optional.ofNullable(items.get(line.item())).map(ItemFacts::tracking).orElse(Tracking.NONE);
    }

    private void readSerials(Transaction transaction, List<MovementLine> lines, boolean lock) throws SQLException {
        Set<Long> ids = new TreeSet<>();
        Set<Long> itemIds = new TreeSet<>();
        for (MovementLine line : lines) {
            if (tracking(line) == Tracking.SERIAL) {
                lots.find(line.item(), line.lot()).ifPresent(lot -> {
                    ids.add(lot.id());
                    itemIds.add(line.item().value());
                });
            }
        }
        serials.read(transaction, itemIds, ids, lock);
    }

    Premises premises() {
        return premises;
    }

    Optional<ItemFacts> item(ItemId id) {
        return Optional.ofNullable(items.get(id));
    }

    Collection<ItemFacts> items() {
        return items.values();
    }

    Lots lots() {
        return lots;
    }

    SerialPlaces serials() {
        return serials;
    }

    boolean isOwner(PartnerId id) {
        return owners.contains(id);
    }

    Optional<Long> handlingUnit(String code) {
        return Optional.ofNullable(handlingUnits.get(code));
    }

    /** The handling unit with this code, to be made if there is none. */
    long handlingUnitOrNew(String code) {
        Long known = handlingUnits.get(code);
        if (known != null) {
            return known;
        }
        newUnits.add(code);
        long made = -newUnits.size();
        handlingUnits.put(code, made);
        return made;
    }

    /** The handling units that lines made; the number of each is its place in the list, negative, from 1. */
    List<String> newHandlingUnits() {
        return newUnits;
    }

    /** Where lots and handling units to be made stand now, for {@link #undo}. */
    Mark mark() {
        return new Mark(lots.made().size(), newUnits.size());
    }

    /** Forgets the lots and handling units that a refused posting would have made. */
    void undo(Mark mark) {
        lots.undo(mark.lots());
        while (newUnits.size() > mark.units()) {
            handlingUnits.remove(newUnits.removeLast());
        }
    }

    /** How many lots and handling units were to be made. */
    record Mark(int lots, int units) {
    }

}
