package org.stockwright.exchange.spi;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;

/** Collects what is wrong with the cells of a file, each with its line and column. For one thread. */
public final class RowErrors {

    private final List<Refusal> refusals = new ArrayList<>();

    /** Nothing is wrong yet. */
    public RowErrors() {
        // the list is empty
    }

    /** Takes a refusal of a cell; with an empty column, of a whole row. */
    public void add(ImportRow row, String column, Refusal refusal) {
        refusals.add(refusal.at(row.at(column)));
    }

    /** The value, or nothing after its refusals were taken. */
    public <T> Optional<T> value(ImportRow row, String column, Outcome<T> outcome) {
        outcome.refusals().forEach(refusal -> add(row, column, refusal));
        return outcome.isDone() ? Optional.of(outcome.value()) : Optional.empty();
    }

    /** How many there are so far. */
    public int count() {
        return refusals.size();
    }

    /** All of them, in the order in which they were found; more may be added. */
    public List<Refusal> list() {
        return refusals;
    }

}
