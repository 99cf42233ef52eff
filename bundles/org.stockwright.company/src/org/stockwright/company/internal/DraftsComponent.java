package org.stockwright.company.internal;

import java.io.StringReader;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.ChangeListener.Topic;
import org.stockwright.base.Outcome;
import org.stockwright.base.StoredText;
import org.stockwright.company.Drafts;
import org.stockwright.persistence.Transaction;
import org.stockwright.persistence.UnitOfWork;
import org.stockwright.security.spi.Guarded;

/** Keeps drafts in their table. */
@Component(service = Guarded.class, property = Guarded.SERVICES + "=org.stockwright.company.Drafts")
public final class DraftsComponent implements Drafts, Guarded {

    private static final int MAX_TITLE = 200;

    private final UnitOfWork work;

    @Activate
    public DraftsComponent(@Reference UnitOfWork work) {
        this.work = work;
    }

    @Override
    public long create(String kind, String title, String content) {
        return work.write(transaction -> {
            long id = transaction.nextId("upkeep_seq");
            insert(transaction, id, kind, title, content);
            transaction.changes(Topic.DRAFTS);
            return Outcome.done(id);
        }).value();
    }

    @Override
    public void save(long id, String kind, String title, String content) {
        work.write(transaction -> {
            if (!update(transaction, id, title, content)) {
                insert(transaction, id, kind, title, content);
            }
            transaction.changes(Topic.DRAFTS);
            return Outcome.done(id);
        }).value();
    }

    private static boolean update(Transaction transaction, long id, String title, String content) throws SQLException {
        try (PreparedStatement update = transaction.connection().prepareStatement(
            "UPDATE draft SET title = ?, content = ?, changed_at = ?, version = version + 1 WHERE id = ?")) {
            update.setString(1, shortened(title));
            update.setCharacterStream(2, new StringReader(StoredText.mended(content)), content.length());
            update.setLong(3, micros(transaction.now()));
            update.setLong(4, id);
            return update.executeUpdate() == 1;
        }
    }

    private static void insert(Transaction transaction, long id, String kind, String title, String content)
        throws SQLException {
        try (PreparedStatement insert = transaction.connection().prepareStatement(
            "INSERT INTO draft (id, kind, title, content, user_name, changed_at, version) VALUES (?, ?, ?, ?, ?, ?, 0)")) {
            insert.setLong(1, id);
            insert.setString(2, kind);
            insert.setString(3, shortened(title));
            insert.setCharacterStream(4, new StringReader(StoredText.mended(content)), content.length());
            insert.setString(5, transaction.user());
            insert.setLong(6, micros(transaction.now()));
            insert.executeUpdate();
        }
    }

    private static String shortened(String title) {
        return StoredText.mended(title.length() <= MAX_TITLE ? title : title.substring(0, MAX_TITLE - 1) + "…");
    }

    private static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }

    @Override
    public Optional<Draft> find(long id) {
        return work.read(transaction -> {
            try (PreparedStatement select = transaction.connection()
                .prepareStatement("SELECT id, kind, title, content, user_name, changed_at FROM draft WHERE id = ?")) {
                select.setLong(1, id);
                return drafts(select).stream().findFirst();
            }
        });
    }

    @Override
    public List<Draft> list() {
        return work.read(transaction -> {
            try (PreparedStatement select = transaction.connection()
                .prepareStatement("SELECT id, kind, title, content, user_name, changed_at FROM draft"
                    + " WHERE user_name = ? ORDER BY changed_at DESC, id DESC")) {
                select.setString(1, transaction.user());
                return drafts(select);
            }
        });
    }

    private static List<Draft> drafts(PreparedStatement select) throws SQLException {
        List<Draft> found = new ArrayList<>();
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                found.add(new Draft(rows.getLong(1), rows.getString(2), rows.getString(3), rows.getString(4),
                    rows.getString(5), Instant.EPOCH.plus(rows.getLong(6), ChronoUnit.MICROS)));
            }
        }
        return found;
    }

    @Override
    public void delete(long id) {
        work.write(transaction -> {
            try (PreparedStatement delete = transaction.connection()
                .prepareStatement("DELETE FROM draft WHERE id = ?")) {
                delete.setLong(1, id);
                delete.executeUpdate();
            }
            transaction.changes(Topic.DRAFTS);
            return Outcome.done(id);
        }).value();
    }

}
