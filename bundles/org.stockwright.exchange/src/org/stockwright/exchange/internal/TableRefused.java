package org.stockwright.exchange.internal;

import java.util.List;

import org.stockwright.base.Refusal;

/** Leaves a parser's callbacks when the file is refused; caught where reading began and turned into an outcome. */
final class TableRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<Refusal> refusals;

    TableRefused(List<Refusal> refusals) {
        super(refusals.toString(), null, false, false);
        this.refusals = List.copyOf(refusals);
    }

    TableRefused(Refusal refusal) {
        this(List.of(refusal));
    }

    List<Refusal> refusals() {
        return refusals;
    }

}
