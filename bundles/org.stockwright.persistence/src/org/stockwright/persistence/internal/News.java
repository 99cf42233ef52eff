package org.stockwright.persistence.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;

import org.stockwright.base.ChangeListener.Topic;

/** Tells other processes on the same database what this one changes, and hears of theirs. Ends with the store. */
interface News extends AutoCloseable {

    /** To be called in the transaction that is about to commit these changes. */
    void committing(Connection connection, Set<Topic> topics) throws SQLException;

    /** To be called when they are committed. */
    void committed(Set<Topic> topics);

    @Override
    void close();

}
