package org.stockwright.persistence.internal;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.base.Refusal;
import org.stockwright.persistence.ChainAnchor;
import org.stockwright.persistence.InstalledModule;
import org.stockwright.persistence.Promotion;
import org.stockwright.persistence.StoreException;
import org.stockwright.persistence.StoreLocation;
import org.stockwright.persistence.StoreRefusal;
import org.stockwright.persistence.internal.promotion.DatabaseCopy;

/**
 * Copies the open embedded store into a server's empty database. One transaction there: the copy is complete and proven
 * equal, or not there. What lies beside the database, the acknowledgement journal and the head of the chain of seals,
 * follows when the copy is committed, so that {@code verify} on the server knows what was acknowledged before.
 */
final class StorePromotion {

    /** Each engine has its own scripts, and its own way to keep the ledger's rows as they are. */
    private static final Set<String> LEFT = Set.of("schema_migration", "append_only");

    private final OpenStore source;
    private final StoreAssembly assembly;
    private final ServerOpener opener;

    StorePromotion(OpenStore source, StoreAssembly assembly, ServerOpener opener) {
        this.source = source;
        this.assembly = assembly;
        this.opener = opener;
    }

    Outcome<Promotion> run(StoreLocation.Server target, Progress progress) {
        StoreLocation.Server place = target.anonymous();
        Optional<InstalledModule> missing = source.modules().stream().filter(InstalledModule::isMissing).findFirst();
        if (missing.isPresent()) {
            // its tables are made by its own scripts, which are not here
            return Outcome.refused(missing.get().refusal());
        }
        progress.begin("Connecting to " + place, -1);
        PostgresEngine engine = opener.engine(target, source.user());
        try (Connection there = engine.connectAsLogin()) {
            Schema schema = Schema.of(assembly.modules(), PostgresEngine.SCRIPTS);
            Outcome<ServerDatabase> ready = new ServerPreparation(place, engine, there, schema).run(true,
                assembly.clock().get().instant(), progress);
            if (!ready.isDone()) {
                return Outcome.refused(ready.refusals());
            }
            ServerDatabase database = ready.value();
            if (!database.owned()) {
                return Outcome.refused(Refusal.of(StoreRefusal.OWNER_NEEDED, place, database.owner(), database.login())
                    .hint("Connect as the owner: only the owner may fill the tables of the ledger."));
            }
            try {
                return copy(place, database, there, progress);
            } finally {
                there.rollback();
            }
        } catch (SQLException e) {
            Optional<Refusal> refusal = ServerFailure.refusal(place, engine.login(), e);
            if (refusal.isPresent()) {
                return Outcome.refused(refusal.get());
            }
            throw new StoreException("Nothing was copied to " + place + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw new StoreException(
                "The copy in " + place + " is complete, but what belongs beside it is not: " + e.getMessage(), e);
        }
    }

    private Outcome<Promotion> copy(StoreLocation.Server place, ServerDatabase database, Connection there,
        Progress progress) throws SQLException, IOException {
        try (Statement statement = there.createStatement()) {
            statement.execute("SET LOCAL ROLE " + PostgresEngine.quoted(database.owner()));
            statement.execute("SET LOCAL search_path = " + PostgresEngine.quoted(database.schema()));
        }
        if (isUsed(there)) {
            return Outcome.refused(Refusal.of(StoreRefusal.ALREADY_USED, place)
                .hint("Choose an empty database: a copy is never mixed with another book."));
        }
        Connection here = source.pool().take();
        try {
            List<Promotion.Proof> proofs = new DatabaseCopy(here, there, LEFT).run(progress);
            String different = proofs.stream().filter(proof -> !proof.isEqual()).map(Promotion.Proof::name)
                .collect(Collectors.joining(", "));
            if (!different.isEmpty()) {
                return Outcome.refused(Refusal.of(StoreRefusal.COPY_DIFFERS, place, different)
                    .hint("Nothing was kept there. Verify the embedded book, then try again."));
            }
            there.commit();
            keepBeside(place, database);
            return Outcome.done(new Promotion(place, proofs));
        } finally {
            source.pool().giveBack(here);
        }
    }

    /** A book that nobody has named, posted or kept anything in is an empty one. */
    private static boolean isUsed(Connection there) throws SQLException {
        try (Statement statement = there.createStatement();
            ResultSet row = statement.executeQuery(
                "SELECT EXISTS (SELECT 1 FROM company) OR EXISTS (SELECT 1 FROM posting) OR EXISTS (SELECT 1 FROM item)")) {
            row.next();
            return row.getBoolean(1);
        }
    }

    private void keepBeside(StoreLocation.Server place, ServerDatabase database) throws IOException {
        ServerFolder folder = ServerFolder.of(place, database.mark().orElseThrow().identity());
        folder.prepare(place);
        try (ServerJournal journal = ServerJournal.open(folder, source.user())) {
            StringBuilder lines = new StringBuilder();
            source.journal().read((posting, hash) -> lines.append(JournalText.line(posting, hash)));
            journal.append(lines.toString());
        }
        Optional<ChainAnchor.Head> head = source.anchor().read();
        if (head.isPresent()) {
            new AnchorFile(folder.anchor()).keep(head.get());
        }
    }

}
