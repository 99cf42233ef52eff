package org.stockwright.ledger.ui.internal.entry;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Undo and redo of a movement that is being entered: whole states, since they are small and immutable. */
public final class EntryHistory {

    private static final int STEPS = 200;

    private final Deque<EntryState> past = new ArrayDeque<>();
    private final Deque<EntryState> future = new ArrayDeque<>();
    private EntryState current;

    /** Begins with a state. */
    public EntryHistory(EntryState current) {
        this.current = current;
    }

    /** The state as it is now. */
    public EntryState current() {
        return current;
    }

    /** Goes to a new state, which undo leads back from. Nothing happens when it is the same. */
    public boolean change(EntryState state) {
        if (state.equals(current)) {
            return false;
        }
        past.push(current);
        if (past.size() > STEPS) {
            past.removeLast();
        }
        future.clear();
        current = state;
        return true;
    }

    /** The state before the last change; empty when there was none. */
    Optional<EntryState> before() {
        return Optional.ofNullable(past.peek());
    }

    /** Whether there is a step to go back. */
    public boolean canUndo() {
        return !past.isEmpty();
    }

    /** Whether there is a step to go forward again. */
    public boolean canRedo() {
        return !future.isEmpty();
    }

    /** Goes a step back. */
    public EntryState undo() {
        if (canUndo()) {
            future.push(current);
            current = past.pop();
        }
        return current;
    }

    /** Goes a step forward again. */
    public EntryState redo() {
        if (canRedo()) {
            past.push(current);
            current = future.pop();
        }
        return current;
    }

    /** Begins anew: nothing to undo. */
    public void reset(EntryState state) {
        past.clear();
        future.clear();
        current = state;
    }

}
