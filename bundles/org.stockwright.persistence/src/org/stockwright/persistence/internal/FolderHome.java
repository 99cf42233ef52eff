package org.stockwright.persistence.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.base.Refusal;
import org.stockwright.persistence.StoreException;

/**
 * The folder of an embedded store.
 *
 * @param folder where its files lie
 * @param lock keeps other programs away
 * @param engine the database
 * @param space watches the disk
 */
record FolderHome(StoreFolder folder, StoreLock lock, StoreEngine engine, FreeSpace space) implements StoreHome {

    @Override
    public Optional<Refusal> full() {
        try {
            return space.watch();
        } catch (IOException e) {
            throw new StoreException("The disk of " + folder.path() + " cannot be looked at", e);
        }
    }

    @Override
    public Outcome<Path> backup(Path file, Instant when, String product, Progress progress)
        throws IOException, SQLException {
        synchronized (space) {
            Map<String, Integer> schema = StoreMark.read(folder.mark()).schema();
            Outcome<Path> written = new BackupWriter(folder, engine, product).write(file, when, schema, progress);
            if (written.isDone()) {
                StoreMark.read(folder.mark()).backedUp(when).write(folder.mark());
            }
            return written;
        }
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }

}
