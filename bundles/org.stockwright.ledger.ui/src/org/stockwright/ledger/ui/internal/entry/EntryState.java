package org.stockwright.ledger.ui.internal.entry;

import java.util.ArrayList;
import java.util.List;

import org.stockwright.ledger.MovementKind;

/**
 * A movement that is being entered: what undo goes back to and what is kept as a draft.
 *
 * @param key the posting's key, made once: posting twice is harmless
 * @param kind why goods move
 * @param effective when it happened, as typed; empty for the moment of posting
 * @param reference the paper that it stands for, or empty
 * @param note more words, or empty
 * @param lines what was entered so far
 */
public record EntryState(String key, MovementKind kind, String effective, String reference, String note,
    List<EntryLine> lines) {

    /** Takes a copy of the lines. */
    public EntryState {
        lines = List.copyOf(lines);
    }

    /** An empty movement of a kind. */
    public static EntryState empty(String key, MovementKind kind) {
        return new EntryState(key, kind, "", "", "", List.of()); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
    }

    /** Whether nothing was entered yet. */
    public boolean isEmpty() {
        return lines.isEmpty() && reference.isEmpty() && note.isEmpty();
    }

    /** The same of another kind. */
    public EntryState withKind(MovementKind other) {
        return new EntryState(key, other, effective, reference, note, lines);
    }

    /** The same with other header fields. */
    public EntryState withHeader(String newEffective, String newReference, String newNote) {
        return new EntryState(key, kind, newEffective, newReference, newNote, lines);
    }

    /** The same with a line more at the end. */
    public EntryState plus(EntryLine line) {
        List<EntryLine> more = new ArrayList<>(lines);
        more.add(line);
        return withLines(more);
    }

    /** The same with another line in the place of one. */
    public EntryState replace(int index, EntryLine line) {
        List<EntryLine> changed = new ArrayList<>(lines);
        changed.set(index, line);
        return withLines(changed);
    }

    /** The same without some lines. */
    public EntryState without(List<Integer> indexes) {
        List<EntryLine> fewer = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (!indexes.contains(i)) {
                fewer.add(lines.get(i));
            }
        }
        return withLines(fewer);
    }

    private EntryState withLines(List<EntryLine> newLines) {
        return new EntryState(key, kind, effective, reference, note, newLines);
    }

    /**
     * What a scan adds: more of the last line when that is the same, else a new line.
     *
     * @param scanned what was scanned, with a quantity
     * @param typed where a new line goes and why
     */
    public EntryState scan(EntryLine scanned, EntryLine typed) {
        return lines.isEmpty() ? plus(scanned.goingAs(typed))
            : lines.getLast().plus(scanned).map(more -> replace(lines.size() - 1, more))
                .orElseGet(() -> plus(scanned.goingAs(typed)));
    }

}
