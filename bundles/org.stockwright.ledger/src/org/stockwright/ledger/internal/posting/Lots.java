package org.stockwright.ledger.internal.posting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.stockwright.base.ItemId;

/** The lots and serial numbers that a batch names, those to be made among them. */
final class Lots {

    private final Map<Key, Lot> byKey = new HashMap<>();
    private final List<Lot> made = new ArrayList<>();

    private record Key(long item, String code) {
    }

    /**
     * A lot or serial number.
     *
     * @param id its number; negative until it is stored
     * @param item its item
     * @param code what people call it
     * @param expires its day of expiry, if it has one
     * @param serial whether it is a serial number
     */
    record Lot(long id, long item, String code, Optional<LocalDate> expires, boolean serial) {

        boolean isNew() {
            return id < 0;
        }

    }

    void add(Lot lot) {
        byKey.put(new Key(lot.item(), lot.code()), lot);
    }

    Optional<Lot> find(ItemId item, String code) {
        return Optional.ofNullable(byKey.get(new Key(item.value(), code)));
    }

    /** A lot that will be stored if its posting is accepted. */
    Lot make(ItemId item, String code, Optional<LocalDate> expires, boolean serial) {
        Lot lot = new Lot(-made.size() - 1L, item.value(), code, expires, serial);
        made.add(lot);
        add(lot);
        return lot;
    }

    /** The lots to be made; the number of each is its place in the list, negative, from 1. */
    List<Lot> made() {
        return made;
    }

    /** Forgets the last ones to be made, until so many are left. */
    void undo(int left) {
        while (made.size() > left) {
            Lot lot = made.removeLast();
            byKey.remove(new Key(lot.item(), lot.code()));
        }
    }

}
