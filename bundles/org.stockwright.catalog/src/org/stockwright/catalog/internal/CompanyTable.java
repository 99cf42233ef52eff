package org.stockwright.catalog.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

import org.stockwright.catalog.CompanyProfile;
import org.stockwright.model.MicrosConverter;
import org.stockwright.persistence.Transaction;

/** The table of the company, which has one row. */
final class CompanyTable {

    private static final long THE_COMPANY = 1;

    private CompanyTable() {
    }

    /** The stored profile, if any. */
    static Optional<CompanyProfile> load(Connection connection) throws SQLException {
        CompanyProfile[] found = { null };
        Chunks.query(connection, "SELECT name, currency, zone, demo FROM company WHERE id = ?",
            row -> found[0] = new CompanyProfile(row.getString(1), Currency.getInstance(row.getString(2)),
                ZoneId.of(row.getString(3)), row.getInt(4) == 1),
            THE_COMPANY);
        return Optional.ofNullable(found[0]);
    }

    /** Stores the first profile. */
    static void insert(Transaction tx, CompanyProfile profile) throws SQLException {
        tx.watchNew("company", List.of(THE_COMPANY));
        try (Batch insert = new Batch(tx.connection(), "INSERT INTO company (id, name, currency, zone, demo, "
            + "created_at, version) VALUES (?, ?, ?, ?, ?, ?, 0)")) {
            insert.add(THE_COMPANY, profile.name(), profile.currency().getCurrencyCode(), profile.zone().getId(),
                profile.demo(), MicrosConverter.toMicros(tx.now()));
            insert.finish();
        }
    }

    /** Stores another profile over the stored one. */
    static void update(Transaction tx, CompanyProfile profile) throws SQLException {
        tx.watch("company", List.of(THE_COMPANY));
        try (Batch update = new Batch(tx.connection(), "UPDATE company SET name = ?, currency = ?, zone = ?, demo = ?, "
            + "version = version + 1 WHERE id = ?")) {
            update.add(profile.name(), profile.currency().getCurrencyCode(), profile.zone().getId(), profile.demo(),
                THE_COMPANY);
            Races.requireAllFound(update.finish());
        }
    }

}
