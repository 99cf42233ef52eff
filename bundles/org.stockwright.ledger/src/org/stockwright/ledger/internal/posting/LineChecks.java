package org.stockwright.ledger.internal.posting;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.stockwright.base.LocationId;
import org.stockwright.base.Outcome;
import org.stockwright.base.Quantity;
import org.stockwright.base.QuantityRefusal;
import org.stockwright.base.Refusal;
import org.stockwright.base.Rounding;
import org.stockwright.catalog.Tracking;
import org.stockwright.ledger.LedgerRefusal;
import org.stockwright.ledger.Location;
import org.stockwright.ledger.MovementKind;
import org.stockwright.ledger.MovementLine;
import org.stockwright.ledger.PostingRequest;
import org.stockwright.ledger.internal.places.Sites;

/** The checks of one posting's lines, stage by stage; all refusals of the first stage that fails come together. */
final class LineChecks {

    private static final Set<MovementKind> BRING_IN = Set.of(MovementKind.RECEIPT, MovementKind.OPENING,
        MovementKind.RETURN_IN, MovementKind.PRODUCE);

    private final Facts facts;
    private final Sites sites;
    private final PostingRequest request;
    private final PlaceChecks places;
    private final List<Line> lines = new ArrayList<>();
    private final List<Refusal> refusals = new ArrayList<>();
    private final List<Refusal> warnings = new ArrayList<>();

    /** A line on its way through the stages. */
    private static final class Line {

        final int number;
        final MovementLine given;
        ItemFacts item;
        BigDecimal quantity;
        PlaceChecks.Way way;
        long lot;

        Line(int number, MovementLine given) {
            this.number = number;
            this.given = given;
        }

        boolean bringsIn() {
            return BRING_IN.contains(given.kind()) || given.kind() == MovementKind.ADJUST && way.to().kind().isKept();
        }

        String arrives() {
            return given.toStatus().isEmpty() ? given.status() : given.toStatus();
        }

    }

    LineChecks(Facts facts, PostingRequest request, Sites sites) {
        this.facts = facts;
        this.sites = sites;
        this.request = request;
        this.places = new PlaceChecks(facts.premises().tree());
        int number = 0;
        for (MovementLine line : request.lines()) {
            number++;
            lines.add(new Line(number, line));
        }
    }

    /** A stage's look at one line. */
    @FunctionalInterface
    private interface Stage {

        Optional<Refusal> refuses(Line line);

    }

    /**
     * The lines with all that is known of them, or why they cannot be posted. When they are refused, what they would
     * have made in the facts is to be undone by the caller.
     */
    Outcome<List<CheckedLine>> check() {
        refusals.addAll(RequestChecks.frame(request));
        stage(this::item);
        stage(this::quantity);
        stage(this::way);
        stage(this::order);
        stage(this::lot);
        serials();
        stage(this::ownerStatusAndUnits);
        stage(this::locks);
        return refusals.isEmpty() ? Outcome.done(lines.stream().map(this::checked).toList())
            : Outcome.refused(refusals);
    }

    /** What is allowed but deserves a look. */
    List<Refusal> warnings() {
        return warnings;
    }

    private void stage(Stage stage) {
        if (refusals.isEmpty()) {
            for (Line line : lines) {
                stage.refuses(line).ifPresent(refusal -> refusals.add(at(line, refusal)));
            }
        }
    }

    private static Refusal at(Line line, Refusal refusal) {
        return refusal.at(Refusal.Place.line(line.number));
    }

    private Optional<Refusal> item(Line line) {
        Optional<ItemFacts> found = facts.item(line.given.item());
        if (found.isEmpty()) {
            return Optional.of(Refusal.of(LedgerRefusal.UNKNOWN_ITEM, line.given.item()));
        }
        line.item = found.get();
        return line.item.active() ? Optional.empty()
            : Optional.of(Refusal.of(LedgerRefusal.ITEM_INACTIVE, line.item.code()));
    }

    /** Production is of an order, and there what is used up comes before what is made of it. */
    private Optional<Refusal> order(Line line) {
        MovementKind kind = line.given.kind();
        if (kind != MovementKind.CONSUME && kind != MovementKind.PRODUCE) {
            return Optional.empty();
        }
        // blanks around it would make it another order for some databases and the same for others
        if (request.reference().isBlank() || !request.reference().strip().equals(request.reference())) {
            return Optional.of(Refusal.of(LedgerRefusal.ORDER_MISSING, kind.word())
                .hint("Give the number of the production order as the reference of the posting, without blanks around "
                    + "it."));
        }
        boolean madeBefore = kind == MovementKind.CONSUME && request.lines().subList(0, line.number - 1).stream()
            .anyMatch(one -> one.kind() == MovementKind.PRODUCE);
        return madeBefore ? Optional.of(Refusal.of(LedgerRefusal.COMPONENTS_COME_FIRST)
            .hint("Move this line up, or post it by itself.")) : Optional.empty();
    }

    private Optional<Refusal> quantity(Line line) {
        Quantity entered = line.given.quantity();
        boolean less = entered.signum() < 0 && line.given.kind() == MovementKind.ADJUST;
        if (entered.signum() <= 0 && !less) {
            return Optional.of(Refusal.of(LedgerRefusal.QUANTITY_NOT_POSITIVE, entered));
        }
        Outcome<Quantity> base = entered.in(line.item.unit(), Rounding.EXACT);
        if (!base.isDone()) {
            Refusal why = base.refusals().get(0);
            return Optional.of(why.code() == QuantityRefusal.NOT_EXACT
                ? Refusal.of(LedgerRefusal.QUANTITY_DOES_NOT_FIT, entered, line.item.code(), line.item.unit())
                    .hint(why.hint())
                : why);
        }
        line.quantity = base.value().amount().abs();
        if (line.given.unitCost().isPresent() && sites.costs().isPresent()) {
            return sites.costs().map(refusal -> refusal.hint("Post it without a cost."));
        }
        return line.given.unitCost().filter(cost -> !RequestChecks.isCost(cost))
            .map(cost -> Refusal.of(LedgerRefusal.BAD_COST, cost.toPlainString())
                .hint("It is not negative and has at most 9 decimals."));
    }

    private Optional<Refusal> way(Line line) {
        Outcome<PlaceChecks.Way> way = places.way(line.given);
        if (!way.isDone()) {
            return Optional.of(way.refusals().get(0));
        }
        line.way = way.value();
        return sites.refusal(facts.premises().tree(), line.way.from(), line.way.to());
    }

    private Optional<Refusal> lot(Line line) {
        String code = line.given.lot();
        Tracking tracking = line.item.tracking();
        if (tracking == Tracking.NONE) {
            return code.isEmpty() ? Optional.empty()
                : Optional.of(Refusal.of(LedgerRefusal.NOT_TRACKED, line.item.code()).hint("Leave the lot empty."));
        }
        if (code.isEmpty()) {
            return Optional.of(Refusal.of(
                tracking == Tracking.LOT ? LedgerRefusal.LOT_MISSING : LedgerRefusal.SERIAL_MISSING,
                line.item.code()));
        }
        if (tracking == Tracking.SERIAL && line.quantity.compareTo(BigDecimal.ONE) != 0) {
            return Optional.of(Refusal.of(LedgerRefusal.SERIAL_IS_ONE_PIECE, code, line.given.quantity())
                .hint("Give each serial number a line of its own."));
        }
        Optional<Lots.Lot> known = facts.lots().find(line.item.id(), code);
        if (known.isEmpty() && !line.bringsIn()) {
            return Optional.of(Refusal.of(LedgerRefusal.UNKNOWN_LOT, line.item.code(), code));
        }
        known.ifPresent(lot -> warnOfExpiry(line, lot));
        line.lot = known.orElseGet(() -> facts.lots().make(line.item.id(), code, expiry(line),
            tracking == Tracking.SERIAL)).id();
        return Optional.empty();
    }

    private Optional<LocalDate> expiry(Line line) {
        LocalDate day = request.effective().atZone(facts.premises().zone()).toLocalDate();
        return line.given.expires().or(() -> line.item.shelfLifeDays().map(day::plusDays));
    }

    private void warnOfExpiry(Line line, Lots.Lot lot) {
        line.given.expires().filter(day -> !lot.expires().equals(Optional.of(day)))
            .ifPresent(day -> warnings.add(at(line, Refusal.of(LedgerRefusal.LOT_EXPIRES_OTHERWISE, lot.code(),
                line.item.code(), lot.expires().map(LocalDate::toString).orElse("never"), day))));
    }

    /** Follows each serial number through the lines: what comes in must not lie anywhere. */
    private void serials() {
        List<Line> followed = new ArrayList<>();
        for (Line line : lines) {
            if (refusals.isEmpty() && line.item.tracking() == Tracking.SERIAL) {
                followed.add(line);
            }
        }
        if (followed.isEmpty()) {
            return;
        }
        SerialPlaces now = facts.serials().copy(new TreeSet<>(followed.stream().map(line -> line.lot).toList()));
        for (Line line : followed) {
            Location to = line.way.to();
            Optional<Long> lies = now.placeOf(line.lot);
            if (!line.way.from().kind().isKept() && lies.isPresent()) {
                String where = facts.premises().tree().get(new LocationId(lies.get()))
                    .map(Location::code).orElse("");
                refusals.add(at(line, Refusal.of(LedgerRefusal.SERIAL_ON_HAND_ALREADY, line.given.lot(),
                    line.item.code(), where)));
            }
            now.move(line.lot, to.kind().isKept() ? Optional.of(to.id().value()) : Optional.empty());
        }
    }

    private Optional<Refusal> ownerStatusAndUnits(Line line) {
        MovementLine given = line.given;
        if (!facts.isOwner(given.owner())) {
            return Optional.of(Refusal.of(LedgerRefusal.UNKNOWN_OWNER, given.owner()));
        }
        for (String status : List.of(given.status(), line.arrives())) {
            if (!facts.premises().statuses().containsKey(status)) {
                return Optional.of(Refusal.of(LedgerRefusal.UNKNOWN_STATUS, status)
                    .hint("Known are " + String.join(", ", new TreeSet<>(facts.premises().statuses().keySet()))
                        + "."));
            }
        }
        boolean makesUnit = line.bringsIn() || given.kind() == MovementKind.TRANSFER;
        for (String unit : List.of(given.fromHandlingUnit(), makesUnit ? "" : given.toHandlingUnit())) {
            if (facts.handlingUnit(unit).isEmpty()) {
                return Optional.of(Refusal.of(LedgerRefusal.UNKNOWN_HANDLING_UNIT, unit));
            }
        }
        return Optional.empty();
    }

    private Optional<Refusal> locks(Line line) {
        return Locks.refusal(facts.premises().tree(), line.item, line.way.from(), line.way.to());
    }

    private CheckedLine checked(Line line) {
        MovementLine given = line.given;
        long fromUnit = facts.handlingUnitOrNew(given.fromHandlingUnit());
        long toUnit = facts.handlingUnitOrNew(given.toHandlingUnit());
        return new CheckedLine(line.number, given.kind(), line.item, line.quantity, given.quantity().amount(),
            given.quantity().unit().code(), side(line, line.way.from(), given.status(), fromUnit),
            side(line, line.way.to(), line.arrives(), toUnit), given.unitCost(), given.reason(), 0);
    }

    private CheckedLine.Side side(Line line, Location place, String status, long unit) {
        BalanceKey key = new BalanceKey(line.item.id().value(), place.id().value(), line.lot,
            line.given.owner().value(), status, unit);
        return new CheckedLine.Side(key, place,
            facts.premises().policies().of(place, line.item.category(), line.item.tracking()));
    }

}
