package org.stockwright.ledger.internal.places;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.ChangeListener.Topic;
import org.stockwright.base.LocationId;
import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.base.StoredText;
import org.stockwright.catalog.CatalogRefusal;
import org.stockwright.catalog.NegativePolicy;
import org.stockwright.ledger.LedgerRefusal;
import org.stockwright.ledger.Location;
import org.stockwright.ledger.LocationKind;
import org.stockwright.ledger.Locations;
import org.stockwright.persistence.Transaction;
import org.stockwright.persistence.UnitOfWork;
import org.stockwright.security.spi.Guarded;

/** The tree of places: changes go to the database, answers come from the {@link PremisesIndex}. */
@Component(service = Guarded.class, property = Guarded.SERVICES + "=org.stockwright.ledger.Locations")
public final class LocationsComponent implements Locations, Guarded {

    private static final int MAX_REASON = 400;

    private final UnitOfWork work;
    private final PremisesIndex index;

    @Activate
    public LocationsComponent(@Reference UnitOfWork work, @Reference PremisesIndex index) {
        this.work = work;
        this.index = index;
    }

    @Override
    public Outcome<List<LocationId>> saveAll(List<Draft> drafts) {
        return change((transaction, before) -> save(transaction, before, drafts));
    }

    @Override
    public Outcome<Integer> rehearse(List<Draft> drafts) {
        try {
            return work.attempt(transaction -> save(transaction, index.beginChange(transaction), drafts)
                .map(List::size));
        } finally {
            index.forget();
        }
    }

    private static Outcome<List<LocationId>> save(Transaction transaction, Premises before, List<Draft> drafts)
        throws SQLException {
        LocationTree tree = before.tree();
        LocationRows rows = new LocationRows(transaction);
        LocationDrafts checked = new LocationDrafts(tree, drafts);
        List<Refusal> refusals = checked.check(rows.partners(drafts.stream().map(Draft::partner).toList()),
            rows.inUse(checked.changingKind()));
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        Map<String, Location> after = after(transaction, tree, drafts);
        LocationTree grown = new LocationTree(after.values());
        rows.insert(grown.list().stream().filter(place -> tree.get(place.id()).isEmpty()).toList(), grown);
        rows.update(grown.list().stream().filter(place -> tree.get(place.id()).isPresent())
            .filter(place -> !tree.get(place.id()).equals(Optional.of(place))
                || !tree.path(place.id()).equals(grown.path(place.id())))
            .toList(), grown);
        boolean otherPolicy = tree.list().stream().anyMatch(old -> grown.get(old.id())
            .filter(now -> now.negativePolicy().equals(old.negativePolicy()) && now.kind() == old.kind()).isEmpty());
        Optional<Refusal> violated = otherPolicy
            ? new BalancePolicies(transaction.connection()).apply(grown, before.policies()) : Optional.empty();
        if (violated.isPresent()) {
            return Outcome.refused(violated.get());
        }
        return Outcome.done(drafts.stream().map(draft -> after.get(draft.code()).id()).toList());
    }

    private static Map<String, Location> after(Transaction transaction, LocationTree tree, List<Draft> drafts) {
        Map<String, Location> result = new HashMap<>();
        tree.list().forEach(place -> result.put(place.code(), place));
        List<Draft> made = drafts.stream().filter(draft -> !result.containsKey(draft.code())).toList();
        Map<String, LocationId> ids = new HashMap<>();
        tree.list().forEach(place -> ids.put(place.code(), place.id()));
        if (!made.isEmpty()) {
            long first = transaction.nextIds("catalog_seq", made.size());
            for (int i = 0; i < made.size(); i++) {
                ids.put(made.get(i).code(), new LocationId(first + i));
            }
        }
        for (Draft draft : drafts) {
            String lock = Optional.ofNullable(result.get(draft.code())).map(Location::lockReason).orElse("");
            Optional<LocationId> parent = Optional.ofNullable(ids.get(draft.parent()));
            result.put(draft.code(), new Location(ids.get(draft.code()), draft.code(),
                draft.name().isBlank() ? draft.code() : draft.name().strip(), parent, draft.kind(), draft.partner(),
                draft.pickSequence(), draft.negativePolicy(), draft.active(), lock));
        }
        return result;
    }

    @Override
    public void createStandard() {
        change((transaction, before) -> {
            List<Draft> missing = new ArrayList<>();
            for (Standard standard : Standard.values()) {
                if (before.tree().byCode(standard.code()).isEmpty()) {
                    missing.add(Draft.of(standard.code(), name(standard), "", standard.kind()));
                }
            }
            return save(transaction, before, missing);
        }).value();
    }

    private static String name(Standard standard) {
        String words = standard.code().toLowerCase(Locale.ROOT).replace('-', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1)
            + (standard == Standard.MAIN ? " warehouse" : "");
    }

    @Override
    public Optional<Location> byCode(String code) {
        return index.latest().tree().byCode(code);
    }

    @Override
    public Optional<Location> get(LocationId id) {
        return index.latest().tree().get(id);
    }

    @Override
    public List<Location> list() {
        return index.latest().tree().list();
    }

    @Override
    public Outcome<Location> lock(LocationId id, String reason) {
        String text = reason.strip();
        return change((transaction, before) -> {
            Optional<Location> found = before.tree().get(id);
            if (found.isEmpty()) {
                return Outcome.refused(LedgerRefusal.UNKNOWN_LOCATION, id);
            }
            Location old = found.get();
            if (text.length() > MAX_REASON || text.chars().anyMatch(Character::isISOControl)
                || !StoredText.isSound(text)) {
                return Outcome.refused(LedgerRefusal.BAD_LOCATION, old.code(),
                    "a reason has at most " + MAX_REASON + " characters");
            }
            Location locked = new Location(old.id(), old.code(), old.name(), old.parent(), old.kind(), old.partner(),
                old.pickSequence(), old.negativePolicy(), old.active(), text);
            new LocationRows(transaction).update(List.of(locked), before.tree());
            return Outcome.done(locked);
        });
    }

    @Override
    public NegativePolicy policy(LocationKind kind) {
        return index.latest().policies().of(kind);
    }

    @Override
    public Outcome<LocationKind> setPolicy(LocationKind kind, NegativePolicy policy) {
        return change((transaction, before) -> {
            transaction.watch("negative_stock_policy", List.of(kind.name()));
            if (execute(transaction, "UPDATE negative_stock_policy SET policy = ? WHERE location_kind = ?",
                policy.name(), kind.name()) == 0) {
                execute(transaction, "INSERT INTO negative_stock_policy (policy, location_kind) VALUES (?, ?)",
                    policy.name(), kind.name());
            }
            Map<LocationKind, NegativePolicy> kinds = new HashMap<>(before.policies().kinds());
            kinds.put(kind, policy);
            return followed(transaction, before, new NegativePolicies(kinds, before.policies().categories()), kind);
        });
    }

    @Override
    public Outcome<String> setCategoryPolicy(String path, Optional<NegativePolicy> policy) {
        String categoryPath = StoredText.mended(path);
        return change((transaction, before) -> {
            watchCategory(transaction, categoryPath);
            if (execute(transaction, "UPDATE category SET negative_policy = ?, version = version + 1 WHERE path = ?",
                policy.map(Enum::name).orElse(null), categoryPath) == 0) {
                return Outcome.refused(CatalogRefusal.UNKNOWN_VALUE, categoryPath, "category");
            }
            transaction.changes(Topic.ITEMS);
            Map<String, NegativePolicy> categories = new HashMap<>(before.policies().categories());
            categories.remove(categoryPath);
            policy.ifPresent(given -> categories.put(categoryPath, given));
            return followed(transaction, before, new NegativePolicies(before.policies().kinds(), categories),
                categoryPath);
        });
    }

    private static <T> Outcome<T> followed(Transaction transaction, Premises before, NegativePolicies policies,
        T result) throws SQLException {
        Optional<Refusal> violated = new BalancePolicies(transaction.connection()).apply(before.tree(), policies);
        return violated.isPresent() ? Outcome.refused(violated.get()) : Outcome.done(result);
    }

    private static void watchCategory(Transaction transaction, String path) throws SQLException {
        try (PreparedStatement statement = transaction.connection()
            .prepareStatement("SELECT id FROM category WHERE path = ?")) {
            statement.setString(1, path);
            try (ResultSet row = statement.executeQuery()) {
                if (row.next()) {
                    transaction.watch("category", List.of(row.getLong(1)));
                }
            }
        }
    }

    private static int execute(Transaction transaction, String sql, String value, String key) throws SQLException {
        try (PreparedStatement statement = transaction.connection().prepareStatement(sql)) {
            statement.setString(1, value);
            statement.setString(2, key);
            return statement.executeUpdate();
        }
    }

    /** A change of places or policies. */
    @FunctionalInterface
    private interface Change<T> {

        Outcome<T> in(Transaction transaction, Premises before) throws SQLException;

    }

    private <T> Outcome<T> change(Change<T> change) {
        try {
            return work.write(transaction -> {
                Premises before = index.beginChange(transaction);
                transaction.changes(Topic.LOCATIONS);
                transaction.changes(Topic.STOCK);
                return change.in(transaction, before);
            });
        } finally {
            index.forget();
        }
    }

}
