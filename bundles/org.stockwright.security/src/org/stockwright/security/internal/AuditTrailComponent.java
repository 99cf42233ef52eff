package org.stockwright.security.internal;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.Progress;
import org.stockwright.model.MicrosConverter;
import org.stockwright.persistence.Transaction;
import org.stockwright.persistence.UnitOfWork;
import org.stockwright.security.Access;
import org.stockwright.security.AuditEvent;
import org.stockwright.security.AuditQuery;
import org.stockwright.security.AuditTrail;
import org.stockwright.security.SecurityPermission;
import org.stockwright.security.spi.Guarded;

/** The audit trail of the open store. */
@Component(service = Guarded.class, property = Guarded.SERVICES + "=org.stockwright.security.AuditTrail")
public final class AuditTrailComponent implements AuditTrail, Guarded {

    private static final int FETCH = 500;
    private static final int CHECK_EVERY = 256;

    private final UnitOfWork work;
    private final Access access;

    @Activate
    public AuditTrailComponent(@Reference UnitOfWork work, @Reference Access access) {
        this.work = work;
        this.access = access;
    }

    @Override
    public List<AuditEvent> page(AuditQuery query, long offset, int limit) {
        List<AuditEvent> events = new ArrayList<>();
        work.read(transaction -> {
            read(transaction, query, transaction.dialect().window(offset, limit), events::add);
            return events;
        });
        return events;
    }

    @Override
    public long count(AuditQuery query) {
        return work.read(transaction -> {
            Conditions where = new Conditions(query);
            try (PreparedStatement statement = transaction.connection()
                .prepareStatement("SELECT COUNT(*) FROM audit_event e" + where.sql)) {
                where.fill(statement);
                try (ResultSet row = statement.executeQuery()) {
                    row.next();
                    return Long.valueOf(row.getLong(1));
                }
            }
        }).longValue();
    }

    @Override
    public void stream(AuditQuery query, Consumer<AuditEvent> consumer, Progress progress) {
        progress.begin("Reading the audit trail", -1);
        int[] count = { 0 };
        work.read(transaction -> {
            read(transaction, query, "", event -> {
                if (++count[0] % CHECK_EVERY == 0) {
                    progress.check();
                    progress.worked(CHECK_EVERY);
                }
                consumer.accept(event);
            });
            return count;
        });
    }

    private void read(Transaction transaction, AuditQuery query, String window, Consumer<AuditEvent> consumer)
        throws SQLException {
        boolean costs = access.may(SecurityPermission.COSTS);
        Conditions where = new Conditions(query);
        try (PreparedStatement statement = transaction.connection().prepareStatement("SELECT e.id, e.recorded_at, "
            + "e.user_name, e.action, e.subject, e.subject_key, e.detail FROM audit_event e" + where.sql
            + " ORDER BY e.recorded_at DESC, e.id DESC" + window)) {
            statement.setFetchSize(FETCH);
            where.fill(statement);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    consumer.accept(new AuditEvent(row.getLong(1), MicrosConverter.toInstant(row.getLong(2)),
                        row.getString(3), row.getString(4), row.getString(5), row.getString(6),
                        AuditFields.of(row.getString(7), costs)));
                }
            }
        }
    }

    /** What a query asks for, as SQL. */
    private final class Conditions {

        private final List<Object> values = new ArrayList<>();
        private final String sql;

        private Conditions(AuditQuery query) {
            List<String> conditions = new ArrayList<>();
            query.from().ifPresent(from -> add(conditions, "e.recorded_at >= ?", MicrosConverter.toMicros(from)));
            query.to().ifPresent(to -> add(conditions, "e.recorded_at <= ?", MicrosConverter.toMicros(to)));
            equal(conditions, "e.user_name", query.user());
            equal(conditions, "e.subject", query.subject());
            equal(conditions, "e.subject_key", query.key());
            equal(conditions, "e.action", query.action());
            if (!query.text().isBlank()) {
                String pattern = '%' + query.text().strip().toLowerCase(Locale.ROOT).replace("!", "!!")
                    .replace("%", "!%").replace("_", "!_") + '%';
                String key = "LOWER(e.subject_key) LIKE ? ESCAPE '!'";
                // A search in what is hidden would tell it.
                if (access.may(SecurityPermission.COSTS)) {
                    add(conditions, "(" + key + " OR LOWER(e.detail) LIKE ? ESCAPE '!')", pattern);
                    values.add(pattern);
                } else {
                    add(conditions, key, pattern);
                }
            }
            sql = conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
        }

        private void equal(List<String> conditions, String column, String value) {
            if (!value.isEmpty()) {
                add(conditions, column + " = ?", value);
            }
        }

        private void add(List<String> conditions, String condition, Object value) {
            conditions.add(condition);
            values.add(value);
        }

        private void fill(PreparedStatement statement) throws SQLException {
            for (int i = 0; i < values.size(); i++) {
                statement.setObject(i + 1, values.get(i));
            }
        }

    }

}
