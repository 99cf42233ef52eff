package org.stockwright.valuation.internal.book;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.ChangeListener.Topic;
import org.stockwright.base.Micros;
import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.base.Refusal;
import org.stockwright.ledger.LocationKind;
import org.stockwright.persistence.Transaction;
import org.stockwright.persistence.UnitOfWork;
import org.stockwright.security.spi.Guarded;
import org.stockwright.valuation.TransitTerms;
import org.stockwright.valuation.ValuationRefusal;
import org.stockwright.valuation.ValueRow.Whose;
import org.stockwright.valuation.internal.CostGate;

/** Decides whose goods in transit are, and values anew what was there. */
@Component(service = Guarded.class, property = Guarded.SERVICES + "=org.stockwright.valuation.TransitTerms")
public final class TransitTermsComponent implements TransitTerms, Guarded {

    private final UnitOfWork work;
    private final Valuer valuer;
    private final CostGate gate;

    /** Lives as long as the open book. */
    @Activate
    public TransitTermsComponent(@Reference UnitOfWork work, @Reference Valuer valuer, @Reference CostGate gate) {
        this.work = work;
        this.valuer = valuer;
        this.gate = gate;
    }

    /** A place that may be one of transit. */
    private record Place(long id, LocationKind kind) {
    }

    @Override
    public List<Decision> list() {
        gate.check();
        return work.read(transaction -> decisions(transaction.connection()));
    }

    private static List<Decision> decisions(Connection connection) throws SQLException {
        List<Decision> result = new ArrayList<>();
        try (
            PreparedStatement select = connection.prepareStatement("SELECT l.code, t.direction, t.incoterm, "
                + "t.owned_from, t.effective_from, t.recorded_at, t.user_name FROM transit_terms t "
                + "JOIN location l ON l.id = t.location_id ORDER BY t.id");
            ResultSet row = select.executeQuery()) {
            while (row.next()) {
                Terms terms = new Terms(row.getString(1), Direction.valueOf(row.getString(2)),
                    Optional.ofNullable(row.getString(3)).map(Incoterm::valueOf),
                    Optional.ofNullable(row.getString(4)).map(Point::valueOf),
                    Rules.beginning(row.getLong(5)));
                result.add(new Decision(terms, whose(terms), Micros.toInstant(row.getLong(6)), row.getString(7)));
            }
        }
        return result;
    }

    private static Whose whose(Terms terms) {
        return TransitOwners.whose(TransitOwners.kind(terms.direction(), terms.rule(), terms.ownedFrom()));
    }

    @Override
    public Outcome<Integer> set(List<Terms> terms, Progress progress) {
        gate.check();
        return work.write(transaction -> set(transaction, terms, progress));
    }

    @Override
    public Outcome<Integer> rehearse(List<Terms> terms, Progress progress) {
        gate.check();
        return work.attempt(transaction -> set(transaction, terms, progress));
    }

    private Outcome<Integer> set(Transaction transaction, List<Terms> all, Progress progress) throws SQLException {
        Connection connection = transaction.connection();
        Map<Long, Head> heads = new Heads(transaction).lockAll();
        Rules rules = valuer.rules().current(transaction);
        Map<List<Object>, Terms> known = new HashMap<>();
        decisions(connection).forEach(one -> known.put(identity(one.terms()), one.terms()));
        Map<String, Place> places = places(connection);
        TreeMap<Long, Long> since = new TreeMap<>();
        List<Refusal> refusals = new ArrayList<>();
        List<Terms> fresh = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            Terms one = all.get(i);
            int line = i + 1;
            List<Refusal> found = refusals(one, places.get(one.place()));
            SortedSet<Long> valued = found.isEmpty() ? valued(connection, places.get(one.place()).id(), heads)
                : new TreeSet<>();
            if (found.isEmpty() && !one.equals(known.put(identity(one), one))) {
                Rules.closed(rules, one.from(), !valued.isEmpty()).ifPresent(found::add);
                fresh.add(one);
                valued.forEach(item -> since.merge(item, Rules.beginning(one.from()), Math::min));
            }
            found.forEach(refusal -> refusals.add(refusal.at(Refusal.Place.line(line))));
        }
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        for (Terms one : fresh) {
            insert(transaction, one, places.get(one.place()).id());
            transaction.tell("TRANSIT_TERMS", "place", one.place(), Map.of("direction", one.direction().word(), "rule",
                one.rule().map(Incoterm::name).orElse(""), "owned from", one.ownedFrom().map(Point::word).orElse(""),
                "from", one.from().map(Object::toString).orElse("")));
        }
        Heads.lockSetting(transaction, Rules.COUNTER);
        valuer.revalue(transaction, since, progress);
        transaction.changes(Topic.SETTINGS);
        transaction.changes(Topic.STOCK);
        return Outcome.done(fresh.size());
    }

    private static List<Object> identity(Terms terms) {
        return List.of(terms.place(), terms.from());
    }

    private static Map<String, Place> places(Connection connection) throws SQLException {
        Map<String, Place> result = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement("SELECT code, id, kind FROM location");
            ResultSet row = select.executeQuery()) {
            while (row.next()) {
                result.put(row.getString(1), new Place(row.getLong(2), LocationKind.valueOf(row.getString(3))));
            }
        }
        return result;
    }

    private static List<Refusal> refusals(Terms terms, Place place) {
        List<Refusal> result = new ArrayList<>();
        if (place == null || place.kind() != LocationKind.TRANSIT) {
            result.add(Refusal.of(ValuationRefusal.NO_TRANSIT, terms.place())
                .hint("Name a place of kind transit; for other terms make a place of its own."));
        }
        boolean said = terms.rule().isPresent() || terms.ownedFrom().isPresent();
        if (terms.direction() == Direction.OWN && said) {
            result
                .add(Refusal.of(ValuationRefusal.BAD_TERMS, terms.place(), "transfers between own places have no rule")
                    .hint("Leave rule and point away: such goods are always ours."));
        } else if (terms.direction() != Direction.OWN && !said) {
            result.add(Refusal.of(ValuationRefusal.BAD_TERMS, terms.place(), "a rule or a point is missing")
                .hint("Give a rule of Incoterms 2020, such as FOB, or say from where the goods are the buyer's."));
        }
        return result;
    }

    /** The items with a value that ever were in a place. */
    private static SortedSet<Long> valued(Connection connection, long place, Map<Long, Head> heads)
        throws SQLException {
        SortedSet<Long> items = new TreeSet<>();
        try (PreparedStatement select = connection
            .prepareStatement("SELECT DISTINCT item_id FROM balance WHERE location_id = ? AND owner_id = 0")) {
            select.setLong(1, place);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    items.add(row.getLong(1));
                }
            }
        }
        items.removeIf(item -> !heads.containsKey(item) || heads.get(item).isNew());
        return items;
    }

    private static void insert(Transaction transaction, Terms terms, long place) throws SQLException {
        try (PreparedStatement insert = transaction.connection().prepareStatement("INSERT INTO transit_terms (id, "
            + "location_id, direction, incoterm, owned_from, effective_from, recorded_at, user_name) "
            + "VALUES (?, ?, ?, ?, ?, ?, ?, ?)")) {
            insert.setLong(1, transaction.nextId("valuation_seq"));
            insert.setLong(2, place);
            insert.setString(3, terms.direction().name());
            Heads.nullable(insert, 4, terms.rule().map(Incoterm::name).orElse(""));
            Heads.nullable(insert, 5, terms.ownedFrom().map(Point::name).orElse(""));
            insert.setLong(6, Rules.beginning(terms.from()));
            insert.setLong(7, Micros.of(transaction.now()));
            insert.setString(8, transaction.user());
            insert.executeUpdate();
        }
    }

}
