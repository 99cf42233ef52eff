package org.stockwright.service.internal.letters;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.stockwright.service.LetterField;

/** The fields and tables that a template names, collected while its text is read. */
final class Fields {

    private final Map<String, Set<String>> tables = new TreeMap<>();
    private final Set<String> used = new TreeSet<>();
    private final Set<String> soft = new HashSet<>();
    private final Map<String, Set<String>> softColumns = new TreeMap<>();
    private final Deque<Loop> loops = new ArrayDeque<>();

    /**
     * A list that is gone through.
     *
     * @param variable what its row is called
     * @param table its name
     */
    private record Loop(String variable, String table) {
    }

    /** A list begins. */
    void enter(String variable, String table) {
        tables.computeIfAbsent(table, name -> new TreeSet<>());
        loops.push(new Loop(variable, table));
    }

    /** The rows of a table are counted. */
    void count(List<String> path) {
        tables.computeIfAbsent(String.join(".", path), name -> new TreeSet<>());
    }

    /** The innermost list ends. */
    void leave() {
        loops.poll();
    }

    /** The table whose row is called so here. */
    private Optional<String> table(String variable) {
        return loops.stream().filter(loop -> loop.variable().equals(variable)).map(Loop::table).findFirst();
    }

    /** Whether a row is called so here. */
    boolean isRow(String name) {
        return table(name).isPresent();
    }

    /**
     * A value is used.
     *
     * @param path its name, or the name of a row and a column
     * @param forgiving whether the place can do without it
     */
    void use(List<String> path, boolean forgiving) {
        Optional<String> table = table(path.getFirst());
        if (table.isPresent()) {
            if (path.size() > 1) {
                String column = String.join(".", path.subList(1, path.size()));
                tables.get(table.get()).add(column);
                if (forgiving) {
                    softColumns.computeIfAbsent(table.get(), name -> new TreeSet<>()).add(column);
                }
            }
            return;
        }
        String name = String.join(".", path);
        used.add(name);
        if (forgiving) {
            soft.add(name);
        }
    }

    /** A name that is a table in one place and a field in another. */
    Optional<String> ambiguous() {
        return used.stream().filter(name -> !soft.contains(name) && tables.containsKey(name)).findFirst();
    }

    /** The columns of a table that it can do without. */
    Set<String> softColumns(String table) {
        return softColumns.getOrDefault(table, Set.of());
    }

    /** All of them, by name. */
    List<LetterField> all() {
        List<LetterField> result = new ArrayList<>();
        used.stream().filter(name -> !tables.containsKey(name))
            .forEach(name -> result.add(new LetterField(name, false, Set.of(), !soft.contains(name))));
        tables.forEach((name, columns) -> result.add(new LetterField(name, true, columns, !soft.contains(name))));
        result.sort((one, other) -> one.name().compareTo(other.name()));
        return result;
    }

}
