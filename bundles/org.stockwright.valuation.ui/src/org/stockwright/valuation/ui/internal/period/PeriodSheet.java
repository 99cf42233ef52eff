package org.stockwright.valuation.ui.internal.period;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.osgi.util.NLS;
import org.stockwright.valuation.Periods.Decision;
import org.stockwright.valuation.Periods.Period;
import org.stockwright.valuation.Periods.State;
import org.stockwright.valuation.ui.internal.Figures;
import org.stockwright.valuation.ui.internal.Messages;
import org.stockwright.valuation.ui.internal.Words;

/**
 * What the view of periods shows: every decision, the newest of the newest period first. No widgets; never changes.
 *
 * @param periods the periods that somebody decided about, newest first
 * @param figures how amounts are written
 */
public record PeriodSheet(List<Period> periods, Figures figures) {

    /** Nothing was read yet. */
    public static final PeriodSheet EMPTY = new PeriodSheet(List.of(), Figures.PLAIN);

    /** Takes a copy of the list. */
    public PeriodSheet {
        periods = List.copyOf(periods);
        figures = figures.fitting(periods.stream().flatMap(period -> period.decisions().stream()).map(Decision::value),
            Stream.empty());
    }

    /**
     * A decision.
     *
     * @param period the period that it is about
     * @param decision what was decided
     * @param latest whether it is what holds now
     */
    public record Row(Period period, Decision decision, boolean latest) {

        /** What the period is now; only beside the decision that made it so. */
        public String state() {
            return latest ? Words.of(period.state()) : ""; //$NON-NLS-1$
        }

        /** Whether figures were sealed with it: only a period that is closed for everybody is. */
        public boolean isSealed() {
            return !decision.hash().isEmpty();
        }

        /** What makes it the same row after loading again. */
        public Object key() {
            return List.of(period.lastDay(), decision.at(), decision.what());
        }

    }

    /** The decisions. */
    public List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (Period period : periods) {
            for (int i = 0; i < period.decisions().size(); i++) {
                rows.add(new Row(period, period.decisions().get(i), i == 0));
            }
        }
        return rows;
    }

    /** The last period that is not open: the only one that can be opened again. */
    public Optional<Period> lastClosed() {
        return periods.stream().filter(period -> period.state() != State.OPEN).findFirst();
    }

    /** Until when it is closed, in a sentence. */
    public String heading() {
        return lastClosed().map(period -> NLS.bind(
            period.state() == State.CLOSED ? Messages.Periods_closed : Messages.Periods_soft, period.lastDay()))
            .orElse(Messages.Periods_none);
    }

}
