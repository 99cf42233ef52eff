package org.stockwright.ledger.internal.posting;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.ledger.MovementKind;
import org.stockwright.ledger.MovementLine;
import org.stockwright.ledger.PostingRequest;
import org.stockwright.ledger.ReservationView;
import org.stockwright.ledger.Reservations.Request;
import org.stockwright.ledger.internal.places.Premises;
import org.stockwright.ledger.spi.LostRace;
import org.stockwright.persistence.Transaction;

/**
 * Holds stock for somebody, many requests at once: all of it or none. The checks of a posting as far as they apply, then the
 * balances by rising number.
 */
final class Holdings {

    private final PostingEngine engine;
    private final Transaction transaction;
    private final ReservationRows rows;

    Holdings(PostingEngine engine, Transaction transaction) {
        this.engine = engine;
        this.transaction = transaction;
        this.rows = new ReservationRows(transaction);
    }

    /** Holds them; refusals carry the index of the request, from 1, as their line. */
    Outcome<List<ReservationView>> hold(List<Request> requests) throws SQLException {
        Facts facts = facts(requests);
        List<Holding> holdings = requests.stream().map(request -> new Holding(engine, transaction, facts, request))
            .toList();
        Map<BalanceKey, Long> balances = balances(holdings);
        Map<String, ReservationRows.Held> known = rows.byKeys(requests.stream().map(Request::key).toList());
        List<Refusal> refusals = new ArrayList<>();
        Map<Integer, ReservationView> views = new HashMap<>();
        TreeMap<Long, List<Integer>> wanted = new TreeMap<>();
        for (int i = 0; i < holdings.size(); i++) {
            Holding holding = holdings.get(i);
            ReservationRows.Held held = known.get(requests.get(i).key());
            if (held != null) {
                int at = i;
                Outcome<ReservationView> again = holding.repeat(held, balances);
                again.refusals().forEach(refusal -> refusals.add(refusal.at(Refusal.Place.line(at + 1))));
                if (again.isDone()) {
                    views.put(i, again.value());
                }
                continue;
            }
            List<Refusal> found = holding.refusal().map(List::of).orElseGet(List::of);
            if (found.isEmpty() && !holding.isUsable(balances)) {
                found = List.of(holding.tooLittle(balances));
            }
            for (Refusal refusal : found) {
                refusals.add(refusal.at(Refusal.Place.line(i + 1)));
            }
            if (found.isEmpty()) {
                wanted.computeIfAbsent(holding.balance(balances).orElseThrow(), id -> new ArrayList<>()).add(i);
            }
        }
        return refusals.isEmpty() ? hold(holdings, balances, wanted, views) : Outcome.refused(refusals);
    }

    private Facts facts(List<Request> requests) throws SQLException {
        Premises premises = engine.premisesIndex().current(transaction);
        List<MovementLine> lines = requests.stream()
            .map(request -> MovementLine.of(MovementKind.STATUS, request.item(), request.quantity(),
                Optional.of(request.location()), Optional.empty()).withLot(request.lot())
                .ownedBy(request.owner()))
            .toList();
        return Facts.of(transaction, premises,
            List.of(new PostingRequest("hold", transaction.now(), lines, "", "", "")), false);
    }

    private Map<BalanceKey, Long> balances(List<Holding> holdings) throws SQLException {
        List<BalanceKey> keys = holdings.stream().flatMap(holding -> holding.key().stream()).distinct().toList();
        Map<BalanceKey, Long> found = new HashMap<>(engine.balances().remembered(keys));
        List<BalanceKey> others = keys.stream().filter(key -> !found.containsKey(key)).toList();
        if (!others.isEmpty()) {
            new BalanceSelect(transaction).one(others, transaction.dialect(),
                row -> found.put(BalanceSelect.key(row), row.getLong(1)));
        }
        found.keySet().retainAll(keys);
        return found;
    }

    private Outcome<List<ReservationView>> hold(List<Holding> holdings, Map<BalanceKey, Long> balances,
        TreeMap<Long, List<Integer>> wanted, Map<Integer, ReservationView> views) throws SQLException {
        TreeMap<Long, BigDecimal> sums = new TreeMap<>();
        wanted.forEach((balance, indexes) -> sums.put(balance,
            indexes.stream().map(i -> holdings.get(i).amount()).reduce(BigDecimal.ZERO, BigDecimal::add)));
        List<Long> tooLittle = rows.reserve(sums);
        if (!tooLittle.isEmpty()) {
            return Outcome.refused(refusals(holdings, balances, wanted, tooLittle));
        }
        List<ReservationRows.New> made = new ArrayList<>();
        List<Integer> order = wanted.values().stream().flatMap(List::stream).sorted().toList();
        for (int i : order) {
            Request request = holdings.get(i).request();
            made.add(new ReservationRows.New(request.key(), holdings.get(i).balance(balances).orElseThrow(),
                holdings.get(i).amount(), request.holder(), request.expires()));
        }
        List<Long> ids = rows.insert(made);
        for (int at = 0; at < order.size(); at++) {
            views.put(order.get(at), holdings.get(order.get(at)).view(ids.get(at)));
        }
        List<ReservationView> result = new ArrayList<>();
        for (int i = 0; i < holdings.size(); i++) {
            result.add(Objects.requireNonNull(views.get(i)));
        }
        return Outcome.done(result);
    }

    /** Whoever waited for a balance may find that the same request was quicker: then the command is run again. */
    private List<Refusal> refusals(List<Holding> holdings, Map<BalanceKey, Long> balances,
        Map<Long, List<Integer>> wanted, List<Long> tooLittle) throws SQLException {
        List<Refusal> result = new ArrayList<>();
        for (long balance : tooLittle) {
            for (int i : wanted.getOrDefault(balance, List.of())) {
                if (rows.byKey(holdings.get(i).request().key()).isPresent()) {
                    throw new LostRace();
                }
                result.add(holdings.get(i).tooLittle(balances).at(Refusal.Place.line(i + 1)));
            }
        }
        return result;
    }

}
