package org.stockwright.reporting.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

import org.stockwright.base.Progress;
import org.stockwright.reporting.spi.ReportArguments;
import org.stockwright.reporting.spi.ReportContribution;
import org.stockwright.reporting.spi.ReportDataSet;

/**
 * The rows of one run, as the scripts that the engine writes into a design's data sets read them under the name
 * {@link Design#ROWS}. Public because scripts call it. Used by one thread.
 */
public final class RowSource {

    private static final int REPORTED_EVERY = 100;

    private final ReportContribution contribution;
    private final ReportArguments arguments;
    private final Progress progress;
    private final CsvFile copy;
    private final Map<String, Cursor> cursors = new HashMap<>();
    private boolean copied;
    private long rows;
    private RuntimeException failure;

    private static final class Cursor {

        private final ReportDataSet shape;
        private final Iterator<Object[]> rows;
        private final boolean first;
        private Object[] row;
        private long count;

        Cursor(ReportDataSet shape, Iterator<Object[]> rows, boolean first) {
            this.shape = shape;
            this.rows = rows;
            this.first = first;
            this.row = new Object[shape.columns().size()];
        }

    }

    /**
     * Rows for a run.
     *
     * @param copy takes the main data set's rows as they are read; {@code null} when nobody wants them
     */
    RowSource(ReportContribution contribution, ReportArguments arguments, Progress progress, CsvFile copy) {
        this.contribution = contribution;
        this.arguments = arguments;
        this.progress = progress;
        this.copy = copy;
    }

    /** Begins a data set. */
    public void open(String dataSet) {
        guarded(() -> {
            List<ReportDataSet> sets = contribution.dataSets();
            ReportDataSet shape = sets.stream().filter(set -> set.name().equals(dataSet)).findFirst()
                .orElseThrow(() -> new NoSuchElementException("no data set " + dataSet));
            boolean first = copy != null && !copied && shape.equals(sets.getFirst());
            copied |= first;
            progress.begin(contribution.title(), -1);
            cursors.put(dataSet,
                new Cursor(shape, contribution.rows(dataSet, arguments, progress).iterator(), first));
            return true;
        });
    }

    /** Goes on to the next row, if there is one. */
    public boolean next(String dataSet) {
        return guarded(() -> advance(cursors.get(dataSet)));
    }

    private boolean advance(Cursor cursor) throws IOException {
        if (cursor.count % REPORTED_EVERY == 0) {
            progress.check();
            progress.worked(cursor.count == 0 ? 0 : REPORTED_EVERY);
        }
        if (!cursor.rows.hasNext()) {
            if (cursor.first) {
                copy.finish();
            }
            return false;
        }
        cursor.row = cursor.rows.next();
        cursor.count++;
        if (cursor.shape.name().equals(contribution.dataSets().getFirst().name())) {
            rows = Math.max(rows, cursor.count);
        }
        int columns = cursor.shape.columns().size();
        if (cursor.row.length != columns) {
            throw new IllegalStateException("a row of " + cursor.shape.name() + " has " + cursor.row.length
                + " cells instead of " + columns);
        }
        if (cursor.first) {
            copy.row(cursor.row);
        }
        return true;
    }

    /** A cell of the row; whole numbers come as decimals, since BIRT's integers are short. */
    public Object value(String dataSet, int column) {
        Object value = cursors.get(dataSet).row[column];
        return value instanceof Long number ? BigDecimal.valueOf(number) : value;
    }

    /** How many rows of the main data set were read. */
    long rows() {
        return rows;
    }

    /** What the contribution threw, which BIRT reports in words only; {@code null} when nothing. */
    RuntimeException failure() {
        return failure;
    }

    private boolean guarded(Step step) {
        if (failure != null) {
            // BIRT goes on with the next data set
            throw failure;
        }
        try {
            return step.run();
        } catch (IOException e) {
            failure = new UncheckedIOException(e);
            throw failure;
        } catch (RuntimeException e) {
            failure = e;
            throw e;
        }
    }

    @FunctionalInterface
    private interface Step {
        boolean run() throws IOException;
    }

}
