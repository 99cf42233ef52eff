package org.stockwright.cli.internal;

import java.util.List;

import org.stockwright.base.Outcome;
import org.stockwright.base.Outcome.Done;
import org.stockwright.base.Outcome.Refused;
import org.stockwright.base.Refusal;

/** Ends a command whose request was refused; the command line prints the reasons and exits with 1. */
final class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<Refusal> refusals;

    RefusedException(List<Refusal> refusals) {
        super(refusals.toString(), null, false, false);
        this.refusals = List.copyOf(refusals);
    }

    RefusedException(Refusal refusal) {
        this(List.of(refusal));
    }

    List<Refusal> refusals() {
        return refusals;
    }

    /** The value of an outcome, or the end of the command. */
    static <T> T orRefuse(Outcome<T> outcome) {
        return switch (outcome) {
            case Done<T> done -> done.value();
            case Refused<T> refused -> throw new RefusedException(refused.refusals());
        };
    }

}
