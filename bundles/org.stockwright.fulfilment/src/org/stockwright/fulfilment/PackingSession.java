package org.stockwright.fulfilment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.stockwright.base.ItemId;
import org.stockwright.base.LocationId;
import org.stockwright.base.Quantity;
import org.stockwright.base.Refusal;
import org.stockwright.documents.DocumentId;

/**
 * What happens at a packing table for one order: what is expected, what was scanned, what does not match. It knows nothing
 * of screens and stores nothing; {@link Packing} reads scans and records them. For one thread.
 */
public final class PackingSession {

    /** What is wrong with a scan: the packer hears and sees it, and nothing goes on until it is settled. */
    public enum Error {
        /** The item is not in the order. */
        ITEM_NOT_IN_ORDER,
        /** There would be more than the order wants. */
        QUANTITY_EXCEEDS_ORDER,
        /** It is another lot or serial number, or another place. */
        WRONG_LOT_OR_BIN
    }

    /** What a scan was. */
    public enum Kind {
        /** Goods of the order. */
        GOODS,
        /** Goods of the order whose lot or serial number is to be scanned next. */
        LOT_WANTED,
        /** A unit was opened; what follows goes into it. */
        UNIT_OPENED,
        /** The right place. */
        PLACE,
        /** The wrong goods were put aside. */
        PUT_ASIDE,
        /** Something is wrong. */
        ERROR,
        /** Something was wrong before and is not settled: this scan was not taken. */
        WAITS
    }

    /**
     * What came of a scan.
     *
     * @param kind what it was
     * @param error what is wrong, if something is
     * @param item the item's code, or empty
     * @param lot the lot's or serial number's code, or empty
     * @param quantity how much of it, in the item's base unit
     * @param unit the number of the unit that it went into, from 1; 0 for none
     * @param message what is wrong, for people
     */
    public record Result(Kind kind, Optional<Error> error, String item, String lot, BigDecimal quantity, int unit,
        Optional<Refusal> message) {
    }

    /**
     * What lies picked.
     *
     * @param item the item
     * @param code its code
     * @param isTracked whether a lot or serial number has to be scanned
     * @param lot the lot's or serial number's code, or empty
     * @param quantity how much, in the item's base unit
     */
    public record Expected(ItemId item, String code, boolean isTracked, String lot, Quantity quantity) {
    }

    /**
     * What was packed.
     *
     * @param unit the number of the unit, from 1; 0 for none
     * @param item the item
     * @param lot the lot's or serial number's code, or empty
     * @param quantity how much, in the item's base unit
     */
    public record Packed(int unit, ItemId item, String lot, BigDecimal quantity) {
    }

    /**
     * A unit that was opened.
     *
     * @param rule the code of its packing rule
     * @param holder the number of the unit that it stands in, from 1; 0 for none
     * @param holdsUnits whether it holds units and not goods
     */
    public record OpenUnit(String rule, int holder, boolean holdsUnits) {
    }

    private final String id;
    private final DocumentId order;
    private final String number;
    private final LocationId place;
    private final String placeCode;
    private final List<Expected> expected;
    private final List<Packed> packed = new ArrayList<>();
    private final List<OpenUnit> units = new ArrayList<>();
    private Optional<BigDecimal> next = Optional.empty();
    private Optional<Expected> lotWanted = Optional.empty();
    private BigDecimal lotQuantity = BigDecimal.ONE;
    private Optional<Result> unsettled = Optional.empty();
    private String override = "";
    private int goodsUnit;
    private int holder;

    /**
     * Begins.
     *
     * @param id what its scans are recorded under
     * @param order the order
     * @param number its number
     * @param place where it is packed
     * @param placeCode the code of that place
     * @param expected what lies picked, each item and lot once
     */
    public PackingSession(String id, DocumentId order, String number, LocationId place, String placeCode,
        List<Expected> expected) {
        this.id = id;
        this.order = order;
        this.number = number;
        this.place = place;
        this.placeCode = placeCode;
        this.expected = List.copyOf(expected);
    }

    /** What its scans are recorded under. */
    public String id() {
        return id;
    }

    /** The order. */
    public DocumentId order() {
        return order;
    }

    /** The order's number. */
    public String number() {
        return number;
    }

    /** Where it is packed. */
    public LocationId place() {
        return place;
    }

    /** What lies picked. */
    public List<Expected> expected() {
        return expected;
    }

    /** What was packed, in the order of the scans. */
    public List<Packed> packed() {
        return List.copyOf(packed);
    }

    /** The units that were opened, by their number from 1. */
    public List<OpenUnit> units() {
        return List.copyOf(units);
    }

    /** Whether the next scan is to be a lot or serial number. */
    public boolean wantsLot() {
        return lotWanted.isPresent() && unsettled.isEmpty();
    }

    /** The error that waits to be settled, if there is one. */
    public Optional<Result> unsettled() {
        return unsettled;
    }

    /** Why it may be closed in spite of what does not match; empty when it may not. */
    public String overrideReason() {
        return override;
    }

    /** How many the next scan of goods means instead of one; it holds for that scan only. */
    public void quantity(BigDecimal many) {
        next = Optional.of(many);
    }

    /** How much of an expected row is packed. */
    public BigDecimal packedOf(Expected row) {
        return packed.stream().filter(one -> one.item().equals(row.item()) && one.lot().equals(row.lot()))
            .map(Packed::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /**
     * Goods were scanned.
     *
     * @param item the item
     * @param code its code
     * @param lot the lot or serial number that the scan had in it, or empty
     * @param quantity how much one scan means, in the item's base unit
     */
    public Result goods(ItemId item, String code, String lot, BigDecimal quantity) {
        if (unsettled.isPresent()) {
            return waits();
        }
        BigDecimal many = next.map(quantity::multiply).orElse(quantity);
        next = Optional.empty();
        lotWanted = Optional.empty();
        Optional<Expected> row = expected.stream().filter(one -> one.item().equals(item)).findFirst();
        if (row.isEmpty()) {
            return wrong(Error.ITEM_NOT_IN_ORDER, code, lot, many,
                Refusal.of(FulfilmentRefusal.ITEM_NOT_IN_ORDER, code, number).hint("Put it aside."));
        }
        if (row.get().isTracked() && lot.isEmpty()) {
            lotWanted = row;
            lotQuantity = many;
            return new Result(Kind.LOT_WANTED, Optional.empty(), code, "", many, goodsUnit, Optional.empty());
        }
        return take(row.get(), lot, many);
    }

    /** The lot or serial number of the goods before was scanned. */
    public Result lot(String lot) {
        if (unsettled.isPresent() || lotWanted.isEmpty()) {
            return waits();
        }
        Expected row = lotWanted.get();
        lotWanted = Optional.empty();
        return take(row, lot, lotQuantity);
    }

    private Result take(Expected item, String lot, BigDecimal many) {
        Optional<Expected> row = expected.stream()
            .filter(one -> one.item().equals(item.item()) && one.lot().equals(item.isTracked() ? lot : ""))
            .findFirst();
        if (row.isEmpty()) {
            List<String> right = expected.stream().filter(one -> one.item().equals(item.item())).map(Expected::lot)
                .toList();
            return wrong(Error.WRONG_LOT_OR_BIN, item.code(), lot, many, Refusal.of(FulfilmentRefusal.WRONG_LOT_OR_BIN,
                item.code(), String.join(" or ", right), lot).hint("Put it aside and take the right one."));
        }
        BigDecimal would = packedOf(row.get()).add(many);
        if (many.signum() <= 0 || would.compareTo(row.get().quantity().amount()) > 0) {
            return wrong(Error.QUANTITY_EXCEEDS_ORDER, item.code(), lot, many, Refusal.of(
                FulfilmentRefusal.QUANTITY_EXCEEDS_ORDER, item.code(), would.toPlainString(), number,
                row.get().quantity()).hint("Put what is too much aside."));
        }
        packed.add(new Packed(goodsUnit, item.item(), row.get().lot(), many));
        return new Result(Kind.GOODS, Optional.empty(), item.code(), row.get().lot(), many, goodsUnit,
            Optional.empty());
    }

    /** Something was scanned that stands for nothing that is known. */
    public Result unknown(String text, Refusal why) {
        return unsettled.isPresent() ? waits()
            : wrong(Error.ITEM_NOT_IN_ORDER, text, "", BigDecimal.ZERO, why);
    }

    /** A place was scanned. */
    public Result place(String code) {
        if (unsettled.isPresent()) {
            return waits();
        }
        return code.equalsIgnoreCase(placeCode)
            ? new Result(Kind.PLACE, Optional.empty(), "", "", BigDecimal.ZERO, goodsUnit, Optional.empty())
            : wrong(Error.WRONG_LOT_OR_BIN, number, code, BigDecimal.ZERO,
                Refusal.of(FulfilmentRefusal.WRONG_LOT_OR_BIN, number, placeCode, code)
                    .hint("Bring it to where the goods of the order lie."));
    }

    /** A unit is opened: goods that follow go into it; what holds units takes the units that follow. */
    public Result open(String rule, boolean holdsUnits) {
        if (unsettled.isPresent()) {
            return waits();
        }
        units.add(new OpenUnit(rule, holdsUnits ? 0 : holder, holdsUnits));
        if (holdsUnits) {
            holder = units.size();
            goodsUnit = 0;
        } else {
            goodsUnit = units.size();
        }
        return new Result(Kind.UNIT_OPENED, Optional.empty(), "", rule, BigDecimal.ZERO, units.size(),
            Optional.empty());
    }

    /** What was wrong is put aside: the packing goes on. */
    public Result putAside() {
        unsettled = Optional.empty();
        return new Result(Kind.PUT_ASIDE, Optional.empty(), "", "", BigDecimal.ZERO, goodsUnit, Optional.empty());
    }

    /** Somebody who may do so lets it be closed in spite of what does not match. */
    public void override(String reason) {
        unsettled = Optional.empty();
        override = reason;
    }

    private Result wrong(Error error, String item, String lot, BigDecimal quantity, Refusal message) {
        Result result = new Result(Kind.ERROR, Optional.of(error), item, lot, quantity, goodsUnit,
            Optional.of(message));
        unsettled = Optional.of(result);
        return result;
    }

    private Result waits() {
        return unsettled.map(one -> new Result(Kind.WAITS, one.error(), one.item(), one.lot(), one.quantity(),
            one.unit(), one.message())).orElseGet(() -> new Result(Kind.WAITS, Optional.empty(), "", "",
                BigDecimal.ZERO, goodsUnit, Optional.empty()));
    }

    /** What stands against closing it: an error that is not settled, a lot that was not scanned, what is missing. */
    public List<String> mismatches() {
        List<String> result = new ArrayList<>();
        unsettled.flatMap(Result::message).ifPresent(message -> result.add(message.sentence()));
        lotWanted.ifPresent(row -> result.add("the lot of " + row.code() + " was not scanned"));
        for (Expected row : expected) {
            BigDecimal missing = row.quantity().amount().subtract(packedOf(row));
            if (missing.signum() > 0) {
                result.add(missing.stripTrailingZeros().toPlainString() + " " + row.quantity().unit() + " of "
                    + row.code() + (row.lot().isEmpty() ? "" : " " + row.lot()) + " are missing");
            }
        }
        return result;
    }

    /** Whether it may be closed: everything matches, or somebody who may said that it may. */
    public boolean mayClose() {
        return mismatches().isEmpty() || !override.isEmpty();
    }

}
