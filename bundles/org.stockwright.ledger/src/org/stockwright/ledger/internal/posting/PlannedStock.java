package org.stockwright.ledger.internal.posting;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.catalog.NegativePolicy;
import org.stockwright.ledger.Location;
import org.stockwright.ledger.MovementLine;
import org.stockwright.ledger.PostingRequest;
import org.stockwright.persistence.Dialect;
import org.stockwright.persistence.Transaction;

/**
 * The balances as they would be after the documents planned so far: what is stored is read in bulk, for those that
 * something is taken from; what is planned is summed up in memory. On Derby they are read without locks, or readers and
 * those who post could wait in a circle; before stock forbids a document for it, a balance is read once more as it is
 * committed.
 */
final class PlannedStock {

    private static final StockChanges.Level NOTHING = new StockChanges.Level(BigDecimal.ZERO, BigDecimal.ZERO);

    private final Transaction transaction;
    private final Facts facts;
    private final Map<BalanceKey, StockChanges.Level> stored = new HashMap<>();
    private final Map<BalanceKey, BigDecimal> planned = new HashMap<>();
    /** Those that were read as they are committed. */
    private final Set<BalanceKey> confirmed = new HashSet<>();
    private final Map<BalanceKey, Long> ids = new HashMap<>();
    /** What was asked for before. */
    private final Set<BalanceKey> loaded = new HashSet<>();

    PlannedStock(Transaction transaction, Facts facts) {
        this.transaction = transaction;
        this.facts = facts;
    }

    /** Reads the balances that these documents may take from, unless they were read before. */
    void load(List<PostingRequest> block) throws SQLException {
        PlaceChecks places = new PlaceChecks(facts.premises().tree());
        Set<BalanceKey> wanted = new HashSet<>();
        for (PostingRequest request : block) {
            for (MovementLine line : request.lines()) {
                Outcome<PlaceChecks.Way> way = places.way(line);
                if (way.isDone()) {
                    want(wanted, line, way.value().from());
                }
            }
        }
        if (wanted.isEmpty()) {
            return;
        }
        BalanceSelect.unlocked(transaction).each(wanted, row -> {
            BalanceKey key = BalanceSelect.key(row);
            if (ids.putIfAbsent(key, row.getLong(1)) == null) {
                stored.put(key, stored(row));
            }
        });
    }

    private static StockChanges.Level stored(ResultSet row) throws SQLException {
        return new StockChanges.Level(row.getBigDecimal(9), row.getBigDecimal(10));
    }

    /** The level by what is committed now, in the place of what was read without locks. */
    private StockChanges.Level confirmed(BalanceKey key) throws SQLException {
        if (transaction.dialect() == Dialect.DERBY && confirmed.add(key)) {
            stored.remove(key);
            new BalanceSelect(transaction).one(List.of(key), Dialect.DERBY, row -> {
                stored.put(key, stored(row));
                ids.put(key, row.getLong(1));
            });
        }
        return level(key);
    }

    private static boolean isTooLittle(StockChanges.Level level, BigDecimal delta) {
        return level.free().add(delta).signum() < 0;
    }

    private void want(Set<BalanceKey> wanted, MovementLine line, Location place) {
        if (place.kind().isKept()) {
            long lot = facts.lots().find(line.item(), line.lot()).map(Lots.Lot::id).orElse(0L);
            BalanceKey key = new BalanceKey(line.item().value(), place.id().value(), lot, 0, "", 0);
            if (loaded.add(key)) {
                wanted.add(key);
            }
        }
    }

    /** Takes a document's movements into account, or says why stock forbids them. */
    List<Refusal> take(Document document, Consumer<Refusal> warning) throws SQLException {
        Map<BalanceKey, BigDecimal> deltas = new LinkedHashMap<>();
        Map<BalanceKey, CheckedLine> lines = new HashMap<>();
        for (CheckedLine line : document.lines()) {
            sum(deltas, lines, line, line.from(), line.quantity().negate());
            sum(deltas, lines, line, line.to(), line.quantity());
        }
        List<Refusal> refusals = new ArrayList<>();
        for (Map.Entry<BalanceKey, BigDecimal> delta : deltas.entrySet()) {
            CheckedLine line = lines.get(delta.getKey());
            CheckedLine.Side side = side(line, delta.getKey());
            boolean taken = delta.getValue().signum() < 0;
            if (!taken || side.policy() != NegativePolicy.BLOCK) {
                continue;
            }
            StockChanges.Level level = level(delta.getKey());
            if (isTooLittle(level, delta.getValue())) {
                level = confirmed(delta.getKey());
            }
            if (isTooLittle(level, delta.getValue())) {
                refusals.add(Shortages.refusal(document, side, delta.getValue().negate(), level,
                    holders(delta.getKey(), level, line.item())));
            }
        }
        if (refusals.isEmpty()) {
            deltas.forEach((key, delta) -> change(key, delta, lines.get(key), warning));
        }
        return refusals;
    }

    private static void sum(Map<BalanceKey, BigDecimal> deltas, Map<BalanceKey, CheckedLine> lines, CheckedLine line,
        CheckedLine.Side side, BigDecimal delta) {
        if (side.isKept()) {
            deltas.merge(side.key(), delta, BigDecimal::add);
            lines.putIfAbsent(side.key(), line);
        }
    }

    private static CheckedLine.Side side(CheckedLine line, BalanceKey key) {
        return line.from().key().equals(key) ? line.from() : line.to();
    }

    private String holders(BalanceKey key, StockChanges.Level level, ItemFacts item) throws SQLException {
        Optional<Long> id = Optional.ofNullable(ids.get(key));
        return id.isEmpty() || level.reserved().signum() == 0 ? ""
            : new Shortages(transaction, facts.premises().zone()).holders(id.get(), item);
    }

    /** What there would be now. */
    private StockChanges.Level level(BalanceKey key) {
        StockChanges.Level before = stored.getOrDefault(key, NOTHING);
        return new StockChanges.Level(before.onHand().add(planned.getOrDefault(key, BigDecimal.ZERO)),
            before.reserved());
    }

    private void change(BalanceKey key, BigDecimal delta, CheckedLine line, Consumer<Refusal> warning) {
        planned.merge(key, delta, BigDecimal::add);
        CheckedLine.Side side = side(line, key);
        if (delta.signum() < 0 && side.policy() == NegativePolicy.WARN) {
            BigDecimal after = level(key).onHand();
            if (after.signum() < 0) {
                warning.accept(PostingWriter.wentNegative(side, line.item(), after)
                    .at(Refusal.Place.line(line.number())));
            }
        }
    }

}
