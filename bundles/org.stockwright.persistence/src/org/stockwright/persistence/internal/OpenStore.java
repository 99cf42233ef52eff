package org.stockwright.persistence.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

import org.stockwright.base.ChangeListener.Topic;
import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
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
 * @param anchor the head of the chain of seals
 * @param pool the connections
 * @param sequences the numbers
 * @param running who works now
 * @param model the entities
 * @param changes tells listeners
 * @param space watches the disk
 * @param info facts at the time of opening
 */
record OpenStore(StoreFolder folder, StoreLock lock, StoreEngine engine, StoreClock clock, Journal journal,
    AnchorFile anchor, ConnectionPool pool, SequenceBlocks sequences, RunningWork running, SharedModel model, ChangeTeller changes,
    FreeSpace space, StoreInfo info) {

    /** For whom it was opened: who acts as long as nobody else says so. */
    String user() {
        return info.user();
    }

    /** Its SQL. */
    Dialect dialect() {
        return engine.dialect();
    }

    /** Writes a backup and remembers when; one at a time. */
    Outcome<Instant> backup(Path file, String product, Progress progress) throws IOException, SQLException {
        synchronized (space) {
            Instant when = clock.instant();
            Map<String, Integer> schema = StoreMark.read(folder.mark()).schema();
            Outcome<Path> written = new BackupWriter(folder, engine, product).write(file, when, schema, progress);
            if (written.isDone()) {
                StoreMark.read(folder.mark()).backedUp(when).write(folder.mark());
                changes.tell(Set.of(Topic.UPKEEP));
            }
            return written.map(path -> when);
        }
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
