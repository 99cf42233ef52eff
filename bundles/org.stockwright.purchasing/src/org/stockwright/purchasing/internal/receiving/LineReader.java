package org.stockwright.purchasing.internal.receiving;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.stockwright.base.Outcome;
import org.stockwright.base.Quantity;
import org.stockwright.base.Refusal;
import org.stockwright.base.Refusal.Place;
import org.stockwright.base.Rounding;
import org.stockwright.base.Unit;
import org.stockwright.base.gs1.ElementString;
import org.stockwright.catalog.Item;
import org.stockwright.catalog.ItemMatch;
import org.stockwright.catalog.Items;
import org.stockwright.catalog.Tracking;
import org.stockwright.catalog.Units;
import org.stockwright.documents.DocumentLine;
import org.stockwright.documents.LineId;
import org.stockwright.ledger.LedgerRefusal;
import org.stockwright.ledger.MovementLine;
import org.stockwright.purchasing.Receipts.Line;
import org.stockwright.purchasing.ReceivingRefusal;

/** Finds items, units and quantities of lines that arrive. */
final class LineReader {

    /** The status of goods that wait for inspection. */
    static final String INSPECTION = "INSPECTION";
    /** The status of goods that were rejected at the dock. */
    static final String BLOCKED = "BLOCKED";
    /** The status of goods that were rejected at inspection. */
    static final String REJECTED = "REJECTED";
    /** The statuses in which goods can arrive. */
    static final Set<String> STATUSES = Set.of(MovementLine.AVAILABLE, INSPECTION, "QUARANTINE", BLOCKED, REJECTED);

    private final Items items;
    private final Units units;
    private final Map<LineId, DocumentLine> sources;
    private final int thisYear;
    private final boolean generateLots;
    private final List<Refusal> refusals = new ArrayList<>();
    private final Map<String, Outcome<Item>> known = new HashMap<>();

    LineReader(Items items, Units units, Map<LineId, DocumentLine> sources, int thisYear, boolean generateLots) {
        this.items = items;
        this.units = units;
        this.sources = sources;
        this.thisYear = thisYear;
        this.generateLots = generateLots;
    }

    /** What is wrong with the lines that were read. */
    List<Refusal> refusals() {
        return refusals;
    }

    /** What a scan or a code says. */
    private record Said(Item item, Unit unit, Optional<BigDecimal> quantity, String lot, Optional<LocalDate> expires) {
    }

    List<ReadLine> read(List<Line> lines) {
        List<ReadLine> result = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Place place = Place.line(i + 1);
            Outcome<ReadLine> line = read(i + 1, lines.get(i));
            line.refusals().forEach(refusal -> refusals.add(refusal.place().isNone() ? refusal.at(place) : refusal));
            if (line.isDone()) {
                result.add(line.value());
            }
        }
        return result;
    }

    private Outcome<ReadLine> read(int number, Line line) {
        Outcome<Said> said = say(line);
        return said.then(what -> unit(line, what).then(unit -> read(number, line, what, unit)));
    }

    private Outcome<Said> say(Line line) {
        Optional<DocumentLine> source = line.source().map(sources::get);
        if (line.item().isBlank() && source.isPresent()) {
            return item(source.get().item())
                .map(item -> new Said(item, item.unit(), Optional.empty(), "", Optional.empty()));
        }
        String text = line.item().strip();
        if (!ElementString.looksLike(text)) {
            return items.resolve(text).then(match -> said(match, Optional.empty(), "", Optional.empty()));
        }
        return ElementString.parse(text).then(this::scanned);
    }

    private Outcome<Said> scanned(ElementString scan) {
        String gtin = scan.gtin().or(scan::contained).map(code -> code.text()).orElse("");
        String lot = scan.serial().or(scan::lot).orElse("");
        Optional<BigDecimal> count = scan.count().or(() -> Optional.of(BigDecimal.ONE));
        return items.resolve(gtin).then(match -> said(match, count,
            match.tracking() == Tracking.LOT ? scan.lot().orElse("") : match.tracking() == Tracking.NONE ? "" : lot,
            scan.expires(thisYear).or(() -> scan.bestBefore(thisYear))));
    }

    private Outcome<Said> said(ItemMatch match, Optional<BigDecimal> quantity, String lot,
        Optional<LocalDate> expires) {
        return item(match.code()).map(item -> new Said(item, match.entered(), quantity, lot, expires));
    }

    private Outcome<Item> item(String code) {
        return known.computeIfAbsent(code, key -> items.byCode(key).map(Outcome::done)
            .orElseGet(() -> Outcome.refused(Refusal.of(LedgerRefusal.UNKNOWN_ITEM, key))));
    }

    private Outcome<Unit> unit(Line line, Said said) {
        return line.unit().isEmpty() ? Outcome.done(said.unit()) : units.unitFor(said.item(), line.unit());
    }

    private Outcome<ReadLine> read(int number, Line line, Said said, Unit unit) {
        Item item = said.item();
        Optional<BigDecimal> amount = line.quantity().or(said::quantity);
        if (amount.isEmpty()) {
            return Outcome.refused(Refusal.of(ReceivingRefusal.QUANTITY_MISSING, item.code()).hint("Count the goods."));
        }
        if (amount.get().signum() <= 0) {
            return Outcome.refused(Refusal.of(LedgerRefusal.QUANTITY_NOT_POSITIVE, amount.get().toPlainString())
                .hint("Leave the line out, or reverse the receipt that was wrong."));
        }
        List<Refusal> wrong = wrong(line, said, amount.get());
        if (!wrong.isEmpty()) {
            return Outcome.refused(wrong);
        }
        String lot = line.lot().isEmpty() ? said.lot() : line.lot();
        String rejectedStatus = line.rejectedStatus().isEmpty() ? BLOCKED : line.rejectedStatus();
        return base(amount.get(), unit, item).then(quantity -> base(line.rejected(), unit, item)
            .map(rejected -> new ReadLine(number, line.source(), item, amount.get(), unit.code(), quantity,
                rejects(line) ? quantity.amount() : rejected.amount(), lot, line.expires().or(said::expires),
                line.place(), line.status(), rejects(line) ? line.status() : rejectedStatus, line.reason(),
                line.unitCost())));
    }

    /** Whether the whole line is rejected. */
    private static boolean rejects(Line line) {
        return line.status().equals(BLOCKED) || line.status().equals(REJECTED);
    }

    private static Outcome<Quantity> base(BigDecimal amount, Unit unit, Item item) {
        return Quantity.checked(amount, unit).then(quantity -> quantity.in(item.unit(), Rounding.EXACT));
    }

    private List<Refusal> wrong(Line line, Said said, BigDecimal amount) {
        List<Refusal> wrong = new ArrayList<>();
        Item item = said.item();
        Optional<DocumentLine> source = line.source().map(sources::get);
        source.filter(one -> !one.itemId().equals(item.id())).ifPresent(one -> wrong
            .add(Refusal.of(ReceivingRefusal.OTHER_ITEM_ON_LINE, one.line(), one.item(), item.code())
                .hint("Choose the line of the item, or receive it without an order.")));
        if (line.rejected().signum() < 0 || line.rejected().compareTo(amount) > 0) {
            wrong.add(Refusal.of(ReceivingRefusal.MORE_REJECTED_THAN_CAME, line.rejected().toPlainString(),
                amount.toPlainString()).hint("The quantity that came includes what is rejected."));
        }
        if ((line.rejected().signum() > 0 || rejects(line)) && line.reason().isBlank()) {
            wrong.add(Refusal.of(ReceivingRefusal.REASON_MISSING).hint("Say what is wrong with the goods."));
        }
        if (!line.status().isEmpty() && !STATUSES.contains(line.status())) {
            wrong.add(Refusal.of(ReceivingRefusal.BAD_STATUS, line.status())
                .hint("Write one of " + String.join(", ", STATUSES.stream().sorted().toList())
                    + ", or nothing."));
        }
        if (!line.rejectedStatus().isEmpty() && !line.rejectedStatus().equals(BLOCKED)
            && !line.rejectedStatus().equals(REJECTED)) {
            wrong.add(Refusal.of(ReceivingRefusal.BAD_STATUS, line.rejectedStatus())
                .hint("Rejected goods are " + BLOCKED + " or " + REJECTED + "."));
        }
        if (!line.lot().isEmpty() && !said.lot().isEmpty() && !line.lot().equals(said.lot())) {
            wrong.add(Refusal.of(ReceivingRefusal.SCAN_CONTRADICTS, said.lot(), line.lot()).hint("Scan it again."));
        }
        if (item.tracking() != Tracking.NONE && line.lot().isEmpty() && said.lot().isEmpty() && !generateLots) {
            wrong.add(Refusal.of(ReceivingRefusal.LOT_MISSING, item.code())
                .hint("Enter or scan it, or let lots be made."));
        }
        return wrong;
    }

}
