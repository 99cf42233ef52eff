package org.stockwright.ledger.internal.posting;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.stockwright.base.ItemId;
import org.stockwright.base.LocationId;
import org.stockwright.base.Outcome;
import org.stockwright.base.PartnerId;
import org.stockwright.base.Quantity;
import org.stockwright.base.Refusal;
import org.stockwright.catalog.Tracking;
import org.stockwright.ledger.LedgerRefusal;
import org.stockwright.ledger.Location;
import org.stockwright.ledger.MovementKind;
import org.stockwright.ledger.MovementLine;
import org.stockwright.ledger.PostingRequest;
import org.stockwright.ledger.internal.places.Premises;
import org.stockwright.ledger.internal.places.Sites;
import org.stockwright.persistence.Transaction;

/** Makes the document that undoes a posting: each movement the other way round, naming the one that it reverses. */
final class Reversal implements PostingEngine.Preparation {

    private final long original;
    private final String key;
    private final String hash;
    private final Optional<Instant> effective;
    private final String reason;
    private final Sites sites;

    Reversal(long original, String key, String hash, Optional<Instant> effective, String reason,
        Sites sites) {
        this.original = original;
        this.key = key;
        this.hash = hash;
        this.effective = effective;
        this.reason = reason;
        this.sites = sites;
    }

    /** A movement as it is stored, its two balances by what makes them. */
    private record Stored(long seq, int line, MovementKind kind, BigDecimal quantity, BigDecimal entered,
        String enteredUnit, Optional<BigDecimal> unitCost, BalanceKey from, BalanceKey to, String lot,
        String fromHandlingUnit, String toHandlingUnit) {
    }

    @Override
    public Outcome<PostingEngine.Prepared> in(Transaction transaction, Premises premises) throws SQLException {
        Head head = head(transaction);
        List<Refusal> refusals = refusals(head);
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        List<Stored> movements = movements(transaction);
        Instant when = effective.orElse(transaction.now());
        String series = head.number().contains("-") ? head.number().substring(0, head.number().lastIndexOf('-')) : "";
        Facts facts = Facts.ofItems(transaction, premises, movements.stream().map(one -> one.from().item()).toList());
        PostingRequest request = new PostingRequest(key, when,
            movements.stream().map(one -> line(facts, one)).toList(), head.reference(), reason, series);
        List<CheckedLine> lines = new ArrayList<>();
        for (Stored movement : movements) {
            lines.add(opposite(premises, facts, movement));
        }
        refusals.addAll(serials(transaction, premises, lines, movements));
        if (refusals.isEmpty()) {
            refusals.addAll(outOfBounds(premises, lines));
            refusals.addAll(locks(premises, lines));
        }
        return refusals.isEmpty()
            ? Outcome.done(new PostingEngine.Prepared(new Document(key, hash, when, head.reference(), reason, series,
                original, lines), facts, request, Optional.empty(), List.of()))
            : Outcome.refused(refusals);
    }

    /** The posting to be reversed, by its own words. */
    private record Head(String key, String number, String reference, String reverses, String reversedBy) {

        String shown() {
            return number.isEmpty() ? key : number;
        }

    }

    private Head head(Transaction transaction) throws SQLException {
        try (PreparedStatement select = transaction.connection().prepareStatement("SELECT p.posting_key, p.number, "
            + "p.reference, o.posting_key, r.posting_key FROM posting p LEFT JOIN posting o ON o.id = p.reverses_id "
            + "LEFT JOIN posting r ON r.reverses_id = p.id WHERE p.id = ?")) {
            select.setLong(1, original);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return new Head(row.getString(1), text(row, 2), text(row, 3), text(row, 4), text(row, 5));
            }
        }
    }

    private static String text(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getString(column)).orElse("");
    }

    private List<Refusal> refusals(Head head) {
        List<Refusal> result = new ArrayList<>();
        effective.flatMap(RequestChecks::instant).ifPresent(result::add);
        RequestChecks.reason(reason).ifPresent(result::add);
        if (!head.reversedBy().isEmpty()) {
            result.add(Refusal.of(LedgerRefusal.REVERSED_ALREADY, head.shown(), head.reversedBy()));
        } else if (!head.reverses().isEmpty()) {
            result.add(Refusal.of(LedgerRefusal.IS_A_REVERSAL, head.shown(), head.reverses())
                .hint("Post what is right as a new posting."));
        } else if (reason.isEmpty()) {
            result.add(Refusal.of(LedgerRefusal.REASON_MISSING));
        }
        return result;
    }

    private List<Stored> movements(Transaction transaction) throws SQLException {
        List<Stored> result = new ArrayList<>();
        try (PreparedStatement select = transaction.connection().prepareStatement("SELECT m.seq, m.line, m.kind, "
            + "m.quantity, m.entered_quantity, m.entered_unit, m.unit_cost, l.code, hf.code, ht.code, "
            + "bf.item_id, bf.location_id, bf.lot_id, bf.owner_id, bf.status, bf.handling_unit_id, "
            + "bt.item_id, bt.location_id, bt.lot_id, bt.owner_id, bt.status, bt.handling_unit_id "
            + "FROM movement m JOIN balance bf ON bf.id = m.from_balance_id "
            + "JOIN balance bt ON bt.id = m.to_balance_id JOIN lot l ON l.id = bf.lot_id "
            + "JOIN handling_unit hf ON hf.id = bf.handling_unit_id "
            + "JOIN handling_unit ht ON ht.id = bt.handling_unit_id WHERE m.posting_id = ? ORDER BY m.line")) {
            select.setLong(1, original);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    result.add(new Stored(row.getLong(1), row.getInt(2), MovementKind.valueOf(row.getString(3)),
                        row.getBigDecimal(4), row.getBigDecimal(5), row.getString(6),
                        Optional.ofNullable(row.getBigDecimal(7)), key(row, 11), key(row, 17), row.getString(8),
                        row.getString(9), row.getString(10)));
                }
            }
        }
        return result;
    }

    private static BalanceKey key(ResultSet row, int at) throws SQLException {
        return new BalanceKey(row.getLong(at), row.getLong(at + 1), row.getLong(at + 2), row.getLong(at + 3),
            row.getString(at + 4), row.getLong(at + 5));
    }

    private CheckedLine opposite(Premises premises, Facts facts, Stored movement) {
        ItemFacts item = facts.item(new ItemId(movement.from().item())).orElseThrow();
        return new CheckedLine(movement.line(), movement.kind(), item, movement.quantity(), movement.entered(),
            movement.enteredUnit(), side(premises, item, movement.to()), side(premises, item, movement.from()),
            movement.unitCost(), reason, movement.seq());
    }

    private static CheckedLine.Side side(Premises premises, ItemFacts item, BalanceKey key) {
        Location place = premises.tree().get(new LocationId(key.location())).orElseThrow();
        return new CheckedLine.Side(key, place, premises.policies().of(place, item.category(), item.tracking()));
    }

    /** As participants see it: the movement the other way round, in the item's base unit. */
    private MovementLine line(Facts facts, Stored movement) {
        ItemFacts item = facts.item(new ItemId(movement.from().item())).orElseThrow();
        return new MovementLine(movement.kind(), item.id(), new Quantity(movement.quantity(), item.unit()),
            Optional.of(new LocationId(movement.to().location())),
            Optional.of(new LocationId(movement.from().location())), movement.lot(), Optional.empty(),
            new PartnerId(movement.from().owner()), movement.to().status(), movement.from().status(),
            movement.toHandlingUnit(), movement.fromHandlingUnit(), movement.unitCost(), reason);
    }

    /**
     * A serial number that comes back must not lie anywhere else meanwhile. The lines are undone from the last to the
     * first, so that a number which the document took out and brought in again can be followed all the way back.
     */
    private static List<Refusal> serials(Transaction transaction, Premises premises, List<CheckedLine> lines,
        List<Stored> movements) throws SQLException {
        Set<Long> items = new TreeSet<>();
        Set<Long> numbers = new TreeSet<>();
        for (CheckedLine line : lines) {
            if (line.item().tracking() == Tracking.SERIAL) {
                items.add(line.item().id().value());
                numbers.add(line.to().key().lot());
            }
        }
        SerialPlaces now = new SerialPlaces();
        now.read(transaction, items, numbers, true);
        List<Refusal> result = new ArrayList<>();
        for (int i = lines.size() - 1; i >= 0; i--) {
            CheckedLine line = lines.get(i);
            if (line.item().tracking() != Tracking.SERIAL) {
                continue;
            }
            boolean comesBack = !line.from().isKept() && line.to().isKept();
            Optional<Location> lies = comesBack
                ? now.placeOf(line.to().key().lot()).flatMap(place -> premises.tree().get(new LocationId(place)))
                : Optional.empty();
            if (lies.isPresent()) {
                result.add(0, Refusal.of(LedgerRefusal.SERIAL_ON_HAND_ALREADY, movements.get(i).lot(),
                    line.item().code(), lies.get().code()).at(Refusal.Place.line(line.number())));
            }
            now.moved(List.of(line));
        }
        return result;
    }

    private List<Refusal> outOfBounds(Premises premises, List<CheckedLine> lines) {
        List<Refusal> result = new ArrayList<>();
        for (CheckedLine line : lines) {
            sites.refusal(premises.tree(), line.from().place(), line.to().place())
                .ifPresent(refusal -> result.add(refusal.at(Refusal.Place.line(line.number()))));
        }
        return result;
    }

    private static List<Refusal> locks(Premises premises, List<CheckedLine> lines) {
        List<Refusal> result = new ArrayList<>();
        for (CheckedLine line : lines) {
            Locks.refusal(premises.tree(), line.item(), line.from().place(), line.to().place())
                .ifPresent(refusal -> result.add(refusal.at(Refusal.Place.line(line.number()))));
        }
        return result;
    }

}
