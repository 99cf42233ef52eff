package org.stockwright.persistence.internal;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.stockwright.base.Refusal;
import org.stockwright.model.CoreModel;
import org.stockwright.persistence.StoreLocation;
import org.stockwright.persistence.StoreRefusal;

/** The migrations that this program knows, and what they say about a store that is there. */
final class Schema {

    /** The core's own name among the modules. */
    static final String CORE = "core";

    private final Map<String, List<Migration>> known = new LinkedHashMap<>();

    private Schema() {
        // made by of()
    }

    /** The core's migrations, then those of the modules in the order of their ids. */
    static Schema of(Collection<PresentModule> modules, String engine) throws IOException {
        Schema schema = new Schema();
        schema.known.put(CORE, Migration.of(CORE, CoreModel.migrations(), engine));
        for (PresentModule module : modules) {
            schema.known.put(module.id(), module.migrations().getOrDefault(engine, List.of()));
        }
        return schema;
    }

    /** The newest number of each module that has migrations. */
    Map<String, Integer> newest() {
        Map<String, Integer> numbers = new HashMap<>();
        known.forEach((module, migrations) -> {
            if (!migrations.isEmpty()) {
                numbers.put(module, Integer.valueOf(migrations.getLast().number()));
            }
        });
        return numbers;
    }

    /** Why a store with these newest numbers cannot be opened by this program, if so. */
    Optional<Refusal> refusal(StoreLocation location, Map<String, Integer> stored) {
        Map<String, Integer> ours = newest();
        for (Map.Entry<String, Integer> entry : new TreeMap<>(stored).entrySet()) {
            String module = entry.getKey();
            Integer number = ours.get(module);
            if (number != null && entry.getValue().intValue() > number.intValue()) {
                boolean core = module.equals(CORE);
                String prefix = core ? "" : module + ' ';
                return Optional.of(Refusal
                    .of(StoreRefusal.SCHEMA_NEWER, location, prefix + entry.getValue(), prefix + number)
                    .hint(core ? "Use the newer program, or restore a backup of before its first start."
                        : "Install the newer version of this module, or uninstall it: without it the book opens, and its data "
                            + "can be read."));
            }
        }
        return Optional.empty();
    }

    /** Compares what ran in the database with what this program knows. */
    Comparison compare(StoreLocation location, Connection connection) throws SQLException {
        Map<String, Map<Integer, String>> applied = applied(connection);
        Map<String, Integer> newest = new HashMap<>();
        applied.forEach((module, numbers) -> newest.put(module,
            numbers.keySet().stream().max(Integer::compare).orElseThrow()));
        Optional<Refusal> refusal = refusal(location, newest);
        List<Migration> pending = new ArrayList<>();
        for (Map.Entry<String, List<Migration>> entry : known.entrySet()) {
            Map<Integer, String> ran = applied.getOrDefault(entry.getKey(), Map.of());
            if (refusal.isEmpty()) {
                refusal = difference(location, entry.getKey(), entry.getValue(), ran);
            }
            entry.getValue().stream().filter(one -> !ran.containsKey(Integer.valueOf(one.number())))
                .forEach(pending::add);
        }
        return new Comparison(refusal, List.copyOf(pending), newest);
    }

    /**
     * What comparing found.
     *
     * @param refusal why the store cannot be opened, if so
     * @param pending the migrations that have not run, in order
     * @param stored the newest number that has run of each module, whether it is installed or not
     */
    record Comparison(Optional<Refusal> refusal, List<Migration> pending, Map<String, Integer> stored) {

        /** Whether any has run. */
        boolean used() {
            return !stored.isEmpty();
        }

    }

    private static Optional<Refusal> difference(StoreLocation location, String module, List<Migration> ours,
        Map<Integer, String> ran) {
        Map<Integer, Migration> numbered = new HashMap<>();
        ours.forEach(one -> numbered.put(Integer.valueOf(one.number()), one));
        int last = ran.keySet().stream().mapToInt(Integer::intValue).max().orElse(0);
        for (int number = 1; number <= last; number++) {
            Integer key = Integer.valueOf(number);
            String checksum = ran.get(key);
            Migration mine = numbered.get(key);
            if (checksum == null && mine == null) {
                continue;
            }
            if (checksum == null || mine == null || !checksum.equals(mine.checksum())) {
                return Optional.of(Refusal.of(StoreRefusal.SCHEMA_DIFFERS, location, module + ' ' + number)
                    .hint("Use the program that made this database; a released migration is never edited."));
            }
        }
        return Optional.empty();
    }

    private static Map<String, Map<Integer, String>> applied(Connection connection) throws SQLException {
        Map<String, Map<Integer, String>> applied = new HashMap<>();
        if (!exists(connection)) {
            return applied;
        }
        try (Statement statement = connection.createStatement();
            ResultSet rows = statement.executeQuery("SELECT module, number, checksum FROM schema_migration")) {
            while (rows.next()) {
                applied.computeIfAbsent(rows.getString(1), module -> new TreeMap<>())
                    .put(Integer.valueOf(rows.getInt(2)), rows.getString(3));
            }
        }
        return applied;
    }

    /** Whether the table of migrations is there. */
    static boolean exists(Connection connection) throws SQLException {
        DatabaseMetaData metaData = connection.getMetaData();
        String name = metaData.storesUpperCaseIdentifiers() ? "SCHEMA_MIGRATION" : "schema_migration";
        try (ResultSet rows = metaData.getTables(null, connection.getSchema(), name, null)) {
            return rows.next();
        }
    }

}
