package org.stockwright.catalog.internal;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import org.stockwright.base.ChangeListener.Topic;
import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.base.Refusal;
import org.stockwright.base.Refusal.Place;
import org.stockwright.catalog.CatalogRefusal;
import org.stockwright.catalog.internal.KeyedTable.Stored;
import org.stockwright.exchange.spi.ImportMode;
import org.stockwright.exchange.spi.ImportResult;
import org.stockwright.exchange.spi.ImportRow;
import org.stockwright.persistence.Transaction;

/**
 * Lists and files of master data go the same way: each value is checked by itself, then all against each other and what
 * is stored, then those that differ are stored. For one transaction.
 *
 * @param <K> what tells values apart
 * @param <T> the values
 */
abstract class KeyedSaving<K, T> {

    /** A sound value that differs from what is stored, and where to say what is found later. */
    record Taken<T>(T value, Findings findings) {
    }

    private final Transaction tx;
    private final KeyedTable<K, T> table;
    private final Map<K, Stored<T>> stored;
    private final Topic topic;
    private final String field;
    private final Set<K> seen = new HashSet<>();
    private final Map<K, Taken<T>> taken = new LinkedHashMap<>();

    /**
     * Nothing taken yet.
     *
     * @param stored what is stored of all that values may be about
     * @param topic what is changed by storing
     * @param field where to say that a value stands twice
     */
    KeyedSaving(Transaction tx, KeyedTable<K, T> table, Map<K, Stored<T>> stored, Topic topic, String field) {
        this.tx = tx;
        this.table = table;
        this.stored = stored;
        this.topic = topic;
        this.field = field;
    }

    /** Checks a value by itself, and answers it in the form in which it is stored. */
    abstract T checked(T value, Findings findings);

    /** What a value says of that nothing is stored, when that is a value too. */
    Optional<T> absent(T value) {
        return Optional.empty();
    }

    /** Checks what was taken against each other and what is stored; {@link #drop}s what is refused. */
    void settle() {
        // most values do not hang on each other
    }

    /** What is stored. */
    final Map<K, Stored<T>> stored() {
        return stored;
    }

    /** The value that is stored, if any. */
    final Optional<T> stored(K key) {
        return Optional.ofNullable(stored.get(key)).map(Stored::value);
    }

    /** What is to be stored, in the order in which it came. */
    final Map<K, Taken<T>> taken() {
        return taken;
    }

    /** Does not store a value after all. */
    final void drop(K key) {
        taken.remove(key);
    }

    /** Checks a value and takes it when it is sound and differs. */
    final void add(T value, Findings findings) {
        T normal = checked(value, findings);
        if (!findings.isClean()) {
            return;
        }
        K key = table.key(normal);
        if (!seen.add(key)) {
            findings.add(field, Refusal.of(CatalogRefusal.CODE_TAKEN, key(normal), "an earlier line")
                .hint("Keep one of the two lines."));
        } else if (!Objects.equals(normal, stored(key).or(() -> absent(normal)).orElse(null))) {
            taken.put(key, new Taken<>(normal, findings));
        }
    }

    /** What a person calls that of which a value stands twice. */
    abstract String key(T value);

    private int store() throws SQLException {
        if (!taken.isEmpty()) {
            table.store(tx, stored, taken.values().stream().map(Taken::value).toList());
            tx.changes(topic);
        }
        return taken.size();
    }

    /** Stores all values, or none. */
    final Outcome<Integer> saveAll(List<T> values) throws SQLException {
        List<Findings> all = new ArrayList<>();
        for (T value : values) {
            int line = all.size() + 1;
            Findings findings = new Findings(name -> Place.field(line, name));
            all.add(findings);
            add(value, findings);
        }
        settle();
        List<Refusal> refusals = refusals(all);
        return refusals.isEmpty() ? Outcome.done(store()) : Outcome.refused(refusals);
    }

    /**
     * Stores what the mode allows of a file.
     *
     * @param values reads a row; nothing when it has findings
     */
    final ImportResult saveFile(List<ImportRow> rows, ImportMode mode, Progress progress, String task,
        Function<Cells, Optional<T>> values) throws SQLException {
        List<Findings> all = new ArrayList<>();
        progress.begin(task, rows.size());
        for (ImportRow row : rows) {
            progress.check();
            Cells cells = new Cells(row);
            all.add(cells.findings());
            values.apply(cells).ifPresent(value -> add(value, cells.findings()));
            progress.worked(1);
        }
        settle();
        List<Refusal> refusals = refusals(all);
        int sound = (int) all.stream().filter(Findings::isClean).count();
        int changed = taken.size();
        if (FileImport.writes(mode, refusals)) {
            store();
        }
        return FileImport.result(rows, mode, changed, sound - changed, refusals, List.of());
    }

    private static List<Refusal> refusals(List<Findings> all) {
        return all.stream().flatMap(findings -> findings.refusals().stream()).toList();
    }

    /** Deletes what is stored of these, and tells how many that were. */
    final int removeAll(Collection<T> values) throws SQLException {
        List<Stored<T>> rows = values.stream().map(table::key).distinct().map(stored::get).filter(Objects::nonNull)
            .toList();
        if (!rows.isEmpty()) {
            table.remove(tx, rows);
            tx.changes(topic);
        }
        return rows.size();
    }

}
