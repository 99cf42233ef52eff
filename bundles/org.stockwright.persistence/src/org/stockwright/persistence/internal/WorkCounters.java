package org.stockwright.persistence.internal;

import java.util.concurrent.atomic.LongAdder;

import org.stockwright.persistence.UnitOfWork;

/** Counts what becomes of units of work; many threads at once. */
final class WorkCounters {

    private final LongAdder commits = new LongAdder();
    private final LongAdder conflicts = new LongAdder();
    private final LongAdder waits = new LongAdder();
    private final LongAdder failures = new LongAdder();

    /** One was committed. */
    void committed() {
        commits.increment();
    }

    /** One is tried again. */
    void again(SqlFailure why) {
        (why == SqlFailure.WAITED ? waits : conflicts).increment();
    }

    /** One failed for good. */
    void failed() {
        failures.increment();
    }

    /** What was counted. */
    UnitOfWork.Statistics statistics() {
        return new UnitOfWork.Statistics(commits.sum(), conflicts.sum(), waits.sum(), failures.sum());
    }

}
