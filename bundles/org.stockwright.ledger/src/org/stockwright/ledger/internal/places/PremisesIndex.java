package org.stockwright.ledger.internal.places;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.ChangeListener;
import org.stockwright.persistence.Dialect;
import org.stockwright.persistence.Transaction;
import org.stockwright.persistence.UnitOfWork;

/** Keeps the {@link Premises} in memory and knows when they are stale. Thread-safe; shared inside this bundle. */
@Component(service = { PremisesIndex.class, ChangeListener.class })
public final class PremisesIndex implements ChangeListener {

    private static final String COUNTER = "ledger.places";
    private static final String SELECT = "SELECT version FROM setting WHERE name = '" + COUNTER + "'";

    private final UnitOfWork work;
    /** Rises when something was changed: what was being read meanwhile is not kept. */
    private final AtomicLong changes = new AtomicLong();
    private volatile Kept kept = new Kept(-1, null);

    private record Kept(long changes, Premises premises) {
    }

    /** An empty index; it fills itself at the first question. */
    @Activate
    public PremisesIndex(@Reference UnitOfWork work) {
        this.work = work;
    }

    /** From memory, read anew when a change was told. */
    public Premises latest() {
        Kept known = kept;
        Premises premises = known.premises();
        if (premises != null && known.changes() == changes.get()) {
            return premises;
        }
        return work.read(this::current);
    }

    /** As the transaction sees them: from memory when the database's counter has not moved. */
    public Premises current(Transaction transaction) throws SQLException {
        long before = changes.get();
        long version = version(transaction, "");
        Kept known = kept;
        Premises premises = known.premises();
        if (premises != null && known.changes() == before && premises.version() == version) {
            return premises;
        }
        Premises fresh = new PremisesReader(transaction.connection()).read(version);
        kept = new Kept(before, fresh);
        return fresh;
    }

    /**
     * Keeps places and policies as they are until the transaction ends, for those who make balances by them.
     *
     * @return whether they still are what the caller knows; if not, he begins again
     */
    public boolean hold(Transaction transaction, Premises known) throws SQLException {
        String lock = transaction.dialect() == Dialect.DERBY ? " WITH RS" : " FOR SHARE";
        return version(transaction, lock) == known.version();
    }

    /**
     * Begins a change of places or policies: one at a time, and postings that make balances wait for its commit.
     *
     * @return how everything is before the change, read now
     */
    Premises beginChange(Transaction transaction) throws SQLException {
        count(transaction);
        return new PremisesReader(transaction.connection()).read(version(transaction, ""));
    }

    private static void count(Transaction transaction) throws SQLException {
        try (PreparedStatement update = transaction.connection()
            .prepareStatement("UPDATE setting SET version = version + 1 WHERE name = '" + COUNTER + "'")) {
            if (update.executeUpdate() == 1) {
                return;
            }
        }
        try (PreparedStatement insert = transaction.connection()
            .prepareStatement("INSERT INTO setting (name, text, version) VALUES ('" + COUNTER + "', '', 1)")) {
            insert.executeUpdate();
        }
    }

    /** What is in memory is not right any more. */
    void forget() {
        changes.incrementAndGet();
    }

    @Override
    public void changed(Set<Topic> topics) {
        if (topics.contains(Topic.LOCATIONS) || topics.contains(Topic.ITEMS) || topics.contains(Topic.SETTINGS)) {
            forget();
        }
    }

    private static long version(Transaction transaction, String lock) throws SQLException {
        try (PreparedStatement statement = transaction.connection().prepareStatement(SELECT + lock);
            ResultSet row = statement.executeQuery()) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

}
