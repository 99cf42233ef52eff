package org.stockwright.persistence.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import org.stockwright.base.ChangeListener;
import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.model.CoreModel;
import org.stockwright.persistence.InstalledModule;
import org.stockwright.persistence.StoreException;
import org.stockwright.persistence.StoreInfo;
import org.stockwright.persistence.StoreLocation;
import org.stockwright.persistence.StoreRefusal;

/**
 * Puts together what belongs to an open store, whatever its engine.
 *
 * @param modules what is installed
 * @param clock the time
 * @param listeners who hears of changes
 * @param product the product's version
 */
record StoreAssembly(Collection<PresentModule> modules, Supplier<Clock> clock,
    Supplier<List<ChangeListener>> listeners, String product) {

    /** Makes the watcher that fits the store. */
    interface Watch {

        News begin(ConnectionPool pool, RunningWork running, ChangeTeller changes, Trouble trouble)
            throws SQLException;

    }

    /** The open store of a database whose schema is right; refused when a module is missing that it cannot do without. */
    Outcome<OpenStore> compose(StoreHome home, StoreEngine engine, Acknowledgements journal, Path anchor, Instant last,
        StoreInfo info, Watch watch) throws SQLException {
        List<Class<?>> entities = new ArrayList<>(CoreModel.entities());
        modules.forEach(module -> entities.addAll(module.entities()));
        Outcome<List<InstalledModule>> owners;
        try (Connection connection = engine.connect()) {
            owners = new ModuleBook(connection).meet(modules, clock.get().instant());
        }
        if (!owners.isDone()) {
            try {
                journal.close();
            } catch (IOException e) {
                throw new StoreException("The acknowledgement journal could not be closed: " + e.getMessage(), e);
            }
            return Outcome.refused(owners.refusals());
        }
        ConnectionPool pool = new ConnectionPool(engine);
        RunningWork running = new RunningWork();
        SharedModel model = new SharedModel(entities, engine.dialect(),
            new ModelSource(() -> running.current().connection()));
        ChangeTeller changes = new ChangeTeller(listeners);
        StoreClock stamps = new StoreClock(clock, last);
        Trouble trouble = new Trouble(info.location(), changes, stamps::instant);
        return Outcome.done(new OpenStore(home, engine, stamps, journal, new AnchorFile(anchor), pool,
            new SequenceBlocks(engine, pool), running, model, changes, watch.begin(pool, running, changes, trouble),
            trouble, info, owners.value()));
    }

    /**
     * Why a script of a module failed, in words, when taking the module away helps; empty when it is ours, or when the database has
     * trouble that another try may mend.
     */
    Optional<Refusal> refusal(StoreLocation location, Migrator.Failed failed) {
        if (SqlFailure.of(failed) != SqlFailure.FINAL) {
            return Optional.empty();
        }
        return modules.stream().filter(module -> module.id().equals(failed.module()) && !module.isIndispensable())
            .findFirst().map(module -> Refusal.of(StoreRefusal.MODULE_FAILED, location, module.title(), failed.script(),
                failed.getCause().getMessage()).hint(
                    "Uninstall the feature " + module.feature()
                        + ", then the book opens without it; and tell its maker."));
    }

    /** When the newest movement was recorded. */
    static Instant lastRecorded(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
            ResultSet rows = statement.executeQuery("SELECT MAX(recorded_at) FROM movement")) {
            rows.next();
            return Instant.EPOCH.plus(rows.getLong(1), ChronoUnit.MICROS);
        }
    }

    /** Name and version of the database. */
    static String name(DatabaseMetaData database) throws SQLException {
        String version = database.getDatabaseProductVersion();
        int end = version.indexOf(' ');
        return database.getDatabaseProductName() + ' ' + (end < 0 ? version : version.substring(0, end));
    }

}
