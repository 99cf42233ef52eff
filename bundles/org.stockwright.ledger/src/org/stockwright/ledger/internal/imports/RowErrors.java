package org.stockwright.ledger.internal.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.exchange.spi.ImportRow;

/** Collects what is wrong with the cells of a file. */
final class RowErrors {

    private final List<Refusal> refusals = new ArrayList<>();

    void add(ImportRow row, String column, Refusal refusal) {
        refusals.add(refusal.at(row.at(column)));
    }

    /** The value, or nothing after its refusals were taken. */
    <T> Optional<T> value(ImportRow row, String column, Outcome<T> outcome) {
        outcome.refusals().forEach(refusal -> add(row, column, refusal));
        return outcome.isDone() ? Optional.of(outcome.value()) : Optional.empty();
    }

    int count() {
        return refusals.size();
    }

    List<Refusal> list() {
        return refusals;
    }

}
