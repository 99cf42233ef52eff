package org.stockwright.service.internal.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.base.Refusal;
import org.stockwright.exchange.RowWriter;
import org.stockwright.exchange.spi.ImportRow;
import org.stockwright.service.Decisions;
import org.stockwright.service.Decisions.Decision;
import org.stockwright.service.internal.rules.Deciding.Case;

/**
 * Takes the rows of a file, has their cases decided in parts, and counts what became of them. It holds one part. For one run
 * through a file, on one thread.
 */
final class ManyCases {

    /** How many cases are decided together. */
    static final int PART = 500;
    /** The most refusals that are told. */
    static final int MOST_TOLD = 1_000;

    private final List<String> inputs;
    private final Function<List<Case>, List<Outcome<Decision>>> deciding;
    private final Optional<RowWriter> result;
    private final Progress progress;
    private final List<ImportRow> part = new ArrayList<>();
    private final List<Refusal> refusals = new ArrayList<>();
    private long cases;
    private long decided;
    private long repeated;
    private long refused;
    private RuntimeException failure;

    /**
     * A run.
     *
     * @param inputs the columns that are read
     * @param deciding decides a part; one outcome for each case
     * @param result takes what was decided
     */
    ManyCases(List<String> inputs, Function<List<Case>, List<Outcome<Decision>>> deciding, Optional<RowWriter> result,
        Progress progress) {
        this.inputs = inputs;
        this.deciding = deciding;
        this.result = result;
        this.progress = progress;
    }

    /** The columns of what is written. */
    static List<String> columns(List<String> outputs) {
        List<String> columns = new ArrayList<>(List.of(Decisions.KEY, "version", "rules"));
        columns.addAll(outputs);
        columns.add("reasons");
        return columns;
    }

    /** One more row. What fails is thrown at the end, since whoever reads files takes failures for bad rows. */
    void take(ImportRow row) {
        if (failure == null) {
            part.add(row);
            if (part.size() == PART) {
                decide();
            }
        }
    }

    private void decide() {
        try {
            List<Outcome<Decision>> outcomes = deciding.apply(part.stream().map(this::read).toList());
            for (int i = 0; i < outcomes.size(); i++) {
                cases++;
                tell(part.get(i), outcomes.get(i));
            }
            progress.worked(part.size());
            progress.check();
        } catch (IOException e) {
            failure = new UncheckedIOException(e);
        } catch (RuntimeException e) {
            failure = e;
        }
        part.clear();
    }

    private Case read(ImportRow row) {
        Map<String, String> known = new TreeMap<>();
        inputs.forEach(input -> known.put(input, row.get(input)));
        return new Case(row.get(Decisions.KEY), known);
    }

    private void tell(ImportRow row, Outcome<Decision> outcome) throws IOException {
        if (!outcome.isDone()) {
            refused++;
            for (Refusal refusal : outcome.refusals()) {
                refuse(refusal.at(row.at(refusal.place().column())));
            }
            return;
        }
        decided++;
        repeated += outcome.value().repeated() ? 1 : 0;
        if (result.isPresent()) {
            result.get().write(cells(outcome.value()));
        }
    }

    private static Object[] cells(Decision decision) {
        List<Object> cells = new ArrayList<>(List.of(decision.key(), (long) decision.version(),
            String.join(", ", decision.rules().stream().map(String::valueOf).toList())));
        for (int i = 0; i < decision.outputs().size(); i++) {
            int output = i;
            cells.add(String.join(", ", decision.outcomes().stream().map(one -> one.get(output)).toList()));
        }
        cells.add(String.join("; ", decision.reasons()));
        return cells.toArray();
    }

    /** One more thing that is wrong. */
    void refuse(Refusal refusal) {
        if (refusals.size() < MOST_TOLD) {
            refusals.add(refusal);
        }
    }

    /** One more row that cannot be taken, unless it was refused for the same before. */
    void refuse(ImportRow row, Refusal refusal) {
        Refusal placed = refusal.at(row.at(Decisions.KEY));
        if (refusals.stream().noneMatch(one -> one.code() == placed.code() && one.place().equals(placed.place()))) {
            refused++;
            refuse(placed);
        }
    }

    /**
     * Decides what is left.
     *
     * @throws RuntimeException what failed before, or now
     */
    void finish() {
        if (failure == null && !part.isEmpty()) {
            decide();
        }
        if (failure != null) {
            throw failure;
        }
    }

    /** Whether something was refused. */
    boolean isRefused() {
        return refused > 0;
    }

    /** What became of them; of what was only looked at before, nothing was decided. */
    Decisions.Many told(boolean kept) {
        return new Decisions.Many(cases, kept ? decided : 0, kept ? repeated : 0, refusals, refused);
    }

}
