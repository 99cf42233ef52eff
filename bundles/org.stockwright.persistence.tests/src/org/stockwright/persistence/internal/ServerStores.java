package org.stockwright.persistence.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;

import org.stockwright.base.ChangeListener;
import org.stockwright.base.ChangeListener.Topic;
import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.persistence.StoreLocation;
import org.stockwright.persistence.UnitOfWork;
import org.stockwright.testkit.TestDatabases;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** One program on a server's database; a test may have several, as if they were processes of their own. */
final class ServerStores implements AutoCloseable {

    private final OpenStore store;
    private final UnitOfWork work;
    private final ConcurrentLinkedQueue<Topic> heard;

    private ServerStores(OpenStore store, ConcurrentLinkedQueue<Topic> heard) {
        this.store = store;
        this.work = new StoreWork(store, store::info, Optional::empty);
        this.heard = heard;
    }

    /** Skips the test when there is no server; tells where files go. */
    static void onServer(Path folder) {
        assumeTrue(TestDatabases.server().isPresent(), "no PostgreSQL server for tests");
        System.setProperty("stockwright.home", folder.toString());
    }

    /** What opening answers. */
    static Outcome<ServerStores> open(StoreLocation.Server location, String user, boolean create) {
        return open(location, user, create, List.of());
    }

    /** What opening answers when these modules are installed. */
    static Outcome<ServerStores> open(StoreLocation.Server location, String user, boolean create,
        List<PresentModule> modules) {
        ConcurrentLinkedQueue<Topic> heard = new ConcurrentLinkedQueue<>();
        ChangeListener listener = (Set<Topic> topics) -> heard.addAll(topics);
        StoreAssembly assembly = new StoreAssembly(modules, Clock::systemUTC, () -> List.of(listener), "test");
        return new ServerOpener(assembly, List.of()).open(location, user, create, Progress.NONE)
            .map(store -> new ServerStores(store, heard));
    }

    OpenStore store() {
        return store;
    }

    UnitOfWork work() {
        return work;
    }

    /** What listeners were told since this was asked last. */
    ConcurrentLinkedQueue<Topic> heard() {
        return heard;
    }

    /** Runs a statement in a unit of work and tells its topics. */
    Outcome<Integer> execute(String sql, Topic... topics) {
        return work.write(transaction -> {
            try (Statement statement = transaction.connection().createStatement()) {
                for (Topic topic : topics) {
                    transaction.changes(topic);
                }
                return Outcome.done(Integer.valueOf(statement.executeUpdate(sql)));
            }
        });
    }

    /** The one number that a query yields. */
    long number(String query) {
        return work.read(transaction -> {
            try (Statement statement = transaction.connection().createStatement();
                ResultSet rows = statement.executeQuery(query)) {
                rows.next();
                return Long.valueOf(rows.getLong(1));
            }
        }).longValue();
    }

    @Override
    public void close() {
        try {
            store.close();
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

}
