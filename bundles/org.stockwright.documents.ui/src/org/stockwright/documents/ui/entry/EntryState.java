package org.stockwright.documents.ui.entry;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * A document that is being entered: what undo goes back to and what is kept as a draft.
 *
 * @param key the document's key, made once: posting twice is harmless
 * @param head the fields of the head
 * @param lines what was entered so far
 */
public record EntryState(String key, EntryRow head, List<EntryRow> lines) {

    /** Takes a copy of the lines. */
    public EntryState {
        lines = List.copyOf(lines);
    }

    /** Nothing entered yet, with a new key. */
    public static EntryState fresh() {
        return new EntryState("wb-" + UUID.randomUUID(), EntryRow.EMPTY, List.of()); //$NON-NLS-1$
    }

    /** The same with a new key: a copy "as new". */
    public EntryState asNew() {
        return new EntryState(fresh().key(), head, lines);
    }

    /** Whether nothing was entered yet. */
    public boolean isEmpty() {
        return lines.isEmpty() && head.isEmpty();
    }

    /** The same with another head. */
    public EntryState withHead(EntryRow other) {
        return new EntryState(key, other, lines);
    }

    /** The same with another value in a field of the head. */
    public EntryState with(String field, String value) {
        return withHead(head.with(field, value));
    }

    /** The same with other lines. */
    public EntryState withLines(List<EntryRow> others) {
        return new EntryState(key, head, others);
    }

    /** The same with a line more at the end. */
    public EntryState plus(EntryRow line) {
        List<EntryRow> more = new ArrayList<>(lines);
        more.add(line);
        return withLines(more);
    }

    /** The same with another line in the place of one. */
    public EntryState replace(int index, EntryRow line) {
        List<EntryRow> changed = new ArrayList<>(lines);
        changed.set(index, line);
        return withLines(changed);
    }

    /** The same without some lines. */
    public EntryState without(Collection<Integer> indexes) {
        List<EntryRow> fewer = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (!indexes.contains(Integer.valueOf(i))) {
                fewer.add(lines.get(i));
            }
        }
        return withLines(fewer);
    }

    /** The index of the last line that fits, or -1. */
    public int last(Predicate<EntryRow> fits) {
        for (int i = lines.size() - 1; i >= 0; i--) {
            if (fits.test(lines.get(i))) {
                return i;
            }
        }
        return -1;
    }

    /**
     * What a scan of an item adds: one more on the last line that fits, when its quantity is a whole number, else a new line
     * of one.
     *
     * @param quantity the field of the quantity
     * @param scanned the new line without a quantity; a line fits when it says the same in these fields
     */
    public EntryState count(String quantity, EntryRow scanned) {
        int index = last(line -> line.get(quantity).matches("\\d{1,17}") && scanned.values().entrySet().stream() //$NON-NLS-1$
            .allMatch(entry -> line.get(entry.getKey()).equals(entry.getValue())));
        if (index < 0) {
            return plus(scanned.with(quantity, "1")); //$NON-NLS-1$
        }
        EntryRow line = lines.get(index);
        return replace(index, line.with(quantity, Long.toString(Long.parseLong(line.get(quantity)) + 1)));
    }

}
