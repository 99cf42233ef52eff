package org.stockwright.persistence.internal;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.base.Refusal;
import org.stockwright.persistence.Password;
import org.stockwright.persistence.ServerState;
import org.stockwright.persistence.StoreException;
import org.stockwright.persistence.StoreInfo;
import org.stockwright.persistence.StoreLocation;
import org.stockwright.persistence.spi.PasswordSource;

/** Opens the store in a server's database. */
final class ServerOpener {

    private static final Logger LOG = LoggerFactory.getLogger(ServerOpener.class);

    private final StoreAssembly assembly;
    private final List<PasswordSource> passwords;

    /** Opens with what is installed now. */
    ServerOpener(StoreAssembly assembly, List<PasswordSource> passwords) {
        this.assembly = assembly;
        this.passwords = List.copyOf(passwords);
    }

    /** Opens the store, or says why not. */
    Outcome<OpenStore> open(StoreLocation.Server location, String user, boolean create, Progress progress) {
        StoreLocation.Server place = location.anonymous();
        progress.begin("Connecting to " + place, -1);
        PostgresEngine engine = engine(location, user);
        try (Connection connection = engine.connectAsLogin()) {
            Schema schema = Schema.of(assembly.modules(), PostgresEngine.SCRIPTS);
            Outcome<ServerDatabase> ready = new ServerPreparation(place, engine, connection, schema).run(create,
                assembly.clock().get().instant(), progress);
            if (!ready.isDone()) {
                return Outcome.refused(ready.refusals());
            }
            return compose(place, engine, connection, schema, ready.value(), user);
        } catch (Migrator.Failed e) {
            LOG.error("{} could not be opened", place, e);
            Optional<Refusal> why = assembly.refusal(place, e);
            return why.isPresent() ? Outcome.refused(why.get()) : failed(place, engine, e);
        } catch (SQLException e) {
            return failed(place, engine, e);
        } catch (IOException e) {
            throw new StoreException(place + " could not be opened: " + e.getMessage(), e);
        }
    }

    /** Looks whether the store could be opened, or says why not; changes nothing. */
    Outcome<ServerState> look(StoreLocation.Server location, String user, Progress progress) {
        StoreLocation.Server place = location.anonymous();
        progress.begin("Connecting to " + place, -1);
        PostgresEngine engine = engine(location, user);
        try (Connection connection = engine.connectAsLogin()) {
            Schema schema = Schema.of(assembly.modules(), PostgresEngine.SCRIPTS);
            String name = StoreAssembly.name(connection.getMetaData());
            return new ServerPreparation(place, engine, connection, schema).look()
                .map(older -> new ServerState(name, older.booleanValue()));
        } catch (SQLException e) {
            return failed(place, engine, e);
        } catch (IOException e) {
            throw new StoreException(place + " could not be looked at: " + e.getMessage(), e);
        }
    }

    private static <T> Outcome<T> failed(StoreLocation.Server place, PostgresEngine engine, SQLException failure) {
        return ServerFailure.refusal(place, engine.login(), failure).<Outcome<T>>map(why -> Outcome.refused(why))
            .orElseThrow(() -> new StoreException(place + " could not be opened: " + failure.getMessage(), failure));
    }

    /** An engine that can sign in, if anybody knows the password; nobody is asked when the server asks for none. */
    PostgresEngine engine(StoreLocation.Server location, String user) {
        PostgresEngine engine = PostgresEngine.at(location, user);
        engine.password(location.password());
        if (location.password().isEmpty() && asksForPassword(engine)) {
            engine.password(known(location.url(), engine.login()));
        }
        return engine;
    }

    private static boolean asksForPassword(PostgresEngine engine) {
        try {
            engine.connectAsLogin().close();
            return false;
        } catch (SQLException e) {
            // Anything else is told when the store is opened.
            return ServerFailure.isAboutPassword(e);
        }
    }

    private Optional<Password> known(String url, String login) {
        for (PasswordSource source : passwords) {
            Optional<char[]> found = source.password(url, login);
            if (found.isPresent()) {
                Password password = new Password(found.get());
                Arrays.fill(found.get(), '\0');
                return Optional.of(password);
            }
        }
        return Optional.empty();
    }

    private Outcome<OpenStore> compose(StoreLocation.Server place, PostgresEngine engine, Connection connection,
        Schema schema,
        ServerDatabase database, String user) throws IOException, SQLException {
        Instant last = StoreAssembly.lastRecorded(connection);
        String name = StoreAssembly.name(connection.getMetaData());
        connection.rollback();
        ServerFolder folder = ServerFolder.of(place, database.mark().orElseThrow().identity());
        folder.prepare(place);
        StoreInfo info = new StoreInfo(place, name,
            schema.newest().getOrDefault(Schema.CORE, Integer.valueOf(0)).intValue(), user, Optional.empty());
        return assembly.compose(new ServerHome(place), engine, ServerJournal.open(folder, user), folder.anchor(), last,
            info, (pool, running, changes, trouble) -> new ServerNews(engine, pool, running, changes, trouble));
    }

}
