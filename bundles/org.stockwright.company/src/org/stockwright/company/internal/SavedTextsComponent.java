package org.stockwright.company.internal;

import java.io.StringReader;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.ChangeListener.Topic;
import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.base.StoredText;
import org.stockwright.company.CompanyPermission;
import org.stockwright.company.SavedTexts;
import org.stockwright.persistence.Transaction;
import org.stockwright.persistence.UnitOfWork;
import org.stockwright.security.Access;
import org.stockwright.security.AccessDenied;
import org.stockwright.security.spi.Guarded;

/** Keeps named texts in the table of saved views; an empty user name marks everybody's. */
@Component(service = Guarded.class, property = Guarded.SERVICES + "=org.stockwright.company.SavedTexts")
public final class SavedTextsComponent implements SavedTexts, Guarded {

    private static final int MAX_CONTENT = 1 << 20;
    private static final int MAX_NAME = 100;

    private final UnitOfWork work;
    private final Access access;

    @Activate
    public SavedTextsComponent(@Reference UnitOfWork work, @Reference Access access) {
        this.work = work;
        this.access = access;
    }

    @Override
    public List<Saved> list(String kind) {
        return work.read(transaction -> select(transaction,
            "SELECT name, user_name, content FROM saved_view WHERE view_id = ? AND user_name IN (?, '')"
                + " ORDER BY name, user_name DESC",
            kind, transaction.user()));
    }

    @Override
    public Optional<Saved> find(String kind, String name) {
        return work.read(transaction -> select(transaction,
            "SELECT name, user_name, content FROM saved_view WHERE view_id = ? AND user_name IN (?, '') AND name = ?"
                + " ORDER BY user_name DESC",
            kind, transaction.user(), name)).stream().findFirst();
    }

    private static List<Saved> select(Transaction transaction, String sql, String... arguments) throws SQLException {
        try (PreparedStatement statement = transaction.connection().prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setString(i + 1, StoredText.mended(arguments[i]));
            }
            List<Saved> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(new Saved(rows.getString(1), rows.getString(2).isEmpty(), rows.getString(3)));
                }
            }
            return found;
        }
    }

    @Override
    public void save(String kind, Saved given) {
        mayShare(given.shared());
        if (given.content().length() > MAX_CONTENT) {
            throw new IllegalArgumentException("a saved text has at most " + MAX_CONTENT + " characters");
        }
        if (given.name().isBlank() || given.name().length() > MAX_NAME) {
            throw new IllegalArgumentException("a name has 1 to " + MAX_NAME + " characters");
        }
        Saved text = new Saved(StoredText.mended(given.name()), given.shared(), StoredText.mended(given.content()));
        work.write(transaction -> {
            String owner = text.shared() ? "" : transaction.user();
            Optional<Long> stored = watched(transaction, kind, text.name(), owner);
            if (stored.isPresent()) {
                replace(transaction, stored.get(), text.content());
            } else {
                insert(transaction, kind, text, owner);
            }
            transaction.changes(Topic.SETTINGS);
            return Outcome.done(text);
        }).value();
    }

    private static void replace(Transaction transaction, long id, String content) throws SQLException {
        try (PreparedStatement update = transaction.connection()
            .prepareStatement("UPDATE saved_view SET content = ?, version = version + 1 WHERE id = ?")) {
            update.setCharacterStream(1, new StringReader(content), content.length());
            update.setLong(2, id);
            update.executeUpdate();
        }
    }

    private static void insert(Transaction transaction, String kind, Saved text, String owner) throws SQLException {
        long id = transaction.nextId("upkeep_seq");
        if (text.shared()) {
            transaction.watchNew("saved_view", List.of(id));
        }
        try (PreparedStatement insert = transaction.connection().prepareStatement(
            "INSERT INTO saved_view (id, view_id, name, user_name, content, version) VALUES (?, ?, ?, ?, ?, 0)")) {
            insert.setLong(1, id);
            insert.setString(2, kind);
            insert.setString(3, text.name());
            insert.setString(4, owner);
            insert.setCharacterStream(5, new StringReader(text.content()), text.content().length());
            insert.executeUpdate();
        }
    }

    /** The stored text's number; one that is everybody's is told in the audit trail when it changes. */
    private static Optional<Long> watched(Transaction transaction, String kind, String name, String owner)
        throws SQLException {
        try (PreparedStatement select = transaction.connection()
            .prepareStatement("SELECT id FROM saved_view WHERE view_id = ? AND name = ? AND user_name = ?")) {
            select.setString(1, kind);
            select.setString(2, name);
            select.setString(3, owner);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                Long id = row.getLong(1);
                if (owner.isEmpty()) {
                    transaction.watch("saved_view", List.of(id));
                }
                return Optional.of(id);
            }
        }
    }

    @Override
    public void delete(String kind, String name, boolean shared) {
        mayShare(shared);
        work.write(transaction -> {
            Optional<Long> stored = watched(transaction, kind, StoredText.mended(name),
                shared ? "" : transaction.user());
            if (stored.isPresent()) {
                remove(transaction, stored.get());
            }
            transaction.changes(Topic.SETTINGS);
            return Outcome.done(name);
        }).value();
    }

    private static void remove(Transaction transaction, long id) throws SQLException {
        try (PreparedStatement delete = transaction.connection()
            .prepareStatement("DELETE FROM saved_view WHERE id = ?")) {
            delete.setLong(1, id);
            delete.executeUpdate();
        }
    }

    /** What is everybody's is changed by those who may. */
    private void mayShare(boolean shared) {
        Optional<Refusal> refusal = shared ? access.refusal(CompanyPermission.SHARE) : Optional.empty();
        if (refusal.isPresent()) {
            throw new AccessDenied(refusal.get());
        }
    }

}
