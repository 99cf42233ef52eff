package org.stockwright.persistence.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stockwright.base.Micros;
import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.persistence.InstalledModule;
import org.stockwright.persistence.InstalledModule.Guard;
import org.stockwright.persistence.InstalledModule.OwnedKind;
import org.stockwright.persistence.InstalledModule.Subject;
import org.stockwright.persistence.StoreRefusal;

/** The modules that a store remembers, compared with those that are there. */
final class ModuleBook {

    private static final Logger LOG = LoggerFactory.getLogger(ModuleBook.class);
    private static final int TRIES = 3;
    private static final List<String> PARTS_FIRST = List.of("DELETE FROM installed_module_kind WHERE module = ?",
        "DELETE FROM installed_module_guard WHERE module = ?", "DELETE FROM installed_module WHERE module = ?");

    private final Connection connection;

    /** By way of this connection, which may write. */
    ModuleBook(Connection connection) {
        this.connection = connection;
    }

    /**
     * Remembers what is there, and says who owns data: by id, those first that are not there. What a module that is not there
     * said of itself stays as it was. Refused when one is not there that is a part of every posting; nothing is written then.
     */
    Outcome<List<InstalledModule>> meet(Collection<PresentModule> modules, Instant now) throws SQLException {
        for (int attempt = 1;; attempt++) {
            try {
                Optional<Refusal> refusal = indispensable(modules);
                if (refusal.isPresent()) {
                    connection.rollback();
                    return Outcome.refused(refusal.get());
                }
                List<InstalledModule> result = met(modules, now);
                connection.commit();
                return Outcome.done(result);
            } catch (SQLException e) {
                connection.rollback();
                // another program may write the same at the same time
                if (attempt == TRIES || e.getSQLState() == null || !e.getSQLState().matches("(23|40).*")) {
                    throw e;
                }
            }
        }
    }

    private Optional<Refusal> indispensable(Collection<PresentModule> modules) throws SQLException {
        Set<String> there = modules.stream().map(PresentModule::id).collect(Collectors.toSet());
        try (Statement statement = connection.createStatement();
            ResultSet rows = statement.executeQuery(
                "SELECT module, title, feature FROM installed_module WHERE indispensable = 1 ORDER BY module")) {
            while (rows.next()) {
                if (!there.contains(rows.getString(1))) {
                    return Optional.of(Refusal
                        .of(StoreRefusal.INDISPENSABLE_MISSING, rows.getString(2), rows.getString(3))
                        .hint("Install the product again: this is a part of it."));
                }
            }
        }
        return Optional.empty();
    }

    private List<InstalledModule> met(Collection<PresentModule> modules, Instant now) throws SQLException {
        Map<String, InstalledModule> remembered = remembered();
        Map<String, InstalledModule> result = new TreeMap<>(remembered);
        for (PresentModule module : modules) {
            InstalledModule old = remembered.get(module.id());
            if (module.ownsData()) {
                result.put(module.id(), old == null
                    ? remember(sound(module.installed(Micros.toInstant(Micros.of(now)))), module)
                    : again(module, found(old, module.bundle()), now));
            } else if (old != null) {
                result.put(module.id(), found(old, module.bundle()));
            }
        }
        List<InstalledModule> sorted = new ArrayList<>(result.values());
        sorted.sort(Comparator.comparing(InstalledModule::isMissing).reversed());
        return List.copyOf(sorted);
    }

    /** A module that is remembered: as it was, or as it is from now on. */
    private InstalledModule again(PresentModule module, InstalledModule known, Instant now) throws SQLException {
        InstalledModule present = module.installed(known.since());
        // what was left out of the guards is left out again
        if (present.equals(known) || sound(present).equals(known)) {
            return known;
        }
        return remember(sound(module.installed(Micros.toInstant(Micros.of(now)))), module);
    }

    private InstalledModule remember(InstalledModule present, PresentModule module) throws SQLException {
        replace(present, module.isIndispensable());
        return present;
    }

    /** Without what it says to guard in tables that there are not: nobody could post any more when it is missing. */
    private InstalledModule sound(InstalledModule module) throws SQLException {
        List<Guard> sound = new ArrayList<>();
        for (Guard guard : module.guards()) {
            if (isSound(guard)) {
                sound.add(guard);
            } else {
                LOG.error("{} guards {}.{}, which has no numbers of rows: it is left out", module.id(), guard.table(),
                    guard.column());
            }
        }
        return new InstalledModule(module.id(), module.title(), module.feature(), module.version(), module.since(),
            module.isMissing(), module.kinds(), sound, module.bundle());
    }

    private boolean isSound(Guard guard) throws SQLException {
        String sql = "SELECT 1 FROM item i WHERE i.id = 0 AND EXISTS (SELECT 1 FROM " + guard.table() + " g WHERE g."
            + guard.column() + " = i.id)";
        Savepoint before = connection.setSavepoint();
        try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(sql)) {
            return !rows.next();
        } catch (SQLException e) {
            SqlFailure why = SqlFailure.of(e);
            if (why != SqlFailure.FINAL && why != SqlFailure.BROKEN) {
                throw e;
            }
            connection.rollback(before);
            return false;
        }
    }

    /** What is remembered, of a module that is there. */
    private static InstalledModule found(InstalledModule module, String bundle) {
        return new InstalledModule(module.id(), module.title(), module.feature(), module.version(), module.since(),
            false, module.kinds(), module.guards(), bundle);
    }

    /** All that the store knows of, as if none was there. */
    private Map<String, InstalledModule> remembered() throws SQLException {
        Map<String, List<OwnedKind>> kinds = kinds();
        Map<String, List<Guard>> guards = guards();
        Map<String, InstalledModule> found = new TreeMap<>();
        try (Statement statement = connection.createStatement()) {
            try (ResultSet rows = statement.executeQuery("SELECT DISTINCT module FROM schema_migration")) {
                while (rows.next()) {
                    String id = rows.getString(1);
                    if (!id.equals(Schema.CORE)) {
                        // it came before modules were remembered
                        found.put(id, new InstalledModule(id, id, id + ".feature", "", Instant.EPOCH, true, List.of(),
                            List.of(), ""));
                    }
                }
            }
            try (ResultSet rows = statement
                .executeQuery("SELECT module, title, feature, version, seen_at FROM installed_module")) {
                while (rows.next()) {
                    String id = rows.getString(1);
                    found.put(id, new InstalledModule(id, rows.getString(2), rows.getString(3), rows.getString(4),
                        Micros.toInstant(rows.getLong(5)), true, kinds.getOrDefault(id, List.of()),
                        guards.getOrDefault(id, List.of()), ""));
                }
            }
        }
        return found;
    }

    private Map<String, List<OwnedKind>> kinds() throws SQLException {
        Map<String, List<OwnedKind>> found = new TreeMap<>();
        try (Statement statement = connection.createStatement();
            ResultSet rows = statement.executeQuery("SELECT module, kind, title, permission, at_cost "
                + "FROM installed_module_kind ORDER BY module, kind")) {
            while (rows.next()) {
                found.computeIfAbsent(rows.getString(1), module -> new ArrayList<>()).add(new OwnedKind(
                    rows.getString(2), rows.getString(3), rows.getString(4), rows.getInt(5) == 1));
            }
        }
        return found;
    }

    private Map<String, List<Guard>> guards() throws SQLException {
        Map<String, List<Guard>> found = new TreeMap<>();
        try (Statement statement = connection.createStatement();
            ResultSet rows = statement.executeQuery("SELECT module, subject, table_name, column_name "
                + "FROM installed_module_guard ORDER BY module, subject, table_name, column_name")) {
            while (rows.next()) {
                found.computeIfAbsent(rows.getString(1), module -> new ArrayList<>())
                    .add(new Guard(Subject.valueOf(rows.getString(2)), rows.getString(3), rows.getString(4)));
            }
        }
        return found;
    }

    private void replace(InstalledModule module, boolean indispensable) throws SQLException {
        for (String sql : PARTS_FIRST) {
            try (PreparedStatement delete = connection.prepareStatement(sql)) {
                delete.setString(1, module.id());
                delete.executeUpdate();
            }
        }
        try (PreparedStatement insert = connection.prepareStatement(
            "INSERT INTO installed_module (module, title, feature, version, seen_at, indispensable) "
                + "VALUES (?, ?, ?, ?, ?, ?)")) {
            insert.setString(1, module.id());
            insert.setString(2, module.title());
            insert.setString(3, module.feature());
            insert.setString(4, module.version());
            insert.setLong(5, Micros.of(module.since()));
            insert.setInt(6, indispensable ? 1 : 0);
            insert.executeUpdate();
        }
        try (PreparedStatement insert = connection.prepareStatement(
            "INSERT INTO installed_module_kind (module, kind, title, permission, at_cost) VALUES (?, ?, ?, ?, ?)")) {
            for (OwnedKind kind : module.kinds()) {
                insert.setString(1, module.id());
                insert.setString(2, kind.id());
                insert.setString(3, kind.title());
                insert.setString(4, kind.permission());
                insert.setInt(5, kind.isPricedAtCost() ? 1 : 0);
                insert.executeUpdate();
            }
        }
        try (PreparedStatement insert = connection.prepareStatement(
            "INSERT INTO installed_module_guard (module, subject, table_name, column_name) VALUES (?, ?, ?, ?)")) {
            for (Guard guard : module.guards()) {
                insert.setString(1, module.id());
                insert.setString(2, guard.subject().name());
                insert.setString(3, guard.table());
                insert.setString(4, guard.column());
                insert.executeUpdate();
            }
        }
    }

}
