package org.stockwright.catalog.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Collections;
import java.util.Currency;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.stockwright.base.PartnerId;
import org.stockwright.catalog.Partner;
import org.stockwright.catalog.Partner.Role;
import org.stockwright.model.CodesConverter;
import org.stockwright.persistence.Transaction;

/** The table of partners. */
final class PartnerTable {

    private PartnerTable() {
    }

    /** All partners. */
    static PartnerBook load(Connection connection) throws SQLException {
        PartnerBook book = new PartnerBook();
        Chunks.query(connection, "SELECT id, version, code, name, roles, currency, active FROM partner ORDER BY code",
            row -> {
                String currency = row.getString(6);
                book.add(new Partner(new PartnerId(row.getLong(1)), row.getString(3), row.getString(4),
                    roles(row.getString(5)), Optional.ofNullable(currency).map(Currency::getInstance),
                    row.getInt(7) == 1), row.getLong(2));
            });
        return book;
    }

    private static Set<Role> roles(String text) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        CodesConverter.toSet(text).forEach(word -> roles.add(Role.valueOf(word.toUpperCase(Locale.ROOT))));
        return Collections.unmodifiableSet(roles);
    }

    /** Stores partners: those that the book has are changed, the others are new. */
    static void store(Transaction tx, PartnerBook book, Collection<Partner> partners) throws SQLException {
        tx.watch("partner", partners.stream().map(partner -> partner.id().value()).toList());
        try (Batch insert = new Batch(tx.connection(),
            "INSERT INTO partner (name, roles, currency, active, version, id, code) VALUES (?, ?, ?, ?, 0, ?, ?)");
            Batch update = new Batch(tx.connection(), "UPDATE partner SET name = ?, roles = ?, currency = ?, "
                + "active = ?, version = version + 1 WHERE id = ? AND version = ?")) {
            for (Partner partner : partners) {
                boolean known = book.byCode().containsKey(partner.code());
                (known ? update : insert).add(partner.name(), text(partner.roles()),
                    partner.currency().map(Currency::getCurrencyCode).orElse(null), partner.active(),
                    partner.id().value(), known ? Long.valueOf(book.version(partner.code())) : partner.code());
            }
            insert.finish();
            Races.requireAllFound(update.finish());
        }
    }

    private static String text(Set<Role> roles) {
        return CodesConverter.toText(
            roles.stream().map(role -> role.name().toLowerCase(Locale.ROOT)).collect(Collectors.toSet()));
    }

}
