package org.stockwright.persistence.internal;

import java.io.IOException;
import java.sql.SQLException;
import org.stockwright.persistence.Dialect;
import org.stockwright.persistence.StoreInfo;

/**
 * What belongs to a store while it is open. Closing waits for nobody; {@link RunningWork#stop} comes before.
 *
 * @param folder where its files lie
 * @param lock keeps other programs away
 * @param engine the database
 * @param clock stamps what is recorded
 * @param journal what was acknowledged
 * @param pool the connections
 * @param sequences the numbers
 * @param running who works now
 * @param model the entities
 * @param changes tells listeners
 * @param space watches the disk
 * @param info facts at the time of opening
 */
record OpenStore(StoreFolder folder, StoreLock lock, StoreEngine engine, StoreClock clock, Journal journal,
        ConnectionPool pool, SequenceBlocks sequences, RunningWork running, SharedModel model, ChangeTeller changes,
        FreeSpace space, StoreInfo info) {

    /** Who acts. */
    String user() {
        return info.user();
    }

    /** Its SQL. */
    Dialect dialect() {
        return engine.dialect();
    }

    /** Gives everything back, the lock last, whatever fails before. */
    void close() throws SQLException, IOException {
        try {
            changes.close();
            model.close();
            pool.close();
            engine.stop();
        } finally {
            try {
                journal.close();
            } finally {
                lock.close();
            }
        }
    }

}
