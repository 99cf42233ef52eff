package org.stockwright.persistence.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;

import org.stockwright.base.ChangeListener.Topic;
import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.persistence.Dialect;
import org.stockwright.persistence.InstalledModule;
import org.stockwright.persistence.StoreInfo;

/**
 * What belongs to a store while it is open. Closing waits for nobody; {@link RunningWork#stop} comes before.
 *
 * @param home its files and what keeps others away
 * @param engine the database
 * @param clock stamps what is recorded
 * @param journal what was acknowledged
 * @param anchor the head of the chain of seals
 * @param pool the connections
 * @param sequences the numbers
 * @param running who works now
 * @param model the entities
 * @param changes tells listeners
 * @param news tells other processes and hears of them
 * @param trouble what keeps it from working now
 * @param info facts at the time of opening
 * @param modules who owns data, those first that are not installed
 */
record OpenStore(StoreHome home, StoreEngine engine, StoreClock clock, Acknowledgements journal, AnchorFile anchor,
    ConnectionPool pool, SequenceBlocks sequences, RunningWork running, SharedModel model, ChangeTeller changes,
    News news, Trouble trouble, StoreInfo info, List<InstalledModule> modules) {

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
        Instant when = clock.instant();
        Outcome<Path> written = home.backup(file, when, product, progress);
        if (written.isDone()) {
            changes.tell(Set.of(Topic.UPKEEP));
        }
        return written.map(path -> when);
    }

    /** Gives everything back, the lock last, whatever fails before. */
    void close() throws SQLException, IOException {
        try {
            news.close();
            changes.close();
            model.close();
            pool.close();
            engine.stop();
        } finally {
            try {
                journal.close();
            } finally {
                home.close();
            }
        }
    }

}
