package org.stockwright.valuation.internal.book;

import java.sql.SQLException;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.persistence.Transaction;
import org.stockwright.persistence.UnitOfWork;

/** Keeps the {@link Rules} in memory and knows when they are stale. Thread-safe; shared inside this bundle. */
@Component(service = RulesIndex.class)
public final class RulesIndex {

    private final UnitOfWork work;
    private volatile Rules kept;

    /** Lives as long as the open book. */
    @Activate
    public RulesIndex(@Reference UnitOfWork work) {
        this.work = work;
    }

    /** The open book. */
    UnitOfWork work() {
        return work;
    }

    /** As the transaction sees them now. */
    Rules current(Transaction transaction) throws SQLException {
        String version = Rules.version(transaction.connection());
        Rules known = kept;
        if (known == null || !known.version().equals(version)) {
            known = Rules.read(transaction.connection(), version);
            kept = known;
        }
        return known;
    }

    /** As they were when last looked at, which is enough for a first look before anything is locked. */
    Rules latest(Transaction transaction) throws SQLException {
        Rules known = kept;
        return known != null ? known : current(transaction);
    }

}
