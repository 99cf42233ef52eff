package org.stockwright.ui.master;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.stockwright.base.Refusal;
import org.stockwright.base.Refusal.Place;
import org.stockwright.ui.Notices;
import org.stockwright.ui.entry.History;

/** The rows of a page while they are edited, without widgets: what is stored, undo and redo, and what is wrong where. */
final class MasterSheet {

    private final List<MasterColumn> columns;
    private final History<List<MasterRow>> history = new History<>(List.of());
    private final Map<Long, List<Refusal>> problems = new HashMap<>();
    private List<MasterRow> stored = List.of();
    private long lastId;

    MasterSheet(List<MasterColumn> columns) {
        this.columns = columns;
    }

    /** The rows as they are now. */
    List<MasterRow> rows() {
        return history.current();
    }

    /** The rows as they were read. */
    List<MasterRow> stored() {
        return stored;
    }

    /** Whether rows say the same, whatever their ids are. */
    static boolean same(List<MasterRow> some, List<MasterRow> others) {
        return some.stream().map(MasterRow::values).toList().equals(others.stream().map(MasterRow::values).toList());
    }

    /** Whether a row is stored, and not a new one. */
    boolean isStored(int row) {
        long id = rows().get(row).id();
        return stored.stream().anyMatch(old -> old.id() == id);
    }

    /** The rows that are to be stored: a new one into which nobody typed is none. */
    List<MasterRow> filled() {
        Set<Long> old = stored.stream().map(MasterRow::id).collect(Collectors.toSet());
        return rows().stream().filter(row -> old.contains(row.id()) || row.isFilled(columns)).toList();
    }

    boolean isDirty() {
        return !filled().equals(stored);
    }

    /** Begins anew with what was read. */
    void read(List<MasterRow> found) {
        stored = found.stream().map(row -> new MasterRow(++lastId, row.values())).toList();
        history.reset(stored);
        problems.clear();
    }

    /** Writes a text into a cell; tells whether that changed something. */
    boolean set(int row, String column, String text) {
        MasterRow old = rows().get(row);
        MasterRow changed = old.with(column, text.strip());
        if (changed.equals(old)) {
            return false;
        }
        List<MasterRow> rows = new ArrayList<>(rows());
        rows.set(row, changed);
        problems.remove(changed.id());
        return history.change(List.copyOf(rows));
    }

    /** Adds a row behind another one, and answers where it is. */
    int add(int behind) {
        Map<String, String> words = new HashMap<>();
        columns.stream().filter(column -> column.type() == MasterColumn.Type.WORD)
            .forEach(column -> words.put(column.id(), column.words().getFirst()));
        List<MasterRow> rows = new ArrayList<>(rows());
        int index = Math.min(behind + 1, rows.size());
        rows.add(index, new MasterRow(++lastId, words));
        history.change(List.copyOf(rows));
        return index;
    }

    /** Takes rows away. */
    void remove(Collection<Integer> indices) {
        List<MasterRow> rows = new ArrayList<>(rows());
        Set<Long> gone = new HashSet<>();
        indices.forEach(index -> gone.add(rows.get(index).id()));
        rows.removeIf(row -> gone.contains(row.id()));
        history.change(List.copyOf(rows));
    }

    boolean canUndo() {
        return history.canUndo();
    }

    boolean canRedo() {
        return history.canRedo();
    }

    void undo() {
        history.undo();
    }

    void redo() {
        history.redo();
    }

    /** Shows at their rows what was refused; lines are those of rows that were asked to be stored. */
    void refuse(List<MasterRow> asked, List<Refusal> refusals) {
        problems.clear();
        for (Refusal refusal : refusals) {
            int line = (int) refusal.place().line();
            if (line >= 1 && line <= asked.size()) {
                problems.computeIfAbsent(asked.get(line - 1).id(), id -> new ArrayList<>()).add(refusal);
            }
        }
    }

    /** What is wrong with a row, in sentences; empty when nothing is. */
    String problem(int row) {
        return Notices.text(problems.getOrDefault(rows().get(row).id(), List.of()).stream()
            .map(refusal -> refusal.at(Place.NONE)).toList()).replace('\n', ' ');
    }

    /** Whether something is wrong with a cell. */
    boolean isBad(int row, String column) {
        return problems.getOrDefault(rows().get(row).id(), List.of()).stream()
            .anyMatch(refusal -> refusal.place().column().equals(column));
    }

    /** The first row with which something is wrong; -1 when there is none. */
    int firstBad() {
        for (int i = 0; i < rows().size(); i++) {
            if (problems.containsKey(rows().get(i).id())) {
                return i;
            }
        }
        return -1;
    }

    /** The first edited column of a row with which something is wrong; the first edited one when none is named. */
    int badColumn(int row) {
        int first = -1;
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).isEdited()) {
                first = first < 0 ? i : first;
                if (isBad(row, columns.get(i).id())) {
                    return i;
                }
            }
        }
        return Math.max(0, first);
    }

}
