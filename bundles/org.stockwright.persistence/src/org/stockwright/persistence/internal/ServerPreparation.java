package org.stockwright.persistence.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Optional;

import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.base.Refusal;
import org.stockwright.persistence.StoreLocation;
import org.stockwright.persistence.StoreRefusal;

/**
 * Brings a server's database to where it can be worked with: tables, role, rights. Done by whoever may act as its owner;
 * one at a time, so that programs which start together do not both migrate.
 */
final class ServerPreparation {

    /** The oldest that its tests ran on. */
    private static final int OLDEST = 15;
    /** One number for all databases: such locks belong to one database each. */
    private static final long TURN = 0x53574D49L;

    private final StoreLocation.Server location;
    private final PostgresEngine engine;
    private final Connection connection;
    private final Schema schema;

    /** On this connection of whoever signed in. */
    ServerPreparation(StoreLocation.Server location, PostgresEngine engine, Connection connection, Schema schema) {
        this.location = location;
        this.engine = engine;
        this.connection = connection;
        this.schema = schema;
    }

    /** What the database is when it can be worked with; or why not. */
    Outcome<ServerDatabase> run(boolean create, Instant now, Progress progress) throws SQLException {
        Outcome<Looked> looked = looked(create);
        if (!looked.isDone()) {
            return Outcome.refused(looked.refusals());
        }
        connection.rollback();
        return looked.value().isReady ? admitted(looked.value().found) : inTurn(create, now, progress);
    }

    /** Whether it would be brought to this version before it can be worked with; or why it cannot. Changes nothing. */
    Outcome<Boolean> look() throws SQLException {
        Outcome<Looked> looked = looked(false);
        connection.rollback();
        if (!looked.isDone()) {
            return Outcome.refused(looked.refusals());
        }
        return looked.value().isReady ? admitted(looked.value().found).map(ready -> Boolean.FALSE)
            : Outcome.done(Boolean.TRUE);
    }

    /** What was found, of a kind that can be worked with, at once or after preparing it. */
    private record Looked(ServerDatabase found, boolean isReady) {
    }

    private Outcome<Looked> looked(boolean create) throws SQLException {
        int version = connection.getMetaData().getDatabaseMajorVersion();
        if (version < OLDEST) {
            return Outcome.refused(Refusal
                .of(StoreRefusal.SERVER_TOO_OLD, location, Integer.valueOf(version), Integer.valueOf(OLDEST))
                .hint("Let an administrator upgrade the server."));
        }
        ServerDatabase found = ServerDatabase.look(connection);
        Optional<Refusal> unfit = unfit(found, create);
        if (unfit.isPresent()) {
            return Outcome.refused(unfit.get());
        }
        if (found.isStore() && !found.owned() && found.mark().isPresent()) {
            Outcome<ServerDatabase> admitted = admitted(found);
            if (!admitted.isDone()) {
                return Outcome.refused(admitted.refusals());
            }
        }
        State state = state(found);
        if (state.refusal.isPresent()) {
            return Outcome.refused(state.refusal.get());
        }
        if (!state.isReady && found.isStore() && !found.owned()) {
            return Outcome.refused(Refusal.of(StoreRefusal.OWNER_NEEDED, location, found.owner(), found.login())
                .hint("Let the owner open it once with this version of the program."));
        }
        return Outcome.done(new Looked(found, state.isReady));
    }

    /** Compared with what this program knows: the refusal, or whether there is nothing to do. */
    private record State(Optional<Refusal> refusal, Schema.Comparison comparison, boolean isReady) {
    }

    private State state(ServerDatabase found) throws SQLException {
        Schema.Comparison comparison = schema.compare(location, connection);
        boolean ready = comparison.refusal().isEmpty() && comparison.pending().isEmpty()
            && found.mark().isPresent() && new ServerRoles(connection).isReady(found.mark().get().role());
        return new State(comparison.refusal(), comparison, ready);
    }

    private Optional<Refusal> unfit(ServerDatabase found, boolean create) {
        if (found.standby()) {
            return Optional.of(Refusal.of(StoreRefusal.READ_ONLY, location)
                .hint("Connect to the server that takes changes."));
        }
        if (found.schema() == null) {
            return Optional.of(Refusal.of(StoreRefusal.NOT_ALLOWED, location, found.login())
                .hint("Its search path names no schema that exists; let an administrator make one."));
        }
        if (found.isStore()) {
            return Optional.empty();
        }
        if (!create) {
            return Optional.of(Refusal.of(StoreRefusal.NO_STORE, location)
                .hint("Check the address, or make a new company there."));
        }
        if (found.used()) {
            return Optional.of(Refusal.of(StoreRefusal.NOT_EMPTY, location)
                .hint("Choose an empty database, or one that holds a Stockwright database."));
        }
        return found.creates() ? Optional.empty()
            : Optional.of(Refusal.of(StoreRefusal.NOT_ALLOWED, location, found.login())
                .hint("Let an administrator make this user the owner of the database."));
    }

    private Outcome<ServerDatabase> inTurn(boolean create, Instant now, Progress progress) throws SQLException {
        execute("SET lock_timeout = '2min'");
        try {
            execute("SELECT pg_advisory_lock(" + TURN + ')');
        } catch (SQLException e) {
            if (SqlFailure.of(e) == SqlFailure.WAITED) {
                return refused(Refusal.of(StoreRefusal.BEING_PREPARED, location).hint("Try again in a few minutes."));
            }
            throw e;
        }
        connection.commit();
        try {
            return prepare(create, now, progress);
        } finally {
            connection.rollback();
            execute("RESET ROLE");
            execute("SET lock_timeout = '10s'");
            execute("SELECT pg_advisory_unlock(" + TURN + ')');
            connection.commit();
        }
    }

    /** Looks again: somebody else may have done it meanwhile. */
    private Outcome<ServerDatabase> prepare(boolean create, Instant now, Progress progress) throws SQLException {
        ServerDatabase found = ServerDatabase.look(connection);
        Optional<Refusal> unfit = unfit(found, create);
        if (unfit.isPresent()) {
            return refused(unfit.get());
        }
        State state = state(found);
        connection.rollback();
        if (state.refusal.isPresent()) {
            return refused(state.refusal.get());
        }
        ServerRoles roles = new ServerRoles(connection);
        ServerDatabase.Mark mark = found.mark().orElseGet(() -> ServerDatabase.Mark.fresh(found.database()));
        Optional<Refusal> roleNeeded = roles.make(location, mark.role(), found.login());
        if (roleNeeded.isPresent()) {
            return refused(roleNeeded.get());
        }
        connection.commit();
        if (found.isStore()) {
            execute("SET ROLE " + PostgresEngine.quoted(found.owner()));
            connection.commit();
        }
        if (!state.comparison.pending().isEmpty()) {
            new Migrator(engine, connection).run(state.comparison.pending(), now, progress);
        }
        mark.write(connection);
        roles.grant(mark.role(), found.schema());
        connection.commit();
        execute("RESET ROLE");
        return admitted(ServerDatabase.look(connection));
    }

    private Outcome<ServerDatabase> admitted(ServerDatabase ready) throws SQLException {
        String role = ready.mark().orElseThrow().role();
        boolean member = new ServerRoles(connection).isMember(role);
        connection.rollback();
        if (!member) {
            return refused(Refusal.of(StoreRefusal.ROLE_NEEDED, location, role, ready.login())
                .hint("Let the owner or an administrator run: GRANT " + PostgresEngine.quoted(role) + " TO "
                    + PostgresEngine.quoted(ready.login()) + ';'));
        }
        engine.workAs(role, ready.schema());
        return Outcome.done(ready);
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Outcome<ServerDatabase> refused(Refusal refusal) {
        return Outcome.refused(refusal);
    }

}
