package org.stockwright.documents.internal.printing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.stockwright.catalog.Addresses.Address;

/** Addresses as they are written on letters. */
final class AddressText {

    private AddressText() {
    }

    /** Name, street, town and country, each in a line; the country's name is English, as carriers of all countries read it. */
    static String of(String name, Optional<Address> known) {
        List<String> lines = new ArrayList<>();
        lines.add(name);
        known.ifPresent(address -> {
            if (!address.name().equals(name)) {
                lines.add(address.name());
            }
            lines.addAll(address.lines());
            lines.add((address.postalCode() + " " + address.city()).strip());
            lines.add(address.region());
            lines.add(address.country().isEmpty() ? ""
                : Locale.of("", address.country()).getDisplayCountry(Locale.ENGLISH));
            lines.add(address.phone());
        });
        lines.removeIf(String::isBlank);
        return String.join("\n", lines);
    }

}
