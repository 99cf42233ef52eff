package org.stockwright.persistence.internal;

import java.io.IOException;
import java.nio.file.Path;

/** One of a database's journals on this machine: several programs of a user may be at work, each writes its own. */
final class ServerJournal implements Acknowledgements {

    private static final int MOST = 1_000;

    private final ServerFolder folder;
    private final Journal own;
    private final StoreLock lock;

    private ServerJournal(ServerFolder folder, Journal own, StoreLock lock) {
        this.folder = folder;
        this.own = own;
        this.lock = lock;
    }

    /** Opens the first journal that nobody else writes now. */
    static ServerJournal open(ServerFolder folder, String user) throws IOException {
        for (int number = 1; number <= MOST; number++) {
            Path file = folder.journal(number);
            StoreLock.Result taken = StoreLock.take(Path.of(file + ".lock"), StoreLock.Holder.here(user));
            if (taken.lock().isPresent()) {
                return open(folder, file, taken.lock().get());
            }
        }
        throw new IOException(MOST + " programs write in " + folder.path() + " already");
    }

    private static ServerJournal open(ServerFolder folder, Path file, StoreLock lock) throws IOException {
        boolean opened = false;
        try {
            Journal own = Journal.open(file);
            opened = true;
            return new ServerJournal(folder, own, lock);
        } finally {
            if (!opened) {
                lock.close();
            }
        }
    }

    @Override
    public void append(String lines) throws IOException {
        own.append(lines);
    }

    @Override
    public void read(Reader reader) throws IOException {
        for (Path journal : folder.journals()) {
            JournalText.read(journal, reader);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            own.close();
        } finally {
            lock.close();
        }
    }

}
