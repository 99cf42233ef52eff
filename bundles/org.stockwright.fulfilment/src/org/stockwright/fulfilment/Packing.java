package org.stockwright.fulfilment;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.osgi.annotation.versioning.ProviderType;
import org.stockwright.base.Outcome;
import org.stockwright.documents.DocumentId;
import org.stockwright.security.Requires;

/**
 * Verifies picked goods by scanning and packs them into units with numbers of their own. Thread-safe (a session is used by
 * one thread); never called on the user interface's thread.
 */
@ProviderType
@Requires(FulfilmentPermission.VIEW)
public interface Packing {

    /** Begins to pack what lies picked for an order. */
    @Requires(FulfilmentPermission.PACK)
    Outcome<PackingSession> begin(DocumentId order);

    /**
     * A scan: an item by code, alias or barcode of a piece or pack, a GS1 symbol with lot, serial number and quantity, a lot
     * when the item before asked for one, a place, or the code of a packing rule or its packing item, which opens a unit.
     * What it was found to be is recorded.
     */
    @Requires(FulfilmentPermission.PACK)
    PackingSession.Result scan(PackingSession session, String scanned);

    /** Closes a session in spite of what does not match; why is recorded. */
    @Requires(FulfilmentPermission.OVERRIDE)
    Outcome<PackingSession> override(PackingSession session, String reason);

    /**
     * Packs what was scanned: units with their numbers, packing material, weights. What was scanned without a unit goes
     * into the boxes that the packing rules choose.
     *
     * @param key made by the sender, at most 100 characters
     * @return the units, each holder before what it holds
     */
    @Requires(FulfilmentPermission.PACK)
    Outcome<List<PackedUnit>> close(PackingSession session, String key, Instant effective);

    /**
     * Packs all that lies picked for an order by the packing rules, without scanning.
     *
     * @param key made by the sender, at most 100 characters
     */
    @Requires(FulfilmentPermission.PACK)
    Outcome<List<PackedUnit>> packAll(String key, DocumentId order, Instant effective);

    /** The units of an order or of a shipment, each holder before what it holds. */
    List<PackedUnit> units(DocumentId document);

    /** The unit with this code, or with the SSCC that a scan of its label says. */
    Optional<PackedUnit> unit(String code);

    /**
     * What stands on the labels of a document's units, correct for each level: the goods of a box one by one, of a pallet
     * the sums of what its boxes hold.
     */
    List<Label> labels(DocumentId document);

    /**
     * A label.
     *
     * @param unit the unit
     * @param order the order's number
     * @param receiver the partner's name
     * @param shipment the shipment's number, or empty
     * @param carrier the carrier's code, or empty
     * @param tracking the carrier's number, or empty
     * @param at the number of the unit among those of its level, from 1
     * @param of how many there are of that level
     * @param goods what is in it and in what it holds, without packing material
     */
    record Label(PackedUnit unit, String order, String receiver, String shipment, String carrier, String tracking,
        int at, int of, List<Goods> goods) {

        /** Takes a copy. */
        public Label {
            goods = List.copyOf(goods);
        }

    }

    /**
     * Goods on a label.
     *
     * @param item the item's code
     * @param name its name
     * @param barcode its barcode, or that of the pack that the quantity fills, or empty
     * @param lot the lot's or serial number's code, or empty
     * @param expires when the lot expires
     * @param quantity in the item's base unit
     */
    record Goods(String item, String name, String barcode, String lot, Optional<LocalDate> expires,
        BigDecimal quantity) {
    }

    /** How many scans each user made on each day and how many of them were errors, newest day first. */
    List<ScanFigure> scanFigures(LocalDate from, LocalDate to);

    /**
     * Scans of a user on a day.
     *
     * @param day in the company's time zone
     * @param user who
     * @param scans of goods
     * @param notInOrder errors: the item is not in the order
     * @param tooMany errors: more than the order wants
     * @param wrongLotOrBin errors: another lot, serial number or place
     * @param overrides orders closed in spite of a mismatch
     */
    record ScanFigure(LocalDate day, String user, int scans, int notInOrder, int tooMany, int wrongLotOrBin,
        int overrides) {

        /** All errors. */
        public int errors() {
            return notInOrder + tooMany + wrongLotOrBin;
        }

        /** Errors per hundred scans, to two decimals; 0 without scans. */
        public BigDecimal errorRate() {
            return scans == 0 ? BigDecimal.ZERO : BigDecimal.valueOf(100L * errors())
                .divide(BigDecimal.valueOf(scans), 2, java.math.RoundingMode.HALF_UP);
        }

    }

}
