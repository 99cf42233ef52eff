package org.stockwright.valuation.ui.internal.period;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;
import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.valuation.Periods;
import org.stockwright.valuation.Periods.Decision;
import org.stockwright.valuation.Periods.Period;
import org.stockwright.valuation.Periods.State;
import org.stockwright.valuation.ui.internal.Figures;
import org.stockwright.valuation.ui.internal.Messages;
import org.stockwright.valuation.ui.internal.Words;

/**
 * What the assistant that closes a period has been told and has found. Another last day has to be checked anew. No
 * widgets; methods with a {@link Progress} run in a job while the assistant waits.
 */
final class Closing {

    private final Periods periods;
    private final Figures figures;
    private final LastDay day;
    private State state = State.CLOSED;
    private String reason = ""; //$NON-NLS-1$
    private TieOutSheet checks = TieOutSheet.EMPTY;
    private Period closed;

    /** Nothing was told yet: the last month is to be closed. */
    Closing(Periods periods, Figures figures, LocalDate today) {
        this.periods = periods;
        this.figures = figures;
        day = new LastDay(today);
    }

    /** The last day as it was typed. */
    String typed() {
        return day.typed();
    }

    /** Takes the last day as it was typed. */
    void type(String text) {
        if (day.type(text)) {
            checks = TieOutSheet.EMPTY;
        }
    }

    /** What the period is to be. */
    State state() {
        return state;
    }

    /** Chooses what the period is to be. */
    void choose(State wanted) {
        state = wanted;
    }

    /** Takes why it is closed; may be empty. */
    void explain(String text) {
        reason = text.strip();
    }

    /** The last day; empty when something else was typed. */
    Optional<LocalDate> lastDay() {
        return day.day();
    }

    /** Why the first page cannot be left; empty when it can. */
    Optional<String> problem() {
        return day.problem();
    }

    /** Runs the checks. */
    Outcome<TieOutSheet> check(Progress progress) {
        return Outcome.done(new TieOutSheet(periods.checks(lastDay().orElseThrow(), progress), figures));
    }

    /** Takes what the checks found. */
    void take(TieOutSheet found) {
        checks = found;
    }

    /** What the checks found, as long as the last day is the same. */
    TieOutSheet checks() {
        return checks;
    }

    /** Whether it can be closed: everything was checked, and everything agrees. */
    boolean isReady() {
        return closed == null && problem().isEmpty() && checks.agrees();
    }

    /** Closes the period. */
    Outcome<Period> close(Progress progress) {
        return periods.close(lastDay().orElseThrow(), state, reason, progress);
    }

    /** Takes what became of it. */
    void take(Period period) {
        closed = period;
    }

    /** Whether it was closed. */
    boolean isClosed() {
        return closed != null;
    }

    /** What was closed and sealed, a fact per line. */
    String result() {
        if (closed == null) {
            return ""; //$NON-NLS-1$
        }
        Decision decision = closed.decisions().getFirst();
        String text = NLS.bind(Messages.Close_result, closed.lastDay(), Words.of(closed.state()));
        return decision.hash().isEmpty() ? text : text + '\n' + NLS.bind(Messages.Close_seal, new Object[] {
            Long.toString(decision.items()), figures.money(decision.value()), decision.hash() });
    }

    /** What was closed, in a sentence. */
    String notice() {
        return closed == null ? "" //$NON-NLS-1$
            : NLS.bind(closed.state() == State.CLOSED ? Messages.Periods_closed : Messages.Periods_soft,
                closed.lastDay());
    }

    /** How the amounts of the checks are written. */
    Figures figures() {
        return checks.figures();
    }

    /** The checks as a list, for a table. */
    List<org.stockwright.valuation.TieOutRow> rows() {
        return checks.rows();
    }

}
