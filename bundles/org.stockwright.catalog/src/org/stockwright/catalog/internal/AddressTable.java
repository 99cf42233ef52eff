package org.stockwright.catalog.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import org.stockwright.base.PartnerId;
import org.stockwright.catalog.Addresses.Address;
import org.stockwright.catalog.internal.KeyedTable.Stored;

import static org.stockwright.catalog.internal.KeyedTable.text;

/** The table of addresses. */
final class AddressTable {

    /** Which of whose addresses. */
    record Key(PartnerId partner, String code) {

        static Key of(Address address) {
            return new Key(address.partner(), address.code());
        }

    }

    static final KeyedTable<Key, Address> TABLE = new KeyedTable<>("partner_address",
        List.of("partner_id", "code", "name", "street_lines", "postal_code", "city", "region", "country", "phone",
            "email"),
        row -> new Address(new PartnerId(row.getLong(1)), row.getString(2), Numbers.text(row, 3),
            Numbers.text(row, 4).lines().toList(), Numbers.text(row, 5), Numbers.text(row, 6), Numbers.text(row, 7),
            Numbers.text(row, 8), Numbers.text(row, 9), Numbers.text(row, 10)),
        value -> List.of(value.partner().value(), value.code(), text(value.name()),
            text(String.join("\n", value.lines())), text(value.postalCode()), text(value.city()),
            text(value.region()), text(value.country()), text(value.phone()), text(value.email())),
        Key::of);

    private AddressTable() {
    }

    /** All addresses of partners. */
    static Map<Key, Stored<Address>> load(Connection connection, Collection<Long> partners) throws SQLException {
        return TABLE.load(connection, "t.partner_id", "partner_address_unique", partners);
    }

}
