package org.stockwright.valuation.internal.book;

import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.ChangeListener;
import org.stockwright.persistence.Transaction;
import org.stockwright.persistence.UnitOfWork;

/**
 * Keeps the {@link Rules} in memory and knows when they are stale: they have a version in the database, and changes of
 * places are told. Thread-safe; shared inside this bundle.
 */
@Component(service = { RulesIndex.class, ChangeListener.class })
public final class RulesIndex implements ChangeListener {

    private final UnitOfWork work;
    private final AtomicLong changes = new AtomicLong();
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
        long version = Rules.version(transaction.connection());
        Rules known = kept;
        return known != null && known.version() == version ? known : read(transaction, version);
    }

    /** With places that were made since they were looked at last. */
    Rules anew(Transaction transaction) throws SQLException {
        return read(transaction, Rules.version(transaction.connection()));
    }

    private Rules read(Transaction transaction, long version) throws SQLException {
        long before = changes.get();
        Rules fresh = Rules.read(transaction.connection(), version);
        if (changes.get() == before) {
            kept = fresh;
        }
        return fresh;
    }

    @Override
    public void changed(Set<Topic> topics) {
        if (topics.contains(Topic.LOCATIONS)) {
            changes.incrementAndGet();
            kept = null;
        }
    }

    /** As they were when last looked at, which is enough for a first look before anything is locked. */
    Rules latest(Transaction transaction) throws SQLException {
        Rules known = kept;
        return known != null ? known : current(transaction);
    }

}
