package org.stockwright.ui.entry;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * Undo and redo of what is being entered: whole states, since they are small and immutable.
 *
 * @param <S> a state, with {@code equals}
 */
public final class History<S> {

    private static final int STEPS = 200;

    private final Deque<S> past = new ArrayDeque<>();
    private final Deque<S> future = new ArrayDeque<>();
    private S current;

    /** Begins with a state. */
    public History(S current) {
        this.current = current;
    }

    /** The state as it is now. */
    public S current() {
        return current;
    }

    /** Goes to a new state, which undo leads back from. Nothing happens when it is the same. */
    public boolean change(S state) {
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
    public Optional<S> before() {
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
    public S undo() {
        if (canUndo()) {
            future.push(current);
            current = past.pop();
        }
        return current;
    }

    /** Goes a step forward again. */
    public S redo() {
        if (canRedo()) {
            past.push(current);
            current = future.pop();
        }
        return current;
    }

    /** Begins anew: nothing to undo. */
    public void reset(S state) {
        past.clear();
        future.clear();
        current = state;
    }

}
